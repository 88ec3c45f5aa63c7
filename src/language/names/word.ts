import { FLAGS, flagBit } from './flags.ts';
import { hashText, mix } from './hash.ts';
import type { NameModel } from './model.ts';
import { lookUp } from './table.ts';

/** What the recogniser sees of a word, all as numbers. */
export interface Word {
  readonly lower: number;
  readonly exact: number;
  readonly prefix: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly shape: number;
  /** Bits of `FLAGS`. */
  readonly flags: number;
  /** The class that decides most, for patterns of whole names; see `classOf`. */
  readonly kind: number;
  /** Hash for the table of whole names: lower case, no accents. */
  readonly key: number;
  /** Whether a name may begin here: a capital letter, or a year. */
  readonly starts: boolean;
  /** Whether a name may end here. */
  readonly ends: boolean;
  /** Whether a name may run over this word: not over `was` or `which`. */
  readonly joins: boolean;
}

const CAPITAL = /\p{Lu}/u;
const YEAR = /^(?:1[0-9]|20)\d\d$/;

/** How a word is written: `X` capital, `x` small, `d` digit; repeats collapse after the second; nine symbols at most. */
export const shapeOf = (text: string): string => {
  let shape = '';
  for (let i = 0; i < text.length && shape.length < 9; i++) {
    const symbol = symbolOf(text[i] ?? '');
    if (symbol !== shape.at(-1) || symbol !== shape.at(-2)) shape += symbol;
  }
  return shape;
};

const symbolOf = (c: string): string => {
  if (c >= '0' && c <= '9') return 'd';
  if (CAPITAL.test(c)) return 'X';
  return c.toLowerCase() === c.toUpperCase() ? c : 'x';
};

/** What the tables are asked by: lower case, no accents, no dots, straight apostrophes. */
export const keyText = (text: string): string => {
  const lower = text.toLowerCase().replaceAll('’', "'").replaceAll('.', '');
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
};

/** Small words that shape a name and stand for themselves in its pattern. */
const JOINTS: ReadonlyMap<string, number> = new Map(
  [
    'of',
    'the',
    'for',
    'and',
    'in',
    "'s",
    "'",
    'on',
    'to',
    'against',
    '-',
    '–',
    '&',
    ',',
    '(',
    ')',
    '"',
    '.',
    'de',
    'at',
  ].map((word, i) => [word, 100 + i]),
);

const HEADS = [
  'election',
  'electionWord',
  'partyHead',
  'partyWord',
  'groupHead',
  'placeHead',
  'event',
  'title',
  'suffix',
  'direction',
  'calendar',
  'particle',
] as const;
const HEAD_BITS = HEADS.map(flagBit);
const GIVEN = flagBit('given');
const SURNAME = flagBit('surname');
const STATE = flagBit('state');
const PLACE = flagBit('place');
const DEMONYM = flagBit('demonym');
const PEOPLE = flagBit('people');
const GROUP = flagBit('group');
const NOUNS = ['noun-group', 'noun-person', 'noun-location', 'noun-event', 'noun-act'] as const;
const NOUN_BITS = NOUNS.map(flagBit);

/** Two numbers for each of `bits`, one for words with a capital: that of the first the flags have, or null. */
const kindIn = (bits: readonly number[], flags: number, base: number, capital: number): number | null => {
  const i = bits.findIndex((bit) => (flags & bit) !== 0);
  return i < 0 ? null : base + 2 * i + capital;
};

const KNOWN = GIVEN | SURNAME | STATE | PLACE | GROUP | PEOPLE;

/** One number for what a word is in a pattern: a joint, a head, a known name, a noun of a kind, or its looks. */
const classOf = (text: string, lower: string, flags: number): number => {
  const joint = JOINTS.get(lower);
  if (joint !== undefined) return joint;
  const capital = CAPITAL.test(text[0] ?? '') ? 1 : 0;
  return (
    kindIn(HEAD_BITS, flags, 200, capital) ??
    (capital === 1 ? nameKind(flags) : null) ??
    kindIn(NOUN_BITS, flags, 400, capital) ??
    looksOf(text, lower, capital)
  );
};

