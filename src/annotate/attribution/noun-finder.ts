import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isNominal, isPlain, low } from './clause.ts';
import { contentSpan } from './content-end.ts';
import type { CueAt } from './cues.ts';
import type { Draft } from './draft.ts';
import { nounPhraseBefore } from './noun-phrase.ts';

/** Attributions by a noun with its owner: `[Voss's] claim that …`, `[Freedonia's] position is that …`, `[his] warning that …`. */
export const findByNoun = (clause: Clause, sentence: number, cues: readonly CueAt[]): readonly Draft[] => {
  const drafts: Draft[] = [];
  for (let i = 1; i < clause.tokens.length; i++) {
    if (!isPlain(clause, i) || !clause.words.speechNouns.has(low(clause, i))) continue;
    if (cues.some((cue) => cue.from <= i && i < cue.to)) continue;
    const that = thatAfter(clause, i);
    const source = that === null ? null : ownerBefore(clause, i);
    if (that === null || source === null) continue;
    const content = contentSpan(clause, that, clause.tokens.length);
    if (content === null) continue;
    drafts.push({
      source: [source],
      cue: [between(clause, i, that)],
      content: [content],
      act: 'said',
      negated: false,
      hearer: null,
      rule: 'noun-that',
      confidence: 0.65,
      sentence,
    });
  }
  return drafts;
};

const thatAfter = (clause: Clause, i: number): number | null => {
  if (low(clause, i + 1) === 'that') return i + 1;
  const copula = low(clause, i + 1);
  return (copula === 'is' || copula === 'was') && low(clause, i + 2) === 'that' ? i + 2 : null;
};

/** The possessive before the noun, adjectives between them skipped. */
const ownerBefore = (clause: Clause, noun: number): Span | null => {
  for (let i = noun - 1; i >= 0 && noun - i <= 4; i--) {
    const word = low(clause, i);
    if (clause.words.possessives.has(word)) return between(clause, i, i + 1);
    if (!/'s$|s'$/.test(word)) {
      if (!isNominal(clause, i)) return null;
      continue;
    }
    const phrase = nounPhraseBefore(clause, i + 1);
    if (phrase === null) return null;
    const span = between(clause, phrase.from, phrase.to);
    return { start: span.start, end: span.end - (word.endsWith("'s") ? 2 : 1) };
  }
  return null;
};
