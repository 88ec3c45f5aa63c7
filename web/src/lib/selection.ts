import type { Facet, FacetFilter, FacetValue } from '../../../src/view/desk/types.ts';
import type { Stretch } from './scale.ts';

/** A stretch of the strip in pixels, `start` <= `end`. */
export interface PixelWindow {
  readonly start: number;
  readonly end: number;
}

/** What a hand takes hold of on the strip: an edge of the window, the window, or nothing yet. */
export type Grip = 'start' | 'end' | 'body' | 'new';

/** What lies under a pointer at `x`; edges are caught within `reach` pixels on both sides. */
export const gripAt = (x: number, window: PixelWindow | null, reach = 8): Grip => {
  if (window === null) return 'new';
  const toStart = Math.abs(x - window.start);
  const toEnd = Math.abs(x - window.end);
  if (Math.min(toStart, toEnd) <= reach) return toStart < toEnd ? 'start' : 'end';
  return x > window.start && x < window.end ? 'body' : 'new';
};

const held = (x: number, width: number): number => Math.min(width, Math.max(0, x));

/** The window after the pointer went from `from` to `x`; held within [0, width], an edge may cross the other. */
export const dragged = (
  grip: Grip,
  origin: PixelWindow | null,
  from: number,
  x: number,
  width: number,
): PixelWindow => {
  if (grip === 'new' || origin === null) return ordered(held(from, width), held(x, width));
  if (grip === 'start') return ordered(held(origin.start + x - from, width), origin.end);
  if (grip === 'end') return ordered(origin.start, held(origin.end + x - from, width));
  const by = Math.min(width - origin.end, Math.max(-origin.start, x - from));
  return { start: origin.start + by, end: origin.end + by };
};

const ordered = (a: number, b: number): PixelWindow => ({ start: Math.min(a, b), end: Math.max(a, b) });

/** The window moved earlier (-1) or later (1) by its own length, held within the span; its length stays. */
export const shifted = (window: Stretch, direction: -1 | 1, span: Stretch): Stretch => {
  const length = window.to - window.from + 1;
  const latest = Math.max(span.from, span.to - length + 1);
  const from = Math.min(latest, Math.max(span.from, window.from + direction * length));
  return { from, to: from + length - 1 };
};

/** The row that `by` rows from `index` leads to, held within the list; -1 when the list is empty. */
export const stepped = (index: number, by: number, total: number): number =>
  Math.min(total - 1, Math.max(0, index + by));

/** Filters by facet. */
export type Filters<F extends string> = Readonly<Partial<Record<F, FacetFilter>>>;

/** The filters after a value of a facet was clicked: chosen so already it is let go, else it is chosen so. */
export const toggled = <F extends string>(
  filters: Filters<F>,
  facet: F,
  value: string,
  how: 'in' | 'out',
): Filters<F> => {
  const { in: wanted, out: unwanted } = filters[facet] ?? { in: [], out: [] };
  const was = (how === 'in' ? wanted : unwanted).includes(value);
  const without = (values: readonly string[]): readonly string[] => values.filter((other) => other !== value);
  const next: FacetFilter = {
    in: how === 'in' && !was ? [...without(wanted), value] : without(wanted),
    out: how === 'out' && !was ? [...without(unwanted), value] : without(unwanted),
  };
  const rest = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet)) as Filters<F>;
  return next.in.length + next.out.length === 0 ? rest : { ...rest, [facet]: next };
};

/** Filters in which one facet asks for one value alone. */
export const only = (filters: Filters<Facet>, facet: Facet, value: string): Filters<Facet> => ({
  ...filters,
  [facet]: { in: [value], out: [] },
});

/** Values shown of a facet before one asks for more. */
const SHOWN = 8;

/** The values to show: those that a typed text is found in, or the first with the chosen ones. */
export const shownValues = (
  values: readonly FacetValue[],
  find: string,
  isWhole: boolean,
  most = SHOWN,
): readonly FacetValue[] => {
  const wanted = find.trim().toLocaleLowerCase();
  if (wanted !== '') return values.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return isWhole ? values : values.filter(({ chosen }, index) => chosen !== null || index < most);
};
