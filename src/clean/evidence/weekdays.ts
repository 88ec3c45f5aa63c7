import { weekdayOf } from '../../lib/calendar.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Constraint, Days } from './constraint.ts';
import { inYears, USUAL, WEAK, yearOf } from './constraint.ts';
import type { MonthDay } from './month-day.ts';
import { monthDaysIn } from './month-day.ts';
import type { Weekday } from './relative.ts';
import { weekdayNumber, weekdaysIn } from './relative.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';
import { isPast } from './tense.ts';

/** A day of the week beside a day of the month agrees in few years. Example: `sued the state on [Wednesday, May 14]` */
export const WEEKDAY_OF_DAY: RuleId = ruleId('clean/evidence/weekday-of-day@1');
/** Two days told as a range and by their weekdays. Example: `The visit of [February 12-13] … left on Friday … On Thursday` */
export const WEEKDAYS_OF_RANGE: RuleId = ruleId('clean/evidence/weekdays-of-range@1');
/** The dateline's day is one of the days of the week that the story tells of. Example: `HALE, [January 23] … said on Wednesday` */
export const WEEKDAY_OF_DATELINE: RuleId = ruleId('clean/evidence/weekday-of-dateline@1');
/** A dateline without a year: the story is of that day. Example: `HALE, [January 23] (Kestrel) —` */
export const DATELINE_DAY: RuleId = ruleId('clean/evidence/dateline-day@1');

/** Days after it that a day told with its weekday is still news; before it, how far ahead a plan is told so. */
const NEWS = 10;
const AHEAD = 75;
/** A range of days frames the news of its week. */
const ABOUT = 10;
/** A story with a dateline is printed that day or soon after. */
const PRINTED = 3;

/** What the days of the week say of the year. */
export const weekdayEvidence = (scene: Scene, dateline: Span | null): readonly Constraint[] => [
  ...scene.sentences.flatMap((told) => besideDays(scene, told)),
  ...rangesOf(scene),
  ...datelineEvidence(scene, dateline),
];

const BESIDE =
  /\b((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?(?:,\s?|\s\(|\s)(?:the\s)?$/;
const BEHIND = /^(?:,\s?|\s\()(?:a\s)?((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;

const besideDays = (scene: Scene, told: Told): readonly Constraint[] =>
  monthDaysIn(told.text, scene.words).flatMap((day) => {
    const before = BESIDE.exec(told.folded.slice(Math.max(0, day.index - 16), day.index));
    const behind = BEHIND.exec(told.folded.slice(day.index + day.length, day.index + day.length + 16));
    const weekday = weekdayNumber(before?.[1] ?? behind?.[1] ?? '');
    if (weekday === null || told.years.length > 0) return [];
    const start = day.index - (before?.[0].length ?? 0);
    const length = day.index + day.length + (before === null ? (behind?.[0].length ?? 0) : 0) - start;
    const days = inYears(day.month, day.day).filter((number) => weekdayOf(number) === weekday);
    return [
      {
        at: within(told, start, length),
        raw: told.text.slice(start, start + length),
        rule: WEEKDAY_OF_DAY,
        note: `that day of the month was that day of the week in ${yearsOf(days)}`,
        days: days.map((number) => aroundDay(number, told, day)),
        weight: USUAL,
      },
    ];
  });

/** Told in the past before it: it has been, in the last days. Else it may be ahead too. */
const aroundDay = (number: number, told: Told, day: MonthDay): Days =>
  isPast(told.folded.slice(0, day.index)) && !told.future
    ? { from: number, to: number + NEWS }
    : { from: number - AHEAD, to: number + NEWS };

/** A range of two or three days, and two days of the week told as past that can both be days of it. */
const rangesOf = (scene: Scene): readonly Constraint[] => {
  const past = scene.sentences.filter((told) => told.past && !told.future);
  const named = [...new Set(past.flatMap((told) => weekdaysIn(told.folded)).map(({ weekday }) => weekday))];
  if (named.length < 2) return [];
  return scene.sentences.flatMap((told) =>
    monthDaysIn(told.text, scene.words).flatMap((range) => {
      const length = range.last - range.day;
      if (length < 1 || length > 2 || told.years.length > 0) return [];
      const days = inYears(range.month, range.day).filter((first) =>
        named.every((weekday) => (weekday - weekdayOf(first) + 7) % 7 <= length),
      );
      if (days.length === 0) return [];
      return [
        {
          at: within(told, range.index, range.length),
          raw: told.text.slice(range.index, range.index + range.length),
          rule: WEEKDAYS_OF_RANGE,
          note: `its days were the days of the week told in ${yearsOf(days)}`,
          days: days.map((first) => ({ from: first - ABOUT, to: first + length + ABOUT })),
          weight: USUAL,
        },
      ];
    }),
  );
};

const NAME = /\p{L}{3,}/u;

const datelineEvidence = (scene: Scene, at: Span | null): readonly Constraint[] => {
  if (at === null) return [];
  const raw = cover(scene.text, at);
  const month = scene.words.months.get(NAME.exec(raw)?.[0].toLowerCase() ?? '');
  const day = Number(/\d{1,2}/.exec(raw)?.[0] ?? 0);
  if (month === undefined || /\d{4}/.test(raw)) return [];
  const all = inYears(month, day);
  const told = new Set(saidOn(scene).map(({ weekday }) => weekday));
  const agreeing = all.filter((number) => told.has(weekdayOf(number)));
  const made = (rule: RuleId, days: readonly number[], weight: number, note: string): Constraint => ({
    at,
    raw,
    rule,
    note,
    days: days.map((number) => ({ from: number, to: number + PRINTED })),
    weight,
  });
  const dated = made(DATELINE_DAY, all, USUAL, 'the day of the dateline, in some year');
  if (agreeing.length === 0) return [dated];
  const note = `the day of the dateline is a day of the week told in ${yearsOf(agreeing)}`;
  return [dated, made(WEEKDAY_OF_DATELINE, agreeing, WEAK, note)];
};

const SAID_WITHIN = 6;

/** The days of the week in the opening of a story, told in the past. */
const saidOn = (scene: Scene): readonly Weekday[] =>
  scene.sentences.slice(0, SAID_WITHIN).flatMap((told) => (told.past ? weekdaysIn(told.folded) : []));

const SHOWN = 4;

const yearsOf = (days: readonly number[]): string => {
  const years = days.map(yearOf);
  return years.length > SHOWN * 2
    ? `${years.slice(0, SHOWN).join(', ')} … ${years.at(-1)}`
    : years.join(', ');
};
