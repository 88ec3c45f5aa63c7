import { formatDay, parseDay, weekdayOf } from '../lib/calendar.ts';
import type { EventMention } from '../model/annotation.ts';
import type { ArticleId, Day, RuleId } from '../model/brand.ts';
import { ruleId } from '../model/brand.ts';
import { intersect, rangeOfDays } from '../model/edtf/index.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article, Bound, DateRange, Reading } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import { cover } from '../model/span.ts';
import type { CopyPair } from './copies.ts';
import { isOwnDay } from './fresh.ts';
import { compareText } from './order.ts';
import { widthOf } from './ranges.ts';

/** A page without a day carries the text of a page with one. Example: a copy of a story dated [2016-09-02] is of those days. */
export const BY_COPY: RuleId = ruleId('record/published/copy@1');
/** A page without a day tells `on Thursday` what a page with one tells of that Thursday. Example: `met in Hale [on Thursday]` */
export const BY_EVENT: RuleId = ruleId('record/published/shared-event@1');

/** Days before and after a dated copy in which the others are printed. */
const COPY_BEFORE = 2;
const COPY_AFTER = 7;
/** Days after an event in which a bare weekday still means it. */
const NEWS = 7;
/** Pages known better than that are left as they are. */
const NARROW = 31;

type Links = ReadonlyMap<ArticleId, ReadonlyMap<ArticleId, CopyPair>>;

/**
 * The extractions with the day of publication of undated pages narrowed by the others: copies of a dated page are of its
 * days, and a page that tells an event `on Thursday` is of the week after it. Only what agrees with the page's own evidence
 * is taken, and only from pages that tell their day themselves. The same in any order.
 */
export const narrowByOthers = (extractions: readonly Extraction[], links: Links): readonly Extraction[] => {
  const dated = new Map(
    extractions.flatMap(({ article }) => (isDated(article) ? [[article.id, article] as const] : [])),
  );
  if (dated.size === 0) return extractions;
  const events = datedEvents(extractions);
  return extractions.map((extraction) => {
    const { article } = extraction;
    if (!isUndated(article)) return extraction;
    const found = byCopies(article.id, links, dated) ?? byEvents(extraction, events);
    const reading = found === null ? null : narrowed(article, found);
    if (reading === null) return extraction;
    const others = article.published.map((other) =>
      other.rejected === null ? { ...other, rejected: 'outranked' } : other,
    );
    return { ...extraction, article: { ...article, published: [reading, ...others] } };
  });
};

const isDated = (article: Article): boolean => {
  const value = publishedOf(article)?.value;
  return value !== undefined && value.earliest !== null && value.earliest === value.latest;
};

const isUndated = (article: Article): boolean => {
  const chosen = publishedOf(article);
  if (chosen === null) return true;
  return chosen.because !== undefined && (widthOf(chosen.value) ?? Number.POSITIVE_INFINITY) > NARROW;
};

/** The reading with the new bound, when the page's own evidence leaves room for it. */
const narrowed = (article: Article, bound: Bound): Reading<DateRange> | null => {
  const chosen = publishedOf(article);
  const range = rangeOfDays(bound.earliest, bound.latest);
  const value = chosen === null ? range : intersect(range, chosen.value);
  if (value === null) return null;
  const because = [bound, ...(chosen?.because ?? [])];
  return { value, at: bound.at, raw: bound.raw, rule: bound.rule, rejected: null, because };
};

const byCopies = (id: ArticleId, links: Links, dated: ReadonlyMap<ArticleId, Article>): Bound | null => {
  const copies = [...(links.get(id)?.entries() ?? [])].flatMap(([other, { tier }]) => {
    const article = tier === 'copy' ? dated.get(other) : undefined;
    return article === undefined ? [] : [article];
  });
  const days = copies.flatMap((article) => publishedOf(article)?.value.earliest ?? []).sort(compareText);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const outlets = [...new Set(copies.flatMap(({ outlet }) => outlet?.name ?? []))].sort(compareText);
  return {
    at: null,
    raw: first === last ? first : `${first}/${last}`,
    rule: BY_COPY,
    note: `the same text, dated${outlets.length === 0 ? '' : ` by ${outlets.join(', ')}`}`,
    earliest: shifted(first, -COPY_BEFORE),
    latest: shifted(last, COPY_AFTER),
  };
};

const shifted = (day: Day, by: number): Day => formatDay((parseDay(day) ?? 0) + by) as Day;

/** Days of events by what they are: type, parties and day of the week. */
type EventDays = ReadonlyMap<string, ReadonlySet<Day>>;

const datedEvents = (extractions: readonly Extraction[]): EventDays => {
  const days = new Map<string, Set<Day>>();
  const told = extractions.filter(({ article }) => isDated(article)).flatMap((e) => e.annotations.events);
  for (const event of told) {
    const day = isOwnDay(event) ? event.time.earliest : null;
    const key = day === null ? null : keyOf(event, weekdayOfDay(day));
    if (day === null || key === null) continue;
    const known = days.get(key) ?? new Set<Day>();
    days.set(key, known.add(day));
  }
  return days;
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const weekdayOfDay = (day: Day): string => WEEKDAYS[weekdayOf(parseDay(day) ?? 0) - 1] ?? '';

const keyOf = (event: EventMention, weekday: string): string | null => {
  const parties = [...new Set(event.participants.map(({ id }) => id))].sort(compareText);
  if (parties.length < 2 || event.background || event.realis !== 'actual') return null;
  return [event.type, weekday, ...parties].join(' ');
};

const byEvents = ({ article, annotations }: Extraction, events: EventDays): Bound | null => {
  for (const event of annotations.events) {
    const at = event.time?.expression ?? null;
    if (at === null) continue;
    const raw = cover(article.text, at);
    const weekday = /^(?:on\s)?(\p{L}+day)\b/iu.exec(raw.toLowerCase())?.[1];
    const key = weekday === undefined ? null : keyOf(event, weekday);
    const [day, second] = key === null ? [] : [...(events.get(key) ?? [])];
    // Several such meetings: which of them is meant is not known.
    if (day === undefined || second !== undefined) continue;
    const note = `another page tells it of ${day}`;
    return { at, raw, rule: BY_EVENT, note, earliest: day, latest: shifted(day, NEWS) };
  }
  return null;
};
