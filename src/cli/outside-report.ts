import { type OutsideAnalyses, readOutside, refuseOther } from '../app/analysers/outside.ts';
import type { ConlluFault, ConlluFile } from '../language/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from './io.ts';
import { warn } from './page-report.ts';

const broken = ({ line, message }: ConlluFault): Diagnostic => ({
  code: 'analysis-broken',
  severity: 'warning',
  message: `line ${line} is no CoNLL-U: ${message}; its sentence stays as it is`,
});

/**
 * Tells of every line that cannot be read.
 * @throws DemarcheError `unsupported-format` when no sentence can be: the file is something else
 */
export const tellFaults = (io: Io, path: string, file: ConlluFile): void => {
  refuseOther(path, file);
  for (const fault of file.faults) warn(io, path, broken(fault));
};

/**
 * Reads the analyses that a call names, before the first page, so that a wrong path is told of at once and a broken line only
 * once; null when it names none.
 */
export const tellAnalyses = async (io: Io, path: string | undefined): Promise<OutsideAnalyses | null> => {
  if (path === undefined) return null;
  const outside = await readOutside(path);
  for (const file of outside.files) tellFaults(io, file.path, file);
  return outside;
};
