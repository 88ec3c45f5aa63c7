import { readFileSync } from 'node:fs';
import type { EventMention } from '../../src/model/annotation.ts';

/** One event of the gold: parties by letter, whether the sentence says when. */
export interface GoldSentenceEvent {
  readonly type: string;
  readonly parties: string;
  readonly realis: string;
  readonly fate: string | null;
  readonly timed: boolean;
}

/** A sentence of `eval/corpora/events-ru` or `events-ja`. */
export interface GoldSentence {
  readonly id: string;
  readonly part: 'tuning' | 'test';
  readonly text: string;
  readonly events: readonly GoldSentenceEvent[];
}

const LINE = /^([rj]\d{3}) \| ([^|]+?) \|(.*)$/;
const EVENT = /^(\w+) ([A-Z]+) (\w+)(?::(\w+))? ([t-])$/;

/** Reads one line; null when it is none. */
export const goldSentence = (line: string): GoldSentence | null => {
  const [, id, text, rest = ''] = LINE.exec(line) ?? [];
  if (id === undefined || text === undefined) return null;
  const events = rest
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readEvent);
  return { id, part: Number(id.slice(1)) % 2 === 1 ? 'tuning' : 'test', text, events };
};

const readEvent = (told: string): GoldSentenceEvent => {
  const [, type, parties, realis, fate, timed] = EVENT.exec(told) ?? [];
  if (type === undefined || parties === undefined || realis === undefined)
    throw new Error(`no event of the gold: ${told}`);
  return { type, parties: sorted(parties), realis, fate: fate ?? null, timed: timed === 't' };
};

const sorted = (letters: string): string => [...letters].sort().join('');

/** The sentences of one language. */
export const goldSentences = (language: string): readonly GoldSentence[] =>
  readFileSync(new URL(`../corpora/events-${language}/sentences.txt`, import.meta.url), 'utf8')
    .split('\n')
    .map(goldSentence)
    .filter((sentence) => sentence !== null);

const LETTERS: Readonly<Record<string, string>> = {
  valdoria: 'V',
  orland: 'O',
  ulmira: 'U',
  evacuees: 'E',
  fishers: 'F',
  islanders: 'I',
};

/** The parties of an event by letter; whoever has none of these is `?`. */
export const lettersOf = ({ participants }: EventMention): string => {
  const letters = participants.map(({ id, party }) => LETTERS[party?.id ?? id] ?? LETTERS[id] ?? '?');
  return sorted([...new Set(letters)].join(''));
};

/** How one sentence was coded. */
export interface SentenceScore {
  readonly sentence: GoldSentence;
  readonly found: number;
  readonly coded: number;
  /** Gold events whose type and exact parties were coded, and by which rule. */
  readonly right: readonly { readonly gold: GoldSentenceEvent; readonly event: EventMention | null }[];
  /** Pairs of one type that share a party: what realis, fate and time are judged on. */
  readonly pairs: readonly { readonly gold: GoldSentenceEvent; readonly event: EventMention }[];
}

const UNREAL: ReadonlySet<string> = new Set(['planned', 'proposed', 'hypothetical', 'negated']);

/** What a speech act of the sentence may speak of: it counts neither way. */
const isMatter = ({ events }: GoldSentence, { realis, type }: EventMention): boolean =>
  UNREAL.has(realis) && events.length > 0 && events.every((gold) => gold.type !== type);

/** Pairs the gold of a sentence with what was coded in it: exact parties first, then any of one type that share a party. */
export const scoreSentence = (sentence: GoldSentence, events: readonly EventMention[]): SentenceScore => {
  const free = new Set(events);
  const take = (gold: GoldSentenceEvent, fits: (event: EventMention) => boolean): EventMention | null => {
    const event = [...free].find((one) => one.type === gold.type && fits(one)) ?? null;
    if (event !== null) free.delete(event);
    return event;
  };
  const right = sentence.events.map((gold) => ({
    gold,
    event: take(gold, (event) => lettersOf(event) === gold.parties),
  }));
  const pairs = right.flatMap(({ gold, event }) => {
    const paired =
      event ?? take(gold, (one) => [...lettersOf(one)].some((letter) => gold.parties.includes(letter)));
    return paired === null ? [] : [{ gold, event: paired }];
  });
  return {
    sentence,
    coded: [...events].filter((event) => !free.has(event) || !isMatter(sentence, event)).length,
    found: right.filter(({ event }) => event !== null).length,
    right,
    pairs,
  };
};
