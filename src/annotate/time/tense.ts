import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import type { ClauseWords, TenseCues } from './grammar.ts';
import type { Tense } from './tense-kind.ts';
import { tenseByOrder } from './tense-order.ts';

// How many atoms away a cue still governs an expression, and how many may stand between an auxiliary and its participle.
const REACH = 14;
const AUXILIARY_REACH = 3;
const OPENER_REACH = 3;
// "Monday's vote would go ahead": the verb of a short subject.
const SUBJECT_REACH = 5;
const SHORTEST_WITH_ENDING = 5;
// Marks that stand inside a clause; every other mark may open one.
const NO_OPENERS = new Set(["'", '.', '(', '[', '/']);

const isPastForm = (key: string, cues: TenseCues): boolean =>
  cues.past.has(key) ||
  (key.length >= SHORTEST_WITH_ENDING &&
    cues.pastEndings.some((ending) => key.endsWith(ending)) &&
    cues.clause?.notPast.has(key) !== true);

/** The nearest of some words among the few atoms before `at`; null when there is none. */
const auxiliaryBefore = (atoms: readonly Atom[], at: number, words: ReadonlySet<string>): number | null => {
  for (let i = at - 1; i >= 0 && at - i <= AUXILIARY_REACH; i--) if (words.has(atoms[i]?.key ?? '')) return i;
  return null;
};

/** "to meet", "will be held", "are to resume": forms that are told by the words around them; null when `at` is none. */
const aheadAt = (atoms: readonly Atom[], at: number, clause: ClauseWords): Tense | null => {
  const [key, next] = [atoms[at]?.key ?? '', atoms[at + 1]];
  if (clause.ahead.has(key) && clause.aheadBy.has(next?.key ?? ''))
    return auxiliaryBefore(atoms, at, clause.pluperfect) === null ? 'future' : 'past';
  const isInfinitive = clause.infinitive.has(key) && next?.kind === 'letters' && !next.capital;
  if (isInfinitive && clause.be.has(atoms[at - 1]?.key ?? '') && !clause.determiners.has(next.key))
    return 'future';
  return clause.present.has(key) ? presentAt(atoms, at, clause) : null;
};

/** The present of a verb of schedules ("the envoys meet on Monday"), unless it stands behind an auxiliary or an article. */
const presentAt = (atoms: readonly Atom[], at: number, clause: ClauseWords): Tense | null => {
  const before = atoms[at - 1]?.key ?? '';
  return clause.auxiliaries.has(before) || clause.determiners.has(before) ? null : 'future';
};

/** What a past form says: an adjective nothing, a participle behind `be` what stands before that, others the past. */
const pastAt = (atoms: readonly Atom[], at: number, cues: TenseCues, clause: ClauseWords): Tense | null => {
  if (atoms[at]?.capital === true && at > 0) return null;
  const isListed = cues.past.has(atoms[at]?.key ?? '');
  if (!isListed && clause.determiners.has(atoms[at - 1]?.key ?? '')) return null;
  const be = auxiliaryBefore(atoms, at, clause.bare);
  if (be === null) return 'past';
  for (let i = be - 1; i >= 0 && be - i <= AUXILIARY_REACH; i--)
    if (clause.infinitive.has(atoms[i]?.key ?? '') || cues.future.read(atoms, i) !== null) return 'future';
  return 'past';
};

const futureAt = (atoms: readonly Atom[], at: number, cues: TenseCues, clause: ClauseWords): Tense | null => {
  const reading = cues.future.read(atoms, at);
  if (reading === null || (atoms[at]?.capital === true && at > 0)) return null;
  const [next, further] = [atoms[reading.end]?.key ?? '', atoms[reading.end + 1]?.key ?? ''];
  const isPerfect = clause.perfect.has(next) && !clause.infinitive.has(further);
  if (isPerfect && !clause.certain.has(atoms[at]?.key ?? '')) return 'past';
  return auxiliaryBefore(atoms, at, clause.pluperfect) === null ? 'future' : 'past';
};

