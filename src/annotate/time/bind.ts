import type { RangeWords } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { completeEnds } from './complete.ts';
import { wordIn } from './frame.ts';
import type { Phrases } from './phrases.ts';
import { atomsUpTo, phraseAt, phraseBefore, phraseIs, phrasesOf } from './phrases.ts';
import type { Found } from './scan.ts';

/**
 * What binds an expression to the next one as one stretch: `range` words that say so, `dash` a dash alone, `and` between
 * days that may follow each other; null when nothing does.
 */
export type Bond = 'range' | 'dash' | 'and' | null;

interface Compiled {
  readonly joins: Phrases<true>;
  readonly paired: readonly { readonly opener: Phrases<true>; readonly between: Phrases<true> }[];
  readonly adjacent: Phrases<true>;
  readonly moves: Phrases<true>;
}

const compiled = new WeakMap<RangeWords, Compiled>();

const listed = (words: readonly string[]): Phrases<true> => phrasesOf(words.map((word) => [word, true]));

const compile = (words: RangeWords): Compiled => {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const made = {
    joins: listed(words.joins),
    paired: words.paired.map(([opener, between]) => ({
      opener: listed([opener]),
      between: listed([between]),
    })),
    adjacent: listed(words.adjacent),
    moves: listed(words.moves),
  };
  compiled.set(words, made);
  return made;
};

const YEAR = /^\d{4}$/;

/** How far before a stretch the word stands that makes it a change of date, in atoms. */
const MOVE_REACH = 8;

const isMoved = (words: Compiled, atoms: readonly Atom[], at: number): boolean => {
  for (let i = Math.max(0, at - MOVE_REACH); i < at; i++)
    if (phraseAt(words.moves, atoms, i) !== null) return true;
  return false;
};

const isDated = ({ node }: Found): boolean => {
  const kind = wordIn(node, 'kind');
  return kind === 'date' || kind === 'shift';
};

/** What the words between two neighbours make of them. */
const bondOf = (a: Found, b: Found, atoms: readonly Atom[], words: Compiled): Bond => {
  if (!isDated(a) || !isDated(b)) return null;
  const end = atomsUpTo(atoms, a.at, a.span.end);
  // "May 3, 2016, to June 4": a comma anywhere else begins something new.
  const isYearClosed = atoms[end]?.key === ',' && YEAR.test(atoms[end - 1]?.key ?? '');
  const from = isYearClosed && end + 1 < b.at ? end + 1 : end;
  if (from >= b.at) return null;
  const isPaired = words.paired.some(
    ({ opener, between }) =>
      phraseBefore(opener, atoms, a.at) !== null && phraseIs(between, atoms, from, b.at) !== null,
  );
  if (isPaired) return 'range';
  if (phraseIs(words.joins, atoms, from, b.at) !== null) {
    if (isMoved(words, atoms, a.at)) return null;
    return atoms[from]?.kind === 'mark' ? 'dash' : 'range';
  }
  return phraseIs(words.adjacent, atoms, from, b.at) === null ? null : 'and';
};

/** An expression with what binds it to the next one. */
export interface Bound {
  readonly found: Found;
  readonly bond: Bond;
}

/**
 * Finds the neighbours that are the two ends of one stretch, and completes each from the other: "from [28 August] to
 * [3 September 1945]" is 28 August 1945. "moved from Monday to Friday" and "Monday or Friday" are no stretch. Linear.
 */
export const bindRanges = (
  found: readonly Found[],
  atoms: readonly Atom[],
  words: RangeWords | null,
): readonly Bound[] => {
  if (words === null) return found.map((each) => ({ found: each, bond: null }));
  const phrases = compile(words);
  const bound: Bound[] = [];
  for (let index = 0; index < found.length; index++) {
    const [a, b] = [found[index], found[index + 1]];
    if (a === undefined) break;
    const bond = b === undefined ? null : bondOf(a, b, atoms, phrases);
    if (b === undefined || bond === null) {
      bound.push({ found: a, bond: null });
      continue;
    }
    const [first, second] = bond === 'and' ? [a.node, b.node] : completeEnds(a, b, atoms);
    bound.push({ found: { ...a, node: first }, bond }, { found: { ...b, node: second }, bond: null });
    index++;
  }
  return bound;
};
