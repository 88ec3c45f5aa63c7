/** How fast the tagger of times reads, and how its time grows with the length of the text. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeAnnotator } from '../../src/annotate/time/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { readSentences } from '../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { AnnotatorInput } from '../../src/model/annotator.ts';
import type { Day } from '../../src/model/brand.ts';
import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import { rangeOfDays } from '../../src/model/edtf/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bareArticle } from '../../src/model/page.ts';

/** English sets of the corpora; the texts are read, timed and forgotten. */
const SETS = ['timebank', 'aquaint', 'meantime', 'wikiwars'] as const;
const RULE = ruleId('bench/time@1');
const PUBLISHED = '2016-12-16' as Day;
const ROUNDS = 9;

// Sentences of our own with invented people, for machines without the corpora.
const OWN = [
  'Ana Kestrel told reporters in Port Liss on Thursday that talks on the northern islands would resume next month.',
  'The ministers of Valdoria and Orland last met on 2 September 2016, two years after the ferry line was closed.',
  'Exports rose 3.4 percent in the third quarter of 2015 from a year earlier, the ministry said.',
  'A spokesman said that nothing had been agreed, that nobody had been asked, and that the door stayed open.',
  'In the 1970s both sides weighed a handover; the plan was dropped in the spring of 1978 and not taken up again.',
  'The harbour master, who has worked there for more than twenty years, said at 10:30 a.m. that the fog had lifted.',
];

const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).filter((part) => part.trim() !== '');

const inputOf = (text: string, knowledge: Knowledge): AnnotatorInput => {
  let end = 0;
  const segments = paragraphsOf(text).map((paragraph) => {
    const start = text.indexOf(paragraph, end);
    end = start + paragraph.length;
    return { kind: 'body' as const, article: { start, end }, page: null, rule: RULE };
  });
  const page = pageId('0'.repeat(64));
  const bare = bareArticle({ page, text, revision: digest('0'.repeat(64)), language: 'en', segments });
  const value = rangeOfDays(PUBLISHED, PUBLISHED);
  const article = { ...bare, published: [{ value, at: null, raw: null, rule: RULE, rejected: null }] };
  return { article, sentences: readSentences(article), annotations: NO_ANNOTATIONS, knowledge };
};

/** Seconds of processor time of `work`. */
const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Texts to read: those of the corpora in `folder` when it is there, else our own sentences. */
const textsOf = (folder: string | null): readonly string[] => {
  const texts = SETS.map((set) => join(folder ?? '', `${set}.jsonl`))
    .filter((path) => folder !== null && existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
  return texts.length > 0 ? texts : Array.from({ length: 200 }, () => OWN.join(' '));
};

/** One point of the growth of time with length. */
interface Growth {
  readonly characters: number;
  /** Processor milliseconds, the best of three. */
  readonly ms: number;
}

/** How time grows on one kind of text. */
export interface Series {
  readonly what: string;
  readonly points: readonly Growth[];
}

/** What is measured. Speeds in kilobytes (1,000 bytes of UTF-8) of text a second of processor time, medians. */
export interface TimeSpeed {
  readonly kilobytes: number;
  /** Whether the texts are those of the corpora. */
  readonly isCorpora: boolean;
  /** The tagger, given sentences with their tokens. */
  readonly tagger: number;
  /** The same with the splitting into sentences and tokens. */
  readonly withSentences: number;
  readonly series: readonly Series[];
}

const run = (input: AnnotatorInput): void => {
  timeAnnotator.run(input);
};

/** Patterns that tempt a scanner into looking at the same characters again and again. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['running text', `${OWN.join(' ')} `],
  ['the the the', 'the '],
  ['digits', '1'],
  ['1-1-1-1', '1-'],
  ['May May May', 'May '],
  ['open ranges', 'from May 3 to June '],
  ['weekdays', 'Friday, '],
  ['the end of the', 'the end of the '],
];
const SMALLEST = 5_000;
const STEPS = [1, 2, 4, 8, 16, 32, 64] as const;

const grow = ([what, unit]: readonly [string, string], knowledge: Knowledge): Series => ({
  what,
  points: STEPS.map((step) => {
    const text = unit.repeat(Math.ceil((SMALLEST * step) / unit.length));
    const input = inputOf(text, knowledge);
    const tries = Array.from({ length: 3 }, () => cpuSeconds(() => run(input)) * 1_000);
    return { characters: text.length, ms: Math.min(...tries) };
  }),
});

/** Measures the tagger on the texts in `folder` (`data/time` of the corpora) or, when null or absent, on our own. */
export const measureTime = async (folder: string | null): Promise<TimeSpeed> => {
  const knowledge = await loadKnowledge({ pack: 'kurils' });
  const isCorpora = folder !== null && existsSync(folder);
  const texts = textsOf(folder);
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1_000;
  const inputs = texts.map((text) => inputOf(text, knowledge));
  const rounds = Array.from({ length: ROUNDS }, () => ({
    tagger: cpuSeconds(() => inputs.forEach(run)),
    split: cpuSeconds(() => {
      for (const { article } of inputs) readSentences(article);
    }),
  }));
  // The first two rounds warm the compiler up.
  const warm = rounds.slice(2);
  return {
    kilobytes,
    isCorpora,
    tagger: kilobytes / median(warm.map(({ tagger }) => tagger)),
    withSentences: kilobytes / median(warm.map(({ tagger, split }) => tagger + split)),
    series: HOSTILE.map((each) => grow(each, knowledge)),
  };
};

const WIDTH = 40;

/** Draws a series: a bar for each length, of processor time a character; level bars are linear time. */
export const plot = ({ what, points }: Series): string => {
  const costs = points.map(({ ms, characters }) => (ms * 1_000) / characters);
  const most = Math.max(...costs);
  const lines = points.map(({ characters, ms }, i) => {
    const bar = '#'.repeat(Math.max(1, Math.round(((costs[i] ?? 0) / most) * WIDTH)));
    return `  ${String(characters).padStart(9)} chars ${ms.toFixed(1).padStart(8)} ms  ${bar}`;
  });
  return [`${what} (bar: time a character; level is linear)`, ...lines].join('\n');
};

/** The folder of texts about time in a folder of corpora; null when there is none. */
export const textFolder = (corpora: string | null): string | null =>
  [join(corpora ?? '', 'data', 'time'), join(corpora ?? '', 'time')].find(
    (path) => corpora !== null && existsSync(path),
  ) ?? null;
