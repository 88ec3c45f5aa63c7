import type { Overview } from '../../../src/view/desk/types.ts';

/** Pages published within a stretch of days. */
export type CoverageBin = Overview['coverage'][number];

/** A bar of the strip of coverage, in fractions of its width and height. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly bin: CoverageBin;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Where the bars stand and how high they are; the highest reaches 1. Empty bins give no bar. */
export const barsOf = (bins: readonly CoverageBin[]): readonly Bar[] => {
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = dayNumber(first.from);
  const whole = dayNumber(last.to) + 1 - from;
  const most = Math.max(1, ...bins.map(({ pages }) => pages));
  return bins
    .filter((bin) => bin.pages > 0)
    .map((bin) => ({
      x: (dayNumber(bin.from) - from) / whole,
      width: (dayNumber(bin.to) + 1 - dayNumber(bin.from)) / whole,
      height: bin.pages / most,
      bin,
    }));
};

/** The years to write below a strip: at most `most`, evenly apart, each with its place in fractions of the width. */
export const yearsOf = (
  bins: readonly CoverageBin[],
  most: number,
): readonly { readonly year: number; readonly x: number }[] => {
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [dayNumber(first.from), dayNumber(last.to) + 1];
  const [begin, end] = [Number(first.from.slice(0, 4)), Number(last.to.slice(0, 4))];
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (end - begin) / years < most) ?? 1000;
  const years: { readonly year: number; readonly x: number }[] = [];
  for (let year = Math.ceil(begin / step) * step; year <= end; year += step) {
    const x = (dayNumber(`${String(year).padStart(4, '0')}-01-01`) - from) / (to - from);
    if (x >= 0 && x <= 1) years.push({ year, x });
  }
  return years;
};
