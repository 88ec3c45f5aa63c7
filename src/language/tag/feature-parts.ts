/**
 * Features of words, taken apart. A list of features (`Case=Gen|Gender=Masc|Number=Sing`) is scored as the sum of its parts, so
 * that what was learnt of the genitive serves in all genders. What an ending tells at once stands together as one part.
 */
export interface FeatureParts {
  /** Columns of a weight table: the most parts that a universal tag has. */
  readonly columns: number;
  /** For each universal tag, and each position in the list of its fine tags, the columns of its parts. */
  readonly of: readonly (readonly Uint16Array[])[];
  /** Number of columns of each universal tag. */
  readonly used: Uint16Array;
}

/** Endings tell these together: "-ой" is a feminine genitive, dative, instrumental or locative of the singular. */
const NOMINAL: ReadonlySet<string> = new Set(['Animacy', 'Case', 'Gender', 'Number']);

const joint = (pairs: readonly string[], isNominal: boolean): string =>
  pairs.filter((pair) => NOMINAL.has(pair.slice(0, pair.indexOf('='))) === isNominal).join('|');

/** Names of the parts of a list of features. */
const namesOf = (feats: string): readonly string[] => {
  const pairs = feats.split('|');
  return [...new Set([...pairs, `+${joint(pairs, true)}`, `-${joint(pairs, false)}`])];
};

/** Takes the features in the lists of the universal tags apart; `fine` are their names. */
export const featurePartsOf = (fine: readonly string[], lists: readonly Uint16Array[]): FeatureParts => {
  const used = new Uint16Array(lists.length);
  const of = lists.map((list, tag) => {
    const columns = new Map<string, number>();
    const columnOf = (name: string): number => {
      const known = columns.get(name) ?? columns.size;
      columns.set(name, known);
      return known;
    };
    const parts = Array.from(list, (number) => Uint16Array.from(namesOf(fine[number] ?? '_'), columnOf));
    used[tag] = columns.size;
    return parts;
  });
  return { columns: Math.max(1, ...used), of, used };
};
