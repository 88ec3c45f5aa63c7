import { join } from 'node:path';
import { parseDay } from '../../src/lib/calendar.ts';
import type { TimeExpression } from '../../src/model/annotation.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { isUnreadText } from '../lib/parts.ts';
import type { Answer, Figures, Row, Scorer } from '../lib/time-corpus.ts';
import { knowledgeOfTime, loadScorer, readRows, timesOfRow } from '../lib/time-corpus.ts';
import type { Judged } from '../lib/time-rules.ts';
import { judge, timeRuleTable } from '../lib/time-rules.ts';

const SETS: readonly (readonly [string, string])[] = [
  ['timebank', 'en'],
  ['aquaint', 'en'],
  ['meantime', 'en'],
  ['wikiwars', 'en'],
  ['hand-ru', 'ru'],
  ['hand-ja', 'ja'],
];

/** News with a day of publication, for weekdays. */
const NEWS: ReadonlySet<string> = new Set(['timebank', 'aquaint', 'meantime']);

type Baselines = NonNullable<Metric['baselines']>;

const peers = (heidelTime: number, chrono: number): Baselines => [
  { name: 'HeidelTime 2.2.1', value: heidelTime },
  { name: 'chrono-node 2.10.3', value: chrono },
];

/**
 * F1 of others with the same scorer, measured before the project began. chrono-node with its output turned into TIMEX3 for
 * it. TimeBank with its dense part, which is held out here; WikiWars all 22.
 */
const PEERS: Readonly<Record<string, Baselines>> = {
  'timebank/value-f1': peers(0.786, 0.488),
  'timebank/relaxed-f1': peers(0.919, 0.71),
  'timebank/anchored-value-f1': peers(0.81, 0.545),
  'aquaint/value-f1': peers(0.714, 0.617),
  'aquaint/relaxed-f1': peers(0.924, 0.828),
  'aquaint/anchored-value-f1': peers(0.785, 0.681),
  'meantime/value-f1': [
    ...peers(0.787, 0.613),
    { name: '@microsoft/recognizers-text-date-time 1.3.2', value: 0.717 },
  ],
  'meantime/relaxed-f1': peers(0.896, 0.78),
  'meantime/anchored-value-f1': peers(0.837, 0.734),
  'wikiwars/value-f1': peers(0.833, 0.325),
  'wikiwars/relaxed-f1': peers(0.92, 0.704),
  'wikiwars/anchored-value-f1': peers(0.884, 0.354),
};

/** A set with what was found in it. */
interface Measured {
  readonly set: string;
  readonly language: string;
  readonly rows: readonly Row[];
  readonly judged: readonly Judged[];
  readonly metrics: readonly Metric[];
}

const answerOf = (row: Row, times: readonly TimeExpression[]): Answer => ({
  id: row.id,
  timexes: times.map(({ span, type, value }) => ({ ...span, type, value })),
});

interface Figure {
  readonly name: string;
  readonly of: (figures: Figures) => number;
  readonly options?: { readonly lenient?: boolean; readonly anchored?: boolean };
}

const FIGURES: readonly Figure[] = [
  { name: 'value-f1', of: ({ valueF1 }) => valueF1 },
  { name: 'value-f1-lenient', of: ({ valueF1 }) => valueF1, options: { lenient: true } },
  { name: 'anchored-value-f1', of: ({ valueF1 }) => valueF1, options: { anchored: true } },
  { name: 'type-f1', of: ({ typeF1 }) => typeF1 },
  { name: 'relaxed-f1', of: ({ relaxed }) => relaxed.F1 },
  { name: 'strict-f1', of: ({ strict }) => strict.F1 },
];

/** One figure of a set with its bootstrap over whole texts, beside what others reach. */
const metricOf = (
  set: string,
  { name, of, options = {} }: Figure,
  rows: readonly Row[],
  answers: readonly Answer[],
  scorer: Scorer,
): Metric => {
  const figures = scorer.scoreAll(rows, answers, options);
  const baselines = PEERS[`${set}/${name}`];
  return {
    metric: `time/${set}/${name}`,
    value: of(figures),
    n: figures.gold,
    spread: bootstrap(figures.per, (sample) => of(scorer.figures(scorer.totals(sample)))),
    ...(baselines === undefined ? {} : { baselines }),
  };
};

