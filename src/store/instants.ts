import type { Instant } from '../model/brand.ts';
import { instant } from '../model/brand.ts';
import { DemarcheError } from '../model/error.ts';

/**
 * `value` to the millisecond, so that instants compare as strings: finer digits are cut off, which changes no answer
 * because stores write whole milliseconds. @throws DemarcheError `usage` when there is no such moment.
 */
export const toMilliseconds = (value: Instant): Instant => {
  const time = Date.parse(value.replace(/(\.\d{3})\d+Z$/, '$1Z'));
  if (Number.isNaN(time))
    throw new DemarcheError('usage', `no such moment: ${value}`, {
      hint: 'write moments as 2024-05-31T12:00:00Z',
    });
  return instant(new Date(time).toISOString());
};

/** The moment of the next transaction: `now`, or one millisecond after `last` when the clock stands or went back. */
export const nextInstant = (now: Instant, last: Instant | null): Instant => {
  const moment = toMilliseconds(now);
  if (last === null || moment > last) return moment;
  return instant(new Date(Date.parse(last) + 1).toISOString());
};
