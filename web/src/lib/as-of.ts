import type { ClaimListQuery, DeskRow } from '../../../src/view/desk/types.ts';
import { shiftDay } from './day.ts';

/** Rows looked at for the neighbouring day; enough, since they come sorted by the day they were reported on. */
const LOOKED_AT = 100;

/** The question whose first rows were reported next to a day: before it, or after it; null day stands for today. */
export const neighbourQuery = (
  query: ClaimListQuery,
  day: ClaimListQuery['asOf'],
  step: 'previous' | 'next',
): ClaimListQuery => {
  type Bound = ClaimListQuery['from'];
  const beside = day === null ? null : (shiftDay(day, step === 'previous' ? -1 : 1) as Bound);
  return {
    ...query,
    clock: 'published',
    asOf: null,
    from: step === 'next' ? beside : null,
    to: step === 'previous' ? beside : null,
    sort: step === 'previous' ? '-published' : 'published',
    offset: 0,
    limit: LOOKED_AT,
  };
};

/**
 * The nearest day before (after) a day by whose end something more was reported. A report of which only a month is known
 * counts on the last day of the month: before that it may not have been out. Null when there is none.
 */
export const neighbourDay = (
  rows: readonly Pick<DeskRow, 'times'>[],
  day: string | null,
  step: 'previous' | 'next',
): string | null => {
  const days = rows
    .flatMap(({ times }) => times.published?.latest ?? [])
    .filter((each) => day === null || (step === 'previous' ? each < day : each > day))
    .sort();
  return (step === 'previous' ? days.at(-1) : days[0]) ?? null;
};
