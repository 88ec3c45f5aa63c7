import type { Stretch } from './items.ts';
import { type Chunk, chunkAfter, chunkBefore, isTime } from './phrases.ts';
import { groupStart, kind, low, type Reading } from './reading.ts';

const DESCRIBING: ReadonlySet<string> = new Set(['of', 'for', 'from']);
/** Words that open a phrase of joined nouns: "both the navy and the ministry". */
const JOINING: ReadonlySet<string> = new Set(['both', 'neither', 'either']);
const WHO = /^(?:who|which|whom|whose|that)$/;

/** Where the phrase ends that begins with `chunk`: with its "of" phrases, and asides that have no verb. */
export const extentAfter = (reading: Reading, chunk: Chunk): number => {
  let to = pastLinks(reading, chunk, false);
  for (let n = 0; n < 3; n++) {
    const end = pastAside(reading, to);
    if (end === null) break;
    to = end;
  }
  return to;
};

/** Over a comma and a noun phrase behind it, ", a lawyer", ", 54"; null when what follows is something else. */
const pastAside = (reading: Reading, to: number): number | null => {
  if (kind(reading, to) !== 'comma' || kind(reading, to + 1) === 'pronoun') return null;
  const aside = chunkAfter(reading.items, to + 1);
  if (aside === null) return null;
  const end = pastLinks(reading, aside, true);
  if (kind(reading, end - 1) === 'relative' || isTime(reading.items[aside.head])) return null;
  return ENDS_ASIDE.has(kind(reading, end) ?? 'stop') ? end : null;
};

const ENDS_ASIDE: ReadonlySet<string> = new Set([
  'comma',
  'stop',
  'quotation',
  'preposition',
  'relative',
  'participle',
]);

/** Over "of the party", "from Sorrel", "and her neighbour"; in an aside over all that a preposition leads to. */
const pastLinks = (reading: Reading, chunk: Chunk, isAside: boolean): number => {
  let { to } = chunk;
  for (let n = 0; n < 8; n++) {
    const next = pastLink(reading, chunk, to, isAside);
    if (next === null) break;
    to = next;
  }
  return to;
};

const pastLink = (reading: Reading, chunk: Chunk, i: number, isAside: boolean): number | null => {
  const isJoint = kind(reading, i) === 'and' && low(reading, i) !== 'but';
  if (!isJoint && !leadsOn(reading, chunk, i, isAside)) return null;
  const more = chunkAfter(reading.items, i + 1);
  if (more === null) return kind(reading, i + 1) === 'relative' && isAside ? i + 2 : null;
  const isOther = isJoint ? isVerb(reading, more.to) : isTime(reading.items[more.head]);
  return isOther ? null : more.to;
};

/** Whether the preposition at `i` goes on with the phrase: "analysts at Corran & Pike", "…, the envoy to Ulmira". */
const leadsOn = (reading: Reading, { head }: Chunk, i: number, isAside: boolean): boolean => {
  if (DESCRIBING.has(low(reading, i))) return true;
  if (kind(reading, i) !== 'preposition') return false;
  const isPlace = low(reading, i) === 'at' && reading.items[i + 1]?.capital === true;
  return isAside || (isPlace && reading.items[head]?.capital !== true);
};

const isVerb = (reading: Reading, i: number): boolean =>
  /^(?:finite|auxiliary|bare)$/.test(kind(reading, i) ?? '');

/** Items `[from, to)` as words, with commas at the end left off. */
const stretchOf = ({ items }: Reading, from: number, to: number): Stretch | null => {
  let last = to - 1;
  while (last > from && items[last]?.kind === 'comma') last--;
  const [first, end] = [items[from], items[last]];
  return first === undefined || end === undefined ? null : { from: first.word, to: end.word + 1 };
};

/** Behind the verb group that begins at `i`. */
const pastGroup = (reading: Reading, i: number): number => {
  let end = i + 1;
  while (/^(?:finite|auxiliary|bare|adverb|participle)$/.test(kind(reading, end) ?? '')) end++;
  return end;
};

/** Behind the clause that a relative word or "that" opens at `i`: between commas, or its verb and no more. */
const pastRelative = (reading: Reading, i: number, group: number): number => {
  const isBetween = kind(reading, i - 1) === 'comma';
  for (let at = i + 1; at < group; at++) {
    if (isBetween && kind(reading, at) === 'comma') return at;
    if (!isBetween && isVerb(reading, at)) return pastGroup(reading, at);
  }
  return group;
};

