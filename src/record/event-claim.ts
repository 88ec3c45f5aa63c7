import type { Fate, Participant, Realis } from '../model/annotation.ts';
import type { EventClaim } from '../model/claim.ts';
import { publishedOf } from '../model/page.ts';
import type { CitedSpan } from './citations.ts';
import type { ClaimIds } from './claim-id.ts';
import type { Coverage } from './coverage.ts';
import { findDifferences } from './differences.ts';
import type { EventItem } from './event-items.ts';
import { valuesOf } from './event-values.ts';
import { labelWords } from './label-words.ts';
import { labelOf } from './labels.ts';
import { commonest, compareText } from './order.ts';
import type { Gazetteer } from './places.ts';
import { bestRange, type TimedRange } from './ranges.ts';
import type { TellingPart } from './tellings.ts';
import { tell } from './tellings.ts';

/** Makes the claim of the mentions that are one event; null when nothing of it can be cited. */
export const eventOf = (
  items: readonly EventItem[],
  coverage: Coverage,
  gazetteer: Gazetteer,
  ids: ClaimIds,
): EventClaim | null => {
  const told = tell(items.map(partOf), coverage);
  const first = items[0];
  if (told === null || first === undefined) return null;
  const valid = validOf(items);
  const sorted = [...items].sort(byFullness);
  const realis = realisOf(items);
  const background = items.every(({ event }) => event.background);
  const seen = {
    type: typeOf(sorted),
    participants: participantsOf(sorted),
    object: firstOf(sorted, ({ event }) => event.object),
    place: placeOf(items, gazetteer),
    realis,
    fate: fateOf(items, realis),
  };
  return {
    kind: 'event',
    id: ids.next('e', `${first.article.id} ${first.event.trigger.start} ${first.event.trigger.end}`),
    valid,
    ...told,
    differences: findDifferences(told.tellings, valid?.latest ?? null, gazetteer),
    ...seen,
    outcome: commonest(
      items.map(({ event }) => event.outcome ?? (event.type === 'no_agreement' ? 'none' : null)),
      String,
    ),
    background,
    label: labelOf(
      {
        ...seen,
        place: besides(seen, gazetteer),
        ahead: !background && (valid === null || valid.edtf.endsWith('/..')),
      },
      coverage.knowledge,
      labelWords(sorted, seen.type),
    ),
  };
};

/** The place, unless a participant is named by it: a visit to a country is not also `in` it. */
const besides = ({ place, participants }: Placed, gazetteer: Gazetteer): string | null =>
  place !== null && participants.some(({ name }) => gazetteer.relate(place, name) === 'same') ? null : place;

type Placed = Pick<EventClaim, 'place' | 'participants'>;

/** The mention that names most persons first, then most participants: it says best who took part. */
const byFullness = (x: EventItem, y: EventItem): number =>
  namedIn(y) - namedIn(x) ||
  y.event.participants.length - x.event.participants.length ||
  y.event.confidence - x.event.confidence ||
  compareText(x.article.id, y.article.id) ||
  x.event.trigger.start - y.event.trigger.start;

const namedIn = ({ persons }: EventItem): number =>
  [...persons.values()].reduce((sum, { size }) => sum + size, 0);

const firstOf = <T>(items: readonly EventItem[], read: (item: EventItem) => T | null): T | null =>
  items.map(read).find((value) => value !== null) ?? null;

const partOf = (item: EventItem): TellingPart => {
  const { event, article } = item;
  const cited: CitedSpan[] = [
    { role: 'trigger', span: event.trigger },
    { role: 'clause', span: event.span },
  ];
  const expression = event.time?.expression ?? null;
  if (expression !== null) cited.push({ role: 'time', span: expression });
  const { rule, confidence } = event;
  return { article, cited, via: [], rule, confidence, values: valuesOf(item) };
};