/** The tense of the word at `at`; null when it is no cue. */
const cueAt = (atoms: readonly Atom[], at: number, cues: TenseCues): Tense | null => {
  const { clause } = cues;
  const key = atoms[at]?.key ?? '';
  if (clause === null) {
    if (cues.future.read(atoms, at) !== null) return 'future';
    return isPastForm(key, cues) ? 'past' : null;
  }
  const ahead = futureAt(atoms, at, cues, clause) ?? aheadAt(atoms, at, clause);
  if (ahead !== null) return ahead;
  return isPastForm(key, cues) ? pastAt(atoms, at, cues, clause) : null;
};

const firstCue = (
  atoms: readonly Atom[],
  from: number,
  step: 1 | -1,
  cues: TenseCues,
  reach: number = REACH,
): Tense | null => {
  for (let i = from; i >= 0 && i < atoms.length && Math.abs(i - from) < reach; i += step) {
    if (cues.clause !== null && atoms[i]?.key === ';') return null;
    const tense = cueAt(atoms, i, cues);
    if (tense !== null) return tense;
  }
  return null;
};

/** Whether the expression opens its clause: "On Monday, …", "… but on Monday …". Its verb then stands behind it. */
const opensClause = (atoms: readonly Atom[], at: number, clause: ClauseWords): boolean => {
  let i = at - 1;
  while (at - i <= OPENER_REACH && clause.prepositions.has(atoms[i]?.key ?? '')) i--;
  const before = atoms[i];
  if (before === undefined) return true;
  if (before.kind === 'mark') return !NO_OPENERS.has(before.key);
  return clause.openers.has(before.key) || (i < at - 1 && clause.joiners.has(before.key));
};

const isPossessive = (atoms: readonly Atom[], end: number): boolean =>
  atoms[end]?.key === "'" && atoms[end]?.joined === true && atoms[end + 1]?.key === 's';

/** "around Wednesday's ruling" is over whatever the verb says, unless it opens the clause or stands behind "before". */
const isBackward = (atoms: readonly Atom[], at: number, clause: ClauseWords): boolean =>
  !opensClause(atoms, at, clause) && !clause.aheadOf.has(atoms[at - 1]?.key ?? '');

/** The index behind the last atom of the expression. */
const endOf = (atoms: readonly Atom[], at: number, span: Span): number => {
  let end = at + 1;
  while (end < atoms.length && (atoms[end]?.start ?? span.end) < span.end) end++;
  return end;
};

/** The tense that the place of the expression in its clause tells; null where the nearest cue has to. */
const clauseTense = (
  atoms: readonly Atom[],
  at: number,
  end: number,
  cues: TenseCues,
  clause: ClauseWords,
): Tense | null => {
  if (isPossessive(atoms, end) && isBackward(atoms, at, clause))
    return firstCue(atoms, end, 1, cues, SUBJECT_REACH) === 'future' ? 'future' : 'past';
  const isGoverned = at > 0 && cueAt(atoms, at - 1, cues) !== null;
  if (!isGoverned && clause.certain.has(atoms[end]?.key ?? '')) return 'future';
  return opensClause(atoms, at, clause) ? firstCue(atoms, end, 1, cues) : null;
};

/**
 * The tense of the verb that governs an expression whose first atom is `at`: where the expression opens its clause, the
 * first cue behind it; else the nearest one before it, and when there is none within reach, the first one behind it.
 * A language without words for clauses is read by the nearest cue alone. Linear in the reach, which is fixed.
 */
export const tenseAround = (
  atoms: readonly Atom[],
  { at, span }: { readonly at: number; readonly span: Span },
  cues: TenseCues,
): Tense => {
  const end = endOf(atoms, at, span);
  if (cues.order !== null) return tenseByOrder(atoms, at, end, cues);
  const told = cues.clause === null ? null : clauseTense(atoms, at, end, cues, cues.clause);
  return told ?? firstCue(atoms, at - 1, -1, cues) ?? firstCue(atoms, end, 1, cues) ?? 'none';
};
