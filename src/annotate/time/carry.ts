import type { Span } from '../../model/span.ts';
import type { Carried, Resolution } from './frame.ts';
import { yearCarriedBy } from './resolve.ts';

/**
 * What is carried on after an expression has been resolved. In a narrative nothing that was counted from publication is:
 * "today" among the dates of a war does not bring the story to today.
 */
export const carryOn = (
  carried: Carried,
  resolution: Resolution,
  span: Span,
  isNarrative: boolean,
): Carried => {
  const { period } = resolution;
  const year = yearCarriedBy(resolution);
  if (period === null || year === null || (isNarrative && resolution.anchor === 'published')) return carried;
  const anchor = {
    period,
    span,
    isDated: resolution.anchor === 'calendar' || typeof resolution.anchor === 'object',
  };
  return {
    year,
    date: anchor,
    here: anchor,
    before: carried.before,
    quarter: period.unit === 'Q' ? anchor : carried.quarter,
  };
};
