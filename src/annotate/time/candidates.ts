import type { RuleId } from '../../model/brand.ts';
import type { TimeRule } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import type { Pattern } from './pattern.ts';
import { secondsOf } from './pattern.ts';
import { DIGITS } from './word-reader.ts';

/** A rule ready to be tried. */
export interface CompiledRule {
  readonly id: RuleId;
  readonly rule: TimeRule;
  readonly pattern: Pattern;
  readonly notNext: ReadonlySet<string>;
  readonly notPrev: ReadonlySet<string>;
  readonly onlyPrev: ReadonlySet<string> | null;
  readonly onlyNext: ReadonlySet<string> | null;
}

/** The rules that can match at an atom, in order of preference. */
export type Candidates = (atoms: readonly Atom[], at: number) => readonly CompiledRule[];

/** The rules that begin with one atom, by what stands behind it. */
interface Branch {
  readonly bySecond: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Those to try before any other run of digits, and before anything else or nothing. */
  readonly digits: readonly CompiledRule[];
  readonly others: readonly CompiledRule[];
}

const NONE: readonly CompiledRule[] = [];
const ALL_DIGITS = /^[0-9]+$/;

const branchOf = (rules: readonly CompiledRule[], first: string): Branch => {
  const seconds = rules.map((rule) => secondsOf(rule.pattern, first));
  const those = (goesOn: (keys: ReadonlySet<string>) => boolean): readonly CompiledRule[] =>
    rules.filter((_, i) => {
      const keys = seconds[i];
      return keys === null || keys === undefined || goesOn(keys);
    });
  const bySecond = new Map<string, readonly CompiledRule[]>();
  for (const key of new Set(seconds.flatMap((keys) => [...(keys ?? [])])))
    bySecond.set(
      key,
      those((keys) => keys.has(key) || (keys.has(DIGITS) && ALL_DIGITS.test(key))),
    );
  return { bySecond, digits: those((keys) => keys.has(DIGITS)), others: those(() => false) };
};

/**
 * Finds the rules that can match at an atom by two look-ups: some first words ("the") begin half of all rules, and most
 * of these say what must follow. The branch of a first word is worked out when a text first has it.
 */
export const candidatesOf = (
  byWord: ReadonlyMap<string, readonly CompiledRule[]>,
  byDigits: readonly CompiledRule[],
): Candidates => {
  const branches = new Map<string, Branch>();
  const branchAt = (first: string, rules: readonly CompiledRule[]): Branch => {
    const known = branches.get(first);
    if (known !== undefined) return known;
    const branch = branchOf(rules, first);
    branches.set(first, branch);
    return branch;
  };
  return (atoms, at) => {
    const atom = atoms[at];
    if (atom === undefined) return NONE;
    const isNumber = atom.kind === 'digits';
    const rules = isNumber ? byDigits : byWord.get(atom.key);
    if (rules === undefined) return NONE;
    const branch = branchAt(isNumber ? DIGITS : atom.key, rules);
    const next = atoms[at + 1];
    if (next === undefined) return branch.others;
    return branch.bySecond.get(next.key) ?? (next.kind === 'digits' ? branch.digits : branch.others);
  };
};
