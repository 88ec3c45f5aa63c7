import { weekdayOf } from '../../lib/calendar.ts';
import { allMatches } from '../../lib/matches.ts';
import type { Days } from './constraint.ts';
import { monthOf, yearDays, yearOf } from './constraint.ts';

/** How far something lies from the publication, as told: `next month`, `earlier this month`, `on Thursday`. */
export interface Distance {
  readonly words: string;
  readonly index: number;
  /** The days on which an article can tell so of something that lasts from `from` to `to`. */
  readonly published: (happening: Days) => Days;
}

const monday = (day: number): number => day - weekdayOf(day) + 1;

type Published = (happening: Days) => Days;

/** Weeks are told loosely: one that begins on Sunday, one that is meant from its middle. Two days are added on both sides. */
const FORMS: readonly { readonly form: RegExp; readonly published: Published }[] = [
  { form: /\bnext month\b/, published: ({ from }) => monthOf(from, -1) },
  {
    form: /\blast month\b/,
    published: ({ from, to }) => ({ from: monthOf(from, 1).from, to: monthOf(to, 1).to }),
  },
  { form: /\blater this month\b/, published: ({ from, to }) => ({ from: monthOf(from).from, to }) },
  {
    form: /\bearlier this month\b/,
    published: ({ from, to }) => ({ from, to: monthOf(to).to }),
  },
  {
    form: /\bthis month\b/,
    published: ({ from, to }) => ({ from: monthOf(from).from, to: monthOf(to).to }),
  },
  {
    form: /\bnext week(?!end)\b/,
    published: ({ from }) => ({ from: monday(from) - 9, to: from - 1 }),
  },
  {
    form: /\blast week(?!end)\b/,
    published: ({ from, to }) => ({ from: from + 1, to: monday(to) + 15 }),
  },
  {
    form: /\bthis week(?:end)?\b/,
    published: ({ from, to }) => ({ from: monday(from) - 2, to: monday(to) + 8 }),
  },
  { form: /\btomorrow\b/, published: ({ from }) => ({ from: from - 2, to: from }) },
  { form: /\byesterday\b/, published: ({ from, to }) => ({ from: from + 1, to: to + 2 }) },
  { form: /\btoday\b/, published: ({ from, to }) => ({ from: from - 1, to: to + 1 }) },
  { form: /\bnext year\b/, published: ({ from }) => yearDays(yearOf(from) - 1) },
  { form: /\blast year\b/, published: ({ from }) => yearDays(yearOf(from) + 1) },
  {
    form: /\b(?:later|earlier)? ?this year\b/,
    published: ({ from }) => yearDays(yearOf(from)),
  },
];

/** The first distance that a folded sentence tells. Those of one happening stand by it; of several the nearest to `near` counts. */
export const distanceIn = (folded: string, near: number): Distance | null => {
  let best: Distance | null = null;
  for (const { form, published } of FORMS) {
    const match = form.exec(folded);
    if (match === null) continue;
    if (best !== null && Math.abs(best.index - near) <= Math.abs(match.index - near)) continue;
    if (best?.words.includes(match[0]) === true) continue;
    best = { words: match[0], index: match.index, published };
  }
  return best;
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const BARE = /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b/g;

/** A day of the week told without a day of the month, 1 Monday to 7 Sunday. */
export interface Weekday {
  readonly weekday: number;
  readonly index: number;
  readonly length: number;
}

/** The number of a day of the week by its English name or short form, or null. */
export const weekdayNumber = (name: string): number | null => {
  const index = WEEKDAYS.findIndex((weekday) => weekday.startsWith(name.slice(0, 3)));
  return name.length < 3 || index < 0 ? null : index + 1;
};

/** The days of the week named in a folded sentence. */
export const weekdaysIn = (folded: string): readonly Weekday[] =>
  allMatches(folded, BARE).map((match) => ({
    weekday: weekdayNumber(match[0]) ?? 0,
    index: match.index,
    length: match[0].length,
  }));
