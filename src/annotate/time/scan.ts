import type { RuleId } from '../../model/brand.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import type { CompiledRule, Grammar } from './grammar.ts';
import type { Capture, PatternMatch } from './pattern.ts';
import { matchPattern } from './pattern.ts';
import { tenseAround } from './tense.ts';

/** An expression of time as it stands, before it is known what day is meant. */
export interface Found {
  readonly span: Span;
  /** The rule's template with its placeholders filled. */
  readonly node: TimeTemplate;
  readonly rule: RuleId;
  readonly confidence: number;
  /** Index of the first atom, and of the one behind the last, for the tense around it. */
  readonly at: number;
  readonly to?: number;
}

const DEFAULT_CONFIDENCE = 0.8;
const MONEY_OR_PART = new Set(['$', '€', '£', '¥', '#', '.', ',', ':', '/', '%', '№', '+', '_', '=', '@']);

/** Whether digits at `at` are not the tail of a number, an amount, a score or a name such as `A330-200`. */
const opensNumber = (atoms: readonly Atom[], at: number): boolean => {
  const [atom, before] = [atoms[at], atoms[at - 1]];
  if (before === undefined || atom?.joined !== true) return true;
  const further = atoms[at - 2];
  // A comma that follows no digits is one of the sentence, without the blank behind it.
  if (before.key === ',' && further?.kind !== 'digits') return true;
  if (before.kind === 'letters' || before.kind === 'digits' || MONEY_OR_PART.has(before.key)) return false;
  return !(before.key === '-' && before.joined && further?.kind === 'digits');
};

/** Whether what ends before `end` is not cut out of a longer number or word. */
const closes = (atoms: readonly Atom[], end: number): boolean => {
  const [last, next, further] = [atoms[end - 1], atoms[end], atoms[end + 1]];
  if (last === undefined || next?.joined !== true) return true;
  if (last.kind === 'digits') {
    if (next.kind === 'letters' || next.kind === 'digits' || next.key === '%') return false;
    const goesOn = next.key === '.' || next.key === ',' || next.key === ':' || next.key === '/';
    return !(goesOn && further?.joined === true && further.kind === 'digits');
  }
  return last.kind !== 'letters' || (next.kind !== 'letters' && next.kind !== 'digits');
};

/** `#` among the words of a condition stands for any number in digits. */
const isAfterNumber = (words: ReadonlySet<string>, atoms: readonly Atom[], at: number): boolean =>
  words.has('#') && atoms[at - 1]?.kind === 'digits';

const isAllowed = (rule: CompiledRule, atoms: readonly Atom[], at: number, end: number): boolean => {
  const next = atoms[end]?.key ?? '';
  const before = at === 0 ? '^' : (atoms[at - 1]?.key ?? '^');
  if (rule.rule.notBeforeName === true && atoms[end]?.capital === true) return false;
  if (rule.rule.lower === true && at > 0 && atoms[at]?.capital === true) return false;
  if (rule.notNext.has(next) || rule.notPrev.has(before)) return false;
  if (rule.onlyPrev !== null && !rule.onlyPrev.has(before) && !isAfterNumber(rule.onlyPrev, atoms, at))
    return false;
  return rule.onlyNext === null || rule.onlyNext.has(next);
};

const fill = (template: TimeTemplate, captures: ReadonlyMap<string, Capture>): TimeTemplate => {
  const node: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(template)) {
    if (typeof value !== 'string' || !value.startsWith('$')) node[field] = value;
    else {
      const capture = captures.get(value.slice(1));
      if (capture !== undefined) node[field] = capture.value;
    }
  }
  return node;
};

const spanOf = (atoms: readonly Atom[], from: number, to: number): Span => ({
  start: atoms[from]?.start ?? 0,
  end: atoms[to - 1]?.end ?? 0,
});

const foundBy = (
  { id, rule }: CompiledRule,
  match: PatternMatch,
  atoms: readonly Atom[],
  at: number,
): readonly Found[] => {
  const base = { rule: id, confidence: rule.confidence ?? DEFAULT_CONFIDENCE };
  const captures = match.captures();
  if (rule.parts === undefined)
    return [
      {
        ...base,
        span: spanOf(atoms, at, match.end),
        node: fill(rule.make ?? {}, captures),
        at,
        to: match.end,
      },
    ];
  const found: Found[] = [];
  for (const part of rule.parts) {
    const [from, to] = [captures.get(part.from), captures.get(part.to)];
    if (from === undefined || to === undefined) continue;
    const node = fill(part.make, captures);
    found.push({ ...base, span: spanOf(atoms, from.from, to.to), node, at: from.from, to: to.to });
  }
  return found;
};

interface Best {
  readonly rule: CompiledRule;
  readonly match: PatternMatch;
}

const bestAt = (rules: readonly CompiledRule[], atoms: readonly Atom[], at: number): Best | null => {
  let best: Best | null = null;
  for (const rule of rules) {
    const match = matchPattern(rule.pattern, atoms, at);
    if (match === null || (best !== null && match.end <= best.match.end)) continue;
    if (closes(atoms, match.end) && isAllowed(rule, atoms, at, match.end)) best = { rule, match };
  }
  return best;
};

const isInTense = (
  { rule, match }: Best,
  atoms: readonly Atom[],
  at: number,
  { tense }: Grammar,
): boolean => {
  const { notTense } = rule.rule;
  return (
    notTense === undefined ||
    tenseAround(atoms, { at, span: spanOf(atoms, at, match.end) }, tense) !== notTense
  );
};

/** Every expression of a sentence from left to right: at each atom the longest match wins, then the earlier rule. */
export const scan = (grammar: Grammar, atoms: readonly Atom[]): readonly Found[] => {
  const found: Found[] = [];
  let at = 0;
  while (at < atoms.length) {
    const atom = atoms[at];
    const isNumber = atom?.kind === 'digits';
    const rules = grammar.candidates(atoms, at);
    const best =
      rules.length === 0 || (isNumber && !opensNumber(atoms, at)) ? null : bestAt(rules, atoms, at);
    if (best !== null && isInTense(best, atoms, at, grammar))
      found.push(...foundBy(best.rule, best.match, atoms, at));
    at = best?.match.end ?? at + 1;
  }
  return found;
};
