import type { z } from 'zod';
import { PACK_SCHEMA, WHOLE_PACK_SCHEMA } from '../../model/pack-schema.ts';
import { baseName } from '../pack-base.ts';
import { error, type PackFinding } from './finding.ts';

/** How many findings about the shape are told; a file that is no pack at all would otherwise fill the screen. */
const MAX_FINDINGS = 200;

const schemaFinding = (issue: z.core.$ZodIssue): PackFinding => {
  const path = issue.path.join('.');
  const isPoint = /^places\.\d+\.at\b/.test(path) && (issue.code === 'too_big' || issue.code === 'too_small');
  return error(path, isPoint ? 'coordinates' : 'schema', issue.message);
};

/** Fields that are missing, unknown or not of their type. A pack that extends another may leave fields to it. */
export const lintShape = (value: unknown): readonly PackFinding[] => {
  const schema = baseName(value) === null ? WHOLE_PACK_SCHEMA : PACK_SCHEMA;
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.slice(0, MAX_FINDINGS).map(schemaFinding);
};
