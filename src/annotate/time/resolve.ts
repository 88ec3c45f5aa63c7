import { formatDay, pad2 } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import { resolveDuration, setValue } from './duration.ts';
import { resolveFiscal } from './fiscal-label.ts';
import type { Frame, Resolution } from './frame.ts';
import { numberIn, plain, wordIn } from './frame.ts';
import type { CalendarUnit, Period } from './period.ts';
import { daysOf, edtfTextOf, periodAt, shiftPeriod, timexOf, unknownValue, yearOf } from './period.ts';
import { resolveDate } from './resolve-date.ts';

/** What an expression means in its frame; `impossible` when the calendar has no such day. */
export const resolve = (node: TimeTemplate, frame: Frame): Resolution | 'impossible' => {
  switch (wordIn(node, 'kind')) {
    case 'date':
      return resolveDateNode(node, frame);
    case 'shift':
      return inStory(node, frame) ?? resolveShift(node, frame);
    case 'duration':
      return resolveDuration(node, frame);
    case 'set':
      return plain('SET', setValue(node) + (clockOf(node) ?? ''));
    case 'fiscal':
      return resolveFiscal(node, frame);
    case 'named':
      return resolveNamed(node);
    default:
      return plain(wordIn(node, 'type') === 'TIME' ? 'TIME' : 'DATE', wordIn(node, 'value') ?? 'PRESENT_REF');
  }
};

const resolveDateNode = (node: TimeTemplate, frame: Frame): Resolution | 'impossible' => {
  const result = resolveDate(node, frame);
  if (result.kind === 'impossible') return 'impossible';
  if (result.kind === 'unknown') return withClock(plain('DATE', result.value), node);
  const anchor =
    result.by === 'calendar'
      ? 'calendar'
      : result.by === 'carried' && frame.carried.date !== null
        ? frame.carried.date
        : 'published';
  const isWeek = wordIn(node, 'as') === 'W' && result.period.unit === 'D';
  return ofPeriod(isWeek ? periodAt('W', result.period.index) : result.period, node, frame, anchor);
};

/** The value of a period, with its part of the day or clock time, and its days up to or from publication. */
const ofPeriod = (
  period: Period,
  node: TimeTemplate,
  frame: Frame,
  anchor: Resolution['anchor'],
): Resolution => {
  const base: Resolution = {
    type: 'DATE',
    value: timexOf(period),
    edtf: edtfTextOf(period),
    days: daysOf(period),
    anchor,
    period,
  };
  return withClock(bounded(base, wordIn(node, 'mod'), frame.now), node);
};

/** Days of the month that its three tens begin behind: the first, second and last ten days (上旬, 中旬, 下旬). */
const TENS: Readonly<Record<string, number>> = { TEN1: 0, TEN2: 10, TEN3: 20 };

const tenOfMonth = (base: Resolution, behind: number): Resolution => {
  if (base.days === null) return base;
  const first = base.days[0] + behind;
  const days: readonly [number, number] = [first, behind === 20 ? base.days[1] : first + 9];
  return { ...base, days, edtf: `${formatDay(days[0])}/${formatDay(days[1])}` };
};

/** "earlier this year" ends, "later this year" begins with the day of publication, when that lies in it. */
const bounded = (base: Resolution, mod: string | null, now: number | null): Resolution => {
  if (base.period?.unit === 'M' && mod !== null && mod in TENS) return tenOfMonth(base, TENS[mod] ?? 0);
  if (base.days === null || now === null || (mod !== 'BEFORE' && mod !== 'AFTER')) return base;
  const [first, last] = base.days;
  if (now < first || now > last) return base;
  const days: readonly [number, number] = mod === 'BEFORE' ? [first, now] : [now, last];
  if (days[0] === first && days[1] === last) return base;
  return {
    ...base,
    days,
    edtf: days[0] === days[1] ? formatDay(now) : `${formatDay(days[0])}/${formatDay(days[1])}`,
  };
};

