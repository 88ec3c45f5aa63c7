import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timeAnnotator } from '../../src/annotate/time/index.ts';
import { readSentences } from '../../src/language/index.ts';
import { parseDay } from '../../src/lib/calendar.ts';
import type { TimeExpression } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { Day } from '../../src/model/brand.ts';
import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import { rangeOfDays } from '../../src/model/edtf/index.ts';
import type { TimeLexicon } from '../../src/model/knowledge/time-lexicon.ts';
import type { Knowledge, LanguageLexicon } from '../../src/model/knowledge.ts';
import type { Article, Segment } from '../../src/model/page.ts';
import { bareArticle } from '../../src/model/page.ts';

/** One measured figure: `n` is the number of gold expressions it rests on. */
export interface Metric {
  readonly metric: string;
  readonly value: number;
  readonly n: number;
}

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

interface Row {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

interface Figures {
  readonly gold: number;
  readonly relaxed: { readonly F1: number };
  readonly strict: { readonly F1: number };
  readonly typeF1: number;
  readonly valueF1: number;
}

interface Scorer {
  readonly scoreAll: (
    gold: readonly Row[],
    system: readonly { readonly id: string; readonly timexes: readonly Timex[] }[],
    options?: { readonly lenient?: boolean; readonly anchored?: boolean },
  ) => Figures;
}

const SETS: readonly (readonly [string, string])[] = [
  ['timebank', 'en'],
  ['aquaint', 'en'],
  ['meantime', 'en'],
  ['wikiwars', 'en'],
  ['hand-ru', 'ru'],
  ['hand-ja', 'ja'],
];

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

/** Knowledge that holds nothing but the grammars of time. */
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

/** The expressions of a row. */
export const timesOfRow = (
  row: Pick<Row, 'text' | 'dct'>,
  language: string,
  knowledge: Knowledge,
): readonly TimeExpression[] => {
  const article = articleOfRow(row.text, row.dct, language);
  const input = { article, sentences: readSentences(article), annotations: NO_ANNOTATIONS, knowledge };
  return timeAnnotator.run(input).output;
};

/** The rows of a JSON Lines file. */
const readRows = (path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

const toTimex = ({ span, type, value }: TimeExpression): Timex => ({ ...span, type, value });

/**
 * Scores the annotator as TempEval-3 does, with the scorer that lies beside the corpora. Gives nothing when the folder
 * `time` of the corpora is absent. Values are F1, 0 to 1.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const folder = join(corpora, 'time');
  const scorerPath = join(folder, 'score.mjs');
  if (!existsSync(scorerPath)) return [];
  const { scoreAll } = (await import(pathToFileURL(scorerPath).href)) as Scorer;
  const knowledge = knowledgeOfTime(join(import.meta.dirname, '..', '..'));
  const metrics: Metric[] = [];
  for (const [set, language] of SETS) {
    const path = join(folder, `${set}.jsonl`);
    if (!existsSync(path)) continue;
    const rows = readRows(path);
    const system = rows.map((row) => ({
      id: row.id,
      timexes: timesOfRow(row, language, knowledge).map(toTimex),
    }));
    const figures = scoreAll(rows, system);
    const lenient = scoreAll(rows, system, { lenient: true });
    const add = (name: string, value: number): void => {
      metrics.push({ metric: `time/${set}/${name}`, value, n: figures.gold });
    };
    add('value-f1', figures.valueF1);
    add('value-f1-lenient', lenient.valueF1);
    add('type-f1', figures.typeF1);
    add('relaxed-f1', figures.relaxed.F1);
    add('strict-f1', figures.strict.F1);
  }
  return metrics;
};
