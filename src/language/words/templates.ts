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
}

/** Lays out templates given as lists of at most four atom positions. */
export const layTemplates = (lists: readonly (readonly number[])[]): Templates => {
  const atoms = new Uint8Array(lists.length * 4);
  const seeds = new Int32Array(lists.length);
  for (const [t, list] of lists.entries()) {
    atoms.set(list, t * 4);
    seeds[t] = Math.imul(t + 1, 0x9e3779b1);
  }
  return { count: lists.length, atoms, seeds };
};

/** Writes the row of each template into `rows`; `shift` is 32 less the bits of a row number. */
export const fillRows = (templates: Templates, values: Int32Array, shift: number, rows: Int32Array): void => {
  const { atoms, seeds, count } = templates;
  for (let t = 0, a = 0; t < count; t++, a += 4) {
    let hash = Math.imul(
      (seeds[t] as number) ^ (values[atoms[a] as number] as number),
      0xcc9e2d51,
    );
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 1] as number] as number), 0x1b873593);
    hash = Math.imul(hash ^ (hash >>> 14) ^ (values[atoms[a + 2] as number] as number), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[atoms[a + 3] as number] as number), 0xc2b2ae35);
    rows[t] = (hash ^ (hash >>> 16)) >>> shift;
  }
};
