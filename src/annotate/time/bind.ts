import type { RangeWords, TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { numberIn, wordIn } from './frame.ts';
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

const YEAR_FIELDS = ['year', 'year2', 'era', 'epoch', 'yearShift', 'from'] as const;

const yearFieldsOf = (node: TimeTemplate): TimeTemplate | null => {
  const isTold = [node.year, node.year2, node.yearShift].some((field) => typeof field === 'number');
  if (!isTold) return null;
  const kept = YEAR_FIELDS.flatMap((field) => (node[field] === undefined ? [] : [[field, node[field]]]));
  return Object.fromEntries(kept);
};

/** Where in its year a date lies, to be compared with another; null when it says no such thing. */
const placeInYear = (node: TimeTemplate): number | null => {
  const month = numberIn(node, 'month');
  if (month !== null) return month * 32 + (numberIn(node, 'day') ?? 0);
  return numberIn(node, 'season') ?? numberIn(node, 'quarter') ?? numberIn(node, 'half');
};

/** The year fields of `told`, a year later or earlier. Years before Christ are counted backwards. */
const shifted = (told: TimeTemplate, years: number): TimeTemplate => {
  const sign = wordIn(told, 'era') === 'BC' ? -1 : 1;
  const moved = (['year', 'year2', 'yearShift'] as const).flatMap((field) => {
    const value = numberIn(told, field);
    return value === null ? [] : [[field, value + sign * years]];
  });
  return { ...told, ...Object.fromEntries(moved) };
};

const isSameKind = (a: TimeTemplate, b: TimeTemplate): boolean =>
  (['month', 'season', 'quarter', 'half'] as const).every(
    (field) => (numberIn(a, field) === null) === (numberIn(b, field) === null),
  );

/** Gives the half without a year that of the other, so that the stretch runs forward. */
const withYears = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const [placeA, placeB] = [placeInYear(a), placeInYear(b)];
  if (placeA === null || placeB === null || !isSameKind(a, b)) return [a, b];
  const [toldA, toldB] = [yearFieldsOf(a), yearFieldsOf(b)];
  const turns = placeA > placeB;
  if (toldA === null && toldB !== null) return [{ ...a, ...shifted(toldB, turns ? -1 : 0) }, b];
  if (toldB === null && toldA !== null) return [a, { ...b, ...shifted(toldA, turns ? 1 : 0) }];
  return [a, b];
};

const MONTHS = 12;

/** Gives the half that is only a day of the month the month of the other. */
const withMonths = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const [dayA, dayB] = [numberIn(a, 'day'), numberIn(b, 'day')];
  const [monthA, monthB] = [numberIn(a, 'month'), numberIn(b, 'month')];
  if (dayA === null || dayB === null) return [a, b];
  const turns = dayA > dayB ? 1 : 0;
  const isBare = (node: TimeTemplate): boolean => numberIn(node, 'monthShift') === null;
  if (monthA !== null && monthB === null && isBare(b))
    return [a, { ...b, month: ((monthA - 1 + turns) % MONTHS) + 1 }];
  if (monthB !== null && monthA === null && isBare(a))
    return [{ ...a, month: ((monthB - 1 - turns + MONTHS) % MONTHS) + 1 }, b];
  return [a, b];
};

/** "from Monday to Thursday of last week": both days are of that week. */
const withWeeks = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const weekShift = numberIn(b, 'weekShift');
  const isBare = numberIn(a, 'weekday') !== null && numberIn(a, 'weekShift') === null;
  return weekShift !== null && isBare && wordIn(a, 'direction') === null ? [{ ...a, weekShift }, b] : [a, b];
};

const complete = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] =>
  withWeeks(...withYears(...withMonths(a, b)));

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
    const [first, second] = bond === 'and' ? [a.node, b.node] : complete(a.node, b.node);
    bound.push({ found: { ...a, node: first }, bond }, { found: { ...b, node: second }, bond: null });
    index++;
  }
  return bound;
};
