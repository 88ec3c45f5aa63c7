import type { Span } from '../../model/span.ts';
import type { BuiltLine, Run } from './text-builder.ts';

/**
 * The place in the source of a stretch of the text: from where its first character stands to where its last does,
 * exact to the character; a decoded character reference is taken whole. Where a later line stands earlier in the source
 * (a pop-up moved behind its sentence), the place spans both. Null for a stretch without a character of the source.
 */
export const sourceMap = (lines: readonly BuiltLine[]): ((at: Span) => Span | null) => {
  const runs = lines.flatMap((line) => line.runs);
  return (at) => {
    let first = indexAtOrBefore(runs, at.start);
    if (ends(runs[first]) <= at.start) first++;
    const last = indexAtOrBefore(runs, at.end - 1);
    const [from, to] = [runs[first], runs[last]];
    if (from === undefined || to === undefined || first > last) return null;
    const places = [placeOf(from, at), placeOf(to, at)];
    return {
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    };
  };
};

const ends = (run: Run | undefined): number => (run === undefined ? 0 : run.at + run.length);

/** What of a run lies under a stretch of the text, in the source. */
const placeOf = ({ at, length, source }: Run, under: Span): Span => {
  if (source.end - source.start !== length) return source;
  return {
    start: source.start + Math.max(0, under.start - at),
    end: source.start + Math.min(length, under.end - at),
  };
};

const indexAtOrBefore = (runs: readonly Run[], at: number): number => {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};
