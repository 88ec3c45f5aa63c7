import { bootstrap } from './bootstrap.ts';

/** One measured figure. Higher is better unless `better` says otherwise. */
export interface Metric {
  readonly metric: string;
  readonly value: number;
  /** Number of gold items it rests on. */
  readonly n: number;
  readonly better?: 'higher' | 'lower';
  /** What others reach on the same data, each with its source. */
  readonly baselines?: readonly { readonly name: string; readonly value: number }[];
  /** The gold items behind the figure, for what was gained and lost against the last run and for the bootstrap. */
  readonly items?: readonly Item[];
  /** Half the width of the 95 % bootstrap interval where the figure is no share of `items`; see `bootstrap`. */
  readonly spread?: number;
}

/** One gold item: found or not, and by which rule. */
export interface Item {
  readonly id: string;
  readonly ok: boolean;
  readonly rule?: string;
}

/** A task measures one thing on one corpus; it returns nothing when the corpus is not there. */
export interface Task {
  readonly name: string;
  /** Files whose digest pins the floors: relative to the corpora folder, or to the repository with `repo:` before it. */
  readonly corpus: readonly string[];
  readonly run: (corpora: string) => Promise<readonly Metric[]>;
}

/** Half the width of the 95 % bootstrap interval of a share over its items, with a fixed seed; 0 without items. */
export const interval = (items: readonly Item[] | undefined, rounds = 500): number =>
  bootstrap(items ?? [], (sample) => sample.filter(({ ok }) => ok).length / sample.length, rounds);

/** A figure that tells nothing of its single items, for what is only measured; its interval is kept. */
export const withoutItems = ({ items, ...metric }: Metric): Metric =>
  items === undefined ? metric : { ...metric, spread: metric.spread ?? interval(items) };
