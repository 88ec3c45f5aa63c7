import type { Span } from '../../model/span.ts';
import { hull, isNonEmpty } from '../../model/span.ts';
import type { PhraseTable } from './phrases.ts';
import { findPhrases } from './phrases.ts';
import { sentencesAround, type Told } from './scope.ts';
import { type Topic, topicsWithin } from './topics.ts';

/** An article as its statements' issues are read in it. */
export interface TopicView {
  readonly text: string;
  readonly topics: readonly Topic[];
  readonly anaphora: PhraseTable<true>;
}

/** A content with fewer characters says little by itself and goes on with what was spoken of. */
const SHORT = 40;
/** The opening of an article, where it says what it is about, in characters. */
const OPENING = 250;

/** Where a statement stands among the others of its article. */
export interface Placed {
  /** Those that it stands in. */
  readonly outer: readonly Told[];
  /** The one before it that is not one of them. */
  readonly before: Told | null;
  /** Whether another stands in it. */
  readonly nests: boolean;
}

/** For each issue that an article names, what speaks for a statement's being about it. */
export type Bearings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * For each issue that the article names, what speaks for or against a statement's being about it: a cue in the content
 * (`named`), in the rest of its sentence (`beside`), in sentences before (`before1`, `before2`), that it was the last
 * spoken of (`last`), its share of the article, and what the statement is: an answer, short, one that takes something up.
 */
export const readBearings = (view: TopicView, told: Told, place: Placed): Bearings => {
  const { topics } = view;
  const issues = [...new Set(topics.map(({ issue }) => issue))];
  if (issues.length === 0) return new Map();
  const around = surroundings(view, told, place);
  const general = generalOf(view, told, around.named, place);
  return new Map(issues.map((issue) => [issue, bearingOf(issue, around, general)]));
};

interface Surroundings {
  readonly named: ReadonlyMap<string, Topic['kind']>;
  readonly regions: readonly (readonly [string, ReadonlySet<string>])[];
  readonly last: string | null;
  readonly distance: number;
}

const RANKS = ['related', 'part', 'cue'];
const rank = (kind: string | undefined): number => (kind === undefined ? -1 : RANKS.indexOf(kind));

// Asked for each statement of an article; a pure cache.
const sureTopics = new WeakMap<readonly Topic[], readonly Topic[]>();

/** The topics less those named by a word of the family alone. */
const sureOf = (topics: readonly Topic[]): readonly Topic[] => {
  const held = sureTopics.get(topics) ?? topics.filter(({ kind }) => kind !== 'related');
  sureTopics.set(topics, held);
  return held;
};

const issuesOf = (topics: readonly Topic[]): ReadonlySet<string> => new Set(topics.map(({ issue }) => issue));

const surroundings = (
  { text, topics }: TopicView,
  told: Told,
  { outer, before: earlierTold }: Placed,
): Surroundings => {
  const parts = [...told.source, ...told.cue, ...told.content];
  const core = isNonEmpty(parts) ? hull(parts) : hull(told.content);
  const inside = told.content.flatMap((at) => topicsWithin(topics, at));
  const named = new Map<string, Topic['kind']>();
  for (const { issue, kind } of inside) if (rank(kind) > rank(named.get(issue))) named.set(issue, kind);
  const { sentence, before, two, after } = sentencesAround(text, core);
  const sure = sureOf(topics);
  const within = (at: Span | null): ReadonlySet<string> =>
    issuesOf(at === null ? [] : topicsWithin(sure, at));
  const first = told.content[0].start;
  const last = sureOf(topics).findLast((topic) => topic.end <= first) ?? null;
  return {
    named,
    regions: [
      ['beside', within(sentence)],
      ['before1', within(before)],
      ['before2', within(two)],
      ['after', within(after)],
      ['outer', issuesOf(outer.flatMap(({ content }) => content.flatMap((at) => topicsWithin(topics, at))))],
      ['told', issuesOf((earlierTold?.content ?? []).flatMap((at) => topicsWithin(topics, at)))],
      ['opening', within({ start: 0, end: OPENING })],
    ],
    last: last?.issue ?? null,
    distance: last === null ? 9 : Math.floor(Math.log2((first - last.end) / 40 + 1)),
  };
};

const ANSWERS: ReadonlySet<string> = new Set([
  'answered',
  'declined',
  'denied',
  'refused',
  'welcomed',
  'criticised',
  'confirmed',
]);
const PASSES: ReadonlySet<string> = new Set(['asked', 'thanked', 'reported']);

const generalOf = (
  { text, anaphora }: TopicView,
  { content, act }: Told,
  named: ReadonlyMap<string, Topic['kind']>,
  { nests, outer }: Placed,
): readonly string[] => {
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
  const kinds: string[] = [];
  if (ANSWERS.has(act)) kinds.push('answers');
  if (PASSES.has(act)) kinds.push('passes');
  if (length < SHORT) kinds.push('short');
  if (length > 4 * SHORT) kinds.push('long');
  if (content.some((at) => findPhrases(anaphora, text, at).length > 0)) kinds.push('takes-up');
  if (nests) kinds.push('nests');
  if (outer.length > 0) kinds.push('nested');
  if (named.size > 0) kinds.push('something');
  return kinds;
};

const bearingOf = (
  issue: string,
  { named, regions, last, distance }: Surroundings,
  general: readonly string[],
): ReadonlySet<string> => {
  const found = new Set<string>(['bias']);
  const kind = named.get(issue);
  const isElsewhere = [...named.values()].some((other) => other === 'cue');
  const place = kind ?? (isElsewhere ? 'other' : 'silent');
  found.add(place);
  for (const kind of general) found.add(`${place}&${kind}`);
  if (kind !== undefined && isElsewhere) found.add(`${place}&elsewhere`);
  if (kind === 'cue') return found;
  for (const [name, ids] of regions) if (ids.has(issue)) found.add(`${place}&${name}`);
  if (last === issue) {
    found.add(`${place}&last`);
    found.add(`${place}&last${Math.min(6, distance)}`);
    if (general.includes('takes-up')) found.add(`${place}&last&takes-up`);
    if (general.includes('short')) found.add(`${place}&last&short`);
  }
  return found;
};
