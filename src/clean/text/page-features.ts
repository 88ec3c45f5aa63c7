import { hasPlainLetters } from '../../lib/letters.ts';
import { wordsOf } from '../../lib/words.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import { isProse } from './line-features.ts';
import type { Run } from './run.ts';

/** What the features of place and neighbourhood are read from: one page, labelled by the rules. */
export interface PageContext {
  readonly blocks: readonly Block[];
  readonly sure: readonly (Label | null)[];
  /** Labels of the rules alone, and the run of running text they found. */
  readonly ruled: readonly Label[];
  readonly scores: readonly number[];
  readonly run: Run;
  readonly headline: number | null;
  readonly words: Words;
}

/** Names of the columns that `pageColumns` makes. */
export const PAGE_FEATURES: readonly string[] = [
  'prose-within-2',
  'prose-within-5',
  'prose-within-10',
  'prose-5-times-prose',
  'tiny-10-times-tiny',
  'place',
  'place-squared',
  'prose-so-far',
  'prose-before',
  'prose-after',
  'occurs-twice',
  'markers-since-prose',
  'ruled-body',
  'ruled-other',
  'rule-score',
  'in-run',
  'before-run',
  'after-run',
  'run-distance',
  'run-share',
  'behind-headline',
  'headline-distance',
  'comments-seen',
  'comments-within-4',
  'related-within-4',
  'promo-within-4',
  'form-within-6',
  'date-within-3',
  'signature-within-2',
  'theme',
  'theme-times-prose',
  'page-prose',
  'page-lines',
];

/** One column a feature of `PAGE_FEATURES`, one value a line. Linear in the lines and their words. */
export const pageColumns = (page: PageContext): readonly (readonly number[])[] => {
  const { blocks, ruled, run } = page;
  const prose = blocks.map((block) => (isProse(block) ? block.words : 0));
  const flags = prose.map((words) => (words > 0 ? 1 : 0));
  const tiny = blocks.map((block) => (block.words < 4 ? 1 : 0));
  const near5 = windowMean(flags, 5);
  const near10 = windowMean(tiny, 10);
  const theme = themeOf(page);
  const comment = blocks.map(({ folded, words }) =>
    words <= 14 && holds(folded, page.words.lineWords.comment) ? 1 : 0,
  );
  const form = blocks.map(({ folded }) => (holds(folded, page.words.lineWords.form) ? 1 : 0));
  const kind = (...kinds: readonly string[]): readonly number[] =>
    page.sure.map((label) => (label !== null && kinds.includes(label.kind) ? 1 : 0));
  const dates = page.sure.map((label) => (label !== null && /date|clock/.test(label.rule) ? 1 : 0));
  const place = blocks.map((_, i) => i / Math.max(1, blocks.length - 1));
  const { soFar, before, after } = proseAround(prose);
  const distance = blocks.map((_, i) => distanceTo(i, run));
  const constant = (value: number): readonly number[] => blocks.map(() => value);
  const total = prose.reduce((sum, words) => sum + words, 0);
  const inRun = prose.slice(run.start, run.end).reduce((sum, words) => sum + words, 0);
  const head = page.headline;
  return [
    windowMean(flags, 2),
    near5,
    windowMean(flags, 10),
    near5.map((value, i) => value * (flags[i] ?? 0)),
    near10.map((value, i) => value * (tiny[i] ?? 0)),
    place,
    place.map((value) => value * value),
    soFar,
    before,
    after,
    repeats(blocks),
    markersSinceProse(page.sure, flags),
    ruled.map((label) => (label.kind === 'body' ? 1 : 0)),
    ruled.map((label) => (label.kind === 'other' ? 1 : 0)),
    page.scores.map((score) => score / 8),
    blocks.map((_, i) => (i >= run.start && i < run.end ? 1 : 0)),
    blocks.map((_, i) => (i < run.start ? 1 : 0)),
    blocks.map((_, i) => (i >= run.end ? 1 : 0)),
    distance.map((lines) => Math.log1p(lines) / 4),
    constant(total === 0 ? 0 : inRun / total),
    blocks.map((_, i) => (head !== null && i > head ? 1 : 0)),
    blocks.map((_, i) => (head === null ? 0 : Math.sign(i - head) * (Math.log1p(Math.abs(i - head)) / 4))),
    seen(comment, flags),
    windowMean(comment, 4),
    windowMean(kind('related'), 4),
    windowMean(kind('promo', 'legal'), 4),
    windowMean(form, 6),
    windowMean(dates, 3),
    windowMean(kind('credit', 'byline'), 2),
    theme,
    theme.map((value, i) => value * (flags[i] ?? 0)),
    constant(Math.log1p(total) / 8),
    constant(Math.log1p(blocks.length) / 6),
  ];
};

