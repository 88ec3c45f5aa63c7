import { hasPlainLetters } from '../../lib/letters.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';

/** What the features of one line are read from. */
export interface LineContext {
  readonly block: Block;
  readonly sure: Label | null;
  readonly words: Words;
  /** Line breaks in front of it, 0 for the first. */
  readonly breaksBefore: number;
  readonly indented: boolean;
}

type Feature = (line: LineContext) => number;

const flag = (value: boolean): number => (value ? 1 : 0);
const is = (line: LineContext, ...kinds: readonly string[]): number =>
  flag(line.sure !== null && kinds.includes(line.sure.kind));
const SHARE_WORDS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu;
const PLAIN_SHARE_WORDS = /[A-Za-z]+(?:['’][A-Za-z]+)?/g;

const wordsByBlock = new WeakMap<Block, readonly string[]>();

/** The words of a line, read once for all lists. */
const wordsIn = (block: Block): readonly string[] => {
  const known = wordsByBlock.get(block);
  if (known !== undefined) return known;
  const words = block.folded.match(hasPlainLetters(block.folded) ? PLAIN_SHARE_WORDS : SHARE_WORDS) ?? [];
  wordsByBlock.set(block, words);
  return words;
};

/** Share of the words of a line that are in `list`, 0 to 1. */
const shareOf = (block: Block, list: ReadonlySet<string>): number => {
  const tokens = wordsIn(block);
  if (tokens.length === 0) return 0;
  let hits = 0;
  for (const token of tokens) if (list.has(token)) hits++;
  return hits / tokens.length;
};

const perWord = (block: Block, pattern: RegExp): number =>
  Math.min(1, (block.sample.match(pattern)?.length ?? 0) / Math.max(4, block.words));

/**
 * What is read of one line alone. Shapes and closed lists of function words only: no weight depends on what a page is
 * about. The first 24 follow the measured line classifier (notes on pages, section 4).
 */
export const LINE_FEATURES: readonly (readonly [name: string, read: Feature])[] = [
  ['words', ({ block }) => Math.min(block.words, 80) / 20],
  ['log-words', ({ block }) => Math.log1p(block.words) / 4],
  ['under-4', ({ block }) => flag(block.words < 4)],
  ['under-8', ({ block }) => flag(block.words < 8)],
  ['over-20', ({ block }) => flag(block.words >= 20)],
  ['over-45', ({ block }) => flag(block.words >= 45)],
  ['stopped', ({ block }) => flag(block.stopped)],
  ['prose', ({ block }) => flag(isProse(block))],
  ['stopwords', ({ block }) => block.stopwordShare * 2],
  ['stopwords-long', ({ block }) => flag(block.stopwordShare > 0.3 && block.words >= 10)],
  ['capitals', ({ block }) => block.capitalShare],
  ['capitals-high', ({ block }) => flag(block.capitalShare > 0.7)],
  ['digit', ({ block }) => flag(/\d/.test(block.sample))],
  ['bullet', ({ block }) => flag(block.bullet)],
  ['indented', ({ indented }) => flag(indented)],
  ['quote', ({ block }) => flag(/["“”„«»]/.test(block.sample))],
  ['opens-quote', ({ block }) => flag(/^["“„«]/.test(block.sample))],
  ['ellipsis', ({ block }) => flag(/(?:…|\.\.\.)["”’»)\]]?$/.test(block.sample))],
  ['colon', ({ block }) => flag(/[:：]$/.test(block.sample))],
  ['question', ({ block }) => flag(/[?？]$/.test(block.sample))],
  ['opening-marker', ({ block }) => flag(block.opening !== null && block.words < 12)],
  ['sure-legal', (line) => is(line, 'legal')],
  ['sure-menu', (line) => is(line, 'navigation')],
  ['sure-related', (line) => is(line, 'related')],
  ['sure-promo', (line) => is(line, 'promo')],
  ['sure-picture', (line) => is(line, 'caption')],
  ['sure-signature', (line) => is(line, 'credit', 'byline', 'dateline')],
  ['sure-date', (line) => flag(line.sure?.kind === 'clock' || /date-line/.test(line.sure?.rule ?? ''))],
  ['told', ({ block, words }) => Math.min(1, shareOf(block, words.lineWords.told) * 8)],
  ['reader', ({ block, words }) => Math.min(1, shareOf(block, words.lineWords.reader) * 8)],
  ['self', ({ block, words }) => Math.min(1, shareOf(block, words.lineWords.self) * 8)],
  ['comment', ({ block, words }) => Math.min(1, shareOf(block, words.lineWords.comment) * 4)],
  ['form', ({ block, words }) => Math.min(1, shareOf(block, words.lineWords.form) * 6)],
  ['sentences', ({ block }) => flag(/[.!?]["”’»)]?\s+["“„«(]?\p{Lu}/u.test(block.sample))],
  [
    'glued',
    ({ block: { sample } }) => flag((hasPlainLetters(sample) ? /[a-z][A-Z]/ : /\p{Ll}\p{Lu}/u).test(sample)),
  ],
  ['commas', ({ block }) => perWord(block, /[,;،、，]/g) * 4],
  ['marks', ({ block }) => perWord(block, /[|@#/$€£%&*+=<>[\]{}_~]/g) * 2],
  ['address', ({ block }) => flag(/https?:|www\.|\S@\S|\.com\b/i.test(block.sample))],
  ['lower-start', ({ block }) => flag(/^\p{Ll}/u.test(block.sample))],
  ['blank-before', ({ breaksBefore }) => flag(breaksBefore >= 2)],
  ['gap-before', ({ breaksBefore }) => flag(breaksBefore >= 3)],
];

/** Whether a line is running text by its shape: eight words and a stop. */
export const isProse = (block: Block): boolean => block.words >= 8 && block.stopped;
