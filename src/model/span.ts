/**
 * A stretch of one text, `[start, end)` in UTF-16 code units. Half-open: `end - start` is its length, touching spans
 * do not overlap. Spans are compared with `<` and `>=` only.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A list that is known to have a first element. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** The span `[start, end)`. @throws RangeError when the ends are not whole numbers with `0 <= start <= end`. */
export const span = (start: number, end: number): Span => {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start)
    throw new RangeError(`not a span: [${start}, ${end})`);
  return { start, end };
};

/** The characters of `text` under `at`. */
export const cover = (text: string, at: Span): string => text.slice(at.start, at.end);

/** Whether the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds every code unit of `inner`. */
export const contains = (outer: Span, inner: Span): boolean =>
  inner.start >= outer.start && outer.end >= inner.end;

/** Order by start, then by end. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The shortest span that holds all of `spans`. */
export const hull = (spans: NonEmpty<Span>): Span => {
  let { start, end } = spans[0];
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (end < s.end) end = s.end;
  }
  return { start, end };
};

/** Narrows a list to `NonEmpty`. */
export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** `at` without the white space at its two ends; white space includes the no-break space. */
export const trimmed = (text: string, at: Span): Span => {
  let { start, end } = at;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
};
