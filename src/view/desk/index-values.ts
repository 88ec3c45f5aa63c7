/** A value of a facet with its name. */
export interface NamedValue {
  readonly value: string;
  readonly label: string;
}

/**
 * The values of one facet under small numbers. A claim has a *set* of them (a statement one speaker, an event several
 * parties), and sets repeat: so each different set has a number too, and a claim is a single number in a column.
 */
export interface FacetTable {
  /** The number of a set, made when it is new; 0 is the empty set. */
  readonly setOf: (values: readonly NamedValue[]) => number;
  readonly sets: () => number;
  readonly values: () => number;
  /** The numbers of the values in a set, each once, ascending. */
  readonly members: (set: number) => readonly number[];
  readonly valueOf: (value: string) => number | null;
  readonly named: (value: number) => NamedValue;
  /** Whether for each set (by number) one of its values is in `wanted` (or `wanted` is empty) and none is in `refused`. */
  readonly passing: (wanted: readonly string[], refused: readonly string[]) => Uint8Array;
  /** Counts one claim more (+1) or less (-1) that has the set. */
  readonly refer: (set: number, by: number) => void;
  /** Whether some claim has the value. */
  readonly isUsed: (value: string) => boolean;
}

/** A table without values but those given first, which get the numbers from 0 and, each alone, the sets from 1. */
export const createFacetTable = (first: readonly string[] = []): FacetTable => {
  const values: NamedValue[] = [];
  const numbers = new Map<string, number>();
  const sets: (readonly number[])[] = [[]];
  const alone: number[] = [];
  const joined = new Map<string, number>();
  const references: number[] = [0];

  const numberOf = ({ value, label }: NamedValue): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, values.length);
    return values.push({ value, label }) - 1;
  };
  const newSet = (members: readonly number[]): number => {
    references.push(0);
    return sets.push(members) - 1;
  };
  const single = (value: number): number => {
    const known = alone[value];
    if (known !== undefined) return known;
    const set = newSet([value]);
    alone[value] = set;
    return set;
  };
  const several = (members: readonly number[]): number => {
    const key = members.join(' ');
    const known = joined.get(key) ?? newSet(members);
    joined.set(key, known);
    return known;
  };
  const setOf = (given: readonly NamedValue[]): number => {
    const [one] = given;
    if (one === undefined) return 0;
    if (given.length === 1) return single(numberOf(one));
    const members = [...new Set(given.map(numberOf))].sort((a, b) => a - b);
    return members.length === 1 ? single(members[0] ?? 0) : several(members);
  };
  const numbersOf = (wanted: readonly string[]): ReadonlySet<number> =>
    new Set(wanted.flatMap((value) => numbers.get(value) ?? []));

  for (const value of first) setOf([{ value, label: value }]);
  return {
    setOf,
    sets: () => sets.length,
    values: () => values.length,
    members: (set) => sets[set] ?? [],
    valueOf: (value) => numbers.get(value) ?? null,
    named: (value) => values[value] ?? { value: '', label: '' },
    passing: (wanted, refused) => {
      const [yes, no] = [numbersOf(wanted), numbersOf(refused)];
      return Uint8Array.from(sets, (members) =>
        (wanted.length === 0 || members.some((value) => yes.has(value))) &&
        !members.some((value) => no.has(value))
          ? 1
          : 0,
      );
    },
    refer: (set, by) => {
      references[set] = (references[set] ?? 0) + by;
    },
    isUsed: (value) => {
      const number = numbers.get(value);
      if (number === undefined) return false;
      return sets.some((members, set) => (references[set] ?? 0) > 0 && members.includes(number));
    },
  };
};
