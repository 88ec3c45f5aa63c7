import type { EventMention } from '../../src/model/annotation.ts';
import type { EventType } from '../../src/model/knowledge.ts';
import { overlaps, type Span } from '../../src/model/span.ts';
import { type GoldEventRow, headlineEnd } from './events-gold.ts';
import {
  type Cast,
  type CastScore,
  castOfEvent,
  castOfGold,
  compareCasts,
  isSameCast,
  type SideOf,
} from './events-sides.ts';
import { pairByScore } from './overlap.ts';
import { compareSaid } from './statements-judge.ts';

/** An event as one reader has it: a coder, an annotator. */
export interface Reading {
  readonly id: string;
  readonly rule: string;
  /** The words that name the act, or the clause that tells it. */
  readonly at: Span;
  /** Its type, then those that count as right, too. */
  readonly types: readonly string[];
  readonly cast: Cast;
  readonly edtf: string | null;
  readonly realis: string;
  readonly fate: string | null;
  readonly outcome: string | null;
  readonly stance: string;
  readonly background: boolean;
  readonly doubtful: boolean;
}

/** What is judged of an event that both have; null counts neither way. */
export const EVENT_ASPECTS = [
  'participants',
  'parties',
  'realis',
  'time-overlap',
  'time-equal',
  'fate',
  'fate-where-any',
  'outcome',
  'outcome-where-any',
  'stance',
  'stance-where-any',
  'background',
] as const;
/** One aspect. */
export type EventAspect = (typeof EVENT_ASPECTS)[number];

/** An event of the gold that counts, with what was found of it. */
export interface JudgedGold {
  readonly id: string;
  readonly type: string;
  readonly rule: string;
  /** Null when no event of its type was found at its place. */
  readonly right: Readonly<Record<EventAspect, boolean | null>> | null;
  readonly cast: CastScore | null;
  /** The realis of both. */
  readonly realis: { readonly first: string; readonly second: string } | null;
  /** Whether an event of its root was found at its place. */
  readonly rootFound: boolean;
  /** The types of both at the very place, whatever they are; null when nothing was coded there. */
  readonly there: { readonly first: string; readonly second: string; readonly sameRoot: boolean } | null;
}

/** An event told that counts. */
export interface JudgedTold {
  readonly id: string;
  readonly type: string;
  readonly rule: string;
  readonly ok: boolean;
  readonly participants: boolean;
  readonly parties: boolean;
  readonly root: boolean;
}

/** One article's events, judged. */
export interface JudgedEvents {
  readonly gold: readonly JudgedGold[];
  readonly told: readonly JudgedTold[];
}

/** Finds the root of a type; a type that PLOVER has no root for is its own. */
export const rootFinder = (types: readonly EventType[]): ((type: string) => string) => {
  const roots = new Map(types.map(({ id, root, plover }) => [id, root ?? plover?.split('-')[0] ?? id]));
  return (type) => roots.get(type) ?? type;
};

/** The gold's row as a reading. */
export const readingOfRow = (row: GoldEventRow, at: number, sideOf: SideOf): Reading => ({
  ...row,
  id: `${row.article}:${at}`,
  rule: 'none',
  at: row.anchor,
  types: [row.type, ...row.typeAlt],
  cast: castOfGold(row, sideOf),
});

/** A coded event as a reading. */
export const readingOfEvent = (event: EventMention, article: string, sideOf: SideOf): Reading => ({
  ...event,
  id: `${article}:${event.type}:${event.trigger.start}`,
  at: event.trigger,
  types: [event.type],
  cast: castOfEvent(event.participants, sideOf),
  edtf: event.time?.edtf ?? null,
  doubtful: false,
});

const ENDS = /[.!?…]["”’»)]*\s+|[。！？]["」』）]*|\n+/gu;

/** Where the sentences of a text begin, roughly: two anchors are near only within one. */
const beginnings = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(ENDS)].map((match) => match.index + match[0].length),
];

const sentenceOf = (starts: readonly number[], at: number): number =>
  starts.findLastIndex((start) => start <= at);

/** How near two anchors stand: 1 and more when they share characters, less within one sentence, null in different ones. */
const nearness = (a: Span, b: Span, starts: readonly number[]): number | null => {
  if (overlaps(a, b)) return 1 + 1 / (1 + Math.abs(a.start - b.start));
  if (sentenceOf(starts, a.start) !== sentenceOf(starts, b.start)) return null;
  return 1 / (1 + Math.abs(a.start - b.start));
};

/** Of equal places the certain one goes first. */
const DOUBT = 1e-6;

type Pairing = ReadonlyMap<number, number>;

const pairWhere = (
  gold: readonly Reading[],
  told: readonly Reading[],
  starts: readonly number[],
  may: (gold: Reading, told: Reading, near: number) => boolean,
): Pairing =>
  pairByScore(gold, told, (a, b) => {
    const near = nearness(a.at, b.at, starts);
    if (near === null || !may(a, b, near)) return null;
    return near - (a.doubtful || b.doubtful ? DOUBT : 0);
  });

