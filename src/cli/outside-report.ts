import { readOutside } from '../app/analysers/outside.ts';
import type { ConlluFault } from '../language/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from './io.ts';
import { warn } from './page-report.ts';

/** What is told of a line that is no CoNLL-U. */
export const brokenLine = ({ line, message }: ConlluFault): Diagnostic => ({
  code: 'analysis-broken',
  severity: 'warning',
  message: `line ${line} is no CoNLL-U: ${message}; its sentence stays as it is`,
});

/**
 * Reads analyses once, before the first page, so that a wrong path is told of at once and a broken line only once, and hands
 * their path on to the threads.
 */
export const tellAnalyses = async (io: Io, path: string | null): Promise<string | null> => {
  if (path === null) return null;
  const { files } = await readOutside(path);
  for (const { path: where, faults } of files) for (const fault of faults) warn(io, where, brokenLine(fault));
  return path;
};
