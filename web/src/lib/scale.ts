import { dayAt, dayNumber } from './extent.ts';

/** A stretch of days, both included, counted since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A piece of the axis: days [from, to] drawn over [start, end] pixels of the way from the beginning. */
export interface Piece extends Stretch {
  readonly start: number;
  readonly end: number;
  readonly isGap: boolean;
}

/** An axis of days with the empty stretches drawn short. It is monotone, and each pixel names one day. */
export interface Scale {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly span: Stretch;
  /** Pixels from the left of the beginning of a day; outside the span the nearest end. */
  readonly at: (day: number) => number;
  /** The day at a pixel, a fraction of a day included. */
  readonly day: (x: number) => number;
  /** Days per pixel where nothing is compressed. */
  readonly density: number;
}

/** Widest a compressed stretch is drawn, in pixels. */
const GAP_WIDTH = 28;

/** Lays the days of a span over a width; `isFlipped` runs from right to left, as in right-to-left scripts. */
export const brokenScale = (
  span: Stretch,
  gaps: readonly Stretch[],
  width: number,
  isFlipped = false,
): Scale => {
  const whole = { from: span.from, to: Math.max(span.to, span.from) };
  const pieces = layOut(cutAt(whole, gaps), Math.max(1, width));
  const mirror = (x: number): number => (isFlipped ? Math.max(1, width) - x : x);
  const open = pieces.find(({ isGap }) => !isGap) ?? pieces[0];
  return {
    pieces,
    width: Math.max(1, width),
    span: whole,
    at: (day) => mirror(along(pieces, day)),
    day: (x) => dayAlong(pieces, mirror(x)),
    density: open === undefined ? 1 : (open.to + 1 - open.from) / Math.max(1e-9, open.end - open.start),
  };
};

/** Parts a span at its gaps; gaps that lie outside, overlap or leave nothing are cut down or left out. */
const cutAt = (
  span: Stretch,
  gaps: readonly Stretch[],
): readonly (Stretch & { readonly isGap: boolean })[] => {
  const cut: (Stretch & { readonly isGap: boolean })[] = [];
  let next = span.from;
  for (const gap of [...gaps].sort((a, b) => a.from - b.from)) {
    const from = Math.max(gap.from, next);
    const to = Math.min(gap.to, span.to);
    if (to < from) continue;
    if (from > next) cut.push({ from: next, to: from - 1, isGap: false });
    cut.push({ from, to, isGap: true });
    next = to + 1;
  }
  if (next <= span.to) cut.push({ from: next, to: span.to, isGap: false });
  return cut;
};

const layOut = (
  stretches: readonly (Stretch & { readonly isGap: boolean })[],
  width: number,
): readonly Piece[] => {
  const days = (isGap: boolean): number =>
    stretches
      .filter((stretch) => stretch.isGap === isGap)
      .reduce((sum, { from, to }) => sum + to + 1 - from, 0);
  const gaps = stretches.filter(({ isGap }) => isGap).length;
  const isAllGap = gaps === stretches.length;
  // Never more than a third of the width, and never wider than the stretch would be without a break.
  const even = width / Math.max(1, days(true) + days(false));
  const gapWidth = isAllGap ? width / Math.max(1, gaps) : Math.min(GAP_WIDTH, width / 3 / Math.max(1, gaps));
  const widthOf = ({ from, to, isGap }: (typeof stretches)[number]): number =>
    isGap ? (isAllGap ? gapWidth : Math.min(gapWidth, even * (to + 1 - from))) : 0;
  const left = width - stretches.reduce((sum, stretch) => sum + widthOf(stretch), 0);
  const perDay = left / Math.max(1, days(false));
  let start = 0;
  return stretches.map((stretch) => {
    const end = start + (stretch.isGap ? widthOf(stretch) : perDay * (stretch.to + 1 - stretch.from));
    const piece = { ...stretch, start, end };
    start = end;
    return piece;
  });
};