/** Times of tellings that it happened come before those of plans; then the best-placed. */
const validOf = (items: readonly EventItem[]): TimedRange | null => {
  // What stands or has never been done began where a telling says so and lasts: `since 1945` tells more than a page's bounds.
  const lasting = items.filter(({ event }) => event.realis === 'standing' || event.realis === 'negated');
  const since = lasting
    .map(timeOf)
    .filter((time) => time !== null && time.earliest !== null && time.latest === null);
  if (since.length > 0 && lasting.length === items.length)
    return bestRange(since.filter((time) => time !== null));
  const done = items.filter(({ event }) => event.realis === 'actual' || event.realis === 'ongoing');
  const isNarrow = (range: TimedRange): boolean => range.earliest !== null && range.latest !== null;
  const bestDone = bestRange(done.map(timeOf).filter((time) => time !== null));
  if (bestDone !== null && isNarrow(bestDone)) return bestDone;
  return bestRange(items.map(timeOf).filter((time) => time !== null));
};

const timeOf = ({ event: { time } }: EventItem): TimedRange | null =>
  time === null ? null : { edtf: time.edtf, earliest: time.earliest, latest: time.latest, basis: time.basis };

/** Talks that one telling says came to nothing are still talks when another calls them so; else the commonest type. */
const typeOf = (sorted: readonly EventItem[]): string =>
  commonest(
    sorted.map(({ event }) => event.type),
    String,
  ) ?? 'meet';

const participantsOf = (sorted: readonly EventItem[]): EventClaim['participants'] => {
  const all = new Map<string, Participant[]>();
  for (const { event } of sorted)
    for (const participant of event.participants)
      all.set(participant.id, [...(all.get(participant.id) ?? []), participant]);
  return [...all.values()].flatMap((tellings) => {
    const known = tellings[0];
    if (known === undefined) return [];
    const { id } = known;
    const name =
      commonest(
        tellings.map((participant) => participant.name),
        String,
      ) ?? known.name;
    const role =
      commonest(
        tellings.map((participant) => participant.role),
        String,
      ) ?? known.role;
    const party = commonest(
      tellings.map((participant) => participant.party),
      (entity) => `${entity.id} ${entity.name}`,
    );
    return [{ id, name, role, party }];
  });
};

/** The commonest of the finest places: a town before its country. */
const placeOf = (items: readonly EventItem[], gazetteer: Gazetteer): string | null => {
  const places = items.map(({ event }) => event.place);
  const distinct = [...new Set(places)].filter((place) => place !== null);
  const isFinest = (place: string): boolean =>
    !distinct.some((other) => other !== place && gazetteer.relate(other, place) === 'within');
  return commonest(
    places.map((place) => (place !== null && isFinest(place) ? place : null)),
    String,
  );
};

const ORDER: readonly Realis[] = ['actual', 'ongoing', 'standing', 'planned', 'proposed', 'hypothetical'];

/** What happened supersedes its plan. When more articles deny than tell it, it is negated. */
const realisOf = (items: readonly EventItem[]): Realis => {
  const articlesWith = (isMeant: (realis: Realis) => boolean): number =>
    new Set(items.filter(({ event }) => isMeant(event.realis)).map(({ article }) => article.id)).size;
  const told = articlesWith((realis) => realis !== 'negated');
  if (articlesWith((realis) => realis === 'negated') > told) return 'negated';
  return ORDER.find((realis) => items.some(({ event }) => event.realis === realis)) ?? 'negated';
};

const AHEAD: ReadonlySet<Realis> = new Set(['planned', 'proposed', 'hypothetical']);

/** `held` when a plan came about; else the fate told last. */
const fateOf = (items: readonly EventItem[], realis: Realis): Fate | null => {
  const wasAhead = items.some(({ event }) => AHEAD.has(event.realis) || event.fate !== null);
  if (realis === 'actual' && wasAhead) return 'held';
  const told = items
    .filter(({ event }) => event.fate !== null)
    .sort(
      (x, y) =>
        compareText(publishedDay(y), publishedDay(x)) ||
        compareText(x.article.id, y.article.id) ||
        x.event.trigger.start - y.event.trigger.start,
    );
  return told[0]?.event.fate ?? null;
};

const publishedDay = ({ article }: EventItem): string => publishedOf(article)?.value.earliest ?? '';
