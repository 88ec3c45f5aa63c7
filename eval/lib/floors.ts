import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metric, Task } from './metric.ts';

/** A pinned score: the figure, and the digest of the corpus it was measured on. */
export interface Floor {
  readonly floor: number;
  readonly corpus: string;
}

export type Floors = Readonly<Record<string, Floor>>;

/** How far a figure may fall below its floor before the gate fails: rounding, not regressions. */
const EPSILON = 0.002;

const FILE = fileURLToPath(new URL('../floors.json', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The pinned floors. */
export const readFloors = (): Floors =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Floors) : {};

/** sha256 over the files of a corpus in order; null when one is missing. */
export const corpusDigest = (task: Task, corpora: string): string | null => {
  const hash = createHash('sha256');
  for (const name of task.corpus) {
    const path = name.startsWith('repo:') ? join(ROOT, name.slice(5)) : join(corpora, name);
    if (!existsSync(path)) return null;
    hash.update(readFileSync(path));
  }
  return hash.digest('hex');
};

/** What is wrong with the figures against the floors. */
export const violations = (
  metrics: readonly Metric[],
  corpus: string | null,
  floors: Floors,
): readonly string[] =>
  metrics.flatMap((metric) => {
    const floor = floors[metric.metric];
    if (floor === undefined) return [`${metric.metric}: no floor is pinned (npm run eval -- --update)`];
    if (floor.corpus !== corpus)
      return [`${metric.metric}: its corpus is not the one the floor was pinned on`];
    if (!isWorse(metric, metric.value, floor.floor, EPSILON)) return [];
    return [`${metric.metric}: ${metric.value.toFixed(4)} is worse than its floor ${floor.floor.toFixed(4)}`];
  });

/** Whether a figure is worse than another by more than `by`: less, or more where lower is better. */
const isWorse = ({ better }: Metric, value: number, than: number, by: number): boolean =>
  better === 'lower' ? value > than + by : value < than - by;

/**
 * The floors with the figures pinned, and what was refused: a floor on the same corpus falls only when `allowRegression` is
 * given.
 */
export const pinned = (
  rows: readonly { readonly metric: Metric; readonly corpus: string }[],
  old: Floors,
  allowRegression: boolean,
): { readonly floors: Floors; readonly refused: readonly string[] } => {
  const floors: Record<string, Floor> = { ...old };
  const refused: string[] = [];
  for (const { metric, corpus } of rows) {
    const before = old[metric.metric];
    const value = Math.floor(metric.value * 10_000) / 10_000;
    if (
      before !== undefined &&
      before.corpus === corpus &&
      isWorse(metric, value, before.floor, 0) &&
      !allowRegression
    )
      refused.push(`${metric.metric}: ${value} is worse than ${before.floor}`);
    else floors[metric.metric] = { floor: value, corpus };
  }
  return { floors, refused };
};

/** Writes the floors, one a line in order of name. */
export const writeFloors = (floors: Floors): void => {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 1)}\n`);
};
