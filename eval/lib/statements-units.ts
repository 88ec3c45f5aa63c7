import type { Span } from '../../src/model/span.ts';
import { iou, pairByScore, wordsUnder } from './overlap.ts';

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
): ReadonlyMap<number, number> =>
  pairByScore(gold, predicted, (a, b) => {
    const score = iou(a.content, b.content);
    return score < FLOOR ? null : score + (iou(a.cue, b.cue) > 0 ? 0.25 : 0);
  });