/** Where the words that describe a phrase before its verb end: at that verb, over relative clauses and their verbs. */
const limitOf = (reading: Reading, from: number, group: number): number => {
  let i = from;
  while (i < group) {
    const here = kind(reading, i);
    if (here === 'stop' || here === 'quotation') return i;
    if (here === 'relative' || low(reading, i) === 'that') i = pastRelative(reading, i, group);
    else if (isVerb(reading, i)) return groupStart(reading, i);
    else i++;
  }
  return group;
};

/** Without what stands beside the clause behind the phrase: ", however,", "on Wednesday", ", looking tired,". */
const withoutBeside = (reading: Reading, from: number, to: number): number => {
  let end = to;
  for (let n = 0; n < 4 && end > from; n++) {
    while (end > from && isLoose(reading, end - 1, n > 0)) end--;
    const next = beforeTime(reading, from, end) ?? beforeAside(reading, from, end);
    if (next === null) break;
    end = next;
  }
  return end;
};

/** Commas, "neither", and before what stands beside the clause an adverb: "the party [again on Friday]". */
const isLoose = (reading: Reading, i: number, isBeforeBeside: boolean): boolean =>
  kind(reading, i) === 'comma' ||
  JOINING.has(low(reading, i)) ||
  (isBeforeBeside && kind(reading, i) === 'adverb');

/** "the coalition on Wednesday", but "an audit published in April". */
const beforeTime = (reading: Reading, from: number, end: number): number | null => {
  const time = chunkBefore(reading.items, end - 1);
  if (time === null || time.from < from || !isTime(reading.items[time.head])) return null;
  const isLinked = kind(reading, time.from - 1) === 'preposition';
  const start = isLinked ? time.from - 1 : time.from;
  const before = kind(reading, start - 1);
  const isDescribed = before === 'participle' || before === 'finite' || low(reading, start) === 'of';
  return isDescribed || start < from ? null : start;
};

const beforeAside = (reading: Reading, from: number, end: number): number | null => {
  let comma = end - 1;
  while (comma >= from && kind(reading, comma) !== 'comma') comma--;
  return comma >= from && standsBeside(reading, comma + 1) ? comma : null;
};

/** Whether what begins with item `i` says something of the clause, and not of the phrase before it. */
const standsBeside = (reading: Reading, i: number): boolean => {
  const opens = kind(reading, i) ?? 'stop';
  if (/^(?:when|where|while|as|if)$/.test(low(reading, i))) return true;
  if (opens === 'adverb')
    return !/^(?:preposition|noun|determiner|adjective)$/.test(kind(reading, i + 1) ?? '');
  if (opens === 'preposition')
    return !/^(?:of|including|from)$/.test(low(reading, i)) && kind(reading, i + 1) !== 'relative';
  return opens === 'opener' || opens === 'ing' || opens === 'to';
};

/** Of what stands behind the verb also the clause that describes it: "said the man [who] …", "said Morrow, [who] …". */
const pastClause = (reading: Reading, to: number): number => {
  const at = kind(reading, to) === 'comma' ? to + 1 : to;
  const isRelative = WHO.test(low(reading, at)) || WHO.test(low(reading, at + 2));
  const isDescribed = at === to && kind(reading, at) === 'participle';
  if (!isRelative && !isDescribed) return to;
  let end = at + 1;
  while (end < reading.items.length && !/^(?:stop|quotation|comma)$/.test(kind(reading, end) ?? '')) end++;
  return end;
};

/** "Neither the company nor", "one of the sailors": what still belongs to the phrase before its first item. */
const startOf = (reading: Reading, from: number): number => {
  const whole = low(reading, from - 1) === 'of' ? chunkBefore(reading.items, from - 2) : null;
  const start = whole?.from ?? from;
  return JOINING.has(low(reading, start - 1)) ? start - 1 : start;
};

/** Whether a pronoun has another behind it that is no part of the phrase: "they all". */
const isFloating = (reading: Reading, { from, to }: Chunk): boolean =>
  kind(reading, from) === 'pronoun' && to === from + 2;

/** The whole phrase of a subject, as words: with what describes it, without what stands beside the clause. */
export const extentOf = (reading: Reading, verb: number, chunk: Chunk): Stretch | null => {
  if (kind(reading, chunk.head) === 'relative') return stretchOf(reading, chunk.head, chunk.head + 1);
  if (chunk.head > verb)
    return stretchOf(reading, chunk.from, pastClause(reading, extentAfter(reading, chunk)));
  if (isFloating(reading, chunk)) return stretchOf(reading, chunk.from, chunk.from + 1);
  const from = startOf(reading, chunk.from);
  const limit = limitOf(reading, chunk.to, groupStart(reading, verb));
  return stretchOf(reading, from, Math.max(chunk.to, withoutBeside(reading, chunk.to, limit)));
};