const along = (pieces: readonly Piece[], day: number): number => {
  const first = pieces[0];
  if (first === undefined || day <= first.from) return 0;
  const piece = pieces.find(({ to }) => day < to + 1);
  if (piece === undefined) return pieces.at(-1)?.end ?? 0;
  return piece.start + ((day - piece.from) / (piece.to + 1 - piece.from)) * (piece.end - piece.start);
};

const dayAlong = (pieces: readonly Piece[], x: number): number => {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || x <= 0) return first?.from ?? 0;
  const piece = pieces.find(({ end }) => x < end);
  if (piece === undefined) return last.to + 1;
  return piece.from + ((x - piece.start) / (piece.end - piece.start)) * (piece.to + 1 - piece.from);
};

/** A line of the axis: the day it stands at, in days since 1970, and what it says. */
export interface Tick {
  readonly day: number;
  readonly text: string;
  readonly isYear: boolean;
}

type Unit = readonly ['day' | 'month' | 'year', number];
const UNITS: readonly Unit[] = [
  ['day', 1],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
];
const DAYS = { day: 1, month: 30.44, year: 365.25 } as const;

/** Lines of the axis at least `apart` pixels from each other, none within a compressed stretch. */
export const ticksOf = (scale: Scale, apart: number, language = 'en'): readonly Tick[] => {
  const [unit, every] =
    UNITS.find(([name, count]) => (DAYS[name] * count) / scale.density >= apart) ?? (['year', 200] as const);
  const ticks: Tick[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const piece of scale.pieces.filter(({ isGap }) => !isGap)) {
    for (
      let day = nextBorder(piece.from, unit, every);
      day <= piece.to;
      day = nextBorder(day + 1, unit, every)
    ) {
      const x = along(scale.pieces, day);
      if (x - last < apart) continue;
      ticks.push({ day, text: tickText(day, unit, language), isYear: dayAt(day).endsWith('-01-01') });
      last = x;
    }
  }
  return ticks;
};

/** The first day on or after `day` that begins a unit. */
const nextBorder = (day: number, unit: Unit[0], every: number): number => {
  if (unit === 'day') return every === 1 ? day : Math.ceil((day - 4) / every) * every + 4;
  const [year = 0, month = 1, date = 1] = dayAt(day).split('-').map(Number);
  const at = unit === 'year' ? year * 12 : year * 12 + month - 1;
  const step = unit === 'year' ? every * 12 : every;
  const isOn = date === 1 && (unit !== 'year' || month === 1) && at % step === 0;
  const border = isOn ? at : (Math.floor(at / step) + 1) * step;
  return monthStart(border);
};

const monthStart = (months: number): number => {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return dayNumber(`${year}-${String((months % 12) + 1).padStart(2, '0')}-01`) ?? Number.POSITIVE_INFINITY;
};

const tickText = (day: number, unit: Unit[0], language: string): string => {
  const text = dayAt(day);
  const date = new Date(`${text}T00:00:00Z`);
  const year = String(Number(text.slice(0, 4)));
  if (unit === 'year' || (unit === 'month' && text.endsWith('-01-01'))) return year;
  const options: Intl.DateTimeFormatOptions =
    unit === 'month' ? { month: 'short' } : { day: 'numeric', month: 'short' };
  const words = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
  return text.slice(5, 7) === '01' && unit === 'day' && Number(text.slice(8)) <= 7
    ? `${words} ${year}`
    : words;
};

/** The day near `day` that a hand would choose at this density: the beginning of a year or month where days are too fine. */
export const snapped = (day: number, density: number): number => {
  if (density <= 3) return Math.round(day);
  const [unit, every]: Unit = density > 60 ? ['year', 1] : ['month', 1];
  const after = nextBorder(Math.round(day), unit, every);
  const before = nextBorder(Math.round(day - DAYS[unit] * every), unit, every);
  return day - before < after - day ? before : after;
};
