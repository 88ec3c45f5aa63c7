import { parseDay } from '../lib/calendar.ts';
import { publishedOf } from '../model/page.ts';
import type { EventItem } from './event-items.ts';

/** Days between two reports of one piece of news, at most. */
export const NEWS_DAYS = 2;
/** Days that news may be old when it is reported. */
const OLD_AFTER = 7;

/** The day of publication as a day number; null when it is not known to the day. */
export const newsDay = ({ article }: EventItem): number | null => {
  const published = publishedOf(article)?.value;
  if (published === undefined || published.earliest === null || published.earliest !== published.latest)
    return null;
  return parseDay(published.earliest);
};

/** Whether the article tells it as its own news: it happened, just before the day of publication or at a time not told. */
export const isFresh = (item: EventItem): boolean => {
  const { realis, background, time } = item.event;
  const reported = newsDay(item);
  if (background || reported === null || (realis !== 'actual' && realis !== 'ongoing')) return false;
  if (time === null || (time.earliest === null && time.latest !== null)) return true;
  const last = time.latest === null || item.width === null ? null : parseDay(time.latest);
  return last !== null && last <= reported && reported - last <= OLD_AFTER;
};
