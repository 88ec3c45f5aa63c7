import type { Span } from '../../model/span.ts';
import { hashText, spread } from '../words/hash.ts';
import { shapeOf } from '../words/shape.ts';

/** Numbers a chunk in {@link Chunks.facts}. */
export const CHUNK_FACTS = 13;

/** Positions of what is known of a chunk. */
export const CHUNK = {
  /** Hash of the core in lower case, of its last two units, and its shape. */
  core: 0,
  ending: 1,
  shape: 2,
  /** Hashes of the marks before and after the core. */
  opening: 3,
  trailing: 4,
  /** 1 with a stop among the trailing marks, 2 with a colon or semicolon, 3 with a comma, else 0. */
  stop: 5,
  /** Units of the core, at most 4. */
  length: 6,
  /** 1 with a dot inside the core. */
  dotted: 7,
  /** How the first letter of the core is written: 1 small, 2 capital, 3 digit, 4 none. */
  first: 8,
  /** The state of quotations at the end of the chunk: 1 within straight marks, 2 within curly ones, 3 both. */
  quoted: 9,
  /** Brackets open at the end of the chunk, at most 2. */
  brackets: 10,
  /** How the core is written: 0 no capitals, 1 some, 2 all (two letters or more). */
  capitals: 11,
  /** What the core is as a word, as {@link WordKinds} has it. */
  kind: 12,
} as const;

/** What a chunk is as a word: by the tags that training saw on it. Lower-case cores. */
export interface WordKinds {
  /** A number for features. */
  readonly of: (core: string) => number;
  /** Whether words of this kind are mostly verbs, or often. */
  readonly isVerb: (kind: number) => boolean;
}

/** Knows of no word what it is. */
const NO_KINDS: WordKinds = { of: () => 0, isVerb: () => false };

/** A paragraph cut at white space, with what the sentence model looks at. */
export interface Chunks {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly facts: Int32Array;
  /** Whether a line break lies in the white space behind the chunk. */
  readonly breaks: Uint8Array;
  /** Chunks from each one to the next with a stop; many where there is none before the end. One longer than the chunks. */
  readonly toStop: Int32Array;
  /** How many chunks before each one begin with a capital, and with any letter of a script with case. One longer, too. */
  readonly capitals: Int32Array;
  readonly letters: Int32Array;
  /** How many chunks before each one can be verbs. One longer, too. */
  readonly verbs: Int32Array;
}

const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 160 ||
  c === 0x3000 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  c === 0xfeff;

const MARK = /[\p{L}\p{N}]/u;

/** Whether a code unit belongs to a word: letters, digits, and halves of pairs. */
export const isWordUnit = (c: number): boolean => {
  if (c < 128) return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
  return MARK.test(String.fromCharCode(c));
};

const STOPS = '.!?…。！？';
/** Marks at the edges are looked at only so far. */
const EDGE = 12;
/** Only so much of a core counts: an address of megabytes is no word. */
const LONGEST_CORE = 40;

const firstKind = (text: string, at: number): number => {
  const c = text.charCodeAt(at);
  if (c >= 48 && c <= 57) return 3;
  const letter = text.charAt(at);
  if (letter !== letter.toLowerCase()) return 2;
  return letter !== letter.toUpperCase() ? 1 : 4;
};

const stopIn = (marks: string): number => {
  let found = 0;
  for (const mark of marks) {
    if (STOPS.includes(mark)) return 1;
    if (mark === ':' || mark === ';') found = 2;
    else if (mark === ',' && found === 0) found = 3;
  }
  return found;
};

const capitalsOf = (written: string, lower: string): number => {
  if (written === lower) return 0;
  return written.length > 1 && written === written.toUpperCase() ? 2 : 1;
};

const describe = (
  text: string,
  { start, end }: Span,
  kinds: WordKinds,
  out: Int32Array,
  at: number,
): void => {
  let from = start;
  while (from < end && from - start < EDGE && !isWordUnit(text.charCodeAt(from))) from++;
  // Stops that stand alone close what is before them: "What now ?". A dash does not.
  if (from === end && stopIn(text.slice(start, end)) === 1) from = start;
  let to = end;
  while (to > from && end - to < EDGE && !isWordUnit(text.charCodeAt(to - 1))) to--;
  const written = text.slice(from, Math.min(to, from + LONGEST_CORE));
  const core = written.toLowerCase();
  const trailing = text.slice(to, Math.min(end, to + EDGE));
  out[at + CHUNK.core] = hashText(core);
  out[at + CHUNK.ending] = hashText(core, Math.max(0, core.length - 2));
  out[at + CHUNK.shape] = shapeOf(written);
  out[at + CHUNK.opening] = hashText(text, start, from);
  out[at + CHUNK.trailing] = hashText(trailing);
  out[at + CHUNK.stop] = stopIn(trailing);
  out[at + CHUNK.length] = Math.min(4, to - from);
  out[at + CHUNK.dotted] = core.includes('.') ? 1 : 0;
  out[at + CHUNK.first] = from < to ? firstKind(text, from) : 4;
  out[at + CHUNK.capitals] = capitalsOf(written, core);
  out[at + CHUNK.kind] = kinds.of(core);
};

