import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Anchor, Carried, Resolution } from './frame.ts';
import { wordIn } from './frame.ts';
import type { Period } from './period.ts';
import { yearCarriedBy } from './resolve.ts';
import type { Found } from './scan.ts';
import type { Tense } from './tense-kind.ts';

// "For the nine months", "for the year": what is compared with "a year earlier" behind them is no quarter.
const SPAN_OF_ACCOUNTS = /^P(?:[3-9]M|\d\dM|1Y|[234]Q)$/;

/** The quarter that "a year earlier" goes back from. One that was itself counted back from it does not take its place. */
const quarterAfter = (
  carried: Carried,
  node: TimeTemplate,
  resolution: Resolution,
  anchor: Anchor | null,
) => {
  if (resolution.type === 'DURATION') return SPAN_OF_ACCOUNTS.test(resolution.value) ? null : carried.quarter;
  return anchor?.period.unit === 'Q' && wordIn(node, 'from') !== 'quarter' ? anchor : carried.quarter;
};

// A year this deep in its sentence does not open it; years this far ahead of the story are told from its end.
const INSIDE = 4;
const FAR_AHEAD = 10;

/**
 * Whether a bare year does not bring the story to it: it is looked ahead to ("the council would sit again in 1976"), or
 * it stands inside a sentence and lies before the story ("a friend of 1954") or far behind its end ("papers opened in
 * 2005").
 */
const isAside = (carried: Carried, period: Period, at: number, tense: Tense): boolean => {
  if (period.unit !== 'Y' || carried.year === null) return false;
  const ahead = period.index - carried.year;
  return tense === 'future' || (at > INSIDE && (ahead < 0 || ahead >= FAR_AHEAD));
};

/**
 * What is carried on after an expression has been resolved. In a narrative nothing that was counted from publication is:
 * "today" among the dates of a war does not bring the story to today.
 */
export const carryOn = (
  carried: Carried,
  resolution: Resolution,
  { node, span, at }: Pick<Found, 'node' | 'span' | 'at'>,
  { isNarrative, tense }: { readonly isNarrative: boolean; readonly tense: Tense },
): Carried => {
  const { period } = resolution;
  const isDated = resolution.anchor === 'calendar' || typeof resolution.anchor === 'object';
  const anchor = period === null ? null : { period, span, isDated };
  const quarter = quarterAfter(carried, node, resolution, anchor);
  const year = yearCarriedBy(resolution);
  if (anchor === null || year === null || (isNarrative && resolution.anchor === 'published'))
    return { ...carried, quarter };
  if (isNarrative && isAside(carried, anchor.period, at, tense)) return { ...carried, quarter };
  return { ...carried, year, date: anchor, here: anchor, quarter };
};
