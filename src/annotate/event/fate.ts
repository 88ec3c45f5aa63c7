import type { Fate, Outcome, Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import type { Trigger } from './cues.ts';
import type { GrammarSets } from './stage.ts';

/** What became of a plan, by words in the clause around the cue. */
export const readFate = (tokens: readonly Token[], trigger: Trigger, grammar: GrammarSets): Fate | null => {
  const from = Math.max(clauseStart(tokens, trigger.first), trigger.first - 6);
  const to = Math.min(clauseEnd(tokens, trigger.last), trigger.last + 14);
  const text = tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');
  if (hasPhrase(text, grammar.lapsed)) return 'lapsed';
  if (/\b(?:not|never|n't) (?:been |be )?(?:postponed|cancelled|canceled|delayed|put off)\b/.test(text))
    return null;
  // "twice postponed, [took place] after all".
  if (hasPhrase(text, grammar.held)) return 'held';
  if (hasPhrase(text, grammar.cancelled)) return 'cancelled';
  return hasPhrase(text, grammar.postponed) ? 'postponed' : null;
};

/** What talks came to, by words in the sentence. */
export const readOutcome = (
  tokens: readonly Token[],
  trigger: Trigger,
  realis: Realis,
  grammar: GrammarSets,
): Outcome | null => {
  if (realis !== 'actual' && realis !== 'ongoing') return null;
  const text = tokens
    .slice(Math.max(0, trigger.first - 30), trigger.last + 30)
    .map((token) => token.lower)
    .join(' ');
  if (hasPhrase(text, grammar.noAgreement)) return 'none';
  if (hasPhrase(text, grammar.partial)) return 'partial';
  if (hasPhrase(text, grammar.agreement)) return 'agreement';
  return realis === 'ongoing' || hasPhrase(text, grammar.pending) ? 'pending' : null;
};

const hasPhrase = (text: string, phrases: ReadonlySet<string>): boolean => {
  const padded = ` ${text} `;
  for (const phrase of phrases) if (padded.includes(` ${phrase} `)) return true;
  return false;
};
