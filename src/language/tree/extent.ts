import type { Stretch } from './items.ts';
import { type Chunk, chunkAfter, chunkBefore } from './phrases.ts';
import { groupStart, kind, low, type Reading } from './reading.ts';

const DESCRIBING: ReadonlySet<string> = new Set(['of', 'for', 'from']);

/** Where the phrase ends that begins with `chunk`: with its "of" phrases, and an aside that has no verb. */
export const extentAfter = (reading: Reading, chunk: Chunk): number => {
  let to = chunk.to;
  for (let n = 0; n < 6 && DESCRIBING.has(low(reading, to)); n++) {
    const more = chunkAfter(reading.items, to + 1);
    if (more === null) break;
    to = more.to;
  }
  if (kind(reading, to) !== 'comma') return to;
  const aside = chunkAfter(reading.items, to + 1);
  if (aside === null || kind(reading, to + 1) === 'pronoun') return to;
  const end = extentAfter(reading, aside);
  const next = kind(reading, end) ?? 'stop';
  return next === 'comma' || next === 'stop' || next === 'quotation' || next === 'preposition' ? end : to;
};

/** Items `[from, to)` as words, with a comma at the end left off. */
export const stretchOf = ({ items }: Reading, from: number, to: number): Stretch | null => {
  let last = to - 1;
  while (last > from && items[last]?.kind === 'comma') last--;
  const [first, end] = [items[from], items[last]];
  return first === undefined || end === undefined ? null : { from: first.word, to: end.word + 1 };
};

/** The phrase around a head that the tree has found: up to the verb group when it stands before it. */
export const extentOf = (reading: Reading, verb: number, head: number): Stretch | null => {
  const at = reading.items.findIndex(({ word }) => word === head);
  const chunk = chunkBefore(reading.items, at) ?? { from: at, to: at + 1, head: at };
  const to = at < verb ? groupStart(reading, verb) : extentAfter(reading, chunk);
  return stretchOf(reading, chunk.from, to);
};