const WORD = /[\p{L}\p{M}-]+/gu;
const PLAIN_WORD = /[A-Za-z-]+/g;

const holds = (folded: string, list: ReadonlySet<string>): boolean =>
  (folded.match(hasPlainLetters(folded) ? PLAIN_WORD : WORD) ?? []).some((word) => list.has(word));

/** The mean over the line itself and `size` lines on each side. */
const windowMean = (values: readonly number[], size: number): readonly number[] => {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return values.map((_, i) => {
    const from = Math.max(0, i - size);
    const to = Math.min(values.length, i + size + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
};

const proseAround = (prose: readonly number[]): Readonly<Record<'soFar' | 'before' | 'after', number[]>> => {
  const total = Math.max(
    1,
    prose.reduce((sum, words) => sum + words, 0),
  );
  let sum = 0;
  const soFar: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  for (const words of prose) {
    before.push(sum > 0 ? 1 : 0);
    soFar.push(sum / total);
    sum += words;
    after.push(sum < total ? 1 : 0);
  }
  return { soFar, before, after };
};

const repeats = (blocks: readonly Block[]): readonly number[] => {
  const counts = new Map<string, number>();
  for (const { folded } of blocks) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  return blocks.map(({ folded }) => ((counts.get(folded) ?? 0) > 1 ? 1 : 0));
};

const markersSinceProse = (sure: readonly (Label | null)[], prose: readonly number[]): readonly number[] => {
  let seenProse = false;
  let markers = 0;
  return prose.map((value, i) => {
    const kind = sure[i]?.kind;
    if (seenProse && (kind === 'related' || kind === 'promo' || kind === 'navigation' || kind === 'legal'))
      markers++;
    if (value > 0) seenProse = true;
    return Math.min(5, markers) / 5;
  });
};

/** How many lines with a word of comment threads stand behind the first running text, up to 3, over 3. */
const seen = (comment: readonly number[], prose: readonly number[]): readonly number[] => {
  let open = false;
  let count = 0;
  return comment.map((value, i) => {
    if (open) count += value;
    if ((prose[i] ?? 0) > 0) open = true;
    return Math.min(3, count) / 3;
  });
};

const distanceTo = (index: number, run: Run): number => {
  if (index < run.start) return run.start - index;
  return index >= run.end ? index - run.end + 1 : 0;
};

const STEM = 6;

const contentWords = (block: Block, words: Words): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const word of wordsOf(foldLine(block.sample)))
    if (word.length > 2 && !words.littleWords.has(word)) found.add(word.slice(0, STEM));
  return found;
};

/**
 * How much a line is about what the page is about: the share of its content words that stand in at least two other
 * running lines of the rules' run, or in the headline. Which words these are is the page's own matter.
 */
const themeOf = ({ blocks, run, headline, words }: PageContext): readonly number[] => {
  const sets = blocks.map((block) => contentWords(block, words));
  const counts = new Map<string, number>();
  for (const [i, block] of blocks.entries()) {
    const weight = i === headline ? 2 : i >= run.start && i < run.end && isProse(block) ? 1 : 0;
    if (weight > 0) for (const word of sets[i] ?? []) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  return sets.map((own, i) => {
    const inRun = i >= run.start && i < run.end && isProse(blocks[i] as Block) ? 1 : 0;
    let hits = 0;
    for (const word of own) if ((counts.get(word) ?? 0) - inRun >= 2) hits++;
    return own.size === 0 ? 0 : hits / Math.max(3, own.size);
  });
};
