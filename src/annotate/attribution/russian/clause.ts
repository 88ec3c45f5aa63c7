import { quotedRegions } from '../../../language/quotes.ts';
import { russianStem } from '../../../lib/russian-stem.ts';
import type { Mention } from '../../../model/annotation.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import { overlaps } from '../../../model/span.ts';
import { plain, type RussianLexicon } from './lexicon.ts';

/** A stretch of tokens that is read as one sentence: a sentence, or one that stands inside a quotation. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Lower-case words, `ё` written `е`. */
  readonly low: readonly string[];
  /** For each token the index of the quotation it stands in, marks included, or -1. */
  readonly quoted: readonly number[];
  readonly regions: readonly Span[];
  readonly words: RussianLexicon;
  readonly mentions: readonly Mention[];
  /** For each token whether an expression of time covers it. */
  readonly timed: readonly boolean[];
}

/** What clauses of an article are read with. */
export interface Setting {
  readonly text: string;
  readonly words: RussianLexicon;
}

/** Reads a stretch of tokens. Quotations whose words are a name («Утренний колокол») are no quotations. */
export const readClause = (
  { text, words }: Setting,
  at: Span,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  times: readonly Span[],
): Clause => {
  const regions = quotedRegions(text, at).filter((region) => !isName(text, region, tokens, mentions, words));
  let r = 0;
  const quoted = tokens.map(({ start }) => {
    while (r < regions.length && (regions[r]?.end ?? 0) <= start) r++;
    const region = regions[r];
    return region !== undefined && region.start <= start ? r : -1;
  });
  let t = 0;
  const timed = tokens.map((token) => {
    while (t < times.length && (times[t]?.end ?? 0) <= token.start) t++;
    const time = times[t];
    return time !== undefined && overlaps(time, token);
  });
  return {
    text,
    tokens,
    low: tokens.map(({ lower }) => plain(lower)),
    quoted,
    regions,
    words,
    mentions,
    timed,
  };
};

/** Most words that a name between marks has. */
const NAME_WORDS = 4;

const isName = (
  text: string,
  region: Span,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  words: RussianLexicon,
): boolean => {
  const inner = text.slice(region.start + 1, region.end - 1);
  if (inner.split(' ').length > NAME_WORDS || !/^\p{Lu}/u.test(inner) || /[.!?,;:…]/.test(inner))
    return false;
  const covered = mentions.some(
    ({ span, form, type }) =>
      form === 'name' && type === 'ORG' && span.start <= region.start + 1 && span.end >= region.end - 1,
  );
  if (covered) return true;
  const before = tokens.findLast(({ end }) => end <= region.start);
  return before !== undefined && words.media.has(russianStem(plain(before.lower)));
};

/** The span of tokens `[from, to)`. */
export const between = ({ tokens }: Clause, from: number, to: number): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** Whether token `i` is outside every quotation. */
export const isPlain = ({ quoted }: Clause, i: number): boolean => quoted[i] === -1;

/** Whether token `i` is a dash that parts clauses. */
export const isDash = (clause: Clause, i: number): boolean => /^[–—-]$/.test(clause.low[i] ?? '');

/** Whether token `i` is a mark that parts clauses, outside quotations. */
export const isBreak = (clause: Clause, i: number): boolean =>
  isPlain(clause, i) && /^[,;:.!?…()–—]$/.test(clause.low[i] ?? '');

/** Content without the marks at its ends; quotation marks stay, and a comma behind a closing one. */
export const contentSpan = (clause: Clause, from: number, to: number): Span | null => {
  let start = from;
  let end = to;
  while (start < end && isPlain(clause, start) && /^[,;:.…–—-]$/.test(clause.low[start] ?? '')) start++;
  while (end > start && isPlain(clause, end - 1) && /^[,;:.…–—-]$/.test(clause.low[end - 1] ?? '')) end--;
  return end > start ? between(clause, start, end) : null;
};
