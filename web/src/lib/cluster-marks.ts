import type { Span } from '../../../src/model/span.ts';
import { firstEndingAfter } from './highlight.ts';

/** What stands in the margin beside marked characters. */
export interface MarginNote {
  /** Keys of the marks that it belongs to. */
  readonly keys: readonly string[];
  readonly kind: 'time' | 'event' | 'framing';
  /** `Thursday → 1 Sep 2016`. */
  readonly words: string;
  /** How it came about; shown on hover and focus. */
  readonly detail: string;
}

/** A note with the characters that it is about. */
export interface PlacedNote extends Span, Omit<MarginNote, 'keys'> {
  readonly key: string;
}

/**
 * The notes beside each of `stretches` (in order, not overlapping), in the order of their characters; notes of one stretch
 * that say the same are one, with the keys of all.
 */
export const clusterNotes = (
  stretches: readonly Span[],
  notes: readonly PlacedNote[],
): readonly (readonly MarginNote[])[] => {
  const beside: Map<string, MarginNote>[] = stretches.map(() => new Map<string, MarginNote>());
  for (const { start, key, kind, words, detail } of [...notes].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    const index = firstEndingAfter(stretches, start);
    const stretch = stretches[index];
    const found = beside[index];
    if (stretch === undefined || found === undefined || start < stretch.start) continue;
    const same = `${kind} ${words}`;
    const before = found.get(same);
    found.set(
      same,
      before === undefined
        ? { keys: [key], kind, words, detail }
        : { ...before, keys: [...before.keys, key] },
    );
  }
  return beside.map((found) => [...found.values()]);
};
