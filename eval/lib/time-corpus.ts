import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timeAnnotator } from '../../src/annotate/time/index.ts';
import { readSentences } from '../../src/language/index.ts';
import { parseDay } from '../../src/lib/calendar.ts';
import type { TimeExpression } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { AnnotatorInput } from '../../src/model/annotator.ts';
import type { Day } from '../../src/model/brand.ts';
import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import { rangeOfDays } from '../../src/model/edtf/index.ts';
import type { TimeLexicon } from '../../src/model/knowledge/time-lexicon.ts';
import type { Knowledge, LanguageLexicon } from '../../src/model/knowledge.ts';
import type { Article, Segment } from '../../src/model/page.ts';
import { bareArticle } from '../../src/model/page.ts';

/** An expression of time as a corpus or a system gives it. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly mod?: string;
}

/** A text of a corpus with its gold; `dct` is the time of publication in ISO form. */
export interface Row {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

/** The counts of one text: gold and system expressions, pairs, and pairs whose type or value agree. */
export type Counts = Readonly<Record<string, number>>;

/** What the scorer makes of counts; F1 from 0 to 1. */
export interface Figures {
  readonly gold: number;
  readonly relaxed: { readonly F1: number };
  readonly strict: { readonly F1: number };
  readonly typeF1: number;
  readonly valueF1: number;
}

/** What a system gives for a text. */
export interface Answer {
  readonly id: string;
  readonly timexes: readonly Timex[];
}

/** The scorer that lies beside the corpora; it scores as TempEval-3 does. */
export interface Scorer {
  readonly scoreAll: (
    gold: readonly Row[],
    system: readonly Answer[],
    options?: { readonly lenient?: boolean; readonly anchored?: boolean },
  ) => Figures & { readonly per: readonly Counts[] };
  readonly totals: (counts: readonly Counts[]) => Counts;
  readonly figures: (counts: Counts) => Figures;
  /** Pairs gold and system expressions one to one: indices of the system's by those of the gold. */
  readonly align: (
    gold: readonly Timex[],
    system: readonly Timex[],
  ) => { readonly G: ReadonlyMap<number, number> };
}

/** The scorer in the folder `time` of the corpora; null when it is not there. */
export const loadScorer = async (corpora: string): Promise<Scorer | null> => {
  const path = join(corpora, 'time', 'score.mjs');
  return existsSync(path) ? ((await import(pathToFileURL(path).href)) as Scorer) : null;
};

const RULE = ruleId('eval/row@1');
const PAGE = pageId('0'.repeat(64));

/** One body segment for each paragraph (lines between empty lines). */
const segmentsOf = (text: string): readonly Segment[] =>
  [...text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)].map((match) => ({
    kind: 'body',
    article: { start: match.index, end: match.index + match[0].length },
    page: null,
    rule: RULE,
  }));

/** The article that a row of a corpus stands for, published on the day of the row. */
const articleOfRow = (text: string, dct: string | null, language: string): Article => {
  const written = dct?.slice(0, 10) ?? '';
  const published = parseDay(written) === null ? null : rangeOfDays(written as Day, written as Day);
  const revision = digest('0'.repeat(64));
  return {
    ...bareArticle({ page: PAGE, text, revision, language, segments: segmentsOf(text) }),
    published:
      published === null ? [] : [{ value: published, at: null, raw: null, rule: RULE, rejected: null }],
  };
};

/** Knowledge that holds nothing but the grammars of time. `root` is the folder of the repository. */
export const knowledgeOfTime = (root: string): Knowledge => {
  const languages: Record<string, LanguageLexicon> = {};
  for (const language of ['en', 'ru', 'ja']) {
    const path = join(root, 'knowledge', language, 'time.json');
    if (!existsSync(path)) continue;
    const time = JSON.parse(readFileSync(path, 'utf8')) as TimeLexicon;
    languages[language] = { language, clean: null, time, mention: null, attribution: null, event: null };
  }
  return {
    version: 'time-only',
    persons: [],
    offices: [],
    places: [],
    outlets: [],
    gatherings: [],
    instruments: [],
    eventTypes: [],
    framing: [],
    languages,
    pack: null,
  };
};

/** What the annotator is given for a row. */
export const inputOfRow = (
  row: Pick<Row, 'text' | 'dct'>,
  language: string,
  knowledge: Knowledge,
): AnnotatorInput => {
  const article = articleOfRow(row.text, row.dct, language);
  return { article, sentences: readSentences(article), annotations: NO_ANNOTATIONS, knowledge };
};

/** The expressions of a row. */
export const timesOfRow = (
  row: Pick<Row, 'text' | 'dct'>,
  language: string,
  knowledge: Knowledge,
): readonly TimeExpression[] => timeAnnotator.run(inputOfRow(row, language, knowledge)).output;

/** The rows of a JSON Lines file of the folder `time`; null when it is not there. */
export const readRows = (corpora: string, set: string): readonly Row[] | null => {
  const path = join(corpora, 'time', `${set}.jsonl`);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
};
