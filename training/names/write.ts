import { MAGIC, type ModelHead } from '../../src/language/names/container.ts';
import type { NameModel, Weights } from '../../src/language/names/model.ts';
import type { HashTable } from '../../src/language/names/table.ts';

const pushNumber = (out: number[], number: number): void => {
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
  out.push(rest);
};

/** Hashes in rising order, each as its distance to the one before, with its number behind it. */
const tableBytes = ({ keys, values }: HashTable): Uint8Array => {
  const entries = [...keys].flatMap((key, i) =>
    key === 0 ? [] : [[key >>> 0, (values[i] ?? 0) >>> 0] as const],
  );
  const out: number[] = [];
  let last = 0;
  for (const [hash, value] of entries.sort(([a], [b]) => a - b)) {
    pushNumber(out, hash - last);
    pushNumber(out, value);
    last = hash;
  }
  return Uint8Array.from(out);
};

/** Rows that are not all zero: the distance to the row before, then its numbers, the sign in the lowest bit. */
const weightBytes = ({ rows, width, values }: Weights): Uint8Array => {
  const out: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const numbers = values.subarray(row * width, (row + 1) * width);
    if (numbers.every((value) => value === 0)) continue;
    pushNumber(out, row - last);
    last = row;
    for (const value of numbers) pushNumber(out, value < 0 ? -2 * value - 1 : 2 * value);
  }
  return Uint8Array.from(out);
};

/** Weights as whole numbers of 16 bits, `scale` to the unit: both tables share it, since their scores are added. */
export const quantised = (model: NameModel, scale: number): NameModel => {
  const part = (weights: Weights): Weights => ({
    ...weights,
    values: Int16Array.from(weights.values, (value) =>
      Math.max(-32_767, Math.min(32_767, Math.round(value * scale))),
    ),
  });
  return { ...model, token: part(model.token), name: part(model.name) };
};

/** The file of a model. */
export const modelBytes = (model: NameModel, head: Omit<ModelHead, 'rows' | 'sections'>): Uint8Array => {
  const parts = [
    tableBytes(model.words),
    tableBytes(model.phrases),
    weightBytes(model.token),
    weightBytes(model.name),
  ];
  const full: ModelHead = { ...head, rows: model.token.rows, sections: parts.map(({ length }) => length) };
  const text = new TextEncoder().encode(JSON.stringify(full));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, text.length, true);
  return Uint8Array.from(Buffer.concat([new TextEncoder().encode(MAGIC), size, text, ...parts]));
};
