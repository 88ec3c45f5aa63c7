/** Rows of one answer. */
export const PAGE = 100;

/** The pages that rows [start, end] lie on; the first is asked for by the room. */
export const pagesOver = (start: number, end: number): readonly number[] => {
  const first = Math.max(0, Math.floor(start / PAGE));
  const last = Math.floor(Math.max(start, end) / PAGE);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((page) => page > 0);
};
