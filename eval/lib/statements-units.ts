import type { Span } from '../../src/model/span.ts';
import { wordsUnder } from './overlap.ts';

/** What contents are compared by: starts of words, or in Japanese, which has no blanks, of characters of writing. */
export const unitsUnder = (text: string, spans: readonly Span[], language: string): ReadonlySet<number> => {
  if (language !== 'ja')
    return wordsUnder(
      text,
      spans.map(({ start, end }) => [start, end] as const),
    );
  const found = new Set<number>();
  for (const { start, end } of spans)
    for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(text[i] ?? '')) found.add(i);
  return found;
};

/** Intersection over union of two sets of places. */
const iou = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let shared = 0;
  for (const place of a) if (b.has(place)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

/** What a statement is paired by. */
export interface Pairable {
  readonly content: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
}

/** Contents that overlap less are of two statements. */
const FLOOR = 0.5;

/**
 * Pairs each gold statement with at most one predicted: contents overlap by half (intersection over union), best first;
 * of equal overlaps the one whose cue is the same goes first (an inner and its outer statement share much content).
 */
export const pairStatements = (
  gold: readonly Pairable[],
  predicted: readonly Pairable[],
): ReadonlyMap<number, number> => {
  const candidates: { readonly g: number; readonly p: number; readonly score: number }[] = [];
  for (const [g, a] of gold.entries())
    for (const [p, b] of predicted.entries()) {
      const score = iou(a.content, b.content);
      if (score >= FLOOR) candidates.push({ g, p, score: score + (iou(a.cue, b.cue) > 0 ? 0.25 : 0) });
    }
  candidates.sort((a, b) => b.score - a.score || a.g - b.g || a.p - b.p);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, p } of candidates) {
    if (pairs.has(g) || taken.has(p)) continue;
    pairs.set(g, p);
    taken.add(p);
  }
  return pairs;
};
