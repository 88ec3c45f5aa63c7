import { placeOf, TRAINED_SHARE } from '../../eval/lib/parts.ts';
import type { Shares } from '../../eval/tasks/shingles.ts';
import { aggregate, shinglesShares } from '../../eval/tasks/shingles.ts';
import { emissionsOf, marginals } from '../../src/clean/text/chain.ts';
import type { Parameters } from './crf.ts';
import { GRAPH } from './gold.ts';
import type { Prepared } from './prepare.ts';

const FOLDS = 5;
const THRESHOLDS = [0.3, 0.4, 0.5, 0.55, 0.6, 0.7] as const;

/** Prints what models reach on pages of hosts that they were not trained on, and what the rules alone reach there. */
export const outOfFold = (
  gold: readonly Prepared[],
  more: readonly Prepared[],
  train: (pages: readonly Prepared[]) => Parameters,
): void => {
  const rows = new Map<number, Shares[]>(THRESHOLDS.map((threshold) => [threshold, []]));
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = gold.filter((page) => foldOf(page) === fold);
    const hosts = new Set(left.map(({ dump }) => dump.host));
    const model = train([...gold, ...more].filter(({ dump }) => !hosts.has(dump.host)));
    for (const page of left) {
      const states = marginals(emissionsOf(page.rows, model.weights), { ...model, start: GRAPH.start });
      for (const threshold of THRESHOLDS)
        rows
          .get(threshold)
          ?.push(sharesOf(page, (i) => isOpen(page, i) && (states[i]?.[1] ?? 0) >= threshold));
    }
  }
  print(
    'rules',
    gold.map((page) => sharesOf(page, (i) => isRuledBody(page, i))),
  );
  for (const [threshold, shares] of rows) print(`threshold ${threshold}`, shares);
};

const foldOf = ({ dump }: Prepared): number => Math.floor((placeOf(dump.host) / TRAINED_SHARE) * FOLDS);

const isOpen = ({ ruled }: Prepared, index: number): boolean =>
  (ruled.sure[index] ?? null) === null || index === ruled.headline;

const isRuledBody = ({ ruled }: Prepared, index: number): boolean =>
  ruled.labels[index]?.kind === 'body' ||
  (ruled.labels[index]?.rule.startsWith('clean/text/subhead') ?? false);

const sharesOf = ({ dump, blocks }: Prepared, keeps: (index: number) => boolean): Shares =>
  shinglesShares(
    dump.gold,
    blocks
      .filter((_, i) => keeps(i))
      .map(({ at }) => dump.text.slice(at.start, at.end))
      .join('\n'),
  );

const print = (name: string, shares: readonly Shares[]): void => {
  const { f1, precision, recall } = aggregate(shares);
  console.log(`${name.padEnd(16)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}`);
};
