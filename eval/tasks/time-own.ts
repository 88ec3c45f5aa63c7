import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimeExpression } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { MarkedText } from '../lib/marked-times.ts';
import { readMarkedTexts } from '../lib/marked-times.ts';
import type { Item, Metric } from '../lib/metric.ts';
import type { Ruling } from '../lib/rule-table.ts';
import { ruleTable } from '../lib/rule-table.ts';
import { knowledgeOfTime, timesOfRow } from '../lib/time-corpus.ts';
import type { Timex, TimexFigures, TimexPair } from '../lib/timex-score.ts';
import { alignTimexes, timexFigures } from '../lib/timex-score.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LANGUAGES = ['ru', 'ja'] as const;
const FIGURES: readonly (readonly [string, keyof TimexFigures])[] = [
  ['value-f1', 'value'],
  ['type-f1', 'type'],
  ['relaxed-f1', 'relaxed'],
  ['strict-f1', 'strict'],
];

interface FoundTimex extends Timex {
  readonly rule: string;
}

interface Scored extends TimexPair<FoundTimex> {
  readonly row: MarkedText;
  readonly matches: readonly (FoundTimex | null)[];
}

/**
 * Russian and Japanese times on sentences of our own. Texts with an odd number are for tuning; those with an even number
 * only measure, and so do those of `fresh.txt`, written when the rules stood: the wrong values of the odd half alone are
 * printed.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = knowledgeOfTime(ROOT);
  return LANGUAGES.flatMap((language) => {
    const score = (file: string): readonly Scored[] =>
      readMarkedTexts(readFileSync(join(ROOT, 'eval', 'corpora', `time-${language}`, file), 'utf8')).map(
        (row) => scoreText(row, language, knowledge),
      );
    const [scored, fresh] = [score('gold.txt'), score('fresh.txt')];
    const tuning = scored.filter(({ row }) => numberOf(row) % 2 === 1);
    const test = scored.filter(({ row }) => numberOf(row) % 2 === 0);
    for (const line of tuning.flatMap(wrongLines)) console.log(line);
    for (const line of ruleTable(scored.flatMap(rulingsOf), 'expressions')) console.log(line);
    const halves = { tuning, test, all: scored, fresh };
    return Object.entries(halves).flatMap(([half, texts]) =>
      metricsOf(`time-own/${language}/${half}`, texts),
    );
  });
};

const numberOf = ({ id }: MarkedText): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

const scoreText = (row: MarkedText, language: string, knowledge: Knowledge): Scored => {
  const found = timesOfRow(row, language, knowledge).map(toTimex);
  const pair = { gold: row.timexes, found };
  return { ...pair, row, matches: alignTimexes(pair) };
};

const toTimex = ({ span, type, value, rule }: TimeExpression): FoundTimex => ({ ...span, type, value, rule });

const metricsOf = (prefix: string, texts: readonly Scored[]): readonly Metric[] => {
  const items = texts.flatMap(itemsOf);
  const figures = timexFigures(texts);
  return [
    { metric: `${prefix}/values-right`, value: figures.valuesRight, n: items.length, items },
    ...FIGURES.map(
      ([name, field]): Metric => ({
        metric: `${prefix}/${name}`,
        value: figures[field],
        n: items.length,
        spread: bootstrap(texts, (sample) => timexFigures(sample)[field]),
      }),
    ),
  ];
};

const itemsOf = ({ row, gold, matches }: Scored): readonly Item[] =>
  gold.map(({ value }, i) => {
    const match = matches[i] ?? null;
    const item = { id: `${row.id}:${i}`, ok: match?.value === value };
    return match === null ? item : { ...item, rule: match.rule };
  });

/** What each rule found: its expressions are kept, rightly when the gold has that value there; what none found is left. */
const rulingsOf = ({ gold, found, matches }: Scored): readonly Ruling[] => [
  ...found.map((each) => {
    const at = matches.indexOf(each);
    return { rule: each.rule, kept: true, gold: at >= 0 && gold[at]?.value === each.value, words: 1 };
  }),
  ...matches.flatMap((match) =>
    match === null ? [{ rule: 'none', kept: false, gold: true, words: 1 }] : [],
  ),
];

/** Missed, wrong and surplus expressions of a text. */
const wrongLines = ({ row, gold, found, matches }: Scored): readonly string[] => {
  const show = (each: Timex): string =>
    `"${row.text.slice(each.start, each.end)}" ${each.type} ${each.value}`;
  const wrong = gold.flatMap((of, i) => {
    const match = matches[i] ?? null;
    if (match === null) return [`${row.id} missed  ${show(of)}`];
    return match.value === of.value && match.type === of.type
      ? []
      : [`${row.id} wrong   ${show(of)}: ${show(match)} [${match.rule}]`];
  });
  const surplus = found.filter((each) => !matches.includes(each));
  return [...wrong, ...surplus.map((each) => `${row.id} surplus ${show(each)} [${each.rule}]`)];
};
