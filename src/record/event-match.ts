import type { Realis } from '../model/annotation.ts';
import { overlap } from '../model/edtf/index.ts';
import type { Coverage } from './coverage.ts';
import { daysApart } from './coverage.ts';
import type { EventItem } from './event-items.ts';
import { NEWS_DAYS } from './fresh.ts';
import type { Gazetteer } from './places.ts';
import { isSharedText } from './witnesses.ts';
import { containment } from './wording.ts';

/** Compares event mentions. */
export interface EventMatcher {
  /** Whether nothing excludes that the two are one event. Symmetric. */
  readonly mayBeOne: (x: EventItem, y: EventItem) => boolean;
  /** How much speaks for it; null when too little does. Symmetric; asked only when nothing excludes it. */
  readonly score: (x: EventItem, y: EventItem) => number | null;
}

/** Widest time, in days, by which two mentions are still taken for one event. */
const MONTH = 31;
const YEAR = 366;
const FEW_DAYS = 3;
const WEEK = 7;

/** What happens between two parties once in a year at most, so that the year is enough to know it by. */
const ONCE: ReadonlySet<string> = new Set([
  'sign',
  'ratify',
  'seize_territory',
  'recognise',
  'adjudicate',
  'withdraw',
  'legislate',
]);

/** A matcher over one coverage. */
export const eventMatcher = (coverage: Coverage, gazetteer: Gazetteer): EventMatcher => ({
  mayBeOne: (x, y) => mayBeOne(x, y, coverage, gazetteer),
  score: (x, y) => scoreOf(x, y, coverage, gazetteer),
});

const mayBeOne = (x: EventItem, y: EventItem, coverage: Coverage, gazetteer: Gazetteer): boolean => {
  if (x.group !== y.group || !haveSameSides(x, y) || !haveSamePersons(x, y)) return false;
  const [a, b] = [x.event.time, y.event.time];
  // Disjoint days are two events, whatever else agrees: the same two leaders meet again and again.
  if (a !== null && b !== null && !overlap(a, b)) return false;
  if (!isSameNature(x, y)) return false;
  const [p, q] = [x.event.place, y.event.place];
  if (p === null || q === null || gazetteer.relate(p, q) !== 'different') return true;
  return isSameText(x, y, coverage);
};

const haveSameSides = (x: EventItem, y: EventItem): boolean => {
  if (x.isReciprocal) {
    const [fewer, more] = x.actors.size <= y.actors.size ? [x.actors, y.actors] : [y.actors, x.actors];
    return fewer.size >= 1 && [...fewer].every((party) => more.has(party));
  }
  return isWithin(x.actors, y.actors, 1) && isWithin(x.targets, y.targets, 0);
};

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): boolean => {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  return fewer.size >= least && [...fewer].every((party) => more.has(party));
};

/** Two meetings on one day, of the leaders and of their ministers, are two: where both name persons of a party, one must be common. */
const haveSamePersons = (x: EventItem, y: EventItem): boolean => {
  for (const [party, persons] of x.persons) {
    const others = y.persons.get(party);
    if (others !== undefined && ![...persons].some((person) => others.has(person))) return false;
  }
  return true;
};

type Nature = 'happened' | 'ahead' | 'standing' | 'negated';

const NATURE: Readonly<Record<Realis, Nature>> = {
  actual: 'happened',
  ongoing: 'happened',
  standing: 'standing',
  planned: 'ahead',
  proposed: 'ahead',
  hypothetical: 'ahead',
  negated: 'negated',
};

const natureOf = (item: EventItem): Nature => NATURE[item.event.realis];

const isSameNature = (x: EventItem, y: EventItem): boolean => {
  const [a, b] = [natureOf(x), natureOf(y)];
  if (a === b) return true;
  const natures = new Set([a, b]);
  // A plan and what came of it, at a time that both know well enough.
  if (natures.has('ahead') && natures.has('happened')) return isSpecific(x, MONTH) && isSpecific(y, MONTH);
  // One account has it that they met, another that they did not: one claim that shows both.
  if (natures.has('negated') && !natures.has('standing'))
    return x.isReciprocal && isSpecific(x, WEEK) && isSpecific(y, WEEK);
  return false;
};

const isSpecific = (item: EventItem, days: number): boolean => item.width !== null && item.width <= days;

/** Whether it goes on: a standing state, or an absence without an end. */
export const isLasting = ({ event: { realis, time } }: EventItem): boolean =>
  realis === 'standing' ||
  (realis === 'negated' && time !== null && time.earliest !== null && time.latest === null);

/** Whether the two clauses are the same words in articles that share text, or the same shared passage. */
const isSameText = (x: EventItem, y: EventItem, coverage: Coverage): boolean => {
  const pair = coverage.link(x.article.id, y.article.id);
  if (pair === null) return false;
  if (isSharedText(pair, x.article.id, x.event.span, y.event.span)) return true;
  return pair.tier !== 'fragment' && containment(x.stems, y.stems) >= 0.8;
};

