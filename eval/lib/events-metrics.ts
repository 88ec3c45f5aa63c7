import { bootstrap } from './bootstrap.ts';
import { EVENT_ASPECTS, type EventAspect, type JudgedEvents, type JudgedGold } from './events-judge.ts';
import { accuracy, cohensKappa } from './kappa.ts';
import type { Item, Metric } from './metric.ts';

type Sample = readonly JudgedEvents[];

/** What a pair must agree on to count as one event: its type, and more. */
const LEVELS = {
  /** Type, and nobody who takes part missing or too many. */
  f1: {
    gold: (row: JudgedGold) => row.right?.participants === true,
    told: (row: JudgedEvents['told'][number]) => row.ok && row.participants,
  },
  /** Type alone. */
  'type-f1': {
    gold: (row: JudgedGold) => row.right !== null,
    told: (row: JudgedEvents['told'][number]) => row.ok,
  },
  /** Type, and nobody too many: as the events of the seeds are read. */
  'parties-f1': {
    gold: (row: JudgedGold) => row.right?.parties === true,
    told: (row: JudgedEvents['told'][number]) => row.ok && row.parties,
  },
  /** Root alone. */
  'root-f1': {
    gold: (row: JudgedGold) => row.rootFound,
    told: (row: JudgedEvents['told'][number]) => row.root,
  },
} as const;

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const golds = (sample: Sample): readonly JudgedGold[] => sample.flatMap(({ gold }) => gold);

const tolds = (sample: Sample): JudgedEvents['told'] => sample.flatMap(({ told }) => told);

const harmonic = (recall: number, precision: number): number =>
  recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);

const f1Of = (sample: Sample, { gold, told }: (typeof LEVELS)[keyof typeof LEVELS]): number =>
  harmonic(
    ratio(golds(sample).filter(gold).length, golds(sample).length),
    ratio(tolds(sample).filter(told).length, tolds(sample).length),
  );

const shareOf = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: ratio(items.filter(({ ok }) => ok).length, items.length),
  n: items.length,
  items,
});

const detection = (name: string, sample: Sample): readonly Metric[] => [
  ...Object.entries(LEVELS).map(([level, rule]) => ({
    metric: `${name}/${level}`,
    value: f1Of(sample, rule),
    n: golds(sample).length,
    spread: bootstrap(sample, (drawn) => f1Of(drawn, rule), 200),
  })),
  shareOf(
    `${name}/recall`,
    golds(sample).map((row) => ({ id: row.id, rule: row.rule, ok: LEVELS.f1.gold(row) })),
  ),
  shareOf(
    `${name}/precision`,
    tolds(sample).map((row) => ({ id: row.id, rule: row.rule, ok: LEVELS.f1.told(row) })),
  ),
  shareOf(
    `${name}/type-recall`,
    golds(sample).map((row) => ({ id: row.id, rule: row.rule, ok: row.right !== null })),
  ),
  shareOf(
    `${name}/type-precision`,
    tolds(sample).map(({ id, rule, ok }) => ({ id, rule, ok })),
  ),
];

const castF1 = (sample: Sample): number => {
  const casts = golds(sample).flatMap(({ cast }) => cast ?? []);
  const sum = (of: 'covered' | 'gold' | 'right' | 'told'): number =>
    casts.reduce((total, cast) => total + cast[of], 0);
  return harmonic(ratio(sum('covered'), sum('gold')), ratio(sum('right'), sum('told')));
};

const aspect = (name: string, sample: Sample, of: EventAspect): Metric => {
  const items = golds(sample).flatMap(({ id, rule, right }): readonly Item[] => {
    const ok = right?.[of] ?? null;
    return ok === null ? [] : [{ id, rule, ok }];
  });
  return shareOf(`${name}/${of}`, items);
};

const kappas = (name: string, sample: Sample): readonly Metric[] => {
  const realis = (drawn: Sample) => golds(drawn).flatMap((row) => row.realis ?? []);
  const types = (drawn: Sample) => golds(drawn).flatMap(({ there }) => there ?? []);
  return [
    {
      metric: `${name}/realis-kappa`,
      value: cohensKappa(realis(sample)),
      n: realis(sample).length,
      spread: bootstrap(sample, (drawn) => cohensKappa(realis(drawn)), 200),
    },
    {
      metric: `${name}/type-there`,
      value: accuracy(types(sample)),
      n: types(sample).length,
      spread: bootstrap(sample, (drawn) => accuracy(types(drawn)), 200),
    },
    {
      metric: `${name}/type-kappa`,
      value: cohensKappa(types(sample)),
      n: types(sample).length,
      spread: bootstrap(sample, (drawn) => cohensKappa(types(drawn)), 200),
    },
    shareOf(
      `${name}/root`,
      golds(sample).flatMap(({ id, rule, there }) =>
        there === null ? [] : [{ id, rule, ok: there.sameRoot }],
      ),
    ),
  ];
};

/**
 * Figures of events: those found by type and who takes part (`f1`), by type, by type with nobody too many, by root; of those
 * found by type the fields; of what stands at the very anchor the type and root. Intervals are drawn over articles.
 */
export const eventMetrics = (name: string, sample: Sample): readonly Metric[] => [
  ...detection(name, sample),
  {
    metric: `${name}/participants-f1`,
    value: castF1(sample),
    n: golds(sample).filter(({ cast }) => cast !== null).length,
    spread: bootstrap(sample, castF1, 200),
  },
  ...EVENT_ASPECTS.map((of) => aspect(name, sample, of)),
  ...kappas(name, sample),
];

/** Prints for each type, or for each rule, how many the gold has, how many are found, how many are told and rightly so. */
export const printEvents = (name: string, sample: Sample, by: 'type' | 'rule'): void => {
  const [gold, told] = [golds(sample), tolds(sample)];
  console.log(`${name} by ${by}`);
  for (const key of [...new Set([...gold, ...told].map((row) => row[by]))].sort()) {
    const mine = gold.filter((row) => row[by] === key);
    const said = told.filter((row) => row[by] === key);
    const found = mine.filter(({ right }) => right !== null);
    const full = found.filter(({ right }) => right?.participants === true);
    console.log(
      `  ${key.padEnd(44)} gold ${mine.length}, found ${found.length}, with who ${full.length}; told ${said.length}, right ${said.filter(({ ok }) => ok).length}`,
    );
  }
};
