import { dayNumber, formatDay, isCivilDay, parseDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { edtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange, Reading } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import type { Dateline } from '../marks/dateline.ts';

/** A dateline's day without a year, of which only one lies in the bounds of the page. Example: `VALDORIA, [Nov 1] (Kestrel) —` */
export const DATELINE_IN_BOUNDS: RuleId = ruleId('clean/published/dateline-bounded@1');

const DAY = /\d{1,2}/;
const NAME = /\p{L}{3,}/u;

/** The day of the dateline in the one year that the bounds leave, or null. */
export const datelineDay = (
  text: string,
  dateline: Dateline | null,
  bounded: Reading<DateRange>,
  words: Words,
): Reading<DateRange> | null => {
  const bounds = bounded.value;
  if (dateline?.day == null || bounds.earliest === null || bounds.latest === null) return null;
  const raw = cover(text, dateline.day);
  const month = words.months.get(NAME.exec(raw)?.[0].toLowerCase() ?? '');
  const day = Number(DAY.exec(raw)?.[0] ?? 0);
  if (month === undefined || /\d{4}/.test(raw)) return null;
  const [only, second] = daysWithin(month, day, bounds.earliest, bounds.latest);
  if (only === undefined || second !== undefined) return null;
  const value = rangeOf(edtf(only));
  const made = { value, at: dateline.day, raw, rule: DATELINE_IN_BOUNDS, rejected: null };
  return bounded.because === undefined ? made : { ...made, because: bounded.because };
};

/** The days of that month and day between two days, both included. */
const daysWithin = (month: number, day: number, earliest: Day, latest: Day): readonly string[] => {
  const [from, to] = [parseDay(earliest) ?? 0, parseDay(latest) ?? 0];
  const days: string[] = [];
  for (let year = Number(earliest.slice(0, 4)); year <= Number(latest.slice(0, 4)); year++) {
    const number = isCivilDay(year, month, day) ? dayNumber(year, month, day) : null;
    if (number !== null && number >= from && number <= to) days.push(formatDay(number));
  }
  return days;
};
