import { civilOf, weekdayOf } from '../../lib/calendar.ts';
import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Constraint, Days } from './constraint.ts';
import { ALWAYS, FIRM, NEVER, USUAL } from './constraint.ts';
import type { Edition, Series } from './gathering-names.ts';
import { findGatherings } from './gathering-names.ts';
import { monthDaysIn } from './month-day.ts';
import { distanceIn, weekdaysIn } from './relative.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** A gathering told with its distance in time. Example: `will attend the [Northern Straits Forum] in Hale next month` */
export const GATHERING_NEAR: RuleId = ruleId('clean/evidence/gathering-near@1');
/** A gathering to come is the next of its kind. Example: `ahead of the [Northern Straits Forum], which will be held in Hale` */
export const GATHERING_COMING: RuleId = ruleId('clean/evidence/gathering-coming@1');
/** A gathering that was held is the last of its kind. Example: `met on the sidelines of the [Northern Straits Forum] in Hale` */
export const GATHERING_HELD: RuleId = ruleId('clean/evidence/gathering-held@1');

/** A host is named up to two years ahead; without a named edition the next one is meant. */
const AHEAD = 800;
const NEXT_AHEAD = 400;
/** A day and month without a year lies less than two thirds of a year off. */
const DAY_AND_MONTH = 240;
/** A month without a year is the next one. */
const MONTH_ALONE = 365;
/** A bare weekday lies within a week; a day more for time zones. */
const WEEK = 8;

/** What the gatherings named in the text say of its day. */
export const gatheringEvidence = (scene: Scene): readonly Constraint[] =>
  scene.sentences.flatMap((told, index) =>
    findGatherings(told.text, scene.knowledge).flatMap(({ series, start, length }) => {
      const made = readGathering(scene, told, scene.sentences[index - 1], series, start);
      return made === null
        ? []
        : [{ ...made, at: within(told, start, length), raw: told.text.slice(start, start + length) }];
    }),
  );

type Made = Omit<Constraint, 'at' | 'raw'>;

/** When the sentence speaks: of what is to come, or of what has been. */
interface Tense {
  readonly future: boolean;
  readonly past: boolean;
}

const readGathering = (
  scene: Scene,
  told: Told,
  previous: Told | undefined,
  series: Series,
  at: number,
): Made | null => {
  const placed = narrowed(told, series);
  const [year, second] = told.years;
  if (year !== undefined) return second === undefined ? ofYear(placed.editions, year, told) : null;
  const tense = tenseOf(told, previous);
  return byDistance(scene, told, placed, tense, at) ?? byOrder(series, placed, tense);
};

/** A sentence without a verb that tells its tense goes on in that of the one before. */
const tenseOf = (told: Told, previous: Told | undefined): Tense => {
  const goesOn = !told.future && !told.past && previous?.paragraph === told.paragraph;
  const { future, past } = goesOn ? previous : told;
  return { future, past: past && !future };
};

const byDistance = (
  scene: Scene,
  told: Told,
  { editions }: Placed,
  { future, past }: Tense,
  at: number,
): Made | null => {
  const days = monthDaysIn(told.text, scene.words);
  const onDays = editions.filter((edition) => days.some((day) => falls(edition, day)));
  if (onDays.length > 0)
    return near(onDays, (happening) => dayAndMonth(happening, future, past), dayWords(told, days));
  const distance = distanceIn(told.folded, at);
  if (distance !== null) return near(editions, distance.published, distance.words);
  const inMonth = future ? monthNamed(scene, told, editions) : null;
  if (inMonth !== null) return inMonth;
  const weekdays = weekdaysIn(told.folded).map(({ weekday }) => weekday);
  return weekdays.length > 0 && (future || past) ? onWeekday(editions, weekdays, future) : null;
};

/** Without a distance: the next of its kind, or the last. */
const byOrder = (series: Series, placed: Placed, { future, past }: Tense): Made | null => {
  if (future) return coming(series, placed);
  return past ? held(series, placed) : null;
};

const dayWords = (told: Told, days: ReturnType<typeof monthDaysIn>): string => {
  const [first] = days;
  return first === undefined ? '' : told.text.slice(first.index, first.index + first.length);
};

/** The editions that the sentence can mean, and whether a place or host picked them out. */
interface Placed {
  readonly editions: readonly Edition[];
  readonly named: boolean;
}

const narrowed = (told: Told, series: Series): Placed => {
  const named = series.editions.filter(({ places }) => places.some((place) => told.text.includes(place)));
  if (named.length > 0) return { editions: named, named: named.length < series.editions.length };
  const host = HOSTS.exec(told.text)?.[0];
  const hosted =
    host === undefined
      ? []
      : series.editions.filter(({ hosts }) => hosts.some((name) => host.includes(name)));
  if (hosted.length > 0) return { editions: hosted, named: true };
  return { editions: series.editions, named: false };
};

