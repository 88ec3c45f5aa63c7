import { hasPlainLetters } from '../lib/letters.ts';
import { countWords } from '../lib/words.ts';
import type { RuleId } from '../model/brand.ts';
import type { MarkerKind } from '../model/knowledge/clean-lexicon.ts';
import type { SegmentKind } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type { Words } from './lexicon.ts';
import { foldLine, openingKind } from './lexicon.ts';

/** A paragraph or line of the text before it is labelled, with what can be told from it alone. */
export interface Block {
  /** Without white space at its ends. */
  readonly at: Span;
  /** The first characters of it, at most `SAMPLE`: enough to tell what it is. */
  readonly sample: string;
  /** `sample` by `foldLine`. */
  readonly folded: string;
  readonly words: number;
  /** Whether it ends like a sentence. */
  readonly stopped: boolean;
  /** Share of its words that are frequent little ones, 0 to 1. */
  readonly stopwordShare: number;
  /** Share of its longer words that begin with a capital, 0 to 1. */
  readonly capitalShare: number;
  readonly bullet: boolean;
  /** The kind its opening words point at. */
  readonly opening: MarkerKind | null;
}

/** The label of a block with the rule that gave it. */
export interface Label {
  readonly kind: SegmentKind;
  readonly rule: RuleId;
}

/** Longest part of a block that is looked at. One line may have megabytes; what it is shows at once. */
export const SAMPLE = 4000;

const STOPPED = /[.!?…。！？][\])}"'’”»›」』）]*$/;
const BULLET = /^(?:[•·▪■●○►▶→*»]|[-–—]\s|\d{1,2}[.)]\s)/;
const ANY_WORD = /[\p{L}][\p{L}\p{M}'’-]*/gu;
const PLAIN_WORD = /[A-Za-z][A-Za-z'’-]*/g;
const HAS_KANA = /[\u3041-\u309f]/;
const KANA = /[\p{Script=Hiragana}]/gu;
const LONG = 3;

/** Reads the features of the text under `at`, which is already trimmed. */
export const blockOf = (text: string, at: Span, words: Words): Block => {
  const sample = text.slice(at.start, Math.min(at.end, at.start + SAMPLE));
  const tail = text.slice(Math.max(at.start, at.end - 12), at.end);
  const folded = foldLine(sample);
  const count = countWords(sample);
  const long = at.end - at.start > SAMPLE;
  return {
    at,
    sample,
    folded,
    words: long ? Math.round((count * (at.end - at.start)) / SAMPLE) : count,
    stopped: STOPPED.test(tail),
    stopwordShare: stopwordShare(folded, words),
    capitalShare: capitalShare(sample),
    bullet: BULLET.test(sample),
    opening: openingKind(folded, words),
  };
};

/** The words of a text that begin with a letter. */
const lettersOf = (text: string): readonly string[] =>
  text.match(hasPlainLetters(text) ? PLAIN_WORD : ANY_WORD) ?? [];

const stopwordShare = (folded: string, words: Words): number => {
  const tokens = lettersOf(folded);
  if (tokens.length === 0) return 0;
  const kana = HAS_KANA.test(folded) ? (folded.match(KANA)?.length ?? 0) : 0;
  // Japanese is written without blanks: its little words are kana, and running text has about half of them.
  if (kana > folded.length * 0.2) return 0.5;
  let hits = 0;
  for (const token of tokens) if (words.littleWords.has(token)) hits++;
  return hits / tokens.length;
};

const capitalShare = (sample: string): number => {
  let long = 0;
  let capital = 0;
  for (const word of lettersOf(sample)) {
    if (word.length <= LONG) continue;
    long++;
    const first = word[0] ?? '';
    if (first !== first.toLowerCase()) capital++;
  }
  return long === 0 ? 0 : capital / long;
};