/** The number of a word that lists know as a name, or null. */
const nameKind = (flags: number): number | null => {
  if (flags & DEMONYM) return flags & (GIVEN | SURNAME) ? 301 : 300;
  return flags & KNOWN ? 320 + nameBits(flags) : null;
};

const nameBits = (flags: number): number =>
  (flags & GIVEN ? 1 : 0) |
  (flags & SURNAME ? 2 : 0) |
  (flags & STATE ? 4 : flags & PLACE ? 8 : 0) |
  (flags & GROUP ? 16 : 0) |
  (flags & PEOPLE ? 32 : 0);

const looksOf = (text: string, lower: string, capital: number): number => {
  if (YEAR.test(text)) return 500;
  if (/^\d/.test(text)) return 501;
  if (/^\p{Lu}\.?$/u.test(text)) return 502;
  if (/^[\p{Lu}\d.&-]+$/u.test(text)) return 503;
  if (capital === 1) return lower.includes('-') ? 504 : 505;
  if (CAPITAL.test(text)) return 506;
  return /^\p{L}/u.test(text) ? 507 : 508;
};

const ELECTION = flagBit('election');
const EVENT = flagBit('event') | flagBit('noun-event') | flagBit('partyHead') | flagBit('groupHead');

/** Small words that no name runs over: a name ends before them. */
const APART: ReadonlySet<string> = new Set(
  (
    'a an is are was were be been being has have had having does do did can could will would shall should may might must ' +
    'not that which who whom whose what when where while why how if than then so but or nor as by from with into onto over ' +
    'under after before during since until between through about because although though he she it they we you him her his ' +
    'its their them this these those there here said says told also only still even just later soon now ago'
  ).split(' '),
);

const read = (text: string, model: NameModel): Word => {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const key = hashText(keyText(text));
  const flags = lookUp(model.words, key);
  const capital = CAPITAL.test(text);
  const kind = classOf(text, lower, flags);
  const length = lower.length;
  return {
    lower: /^\d+$/.test(lower) && !YEAR.test(lower) ? 7 : hashText(lower),
    exact: hashText(text),
    prefix: mix(hashText(lower, 0, Math.min(3, length)), 3),
    suffix2: mix(hashText(lower, Math.max(0, length - 2)), 2),
    suffix3: mix(hashText(lower, Math.max(0, length - 3)), 3),
    suffix4: mix(hashText(lower, Math.max(0, length - 4)), 4),
    shape: hashText(shapeOf(text)),
    flags,
    kind,
    key,
    starts: capital || YEAR.test(text),
    ends: capital || YEAR.test(text) || (flags & (ELECTION | EVENT)) !== 0,
    joins: capital || !APART.has(lower),
  };
};

/** The most words that are remembered between calls. */
const REMEMBERED = 50_000;
/** The longest word, in UTF-16 code units, that is looked at whole; of a longer one the rest is ignored. */
const MAX_WORD = 60;

/** Words already seen, by their text. */
type Memory = Map<string, Word>;

const memories = new WeakMap<NameModel, Memory>();

const memoryOf = (model: NameModel): Memory => {
  const known = memories.get(model);
  if (known !== undefined && known.size <= REMEMBERED) return known;
  const memory: Memory = new Map();
  memories.set(model, memory);
  return memory;
};

/** Words as the model sees them. */
export const wordsOf = (texts: readonly string[], model: NameModel): readonly Word[] => {
  const memory = memoryOf(model);
  return texts.map((text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const word = read(text.slice(0, MAX_WORD), model);
    if (text.length <= MAX_WORD) memory.set(text, word);
    return word;
  });
};

/** What stands before and behind a sentence. */
export const EDGE: Word = {
  lower: 1,
  exact: 1,
  prefix: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  shape: 1,
  flags: 0,
  kind: 1,
  key: 1,
  starts: false,
  ends: false,
  joins: false,
};

/** How many classes of words there are. */
export const FLAG_COUNT: number = FLAGS.length;