/** Follows the quotation marks of one chunk. */
const quotesAfter = (text: string, start: number, end: number, state: number): number => {
  let now = state;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) now ^= 1;
    else if (c === 0x201c || c === 0xab || c === 0x201e) now |= 2;
    else if (c === 0x201d || c === 0xbb) now &= 1;
  }
  return now;
};

/** Follows the brackets of one chunk. */
const bracketsAfter = (text: string, start: number, end: number, state: number): number => {
  let now = state;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91) now = Math.min(3, now + 1);
    else if (c === 41 || c === 93) now = Math.max(0, now - 1);
  }
  return now;
};

/** Stands for the way to a stop that does not come. */
const NO_STOP = 60;

/** The way from each chunk to the next stop. */
const waysToStop = (facts: Int32Array, count: number): Int32Array => {
  const ways = new Int32Array(count + 1).fill(NO_STOP);
  for (let k = count - 1; k >= 0; k--)
    ways[k] = facts[k * CHUNK_FACTS + CHUNK.stop] === 1 ? 0 : (ways[k + 1] as number) + 1;
  return ways;
};

/** Of how many of the chunks before each one `isCounted` holds. */
const countsBefore = (
  facts: Int32Array,
  count: number,
  what: number,
  isCounted: (fact: number) => boolean,
): Int32Array => {
  const counts = new Int32Array(count + 1);
  for (let k = 0; k < count; k++)
    counts[k + 1] = (counts[k] as number) + (isCounted(facts[k * CHUNK_FACTS + what] as number) ? 1 : 0);
  return counts;
};

/** The end of the white space that begins at `i`. */
const skipSpace = (text: string, i: number, end: number): number => {
  let at = i;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
};

const skipChunk = (text: string, i: number, end: number): number => {
  let at = i;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
};

const hasBreak = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true;
  return false;
};

/** Cuts `[start, end)` at white space; tells of each piece no more than where it stands. */
export const piecesOf = (text: string, start: number, end: number): readonly Span[] => {
  const pieces: Span[] = [];
  for (let i = skipSpace(text, start, end); i < end; ) {
    const to = skipChunk(text, i, end);
    pieces.push({ start: i, end: to });
    i = skipSpace(text, to, end);
  }
  return pieces;
};

/** Cuts `[start, end)` at white space. */
export const chunksOf = (text: string, start: number, end: number, kinds: WordKinds = NO_KINDS): Chunks => {
  const starts: number[] = [];
  const ends: number[] = [];
  const breaks: number[] = [];
  for (let i = skipSpace(text, start, end); i < end; ) {
    starts.push(i);
    const to = skipChunk(text, i, end);
    ends.push(to);
    i = skipSpace(text, to, end);
    breaks.push(i < end && hasBreak(text, to, i) ? 1 : 0);
  }
  const count = starts.length;
  const facts = new Int32Array(count * CHUNK_FACTS);
  let quoted = 0;
  let brackets = 0;
  for (let k = 0; k < count; k++) {
    describe(text, { start: starts[k] as number, end: ends[k] as number }, kinds, facts, k * CHUNK_FACTS);
    quoted = quotesAfter(text, starts[k] as number, ends[k] as number, quoted);
    facts[k * CHUNK_FACTS + CHUNK.quoted] = quoted;
    brackets = bracketsAfter(text, starts[k] as number, ends[k] as number, brackets);
    facts[k * CHUNK_FACTS + CHUNK.brackets] = Math.min(2, brackets);
  }
  return {
    count,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    facts,
    breaks: Uint8Array.from(breaks),
    toStop: waysToStop(facts, count),
    capitals: countsBefore(facts, count, CHUNK.first, (first) => first === 2),
    letters: countsBefore(facts, count, CHUNK.first, (first) => first === 1 || first === 2),
    verbs: countsBefore(facts, count, CHUNK.kind, kinds.isVerb),
  };
};

/** Stands for a chunk that is not there. */
export const NO_CHUNK: number = spread(3, 90);
