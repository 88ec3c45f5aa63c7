import { type Chunk, chunkBefore, isTime } from './phrases.ts';
import {
  capitalAt,
  groupStart,
  isLink,
  isMereModifier,
  kind,
  low,
  MEASURES,
  NOMINATIVES,
  type Reading,
} from './reading.ts';

/**
 * Walks from a phrase that ends before the verb to the noun that it describes: "a [statement] posted on the website of the
 * ministry". Each step leads over a preposition, a participle or a relative clause.
 */
const ownerOf = (reading: Reading, chunk: Chunk): Chunk => {
  if (NOMINATIVES.has(low(reading, chunk.head))) return chunk;
  let own = chunk;
  for (let n = 0; n < 12; n++) {
    const next = describedBy(reading, own.from - 1);
    if (next === null) return joinedFirst(reading, own);
    own = next;
  }
  return own;
};

/** The phrase before a preposition, participle or relative clause that ends in item `i`. */
const describedBy = (reading: Reading, i: number): Chunk | null => {
  const { items } = reading;
  let at = i;
  if (isLink(reading, at)) {
    while (
      isLink(reading, at) ||
      kind(reading, at) === 'adverb' ||
      (at < i && MEASURES.has(low(reading, at)))
    )
      at--;
    if (kind(reading, at) === 'adjective' && chunkBefore(items, at - 1) !== null)
      return chunkBefore(items, at - 1);
    const noun = chunkBefore(items, at) ?? (kind(reading, at) === 'finite' ? capitalAt(reading, at) : null);
    if (noun !== null) return noun;
  }
  return overClause(reading, at);
};

/** Over "who gave", "posted", "to rebuild" to the noun before. */
const overClause = (reading: Reading, i: number): Chunk | null => {
  const { items } = reading;
  const verb = kind(reading, i);
  if (verb === 'participle' || verb === 'ing' || verb === 'finite' || verb === 'bare') {
    const group = groupStart(reading, i);
    if (kind(reading, group - 1) === 'relative' && low(reading, group - 1) !== 'what') {
      const end = kind(reading, group - 2) === 'preposition' ? group - 3 : group - 2;
      return chunkBefore(items, end);
    }
    if (kind(reading, group - 1) === 'to') return chunkBefore(items, group - 2);
    if ((verb === 'participle' || verb === 'ing') && group === i) return chunkBefore(items, i - 1);
  }
  return null;
};

/** Of "Redic and Vance", "lawmakers, officers and bishops" the first; what a verb or preposition governs stays apart. */
const joinedFirst = (reading: Reading, chunk: Chunk): Chunk => {
  if (kind(reading, chunk.from - 1) !== 'and') return chunk;
  let first = beforeJoin(reading, chunk.from - 2);
  if (first === null) return chunk;
  for (let n = 0; n < 8 && kind(reading, first.from - 1) === 'comma'; n++) {
    const more = beforeJoin(reading, first.from - 2);
    if (more === null) break;
    first = more;
  }
  const before = kind(reading, first.from - 1) ?? 'stop';
  const isApart = before === 'stop' || before === 'quotation' || before === 'opener' || before === 'comma';
  if (isApart) return first;
  return isLink(reading, first.from - 1) && describedBy(reading, first.from - 1) !== null
    ? ownerOf(reading, first)
    : chunk;
};

const beforeJoin = (reading: Reading, last: number): Chunk | null => {
  let chunk = chunkBefore(reading.items, last) ?? capitalAt(reading, last);
  if (chunk !== null && NOMINATIVES.has(low(reading, chunk.head))) return null;
  for (let n = 0; n < 4 && chunk !== null && low(reading, chunk.from - 1) === 'of'; n++)
    chunk = chunkBefore(reading.items, chunk.from - 2);
  if (chunk !== null && isMereModifier(reading, chunk.from - 1)) return { ...chunk, from: chunk.from - 1 };
  if (chunk !== null || kind(reading, last) !== 'comma') return chunk;
  const aside = asideStart(reading, last);
  return aside === null ? null : chunkBefore(reading.items, aside - 1);
};

/** No aside of prose is longer, in words. */
const MAX_ASIDE = 60;

/** The comma that opens the aside closed by the comma at `close`, or null when what stands between is no aside. */
export const asideStart = (reading: Reading, close: number): number | null => {
  for (let i = close - 1; i > 0 && close - i < MAX_ASIDE; i--) {
    const here = kind(reading, i);
    if (here === 'stop' || here === 'quotation') return null;
    if (here === 'comma' && isAside(reading, i + 1, close) && isOwner(reading, i - 1)) return i;
  }
  return null;
};

