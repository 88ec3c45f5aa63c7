import type { Acquired } from '../acquire/index.ts';

/** The page, or why there is none, under another path. */
export const renamed = (acquired: Acquired, rename: (path: string) => string): Acquired => {
  if (!acquired.ok) return { ...acquired, path: rename(acquired.path) };
  const { capture } = acquired;
  const { path } = capture.page;
  const page = { ...capture.page, path: path === null ? null : rename(path) };
  return { ok: true, capture: { ...capture, page } };
};
