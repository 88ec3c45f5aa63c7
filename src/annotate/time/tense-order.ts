import type { Atom } from './atoms.ts';
import type { TenseCues } from './grammar.ts';
import type { Tense } from './tense-kind.ts';

const REACH = 14;
/** Where each character is an atom, a clause is some dozens long. */
const REACH_OF_CHARACTERS = 80;
const SHORTEST_WITH_ENDING = 5;

/** What stands at an atom: its tense, and how many atoms say so. */
interface Cue {
  readonly tense: Tense;
  readonly length: number;
}

const NO_CUE: Cue = { tense: 'none', length: 1 };

const cueOfWord = (key: string, cues: TenseCues): Cue => {
  if (cues.futureWords.has(key)) return { tense: 'future', length: 1 };
  if (cues.past.has(key)) return { tense: 'past', length: 1 };
  const isPast =
    key.length >= SHORTEST_WITH_ENDING &&
    cues.pastEndings.some((ending) => key.endsWith(ending)) &&
    !cues.neither.has(key);
  return isPast ? { tense: 'past', length: 1 } : NO_CUE;
};

const cueAt = (atoms: readonly Atom[], at: number, cues: TenseCues): Cue => {
  const key = atoms[at]?.key ?? '';
  for (const { keys, tense } of cues.phrases.get(key) ?? [])
    if (keys.every((each, k) => atoms[at + k]?.key === each)) return { tense, length: keys.length };
  return cueOfWord(key, cues);
};

const nearestBefore = (atoms: readonly Atom[], at: number, cues: TenseCues): Tense => {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const { tense } = cueAt(atoms, i, cues);
    if (tense !== 'none') return tense;
  }
  return 'none';
};

const nearestBehind = (atoms: readonly Atom[], at: number, cues: TenseCues, reach: number): Tense => {
  for (let i = at + 1; i < atoms.length && i - at <= reach; ) {
    const { tense, length } = cueAt(atoms, i, cues);
    if (tense !== 'none') return tense;
    i += length;
  }
  return 'none';
};

/** The tense of the last cue of the sentence: of its main verb, where verbs come last. */
const lastOf = (atoms: readonly Atom[], at: number, cues: TenseCues): Tense => {
  const first = Math.max(at, atoms.length - REACH);
  let last: Tense = 'none';
  for (let i = first; i < atoms.length; ) {
    const { tense, length } = cueAt(atoms, i, cues);
    if (tense !== 'none') last = tense;
    i += length;
  }
  return last;
};

/** In a language whose verbs come last: an expression before a comma belongs to the main verb, else to the next one. */
const tenseBehind = (atoms: readonly Atom[], at: number, end: number, cues: TenseCues): Tense => {
  const main = atoms[end]?.key === '、' ? lastOf(atoms, end, cues) : 'none';
  return main === 'none' ? nearestBehind(atoms, at, cues, REACH_OF_CHARACTERS) : main;
};

const CLAUSE_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '-', '«', '»', '(', ')']);

/** The tense by the nearest cue before the expression, then behind it, between the two marks around it. */
const tenseOfClause = (atoms: readonly Atom[], at: number, end: number, cues: TenseCues): Tense => {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    if (CLAUSE_MARKS.has(atoms[i]?.key ?? '')) break;
    const { tense } = cueAt(atoms, i, cues);
    if (tense !== 'none') return tense;
  }
  for (let i = end; i < atoms.length && i - end <= REACH; i++) {
    if (CLAUSE_MARKS.has(atoms[i]?.key ?? '')) break;
    const { tense } = cueAt(atoms, i, cues);
    if (tense !== 'none') return tense;
  }
  return 'none';
};

/**
 * The tense in a language whose grammar says where the cue that counts is looked for: behind the expression, or first of
 * all between the marks around it. `end` is the index behind the expression. Linear in the reach, which is fixed.
 */
export const tenseByOrder = (atoms: readonly Atom[], at: number, end: number, cues: TenseCues): Tense => {
  if (cues.order === 'behind') return tenseBehind(atoms, at, end, cues);
  const own = tenseOfClause(atoms, at, end, cues);
  if (own !== 'none') return own;
  const before = nearestBefore(atoms, at, cues);
  return before === 'none' ? nearestBehind(atoms, at, cues, REACH) : before;
};
