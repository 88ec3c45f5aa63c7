/**
 * Feature templates as a flat table: each takes up to four atoms (whole numbers that describe the place looked at) and is
 * mixed into the number of a row of a weight table. No string is made while text is read.
 */
export interface Templates {
  readonly count: number;
  /** Four atom positions a template; position 0 holds no atom and always reads 0. */
  readonly atoms: Uint8Array;
  /** A start value a template, so that two templates over the same atoms have different rows. */
  readonly seeds: Int32Array;
  /** Templates are in the order of their number of atoms: those with one end here, with two there, with three there. */
  readonly ends: readonly [one: number, two: number, three: number];
}

/** Lays out templates given as lists of at most four atom positions. */
export const layTemplates = (lists: readonly (readonly number[])[]): Templates => {
  const sorted = [...lists].sort((a, b) => a.length - b.length);
  const atoms = new Uint8Array(sorted.length * 4);
  const seeds = new Int32Array(sorted.length);
  for (const [t, list] of sorted.entries()) {
    atoms.set(list, t * 4);
    seeds[t] = Math.imul(t + 1, 0x9e3779b1);
  }
  const upTo = (size: number): number => sorted.filter((list) => list.length <= size).length;
  return { count: sorted.length, atoms, seeds, ends: [upTo(1), upTo(2), upTo(3)] };
};

const A = 0xcc9e2d51;
const B = 0x1b873593;
const C = 0x85ebca6b;

/**
 * Writes the row of each template into `rows`; `shift` is 32 less the bits of a row number. The mixing is that of
 * MurmurHash3 (Austin Appleby, public domain), a round an atom.
 */
export const fillRows = (templates: Templates, values: Int32Array, shift: number, rows: Int32Array): void => {
  const { atoms, seeds, count, ends } = templates;
  const [one, two, three] = ends;
  let t = 0;
  let a = 0;
  for (; t < one; t++, a += 4) {
    const hash = Math.imul((seeds[t] as number) ^ (values[atoms[a] as number] as number), A);
    rows[t] = Math.imul(hash ^ (hash >>> 15), C) >>> shift;
  }
  for (; t < two; t++, a += 4) {
    let hash = Math.imul((seeds[t] as number) ^ (values[atoms[a] as number] as number), A);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 1] as number] as number), B);
    rows[t] = Math.imul(hash ^ (hash >>> 15), C) >>> shift;
  }
  for (; t < three; t++, a += 4) {
    let hash = Math.imul((seeds[t] as number) ^ (values[atoms[a] as number] as number), A);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 1] as number] as number), B);
    hash = Math.imul(hash ^ (hash >>> 14) ^ (values[atoms[a + 2] as number] as number), A);
    rows[t] = Math.imul(hash ^ (hash >>> 15), C) >>> shift;
  }
  for (; t < count; t++, a += 4) {
    let hash = Math.imul((seeds[t] as number) ^ (values[atoms[a] as number] as number), A);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 1] as number] as number), B);
    hash = Math.imul(hash ^ (hash >>> 14) ^ (values[atoms[a + 2] as number] as number), A);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 3] as number] as number), B);
    rows[t] = Math.imul(hash ^ (hash >>> 15), C) >>> shift;
  }
};