const NOON = 12;

const clockOf = (node: TimeTemplate): string | null => {
  const written = wordIn(node, 'clock');
  if (written !== null) return `T${written}${wordIn(node, 'zone') ?? ''}`;
  const part = wordIn(node, 'part');
  const hour = numberIn(node, 'hour');
  if (hour === null) return part === null ? null : `T${part}`;
  const half = wordIn(node, 'meridiem');
  const late = half === 'PM' || (half === null && (part === 'AF' || part === 'EV')) ? NOON : 0;
  const isTwelve = half !== null && hour === NOON;
  const counted = hour > NOON ? hour : (isTwelve ? 0 : hour) + late;
  return `T${pad2(counted)}:${pad2(numberIn(node, 'minute') ?? 0)}${wordIn(node, 'zone') ?? ''}`;
};

const withClock = (resolution: Resolution, node: TimeTemplate): Resolution => {
  const clock = clockOf(node);
  if (clock === null) return resolution;
  return { ...resolution, type: 'TIME', value: `${resolution.value}${clock}` };
};

const CALENDAR_UNITS: readonly string[] = ['D', 'W', 'WE', 'M', 'S', 'Q', 'H', 'Y', 'DE', 'CE'];
const isCalendarUnit = (unit: string): unit is CalendarUnit => CALENDAR_UNITS.includes(unit);

/** What is not counted in units: "by that time", and "today" among the dates of long ago; null for the rest. */
const inStory = (node: TimeTemplate, frame: Frame): Resolution | null => {
  if (wordIn(node, 'unit') === 'SAME') return sameTime(node, frame);
  const value = wordIn(node, 'inStory');
  return value !== null && frame.isNarrative ? plain('DATE', value) : null;
};

const FINER: Readonly<Record<string, readonly [string, number]>> = {
  Y: ['M', 12],
  DE: ['Y', 10],
  CE: ['Y', 100],
};

/** A year and a half is eighteen months: half steps are counted in the next finer unit. */
const stepsOf = (node: TimeTemplate): { readonly unit: string; readonly count: number | null } => {
  const unit = wordIn(node, 'unit') ?? 'D';
  const number = numberIn(node, 'count');
  const count = number === null ? null : number + (numberIn(node, 'plus') ?? 0);
  const finer = count === null || Number.isInteger(count) ? undefined : FINER[unit];
  return finer === undefined || count === null
    ? { unit, count }
    : { unit: finer[0], count: count * finer[1] };
};

