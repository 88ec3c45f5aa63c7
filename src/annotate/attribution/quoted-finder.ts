import { overlapping } from '../../lib/sorted.ts';
import type { Span } from '../../model/span.ts';
import { contains } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { isCapital, low } from './clause.ts';
import type { Draft } from './draft.ts';
import { alignGrammar } from './grammar.ts';
import { findInSentence } from './sentence-finder.ts';

/** Fewer tokens hold no source, cue and content. */
const MIN_TOKENS = 4;
/** No content is longer, in UTF-16 code units. */
const LONGEST_CONTENT = 12_000;
const MARK = /^["“”„«»'‘’`]+$/;
/** `I think`, `I guess`: how one speaks, and no statement of what one believes. */
const HEDGE = /^(?:think|guess)$/i;

/**
 * What is told inside a quotation, as far as the quotation is told itself: `“[He] [told] me [that the pier was lost],” Voss said.` The
 * words of each sentence in the marks are read as if there were none.
 */
export const findInQuotations = (clauses: readonly Clause[], outer: readonly Draft[]): readonly Draft[] => {
  const contents = outer.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  return clauses.flatMap((clause, sentence) =>
    piecesOf(clause)
      .flatMap((piece) => findInSentence(piece, sentence))
      .filter((draft) => isTold(draft, clause.text) && isWithin(draft, contents))
      .map((draft) => ({ ...draft, inner: true })),
  );
};

/** Whether somebody is named who does more than think aloud. */
const isTold = ({ source, cue, rule }: Draft, text: string): boolean => {
  const [by] = source;
  const [at] = cue;
  if (by === undefined || at === undefined || /^(?:colon|lead)/.test(rule)) return false;
  return text.slice(by.start, by.end) !== 'I' || !HEDGE.test(text.slice(at.start, at.end));
};

/** Whether the whole of it stands in a content. */
const isWithin = ({ cue, content }: Draft, contents: readonly Span[]): boolean => {
  const start = Math.min(cue[0]?.start ?? content[0].start, content[0].start);
  const end = Math.max(content.at(-1)?.end ?? start, cue.at(-1)?.end ?? start);
  const all = { start, end };
  return overlapping(contents, all, (span) => span, LONGEST_CONTENT).some((span) => contains(span, all));
};

/** The sentences inside the marks of a sentence. */
const piecesOf = (clause: Clause): readonly Clause[] => {
  const pieces: Clause[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to - from >= MIN_TOKENS) pieces.push(pieceOf(clause, from, to));
    from = to;
  };
  for (let i = 0; i <= clause.tokens.length; i++) {
    const region = clause.region[i] ?? -1;
    if (i > 0 && region !== clause.region[i - 1]) {
      if (clause.region[i - 1] !== -1) cut(i);
      from = i;
    }
    if (region !== -1 && endsSentence(clause, i)) cut(i + 1);
  }
  return pieces;
};

const endsSentence = (clause: Clause, i: number): boolean =>
  /^(?:[.?!…]|\.{3})$/.test(low(clause, i)) && isCapital(clause, i + 1);

/** The tokens `[first, last)` as a sentence, without the quotation marks around them. */
const pieceOf = (clause: Clause, first: number, last: number): Clause => {
  let [from, to] = [first, last];
  while (from < to && MARK.test(low(clause, from))) from++;
  while (to > from && MARK.test(low(clause, to - 1))) to--;
  const tokens = clause.tokens.slice(from, to);
  const start = tokens[0]?.start ?? clause.sentence.start;
  const end = tokens.at(-1)?.end ?? start;
  return {
    ...clause,
    sentence: { ...clause.sentence, start, end, tokens },
    tokens,
    regions: [],
    region: new Int16Array(tokens.length).fill(-1),
    timed: clause.timed.subarray(from, to),
    mention: clause.mention.subarray(from, to),
    grammar: () => {
      const whole = clause.grammar();
      return whole === null ? null : alignGrammar(tokens, whole.tagged);
    },
  };
};