const shareType = (a: Reading, b: Reading): boolean => a.types.some((type) => b.types.includes(type));

const rightOf = (gold: Reading, told: Reading): Readonly<Record<EventAspect, boolean | null>> => {
  const cast = compareCasts(gold.cast, told.cast);
  const time = gold.edtf === null ? null : compareSaid(gold.edtf, told.edtf as never);
  const fate = gold.fate === told.fate;
  const outcome = gold.outcome === told.outcome;
  const stance = gold.stance === told.stance;
  return {
    participants: isSameCast(cast),
    parties: cast.right === cast.told,
    realis: gold.realis === told.realis,
    'time-overlap': time === null ? null : time !== 'differs',
    'time-equal': time === null ? null : time === 'equal',
    fate,
    'fate-where-any': gold.fate === null && told.fate === null ? null : fate,
    outcome,
    'outcome-where-any': gold.outcome === null && told.outcome === null ? null : outcome,
    stance,
    'stance-where-any': gold.stance === 'asserts' && told.stance === 'asserts' ? null : stance,
    background: gold.background === told.background,
  };
};

/** One article's pairs: by type, by root, by place alone. */
interface Pairings {
  readonly byType: Pairing;
  readonly byRoot: Pairing;
  readonly byPlace: Pairing;
}

const flipped = (pairs: Pairing): Pairing => new Map([...pairs].map(([g, t]) => [t, g]));

/** Doubtful itself, paired with a doubtful one, or alone at a doubtful one. */
const isNeutral = (reading: Reading, other: Reading | null, others: readonly Reading[]): boolean =>
  reading.doubtful ||
  (other === null ? others.some((one) => one.doubtful && overlaps(one.at, reading.at)) : other.doubtful);

const seenThere = (
  row: Reading,
  there: Reading | undefined,
  rootOf: (type: string) => string,
): JudgedGold['there'] =>
  there === undefined || there.doubtful
    ? null
    : { first: typeOf(row), second: typeSeen(row, there), sameRoot: shareRoot(row, there, rootOf) };

const judgeGold = (
  gold: readonly Reading[],
  told: readonly Reading[],
  { byType, byRoot, byPlace }: Pairings,
  rootOf: (type: string) => string,
): readonly JudgedGold[] =>
  gold.flatMap((row, g): readonly JudgedGold[] => {
    const found = told[byType.get(g) ?? -1] ?? null;
    if (isNeutral(row, found, told)) return [];
    const facts = {
      id: row.id,
      type: typeOf(row),
      rootFound: byRoot.has(g),
      there: seenThere(row, told[byPlace.get(g) ?? -1], rootOf),
    };
    if (found === null) return [{ ...facts, rule: 'none', right: null, cast: null, realis: null }];
    return [
      {
        ...facts,
        rule: found.rule,
        right: rightOf(row, found),
        cast: compareCasts(row.cast, found.cast),
        realis: { first: row.realis, second: found.realis },
      },
    ];
  });

const judgeTold = (
  gold: readonly Reading[],
  told: readonly Reading[],
  { byType, byRoot }: Pairings,
): readonly JudgedTold[] => {
  const [ofType, ofRoot] = [flipped(byType), flipped(byRoot)];
  return told.flatMap((reading, t) => {
    const row = gold[ofType.get(t) ?? -1] ?? null;
    if (isNeutral(reading, row, gold)) return [];
    const right = row === null ? null : rightOf(row, reading);
    return [
      {
        id: reading.id,
        type: typeOf(reading),
        rule: reading.rule,
        ok: row !== null,
        participants: right?.participants === true,
        parties: right?.parties === true,
        root: ofRoot.has(t),
      },
    ];
  });
};

/**
 * Judges one article: pairs one to one by type at overlapping anchors, the nearest first, then within the sentence; once
 * more by root, and once by place alone. Doubtful rows count neither way, nor does what stands at one or before
 * `from`, where the headline ends.
 */
export const judgeEvents = (
  text: string,
  gold: readonly Reading[],
  all: readonly Reading[],
  rootOf: (type: string) => string,
  from: number = headlineEnd(text),
): JudgedEvents => {
  const told = all.filter(({ at }) => at.start >= from);
  const starts = beginnings(text);
  const pairings = {
    byType: pairWhere(gold, told, starts, shareType),
    byRoot: pairWhere(gold, told, starts, (a, b) => shareRoot(a, b, rootOf)),
    byPlace: pairWhere(gold, told, starts, (_a, _b, near) => near >= 1),
  };
  return { gold: judgeGold(gold, told, pairings, rootOf), told: judgeTold(gold, told, pairings) };
};

const typeOf = ({ types }: Reading): string => types[0] ?? '';

const shareRoot = (a: Reading, b: Reading, rootOf: (type: string) => string): boolean =>
  a.types.some((x) => b.types.some((y) => rootOf(x) === rootOf(y)));

/** The other's type; when either lets the other's pass, that is no difference. */
const typeSeen = (row: Reading, there: Reading): string =>
  shareType(row, there) ? typeOf(row) : typeOf(there);
