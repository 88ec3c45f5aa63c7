import { formatDay, pad2 } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Frame, Resolution } from './frame.ts';
import { numberIn, plain, wordIn } from './frame.ts';

const UNIT_YEARS: Readonly<Record<string, number>> = { DE: 10, CE: 100 };

/** `P70Y`, `PT5H`, `P2M`, `PXY`; decades and centuries in years, half hours in minutes. */
const durationValue = (count: number | string, unit: string): string => {
  const years = UNIT_YEARS[unit];
  if (years !== undefined) return typeof count === 'number' ? `P${count * years}Y` : 'PXY';
  if (unit === 'TH' && typeof count === 'number' && count % 1 === 0.5)
    return count < 1 ? 'PT30M' : `PT${Math.floor(count)}H30M`;
  return unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;
};

/** The count of a length, with the half that some languages write behind the unit (`1年半`); `X` when it is vague. */
const countOf = (node: TimeTemplate): number | string => {
  const count = numberIn(node, 'count');
  return count === null ? (wordIn(node, 'count') ?? 'X') : count + (numberIn(node, 'plus') ?? 0);
};

/** The smaller unit of "four years and five months" or "two hours and twenty minutes". */
const remainderOf = (node: TimeTemplate): string => {
  const rest = numberIn(node, 'months') ?? numberIn(node, 'minutes');
  return rest === null ? '' : `${rest}M`;
};

/** A length of time; counted to or from publication ("the past two months") it has days too. */
export const resolveDuration = (node: TimeTemplate, frame: Frame): Resolution => {
  const unit = wordIn(node, 'unit') ?? 'D';
  const count = countOf(node);
  const base = plain('DURATION', wordIn(node, 'value') ?? durationValue(count, unit) + remainderOf(node));
  const toward = wordIn(node, 'toward');
  if (toward === null || frame.now === null || typeof count !== 'number') return base;
  const days = stretch(frame.now, unit, toward === 'past' ? -count : count);
  if (days === null) return base;
  return { ...base, days, edtf: `${formatDay(days[0])}/${formatDay(days[1])}`, anchor: 'published' };
};

/** The days between publication and so many units before or after it. */
const stretch = (now: number, unit: string, count: number): readonly [number, number] | null => {
  const length: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.437, Q: 91.31, Y: 365.2425 };
  const days = length[unit] ?? (UNIT_YEARS[unit] ?? 0) * 365.2425;
  if (days === 0) return null;
  const other = now + Math.round(days * count);
  return other < now ? [other, now] : [now, other];
};

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

/** `XXXX-12`, `XXXX-12-16` or `XXXX-XX-16`. */
const dayOfYear = (month: number | null, day: number | null): string =>
  `XXXX-${month === null ? 'XX' : pad2(month)}${day === null ? '' : `-${pad2(day)}`}`;

/** The TIMEX3 value of what recurs: `XXXX-WXX-5` for a weekday, `XXXX-07` for a month, …, else its period. */
export const setValue = (node: TimeTemplate): string => {
  const [weekday, month, day, season] = [
    numberIn(node, 'weekday'),
    numberIn(node, 'month'),
    numberIn(node, 'day'),
    numberIn(node, 'season'),
  ];
  if (weekday !== null) return `XXXX-WXX-${weekday}`;
  if (month !== null || day !== null) return dayOfYear(month, day);
  if (season !== null) return `XXXX-${SEASONS[season - 1] ?? 'XX'}`;
  const part = wordIn(node, 'part');
  if (part !== null) return `XXXX-XX-XXT${part}`;
  return wordIn(node, 'value') ?? durationValue(numberIn(node, 'count') ?? 1, wordIn(node, 'unit') ?? 'D');
};
