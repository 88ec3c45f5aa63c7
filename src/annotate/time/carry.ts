import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Anchor, Carried, Resolution } from './frame.ts';
import { wordIn } from './frame.ts';
import type { Period } from './period.ts';
import { yearCarriedBy } from './resolve.ts';
import type { Found } from './scan.ts';
import type { Tense } from './tense.ts';

// "For the nine months", "for the year": what is compared with "a year earlier" behind them is no quarter.
const SPAN_OF_ACCOUNTS = /^P(?:[3-9]M|\d\dM|1Y|[234]Q)$/;

/** The quarter that "a year earlier" goes back from. One that was itself counted back from it does not take its place. */
const quarterAfter = (carried: Carried, node: TimeTemplate, resolution: Resolution, anchor: Anchor | null) => {
  if (resolution.type === 'DURATION') return SPAN_OF_ACCOUNTS.test(resolution.value) ? null : carried.quarter;
  return anchor?.period.unit === 'Q' && wordIn(node, 'from') !== 'quarter' ? anchor : carried.quarter;
};

/** A bare year that is only looked ahead to ("the council would sit again in 1976") does not bring the story there. */
const isAside = (period: Period, tense: Tense): boolean => period.unit === 'Y' && tense === 'future';

/**
 * What is carried on after an expression has been resolved. In a narrative nothing that was counted from publication is:
 * "today" among the dates of a war does not bring the story to today.
 */
export const carryOn = (
  carried: Carried,
  resolution: Resolution,
  { node, span }: Pick<Found, 'node' | 'span'>,
  { isNarrative, tense }: { readonly isNarrative: boolean; readonly tense: Tense },
): Carried => {
  const { period } = resolution;
  const anchor = period === null ? null : { period, span };
  const quarter = quarterAfter(carried, node, resolution, anchor);
  const year = yearCarriedBy(resolution);
  if (anchor === null || year === null || (isNarrative && resolution.anchor === 'published'))
    return { ...carried, quarter };
  if (isNarrative && isAside(anchor.period, tense)) return { ...carried, quarter };
  return { year, date: anchor, quarter };
};
