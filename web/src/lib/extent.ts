import type { Placed } from '../../../src/view/desk/types.ts';

const MS_PER_DAY = 86_400_000;

/** Days since 1 January 1970 (before it negative) of a day `YYYY-MM-DD`; null for what is no day. */
export const dayNumber = (day: string): number | null => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.floor(ms / MS_PER_DAY);
};

/** The day `YYYY-MM-DD` of a number of days since 1 January 1970; held within the years 0000 to 9999. */
export const dayAt = (days: number): string =>
  new Date(Math.min(2_932_896, Math.max(-719_528, Math.round(days))) * MS_PER_DAY).toISOString().slice(0, 10);

/**
 * How a time is drawn: what is known to the day as a mark, anything longer as a bar without a mark in it, and what has no
 * bound at all in the tray.
 */
export interface Extent {
  readonly shape: 'day' | 'bar' | 'tray';
  /** First day, in days since 1970; null when open at that end. */
  readonly from: number | null;
  /** Last day, included; null when open at that end. */
  readonly to: number | null;
  /** `~`: the bounds are rough. */
  readonly isApproximate: boolean;
  /** `?`: the whole time is in doubt. */
  readonly isUncertain: boolean;
  /** Only the bounds of its pages place it. */
  readonly isBounded: boolean;
}

const TRAY: Extent = {
  shape: 'tray',
  from: null,
  to: null,
  isApproximate: false,
  isUncertain: false,
  isBounded: false,
};

/** How a time is drawn; null is unknown and goes to the tray. */
export const extentOf = (placed: Placed | null): Extent => {
  if (placed === null || placed.certainty === 'undated') return TRAY;
  const from = placed.earliest === null ? null : dayNumber(placed.earliest);
  const to = placed.latest === null ? null : dayNumber(placed.latest);
  if (from === null && to === null) return TRAY;
  return {
    shape: from !== null && from === to ? 'day' : 'bar',
    from,
    to,
    isApproximate: /[~%]/.test(placed.edtf),
    isUncertain: /[?%]/.test(placed.edtf),
    isBounded: placed.certainty === 'bounded',
  };
};

/** The month and year of the day that a list is ordered by: `2016-12`; null for what has none. */
export const monthOf = (placed: Placed | null): string | null =>
  placed === null || placed.certainty === 'undated'
    ? null
    : ((placed.earliest ?? placed.latest)?.slice(0, 7) ?? null);
