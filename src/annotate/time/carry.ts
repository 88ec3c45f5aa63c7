import { civilOf } from '../../lib/calendar.ts';
import type { Span } from '../../model/span.ts';
import type { Carried, Resolution } from './frame.ts';
import type { Period } from './period.ts';
import { daysOf } from './period.ts';
import { yearCarriedBy } from './resolve.ts';

const monthOf = (period: Period): number | null =>
  period.unit === 'D' || period.unit === 'M' || period.unit === 'W' ? civilOf(daysOf(period)[0]).month : null;

/** What is carried on after an expression has been resolved. */
export const carryOn = (carried: Carried, resolution: Resolution, span: Span): Carried => {
  const { period } = resolution;
  const year = yearCarriedBy(resolution);
  if (period === null || year === null) return carried;
  const anchor = { period, span };
  return {
    year,
    month: monthOf(period),
    date: anchor,
    quarter: period.unit === 'Q' ? anchor : carried.quarter,
  };
};