/** "last month", "two years ago", "the next day": so many units from publication or from the last date of the text. */
const resolveShift = (node: TimeTemplate, frame: Frame): Resolution => {
  const { unit, count } = stepsOf(node);
  const sign = numberIn(node, 'sign') ?? 0;
  if (count === null && wordIn(node, 'count') !== null)
    return plain('DATE', sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (!isCalendarUnit(unit)) return plain('TIME', sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const steps = sign * Math.round(count ?? 1);
  const start = startOf(node, frame);
  if (start === null || isTooCoarse(unit, start.anchor))
    return withClock(plain('DATE', unknownValue(unit)), node);
  if (unit === 'WE' && numberIn(node, 'near') !== null) return nearWeekend(node, frame, start.day);
  return ofPeriod(steppedFrom(start.day, unit, steps, node, frame), node, frame, start.anchor);
};

/** So many units from a day; next to a quarter or "the same month" so many years from that. */
const steppedFrom = (
  day: number,
  unit: CalendarUnit,
  steps: number,
  node: TimeTemplate,
  frame: Frame,
): Period => {
  const finer = sameQuarter(node, unit, frame) ?? samePart(node, frame);
  return finer === null
    ? shiftPeriod(periodAt(unit, day), steps)
    : shiftPeriod(finer, steps * (PARTS_OF_YEAR[finer.unit] ?? 1));
};

/** "by that time": the last date of the text, whatever its unit. */
const sameTime = (node: TimeTemplate, frame: Frame): Resolution => {
  const { date } = frame.carried;
  return date === null ? plain('DATE', 'PAST_REF') : ofPeriod(date.period, node, frame, date);
};

/** "the weekend" is the last one that has begun; the coming one when the words around look ahead. */
const nearWeekend = (node: TimeTemplate, frame: Frame, day: number): Resolution => {
  const current = periodAt('WE', day);
  const isAhead = frame.tense === 'future' || daysOf(current)[0] <= day;
  return ofPeriod(isAhead ? current : shiftPeriod(current, -1), node, frame, 'published');
};

/** Next to a quarter, "a year earlier" means the same quarter of the year before. */
const sameQuarter = (node: TimeTemplate, unit: CalendarUnit, frame: Frame): Period | null =>
  unit === 'Y' && wordIn(node, 'from') === 'quarter' && !frame.isNarrative
    ? (frame.carried.quarter?.period ?? null)
    : null;

const PARTS_OF_YEAR: Readonly<Partial<Record<CalendarUnit, number>>> = { M: 12, S: 4, Q: 4, H: 2 };

/** "the same month of the year before": the month, quarter or half that the text has told last, in another year. */
const samePart = (node: TimeTemplate, { carried }: Frame): Period | null => {
  const period = wordIn(node, 'from') === 'part' ? (carried.date?.period ?? null) : null;
  return period !== null && PARTS_OF_YEAR[period.unit] !== undefined ? period : null;
};

const FINE: readonly string[] = ['D', 'WE', 'W'];

/** Whether days are counted from a year or a quarter: "two days later" behind "in 1956" is no day that could be told. */
const isTooCoarse = (unit: CalendarUnit, anchor: Resolution['anchor']): boolean =>
  unit === 'D' && typeof anchor !== 'string' && !FINE.includes(anchor.period.unit);

const startOf = (
  node: TimeTemplate,
  frame: Frame,
): { readonly day: number; readonly anchor: Resolution['anchor'] } | null => {
  const from = wordIn(node, 'from');
  const { date, here } = frame.carried;
  if (from === 'day' && date?.period.unit === 'D') return { day: date.period.index, anchor: date };
  // "on Friday … at 10:30": the day of the same sentence.
  if (from === 'here' && here?.period.unit === 'D') return { day: here.period.index, anchor: here };
  if (from === 'verb' && frame.tense === 'past' && date !== null)
    return { day: daysOf(date.period)[0], anchor: date };
  if (date !== null && (from === 'text' || (from !== null && frame.now === null)))
    return { day: daysOf(date.period)[0], anchor: date };
  return frame.now === null ? null : { day: frame.now, anchor: 'published' };
};

/** A period with a name: its EDTF is in knowledge, its TIMEX3 value is what its two ends have in common. */
const resolveNamed = (node: TimeTemplate): Resolution => {
  const edtf = wordIn(node, 'edtf') ?? '';
  const [from = '', to = from] = edtf.replaceAll(/[~?%]/g, '').split('/');
  return { ...plain('DATE', commonValue(from, to)), edtf, anchor: 'calendar' };
};

/** `1945` of 1945-08 and 1945-09, `2016-09` of two days of it, `1939/1945` when even the years differ. */
const commonValue = (from: string, to: string): string => {
  const [a, b] = [from.split('-'), to.split('-')];
  const shared = a.findIndex((part, i) => part !== b[i]);
  if (shared < 0) return from;
  return shared === 0 ? `${from}/${to}` : a.slice(0, shared).join('-');
};

/** The year that later dates may carry on from a resolution, or null. */
export const yearCarriedBy = (resolution: Resolution): number | null =>
  resolution.period === null || resolution.period.unit === 'DE' || resolution.period.unit === 'CE'
    ? null
    : yearOf(resolution.period);
