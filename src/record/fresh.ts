import { parseDay } from '../lib/calendar.ts';
import type { EventMention } from '../model/annotation.ts';
import type { Article } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';

/** Days between two reports of one piece of news, at most. */
export const NEWS_DAYS = 2;
/** Days that news may be old when it is reported. */
const OLD_AFTER = 7;

/**
 * The day number of publication when the article tells the event as its own news: it happened, at most a week before or
 * at a time not told. Null otherwise, and when the day of publication is not known.
 */
export const newsDayOf = (article: Article, event: EventMention): number | null => {
  const reported = reportedOn(article);
  if (reported === null || event.background) return null;
  if (event.realis !== 'actual' && event.realis !== 'ongoing') return null;
  return isRecent(event.time, reported) ? reported : null;
};

const reportedOn = (article: Article): number | null => {
  const published = publishedOf(article)?.value;
  const isDay = published !== undefined && published.earliest === published.latest;
  return isDay && published.earliest !== null ? parseDay(published.earliest) : null;
};

const isRecent = (time: EventMention['time'], reported: number): boolean => {
  if (time === null) return true;
  const last = time.latest === null ? null : parseDay(time.latest);
  if (last === null) return false;
  return time.earliest === null || (last <= reported && reported - last <= OLD_AFTER);
};

/** Whether the event is told of one day. */
export const isOwnDay = (
  event: EventMention,
): event is EventMention & { readonly time: NonNullable<EventMention['time']> } =>
  event.time !== null && event.time.earliest !== null && event.time.earliest === event.time.latest;
