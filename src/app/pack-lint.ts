import type { z } from 'zod';
import type { Pack } from '../model/pack.ts';
import { PACK_SCHEMA } from '../model/pack-schema.ts';
import { lintDates, lintTerms } from './pack-lint/dates.ts';
import { error, type PackFinding } from './pack-lint/finding.ts';
import { lintNames } from './pack-lint/names.ts';
import { lintIds, lintReferences } from './pack-lint/references.ts';
import { lintSafety } from './pack-lint/safety.ts';

export type { PackFinding, PackFindingCode } from './pack-lint/finding.ts';

/** How many findings of one check are told; a file that is no pack at all would otherwise fill the screen. */
const MAX_FINDINGS = 200;

const schemaFinding = (issue: z.core.$ZodIssue): PackFinding => {
  const path = issue.path.join('.');
  const isPoint = /^places\.\d+\.at\b/.test(path) && (issue.code === 'too_big' || issue.code === 'too_small');
  return error(path, isPoint ? 'coordinates' : 'schema', issue.message);
};

const isFatal = (finding: PackFinding): boolean =>
  finding.code === 'too-large' || finding.code === 'unsafe-key';

/**
 * Everything wrong with `value` as a pack: its sizes and characters, its shape, then what its parts say of each other.
 * Later checks run only on what earlier ones passed. An empty list, or one of warnings alone, means that the pack can be
 * used. `known` are ids of persons that the pack may refer to without listing them.
 */
export const lintPack = (value: unknown, known: ReadonlySet<string> = new Set()): readonly PackFinding[] => {
  const unsafe = lintSafety(value).slice(0, MAX_FINDINGS);
  if (unsafe.some(isFatal)) return unsafe;
  const parsed = PACK_SCHEMA.safeParse(value);
  if (!parsed.success) return [...unsafe, ...parsed.error.issues.slice(0, MAX_FINDINGS).map(schemaFinding)];
  const pack = value as Pack;
  return [
    ...unsafe,
    ...lintIds(pack),
    ...lintReferences(pack, known),
    ...lintTerms(pack),
    ...lintDates(pack),
    ...lintNames(pack),
  ];
};