const isOwner = (reading: Reading, last: number): boolean =>
  kind(reading, last) !== 'comma' && (chunkBefore(reading.items, last) ?? capitalAt(reading, last)) !== null;

/** Whether items `[from, to)` say something of the noun before them: no clause of their own. */
const isAside = (reading: Reading, from: number, to: number): boolean => {
  const first = kind(reading, kind(reading, from) === 'adverb' ? from + 1 : from);
  if (first === 'participle') return true;
  if (first === 'finite' && isMereModifier(reading, from)) return isAside(reading, from + 1, to);
  if (first === 'and' || first === 'finite' || first === 'bare' || first === 'auxiliary') return false;
  const opens = indexIn(reading, from, to, (i) => /^(?:relative|opener)$/.test(kind(reading, i) ?? ''));
  return opens !== null || indexIn(reading, from, to, (i) => isTensed(reading, i)) === null;
};

const isTensed = (reading: Reading, i: number): boolean =>
  kind(reading, i) === 'auxiliary' || (kind(reading, i) === 'finite' && /\p{L}/u.test(low(reading, i)));

const indexIn = (
  { items }: Reading,
  from: number,
  to: number,
  isIt: (i: number) => boolean,
): number | null => {
  for (let i = from; i < Math.min(to, items.length); i++) if (isIt(i)) return i;
  return null;
};

/** The subject before a verb group whose last item before it is `last`. */
export const subjectBefore = (reading: Reading, last: number): Chunk | null => {
  const { items } = reading;
  const direct = chunkBefore(items, last);
  if (direct !== null) return ownerOf(reading, direct);
  // "none of the officials present"
  if (kind(reading, last) === 'adjective' || kind(reading, last) === 'possessive') {
    const noun = chunkBefore(items, last - 1);
    if (noun !== null) return ownerOf(reading, noun);
  }
  const owner = overRelative(reading, last);
  return owner === null ? null : ownerOf(reading, owner);
};

/** "The [director] of the museum in which the charts are kept": over a relative clause that ends in a verb. */
const overRelative = (reading: Reading, last: number): Chunk | null => {
  if (!/^(?:finite|participle)$/.test(kind(reading, last) ?? '')) return null;
  for (let i = last - 1; i > 0; i--) {
    const here = kind(reading, i);
    if (here === 'comma' || here === 'stop' || here === 'quotation' || here === 'opener') return null;
    if (here !== 'relative') continue;
    return chunkBefore(reading.items, kind(reading, i - 1) === 'preposition' ? i - 2 : i - 1);
  }
  return null;
};

/** The [warning] that "…" was echoed. */
export const overQuotation = (reading: Reading, quotation: number): Chunk | null => {
  const before = kind(reading, quotation - 1);
  return subjectBefore(reading, before === 'comma' || before === 'opener' ? quotation - 2 : quotation - 1);
};

/** "The island's only [doctor], Maren Tolk, who …, described": of names beside each other the one that opens the clause. */
export const firstNamed = (reading: Reading, owner: Chunk): Chunk => {
  if (kind(reading, owner.from - 1) !== 'comma' || low(reading, owner.from) === 'its') return owner;
  const earlier = subjectBefore(reading, owner.from - 2);
  if (earlier === null || isTime(reading.items[earlier.head])) return owner;
  const before = kind(reading, earlier.from - 1) ?? 'stop';
  return before === 'stop' || before === 'quotation' || before === 'opener' ? earlier : owner;
};

/** "The Meadow Party, which …, on Friday demanded": the comma before an adverbial that stands before the verb. */
export const commaBefore = (reading: Reading, chunk: Chunk): number | null => {
  const at = chunk.from - 1;
  return isLink(reading, at) && kind(reading, at - 1) === 'comma' ? at - 1 : null;
};

/** "The [news] that the hotline had failed, first reported by": the noun that the clause before the comma describes. */
export const ownerBeforeComma = (reading: Reading, comma: number): Chunk | null => {
  for (let i = comma - 1; i > 0; i--)
    if (low(reading, i) === 'that' && chunkBefore(reading.items, i - 1) !== null)
      return ownerOfChunk(reading, i - 1);
  return ownerOfChunk(reading, comma - 1);
};

const ownerOfChunk = (reading: Reading, last: number): Chunk | null => {
  const chunk = chunkBefore(reading.items, last);
  return chunk === null ? null : ownerOf(reading, chunk);
};
