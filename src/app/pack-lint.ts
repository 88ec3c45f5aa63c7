import type { PackFile } from '../model/pack.ts';
import { layOverBases, type PackFiles } from './pack-base.ts';
import { checkBases } from './pack-lint/bases.ts';
import { lintDates, lintTerms } from './pack-lint/dates.ts';
import type { PackFinding } from './pack-lint/finding.ts';
import { lintNames } from './pack-lint/names.ts';
import { ownFindings } from './pack-lint/own.ts';
import { lintIds, lintReferences } from './pack-lint/references.ts';
import { lintSafety } from './pack-lint/safety.ts';
import { lintShape } from './pack-lint/shape.ts';

export type { PackFinding } from './pack-lint/finding.ts';

/** How many findings about sizes and characters are told. */
const MAX_FINDINGS = 200;

const isFatal = (finding: PackFinding): boolean =>
  finding.code === 'too-large' || finding.code === 'unsafe-key';

/**
 * Everything wrong with `value` as a pack: its sizes and characters, its shape, then what its parts say of each other.
 * Later checks run only on what earlier ones passed. An empty list, or one of warnings alone, means that the pack can be
 * used. `known` are ids of persons that the pack may refer to without listing them. `packs` are the parsed files of the
 * packs that it may extend, by name; what it refers to may stand in the pack it extends.
 */
export const lintPack = (
  value: unknown,
  known: ReadonlySet<string> = new Set(),
  packs: PackFiles = new Map(),
): readonly PackFinding[] => {
  const unsafe = lintSafety(value).slice(0, MAX_FINDINGS);
  if (unsafe.some(isFatal)) return unsafe;
  const misshapen = lintShape(value);
  if (misshapen.length > 0) return [...unsafe, ...misshapen];
  const file = value as PackFile;
  const { bases, findings } = checkBases(file, packs);
  if (bases === null) return [...unsafe, ...findings];
  const laid = layOverBases(file, bases);
  const related = [
    ...lintReferences(laid, known),
    ...lintTerms(laid),
    ...lintDates(laid),
    ...lintNames(laid),
  ];
  return [...unsafe, ...lintIds(file), ...ownFindings(related, file, laid)];
};
