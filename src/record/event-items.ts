import { foldWords } from '../lib/word-fold.ts';
import type { EventMention, Participant } from '../model/annotation.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article } from '../model/page.ts';
import { contains, overlaps } from '../model/span.ts';
import type { Coverage } from './coverage.ts';
import { newsDayOf } from './fresh.ts';
import { compareText } from './order.ts';
import { widthOf } from './ranges.ts';
import { contentStems, stopwordsOf } from './wording.ts';

/** An event mention of one article with what it is compared by. */
export interface EventItem {
  readonly article: Article;
  readonly extraction: Extraction;
  readonly event: EventMention;
  /** Types that may be one event share a group: a meeting, talks, and talks that came to nothing are `talks`. */
  readonly group: string;
  /** Whether all take part alike, so that the sides need not be told apart. */
  readonly isReciprocal: boolean;
  /** Parties that act, and parties acted upon; for reciprocal groups all are in `actors`. */
  readonly actors: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** Named participants other than the party itself, by party. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
  /** Days the time leaves open; null when it is unknown or an end is open. */
  readonly width: number | null;
  /** Gatherings named in the clause or by its time. */
  readonly gatherings: ReadonlySet<string>;
  /** Day number on which it was told as news, or null. */
  readonly newsDay: number | null;
  /** Content stems of the clause. */
  readonly stems: ReadonlySet<string>;
}

const TALKS: ReadonlySet<string> = new Set(['meet', 'negotiate', 'no_agreement']);
const RECIPROCAL: ReadonlySet<string> = new Set(['talks', 'call', 'sign', 'agree', 'cooperate', 'ratify']);

/** The group of a type: types of one group may be tellings of one event. */
const groupOf = (type: string): string => (TALKS.has(type) ? 'talks' : type);

/** All event mentions, in order of article and place. */
export const readEvents = (coverage: Coverage): readonly EventItem[] => {
  const reciprocal = new Set(
    coverage.knowledge.eventTypes.filter((type) => type.reciprocal).map(({ id }) => groupOf(id)),
  );
  const isReciprocal = (group: string): boolean => RECIPROCAL.has(group) || reciprocal.has(group);
  return coverage.extractions.flatMap((extraction) => {
    const { language } = extraction.article;
    const lexicon = coverage.knowledge.languages[language]?.clean?.stopwords ?? [];
    const stop =
      extraction.annotations.events.length === 0 ? new Set<string>() : stopwordsOf(language, lexicon);
    return extraction.annotations.events
      .map((event) => readItem(extraction, event, isReciprocal(groupOf(event.type)), stop))
      .sort((x, y) => x.event.trigger.start - y.event.trigger.start || compareText(orderKey(x), orderKey(y)));
  });
};

const orderKey = ({ event }: EventItem): string => JSON.stringify(event);

const readItem = (
  extraction: Extraction,
  event: EventMention,
  isReciprocal: boolean,
  stop: ReadonlySet<string>,
): EventItem => {
  const { article } = extraction;
  const acts = (participant: Participant): boolean => isReciprocal || ACTING_ROLES.has(participant.role);
  const words = foldWords(article.text, event.span.start, event.span.end).map(({ word }) => word);
  return {
    article,
    extraction,
    event,
    group: groupOf(event.type),
    isReciprocal,
    actors: new Set(event.participants.filter(acts).map(partyKeyOf)),
    targets: new Set(event.participants.filter((participant) => !acts(participant)).map(partyKeyOf)),
    persons: personsOf(event.participants),
    width: event.time === null ? null : widthOf(event.time),
    gatherings: gatheringsOf(extraction, event),
    newsDay: newsDayOf(article, event),
    stems: contentStems(words, stop),
  };
};

/** The roles of those who act; the others are acted upon. */
export const ACTING_ROLES: ReadonlySet<Participant['role']> = new Set([
  'initiator',
  'visitor',
  'joint',
  'mediator',
]);

/** The party a participant counts under: its party, else itself. */
const partyKeyOf = (participant: Participant): string => participant.party?.id ?? participant.id;

const personsOf = (participants: readonly Participant[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const persons = new Map<string, Set<string>>();
  for (const participant of participants) {
    if (participant.party === null || participant.party.id === participant.id) continue;
    const own = persons.get(participant.party.id) ?? new Set<string>();
    persons.set(participant.party.id, own.add(participant.id));
  }
  return persons;
};

const gatheringsOf = (extraction: Extraction, event: EventMention): ReadonlySet<string> => {
  const { mentions, times } = extraction.annotations;
  const named = mentions.filter(({ type, span }) => type === 'GATHERING' && overlaps(span, event.span));
  const expression = event.time?.expression ?? null;
  const dated = times.filter(({ anchor, span }) => {
    if (!anchor.startsWith('gathering:')) return false;
    return contains(event.span, span) || (expression !== null && overlaps(span, expression));
  });
  return new Set([
    ...named.flatMap(({ refersTo }) => (refersTo === null ? [] : [refersTo.id as string])),
    ...dated.map(({ anchor }) => anchor.slice('gathering:'.length)),
  ]);
};