/** The words before a hosting: its country's adjective or name stands among them. */
const HOSTS = /^.{0,200}\b(?:hosts?|hosting|hosted|holds the chair)\b/su;

const near = (editions: readonly Edition[], published: (days: Days) => Days, words: string): Made => ({
  rule: GATHERING_NEAR,
  days: editions.map(published),
  weight: FIRM,
  note: `${listed(editions)}, told with "${words}"`,
});

/** A year beside it: before its end when it is to come, after its beginning when it was held. */
const ofYear = (editions: readonly Edition[], year: number, told: Told): Made | null => {
  const those = editions.filter(({ entry }) => entry.year === year);
  if (those.length === 0 || told.future === told.past) return null;
  return {
    rule: told.future ? GATHERING_COMING : GATHERING_HELD,
    days: those.map(({ from, to }) => (told.future ? { from: NEVER, to } : { from, to: ALWAYS })),
    weight: USUAL,
    note: listed(those),
  };
};

const IN_MONTH = /\bin (\p{L}{3,9})\b/gu;

/** `in September` without a year: the next one. */
const monthNamed = (scene: Scene, told: Told, editions: readonly Edition[]): Made | null => {
  for (const match of allMatches(told.folded, IN_MONTH)) {
    const month = scene.words.months.get(match[1] ?? '');
    const those = month === undefined ? [] : editions.filter(({ from }) => civilOf(from).month === month);
    if (those.length > 0) return near(those, ({ from, to }) => ({ from: from - MONTH_ALONE, to }), match[0]);
  }
  return null;
};

const falls = (edition: Edition, day: ReturnType<typeof monthDaysIn>[number]): boolean => {
  const [from, to] = [civilOf(edition.from), civilOf(edition.to)];
  return from.month === day.month && from.day === day.day && (day.last === day.day || to.day === day.last);
};

const dayAndMonth = ({ from, to }: Days, future: boolean, past: boolean): Days => ({
  from: future || !past ? from - DAY_AND_MONTH : from,
  to: future ? to : to + DAY_AND_MONTH,
});

/** On a bare weekday: of the editions that had one of those days, the week about it. */
const onWeekday = (editions: readonly Edition[], weekdays: readonly number[], future: boolean): Made => {
  const agreeing = editions.filter((edition) => weekdays.some((weekday) => hasWeekday(edition, weekday)));
  const those = agreeing.length > 0 ? agreeing : editions;
  return near(
    those,
    ({ from, to }) => (future ? { from: from - WEEK, to } : { from, to: to + WEEK }),
    'a day of the week',
  );
};

const hasWeekday = ({ from, to }: Edition, weekday: number): boolean => {
  for (let day = from; day <= to && day < from + 7; day++) if (weekdayOf(day) === weekday) return true;
  return false;
};

const coming = (series: Series, { editions, named }: Placed): Made => ({
  rule: GATHERING_COMING,
  days: editions.map((edition) => ({
    from: named ? edition.from - AHEAD : Math.max(edition.from - NEXT_AHEAD, before(series, edition)),
    to: edition.to,
  })),
  weight: USUAL,
  note: `${listed(editions)}, still to come`,
});

const held = (series: Series, { editions, named }: Placed): Made => ({
  rule: GATHERING_HELD,
  days: editions.map((edition) => ({ from: edition.from, to: named ? ALWAYS : after(series, edition) })),
  weight: USUAL,
  note: `${listed(editions)}, held`,
});

/** The beginning of the edition before, from which this one is the next. */
const before = ({ editions }: Series, { from }: Edition): number =>
  Math.max(NEVER, ...editions.map((other) => other.from).filter((other) => other < from));

/** The end of the edition after, until which this one is the last. */
const after = ({ editions }: Series, { from }: Edition): number =>
  Math.min(ALWAYS, ...editions.filter((other) => other.from > from).map((other) => other.to));

const SHOWN = 3;

const listed = (editions: readonly Edition[]): string => {
  const names = editions.slice(0, SHOWN).map(({ entry }) => `${entry.name} ${wordsOf(entry)}`);
  return editions.length > SHOWN
    ? `${names.join('; ')} and ${editions.length - SHOWN} more`
    : names.join('; ');
};

const wordsOf = ({ place, from, to }: GatheringEntry): string =>
  `${place === null ? '' : `in ${place} `}${from === to ? from : `${from}/${to}`}`;