/**
 * What speaks for one event, strongest first:
 *
 * - `record/und/same-clause@1` — the clause stands in text that the two articles share.
 * - `record/und/same-story@1` — one article tells it twice (headline and body), both as its news and both as done or both as ahead.
 * - `record/und/same-gathering@1` — both name one gathering at which it takes place.
 * - `record/und/same-days@1` — times that overlap and are narrow enough for the type: “met on 3 May” and “met in May”.
 * - `record/und/same-place@1` — times that overlap within a year, and the same named place.
 * - `record/und/same-news@1` — told within two days of each other as the day's news, with the same named place or thing, though
 *   one or both do not say when: “signed 70 documents” and “signed 80 documents”.
 * - `record/und/same-standing@1` — a continuing state, or something that has not happened since, in like words or with a
 *   like object: “has never signed a peace treaty”.
 */
const scoreOf = (x: EventItem, y: EventItem, coverage: Coverage, gazetteer: Gazetteer): number | null => {
  const likeness = containment(x.stems, y.stems);
  if (isSameText(x, y, coverage)) return 5 + likeness;
  if (x.article.id === y.article.id) return isSameStory(x, y, likeness) ? 4 + likeness : null;
  if (x.isReciprocal && Math.min(x.actors.size, y.actors.size) < 2) return null;
  if (shareGathering(x, y, likeness)) return 3 + likeness;
  if (isLasting(x) && isLasting(y)) return likeness >= 0.4 || isSameObject(x, y, true) ? 1 + likeness : null;
  return timelyScore(x, y, likeness, gazetteer) ?? (isSameNews(x, y, gazetteer) ? 1 + likeness : null);
};

const shareGathering = (x: EventItem, y: EventItem, likeness: number): boolean =>
  [...x.gatherings].some((gathering) => y.gatherings.has(gathering)) &&
  isAlike(x, y, likeness) &&
  (daysApart(x.article, y.article) ?? 0) <= YEAR;

const isSameNews = (x: EventItem, y: EventItem, gazetteer: Gazetteer): boolean => {
  if ((x.width !== null && y.width !== null) || x.newsDay === null || y.newsDay === null) return false;
  if (Math.abs(x.newsDay - y.newsDay) > NEWS_DAYS) return false;
  const isSamePlace =
    x.event.place !== null && y.event.place !== null && areSame(x.event.place, y.event.place, gazetteer);
  return x.group === 'talks' || x.group === 'visit'
    ? isSamePlace
    : ONCE.has(x.group) && isSameObject(x, y, true);
};

const areSame = (a: string, b: string, gazetteer: Gazetteer): boolean => gazetteer.relate(a, b) === 'same';

const timelyScore = (x: EventItem, y: EventItem, likeness: number, gazetteer: Gazetteer): number | null => {
  if (x.width === null || y.width === null || !isAlike(x, y, likeness)) return null;
  const width = Math.max(x.width, y.width);
  const [p, q] = [x.event.place, y.event.place];
  const isSamePlace = p !== null && q !== null && areSame(p, q, gazetteer);
  const limit = ONCE.has(x.group) || isSamePlace ? YEAR : MONTH;
  if (width > limit) return null;
  return 2 + (isSamePlace ? 0.5 : 0) + 0.4 / width + likeness / 100;
};

/** Acts that one side does many times a month need like words, or a common object within a few days, too. */
const isAlike = (x: EventItem, y: EventItem, likeness: number): boolean => {
  if (x.isReciprocal || x.group === 'visit') return isSameObject(x, y, false);
  if (likeness >= 0.5) return true;
  const isNear = isSpecific(x, FEW_DAYS) && isSpecific(y, FEW_DAYS);
  return (isNear || ONCE.has(x.group)) && isSameObject(x, y, true);
};

const TREATIES: ReadonlySet<string> = new Set(['sign', 'ratify', 'agree', 'cooperate']);

const isSameObject = (x: EventItem, y: EventItem, isNeeded: boolean): boolean => {
  // What talks were about does not tell talks apart; what was signed does.
  if (!isNeeded && !TREATIES.has(x.group)) return true;
  const [a, b] = [x.event.object, y.event.object];
  if (a === null || b === null) return !isNeeded;
  return containment(wordsOf(a), wordsOf(b)) >= 0.5;
};

const wordsOf = (object: string): ReadonlySet<string> =>
  new Set(object.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

const isSameStory = (x: EventItem, y: EventItem, likeness: number): boolean => {
  if (natureOf(x) !== natureOf(y)) return isSpecific(x, WEEK) && isSpecific(y, WEEK);
  if (likeness >= 0.6) return true;
  if (x.event.background || y.event.background) return isSpecific(x, FEW_DAYS) && isSpecific(y, FEW_DAYS);
  const isPaired = Math.min(x.actors.size, y.actors.size) >= 2;
  return x.isReciprocal ? isPaired : isAlike(x, y, likeness);
};
