/**
 * Feature templates over atoms (whole numbers that describe the place looked at), and the row of a weight table that each of
 * them falls on. No string is made while text is read. Two things make it quick:
 *
 * - Atoms that stand together in several templates are mixed once, as a pair; a template is then two atoms or pairs.
 * - Each template has rows of its own, as many as its atoms can tell apart (a tag alone needs 32, a pair of words thousands),
 *   so that what is seen all the time lies close together in memory.
 */
export interface FeatureRows {
  readonly count: number;
  /** Atoms that the caller fills in; pairs follow them. */
  readonly given: number;
  /** Atoms and pairs. */
  readonly atoms: number;
  /** The two atoms of each pair. */
  readonly pairs: Uint8Array;
  /** First row of each template. */
  readonly starts: Int32Array;
  /** Rows of all templates. */
  readonly rows: number;
  /**
   * {@link PLANNED} numbers a template, side by side as they are read: its two atoms or pairs (a byte each; position 0 holds no
   * atom and always reads 0) below 32 less the bits of its row numbers; a start value; its first row.
   */
  readonly plan: Int32Array;
}

/** Numbers a template in {@link FeatureRows.plan}. */
const PLANNED = 3;

/** No template has fewer rows than 2 to the power of this. */
const FEWEST_BITS = 3;

const keyOf = (a: number, b: number): number => a * 256 + b;

/** The pair within a list of three or four atoms that most templates hold; the first of equals. */
const commonest = (list: readonly number[], uses: ReadonlyMap<number, number>): readonly [number, number] => {
  let found: readonly [number, number] = [0, 1];
  let most = -1;
  for (let i = 0; i < list.length; i++)
    for (let j = i + 1; j < list.length; j++) {
      const n = uses.get(keyOf(list[i] as number, list[j] as number)) ?? 0;
      if (n > most) [most, found] = [n, [i, j]];
    }
  return found;
};

const countPairs = (lists: readonly (readonly number[])[]): ReadonlyMap<number, number> => {
  const uses = new Map<number, number>();
  for (const list of lists)
    if (list.length > 2)
      for (const [i, a] of list.entries())
        for (const b of list.slice(i + 1)) uses.set(keyOf(a, b), (uses.get(keyOf(a, b)) ?? 0) + 1);
  return uses;
};

/** Breaks each template into two parts, atoms or pairs of them. */
const partsOf = (
  lists: readonly (readonly number[])[],
  given: number,
): { readonly parts: readonly (readonly [number, number])[]; readonly pairs: readonly number[] } => {
  const uses = countPairs(lists);
  const numbers = new Map<number, number>();
  const pairs: number[] = [];
  const pair = (a: number, b: number): number => {
    const known = numbers.get(keyOf(a, b));
    if (known !== undefined) return known;
    const number = given + numbers.size;
    numbers.set(keyOf(a, b), number);
    pairs.push(a, b);
    return number;
  };
  const parts = lists.map((given): readonly [number, number] => {
    const list = [...given].sort((a, b) => a - b);
    if (list.length < 3) return [list[0] ?? 0, list[1] ?? 0];
    const [i, j] = commonest(list, uses);
    const rest = list.filter((_, k) => k !== i && k !== j);
    const first = pair(list[i] as number, list[j] as number);
    return [first, rest.length === 1 ? (rest[0] as number) : pair(rest[0] as number, rest[1] as number)];
  });
  return { parts, pairs };
};

/**
 * Lays out templates, lists of at most four atom positions. `widths` tells of each atom about how many bits its usual values
 * need; no template has more than 2^`most` rows.
 */
export const layFeatures = (
  lists: readonly (readonly number[])[],
  widths: readonly number[],
  most: number,
): FeatureRows => {
  const given = widths.length;
  const ascending = lists.map((list) => [...list].sort((a, b) => a - b));
  const { parts, pairs } = partsOf(ascending, given);
  const bits = lists.map((list) =>
    Math.min(
      most,
      Math.max(
        FEWEST_BITS,
        // One bit to spare, so that few of the features share a row.
        Math.ceil(list.reduce((sum, atom) => sum + (widths[atom] ?? 0), 1)),
      ),
    ),
  );
  const starts = new Int32Array(lists.length);
  let rows = 0;
  for (const [t, n] of bits.entries()) {
    starts[t] = rows;
    rows += 2 ** n;
  }
  const plan = new Int32Array(lists.length * PLANNED);
  for (const [t, [left, right]] of parts.entries()) {
    plan[t * PLANNED] = left | (right << 8) | ((32 - (bits[t] as number)) << 16);
    plan[t * PLANNED + 1] = Math.imul(t + 1, 0x9e3779b1);
    plan[t * PLANNED + 2] = starts[t] as number;
  }
  return {
    count: lists.length,
    given,
    atoms: given + pairs.length / 2,
    pairs: Uint8Array.from(pairs),
    starts,
    rows,
    plan,
  };
};

/** Factors of the mixing; those of MurmurHash3 (Austin Appleby, public domain). */
const MIX_A = 0xcc9e2d51;
const MIX_B = 0x1b873593;

/** Mixes the pairs of the atoms that the caller has filled in. */
const fillPairs = ({ pairs, given }: FeatureRows, values: Int32Array): void => {
  for (let p = 0, to = given; p < pairs.length; p += 2, to++) {
    const hash = Math.imul(values[pairs[p] as number] as number, MIX_A);
    values[to] = Math.imul((hash ^ (hash >>> 15)) + (values[pairs[p + 1] as number] as number), MIX_B);
  }
};

/** Writes the row of each template into `rows`. */
export const fillFeatures = (features: FeatureRows, values: Int32Array, rows: Int32Array): void => {
  const { count, plan } = features;
  fillPairs(features, values);
  for (let t = 0, at = 0; t < count; t++, at += PLANNED) {
    const atoms = plan[at] as number;
    const hash =
      Math.imul((values[atoms & 255] as number) ^ (plan[at + 1] as number), MIX_A) +
      (values[(atoms >>> 8) & 255] as number);
    rows[t] = (plan[at + 2] as number) + (Math.imul(hash ^ (hash >>> 15), MIX_B) >>> (atoms >>> 16));
  }
};
