import { bootstrap } from './bootstrap.ts';
import type { Item, Metric } from './metric.ts';
import { type JudgedIssue, macroF1 } from './statements-judge.ts';
import type { Aspect, Judged } from './statements-judged.ts';

const MODES = ['direct', 'mixed', 'indirect'] as const;

/** Every figure of the articles: statements found, what is right of them, issues and stances. */
export const metricsOf = (name: string, articles: readonly Judged[]): readonly Metric[] => [
  ...['all', ...MODES].flatMap((mode) => detection(`${name}/${mode}`, articles, mode)),
  ...aspects(name, articles),
  ...issueMetrics(name, articles),
];

const detection = (name: string, articles: readonly Judged[], mode: string): readonly Metric[] => {
  const isOf = (row: { readonly mode: string }): boolean => mode === 'all' || row.mode === mode;
  const figures = (
    sample: readonly Judged[],
  ): { readonly r: number; readonly p: number; readonly f: number } => {
    const gold = sample.flatMap((article) => article.gold.filter(isOf));
    const told = sample.flatMap((article) => article.told.filter(isOf));
    const r = share(gold.filter(({ right }) => right !== null).length, gold.length);
    const p = share(told.filter(({ ok }) => ok).length, told.length);
    return { r, p, f: r + p === 0 ? 0 : (2 * r * p) / (r + p) };
  };
  const { r, p, f } = figures(articles);
  const gold = articles.flatMap((article) => article.gold.filter(isOf));
  const told = articles.flatMap((article) => article.told.filter(isOf));
  return [
    {
      metric: `${name}/recall`,
      value: r,
      n: gold.length,
      items: gold.map(({ id, rule, right }) => ({ id, rule, ok: right !== null })),
    },
    {
      metric: `${name}/precision`,
      value: p,
      n: told.length,
      items: told.map(({ id, rule, ok }) => ({ id, rule, ok })),
    },
    { metric: `${name}/f1`, value: f, n: gold.length, spread: bootstrap(articles, (s) => figures(s).f, 200) },
  ];
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const ASPECTS: readonly Aspect[] = [
  'mode',
  'speaker',
  'behalf',
  'chain',
  'chain-where-any',
  'addressee',
  'venue',
  'said',
  'said-overlap',
  'act',
];

const aspects = (name: string, articles: readonly Judged[]): readonly Metric[] =>
  ASPECTS.map((aspect) => {
    const items: readonly Item[] = articles.flatMap(({ gold }) =>
      gold.flatMap(({ id, rule, right }) => {
        const ok = right?.[aspect] ?? null;
        return ok === null ? [] : [{ id, rule, ok }];
      }),
    );
    return {
      metric: `${name}/${aspect}`,
      value: share(items.filter(({ ok }) => ok).length, items.length),
      n: items.length,
      items,
    };
  });

interface Stanced {
  readonly gold: string;
  readonly told: string;
}

/** Issues that both have, with both stances. */
const stanced = (rows: readonly JudgedIssue[]): readonly Stanced[] =>
  rows.flatMap(({ gold, told }) => (gold === null || told === null ? [] : [{ gold, told }]));

const issueMetrics = (name: string, articles: readonly Judged[]): readonly Metric[] => {
  const sets = {
    found: (sample: readonly Judged[]) => sample.flatMap(({ gold }) => gold.flatMap((row) => row.issues)),
    given: (sample: readonly Judged[]) => sample.flatMap(({ gold }) => gold.flatMap((row) => row.given)),
  };
  return Object.entries(sets).flatMap(([set, rowsOf]) => {
    const rows = rowsOf(articles);
    const pairs = stanced(rows);
    const conditions = rows.flatMap(({ condition }) => condition ?? []);
    const end = set === 'found' ? '' : `-${set}`;
    return [
      {
        metric: `${name}/issue${end}-f1`,
        value: issueF1(rows),
        n: rows.filter(({ gold }) => gold !== null).length,
        spread: bootstrap(articles, (sample) => issueF1(rowsOf(sample)), 200),
      },
      {
        metric: `${name}/stance${end}-macro-f1`,
        value: macroF1(pairs),
        n: pairs.length,
        spread: bootstrap(articles, (sample) => macroF1(stanced(rowsOf(sample))), 200),
      },
      {
        metric: `${name}/stance${end}`,
        value: share(pairs.filter(({ gold, told }) => gold === told).length, pairs.length),
        n: pairs.length,
        spread: bootstrap(
          articles,
          (sample) => {
            const drawn = stanced(rowsOf(sample));
            return share(drawn.filter(({ gold, told }) => gold === told).length, drawn.length);
          },
          200,
        ),
      },
      {
        metric: `${name}/condition${end}`,
        value: share(conditions.filter((ok) => ok).length, conditions.length),
        n: conditions.length,
      },
    ];
  });
};

const issueF1 = (rows: readonly JudgedIssue[]): number => {
  const both = rows.filter(({ gold, told }) => gold !== null && told !== null).length;
  const all =
    rows.filter(({ gold }) => gold !== null).length + rows.filter(({ told }) => told !== null).length;
  return all === 0 ? 0 : (2 * both) / all;
};
