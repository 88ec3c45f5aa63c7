import type { Fate, Outcome, Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import type { Trigger } from './cues.ts';
import type { GrammarSets } from './stage.ts';

/** What became of a plan, by words in the clause around the cue. */
export const readFate = (tokens: readonly Token[], trigger: Trigger, grammar: GrammarSets): Fate | null => {
  const from = Math.max(clauseStart(tokens, trigger.first), trigger.first - 6);
  const to = Math.min(clauseEnd(tokens, trigger.last), trigger.last + 14);
  const words = lowerOf(tokens, from, to);
  if (hasPhrase(words, grammar.lapsed)) return 'lapsed';
  if (
    words.some((word) => DENIERS.test(word)) &&
    /\b(?:not|never|n't) (?:been |be )?(?:postponed|cancelled|canceled|delayed|put off)\b/.test(
      words.join(' '),
    )
  )
    return null;
  // "twice postponed, [took place] after all".
  if (hasPhrase(words, grammar.held)) return 'held';
  if (hasPhrase(words, grammar.cancelled)) return 'cancelled';
  return hasPhrase(words, grammar.postponed) ? 'postponed' : null;
};

/** What talks came to, by words in the sentence. */
export const readOutcome = (
  tokens: readonly Token[],
  trigger: Trigger,
  realis: Realis,
  grammar: GrammarSets,
): Outcome | null => {
  if (realis !== 'actual' && realis !== 'ongoing') return null;
  const words = lowerOf(tokens, Math.max(0, trigger.first - 30), trigger.last + 30);
  if (hasPhrase(words, grammar.noAgreement)) return 'none';
  if (hasPhrase(words, grammar.partial)) return 'partial';
  if (hasPhrase(words, grammar.agreement)) return 'agreement';
  return realis === 'ongoing' || hasPhrase(words, grammar.pending) ? 'pending' : null;
};

const DENIERS = /\b(?:not|never|n't)$/;

const lowerOf = (tokens: readonly Token[], from: number, to: number): readonly string[] =>
  tokens.slice(from, to).map(({ lower }) => lower);

// Keyed by the phrases themselves; a pure cache.
const byOpening = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

/** The phrases by their first word. */
const openingsOf = (phrases: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const held = byOpening.get(phrases);
  if (held !== undefined) return held;
  const made = new Map<string, string[]>();
  for (const phrase of phrases) {
    const opening = phrase.split(' ')[0] ?? '';
    made.set(opening, [...(made.get(opening) ?? []), phrase]);
  }
  byOpening.set(phrases, made);
  return made;
};

const hasPhrase = (words: readonly string[], phrases: ReadonlySet<string>): boolean => {
  const openings = openingsOf(phrases);
  return words.some((word, i) =>
    openings.get(word)?.some((phrase) => phrase === word || isAt(words, i, phrase.split(' '))),
  );
};

const isAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, k) => words[at + k] === word);