const VALUE: Figure = { name: 'unread-half/value-f1', of: ({ valueF1 }) => valueF1 };

/** The figure of the texts that nobody read while the rules were written. */
const unreadHalf = (set: string, rows: readonly Row[], answers: readonly Answer[], scorer: Scorer): Metric =>
  metricOf(
    set,
    VALUE,
    rows.filter(({ id }) => isUnreadText(id)),
    answers.filter(({ id }) => isUnreadText(id)),
    scorer,
  );

const measure = (set: string, language: string, rows: readonly Row[], scorer: Scorer): Measured => {
  const knowledge = knowledgeOfTime(join(import.meta.dirname, '..', '..'));
  const found = rows.map((row) => timesOfRow(row, language, knowledge));
  const answers = rows.map((row, index) => answerOf(row, found[index] ?? []));
  const judged = rows.map((row, index) => judge(row, found[index] ?? [], scorer));
  const items = judged.flatMap((each) => each.items);
  const metrics = [
    ...FIGURES.map((figure) => metricOf(set, figure, rows, answers, scorer)),
    ...(language === 'en' ? [unreadHalf(set, rows, answers, scorer)] : []),
  ];
  return {
    set,
    language,
    rows,
    judged,
    metrics: metrics.map((metric) =>
      metric.metric === `time/${set}/value-f1` ? { ...metric, items } : metric,
    ),
  };
};

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = 7;

/** Gold weekdays without "last", "next" or a part of the day, whose day lies within a week of publication. */
const weekdayItems = ({ rows, judged }: Measured): readonly Item[] =>
  rows.flatMap((row, index) => {
    const told = parseDay(row.dct?.slice(0, 10) ?? '');
    const { pairs = [], items = [] } = judged[index] ?? {};
    return items.filter((_, at) => {
      const gold = pairs[at]?.gold;
      const day = gold !== undefined && DAY.test(gold.value) ? parseDay(gold.value) : null;
      const isBare = gold !== undefined && WEEKDAY.test(row.text.slice(gold.start, gold.end).trim());
      return isBare && day !== null && told !== null && Math.abs(day - told) <= WEEK;
    });
  });

/** Gold with a modifier, and whether the expression paired with it has the same one. */
const modItems = ({ rows, judged }: Measured): readonly Item[] =>
  judged.flatMap(({ pairs }, index) =>
    pairs
      .filter(({ gold }) => gold.mod !== undefined)
      .map(({ gold, found }) => ({
        id: `${rows[index]?.id}:${gold.start}`,
        ok: found?.mod === gold.mod,
        rule: found?.rule ?? 'none',
      })),
  );

const share = (metric: string, items: readonly Item[], baselines?: Baselines): readonly Metric[] =>
  items.length === 0
    ? []
    : [
        {
          metric,
          value: items.filter(({ ok }) => ok).length / items.length,
          n: items.length,
          items,
          ...(baselines === undefined ? {} : { baselines }),
        },
      ];

/** Shares over several sets. Peers on all 353 bare weekdays of these and the two sets held out. */
const pooled = (all: readonly Measured[]): readonly Metric[] => {
  const news = all.filter(({ set }) => NEWS.has(set));
  const english = all.filter(({ language }) => language === 'en');
  return [
    ...share('time/weekdays/right', news.flatMap(weekdayItems), [
      { name: 'HeidelTime 2.2.1', value: 0.892 },
      { name: 'chrono-node 2.10.3', value: 0.881 },
    ]),
    ...share('time/mods/right', english.flatMap(modItems)),
  ];
};

/**
 * Scores the annotator as TempEval-3 does, with the scorer that lies beside the corpora, and prints what each rule won and
 * lost. Gives nothing when the folder `time` of the corpora is absent. Values are F1 or shares, 0 to 1.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const scorer = await loadScorer(corpora);
  if (scorer === null) return [];
  const all = SETS.flatMap(([set, language]) => {
    const rows = readRows(corpora, set);
    return rows === null ? [] : [measure(set, language, rows, scorer)];
  });
  for (const language of new Set(all.map((each) => each.language)))
    for (const line of timeRuleTable(
      all.filter((each) => each.language === language).flatMap(({ judged }) => judged),
    ))
      console.log(line);
  return [...all.flatMap(({ metrics }) => metrics), ...pooled(all)];
};
