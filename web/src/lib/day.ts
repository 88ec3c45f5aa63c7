import { spoken } from '../messages/index.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Milliseconds since 1970 of a day's beginning in UTC; null when the text is no day of the calendar. */
const instantOf = (text: string): number | null => {
  if (!DAY.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at;
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => instantOf(text) !== null;

/** A day as the language of the interface writes it, `16 Dec 2016`; the text itself when it is no day. */
export const dayText = (day: string): string => {
  const at = instantOf(day);
  if (at === null) return day;
  const language = spoken() === 'en' ? 'en-GB' : spoken();
  const form = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // `Sept` is how some releases of the language data shorten September: the desk writes three letters.
  return form.format(at).replace('Sept', 'Sep');
};

/** The day that many days later (earlier when negative). */
export const shiftDay = (day: string, days: number): string => {
  const at = instantOf(day);
  return at === null ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
};
