import { civilOf, dayNumber, formatDay, formatYear, pad2 } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Frame, Resolution } from './frame.ts';
import { numberIn, plain } from './frame.ts';

const MONTHS = 12;

/** The fiscal year as it is written (with the first year of its era), or counted from that of publication. */
const fiscalYear = (node: TimeTemplate, first: number, now: number | null): number | null => {
  const year = numberIn(node, 'year');
  if (year !== null) return year + (numberIn(node, 'epoch') ?? 0);
  if (now === null) return null;
  const civil = civilOf(now);
  const short = numberIn(node, 'year2');
  if (short !== null) return civil.year - (civil.year % 100) + short;
  const current = civil.month < first ? civil.year - 1 : civil.year;
  return current + (numberIn(node, 'yearShift') ?? 0);
};

/**
 * A fiscal year by the year it begins in: `2016年度` runs from April 2016 to March 2017. `first` of the template is the
 * month it begins with. TIMEX3 `FY2016`; EDTF the interval of its months.
 */
export const resolveFiscal = (node: TimeTemplate, { now }: Frame): Resolution | 'impossible' => {
  const first = numberIn(node, 'first') ?? 1;
  const year = fiscalYear(node, first, now);
  if (year === null) return plain('DATE', 'FYXXXX');
  const start = dayNumber(year, first, 1);
  const end = dayNumber(year, first + MONTHS, 1) - 1;
  return {
    type: 'DATE',
    value: `FY${formatYear(year)}`,
    edtf: `${formatYear(year)}-${pad2(first)}/${formatDay(end).slice(0, -3)}`,
    days: [start, end],
    anchor: numberIn(node, 'year') === null ? 'published' : 'calendar',
    period: null,
  };
};
