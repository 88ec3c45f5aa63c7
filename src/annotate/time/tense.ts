import type { Atom } from './atoms.ts';
import type { TenseCues } from './grammar.ts';

/** Which way the words around an expression look. */
export type Tense = 'past' | 'future' | 'none';

const REACH = 14;
const SHORTEST_WITH_ENDING = 5;

const tenseOf = (key: string, cues: TenseCues): Tense => {
  if (cues.future.has(key)) return 'future';
  if (cues.past.has(key)) return 'past';
  const isPast =
    key.length >= SHORTEST_WITH_ENDING && cues.pastEndings.some((ending) => key.endsWith(ending));
  return isPast ? 'past' : 'none';
};

/**
 * The tense by the nearest cue before the expression at `at`; when there is none within reach, by the first one behind
 * it. Linear in the reach, which is fixed.
 */
export const tenseAround = (atoms: readonly Atom[], at: number, cues: TenseCues): Tense => {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const tense = tenseOf(atoms[i]?.key ?? '', cues);
    if (tense !== 'none') return tense;
  }
  for (let i = at + 1; i < atoms.length && i - at <= REACH; i++) {
    const tense = tenseOf(atoms[i]?.key ?? '', cues);
    if (tense !== 'none') return tense;
  }
  return 'none';
};
