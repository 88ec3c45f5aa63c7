import type { Pack, PackFile } from '../../model/pack.ts';
import { error, type PackFinding } from './finding.ts';

type List = Exclude<keyof Pack, 'schema' | 'id' | 'title'>;

const ROW = /^([A-Za-z]+)\.(\d+)/;

/** A finding about a row of the pack laid over its base, told of the file itself. */
const owned = (finding: PackFinding, file: PackFile, laid: Pack): readonly PackFinding[] => {
  const [start, list, digits] = ROW.exec(finding.path) ?? [];
  if (start === undefined || list === undefined || !Object.hasOwn(laid, list)) return [finding];
  const before = (laid[list as List]?.length ?? 0) - (file[list as List]?.length ?? 0);
  const row = Number(digits) - before;
  if (row >= 0) return [{ ...finding, path: `${list}.${row}${finding.path.slice(start.length)}` }];
  // The base has been checked: an error in it is of this pack's making. Its warnings are its own.
  if (finding.severity === 'warning') return [];
  return [error('extends', finding.code, `${finding.message} (in ${list} of ${file.extends ?? 'the base'})`)];
};

/**
 * Findings about `laid`, which is `file` over its base, as findings about `file`: paths count the rows of the file, an
 * error in a row of the base is one of `extends`, and what the linter warns of within the base is left out.
 */
export const ownFindings = (
  findings: readonly PackFinding[],
  file: PackFile,
  laid: Pack,
): readonly PackFinding[] => findings.flatMap((finding) => owned(finding, file, laid));
