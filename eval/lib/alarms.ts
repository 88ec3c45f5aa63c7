import { bootstrap } from './bootstrap.ts';
import type { Item, Metric } from './metric.ts';

/** A text that tells no event, with what was coded in it all the same. */
export interface Quiet {
  readonly id: string;
  /** How many events were coded. */
  readonly alarms: number;
  /** The rule of the first of them. */
  readonly rule: string | null;
}

const per100 = (rows: readonly Quiet[]): number =>
  (100 * rows.reduce((sum, { alarms }) => sum + alarms, 0)) / rows.length;

/** Events coded per 100 texts that tell none; the lower the better. */
export const alarmsPer100 = (metric: string, rows: readonly Quiet[]): Metric => ({
  metric,
  value: per100(rows),
  n: rows.length,
  better: 'lower',
  items: rows.map(({ id, alarms, rule }): Item => ({ id, ok: alarms === 0, rule: rule ?? 'none' })),
  spread: bootstrap(rows, per100),
});
