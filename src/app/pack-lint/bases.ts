import type { PackFile } from '../../model/pack.ts';
import { followBases, type PackFiles } from '../pack-base.ts';
import { error, type PackFinding } from './finding.ts';
import { lintSafety } from './safety.ts';
import { lintShape } from './shape.ts';

/** The bases of a pack, the nearest first, or why there are none to check it against. */
export type BaseCheck =
  | { readonly bases: readonly PackFile[]; readonly findings: readonly [] }
  | { readonly bases: null; readonly findings: readonly PackFinding[] };

const refused = (finding: PackFinding): BaseCheck => ({ bases: null, findings: [finding] });

/** Finds in `packs` what `file` extends, and looks whether each is a pack at all. */
export const checkBases = (file: PackFile, packs: PackFiles): BaseCheck => {
  const chain = followBases(file, packs);
  if (chain.kind === 'unknown')
    return refused(error('extends', 'unknown-base', `there is no pack ${chain.name}`));
  if (chain.kind === 'cycle') return refused(error('extends', 'cycle', `${chain.name} extends itself`));
  for (const base of chain.bases) {
    const [first] = [...lintSafety(base), ...lintShape(base)];
    if (first) return refused(error('extends', first.code, `in its base, ${first.path}: ${first.message}`));
  }
  return { bases: chain.bases as readonly PackFile[], findings: [] };
};
