import { MAGIC, type ModelHead } from '../../src/language/names/container.ts';
import type { NameModel, Weights } from '../../src/language/names/model.ts';
import type { HashTable } from '../../src/language/names/table.ts';

const tableBytes = ({ keys, values }: HashTable): Uint8Array => {
  const bytes = new Uint8Array(4 * (keys.length + values.length));
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [...keys, ...values].entries()) view.setInt32(4 * i, value, true);
  return bytes;
};

/** Rows that are not all zero: distance to the row before, then the numbers. */
const weightBytes = ({ rows, width, values }: Weights): Uint8Array => {
  const out: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const numbers = values.subarray(row * width, (row + 1) * width);
    if (numbers.every((value) => value === 0)) continue;
    let distance = row - last;
    last = row;
    for (; distance > 127; distance >>>= 7) out.push((distance & 127) | 128);
    out.push(distance);
    for (const value of numbers) out.push(value & 255);
  }
  return Uint8Array.from(out);
};

/**
 * Weights as whole numbers of 8 bits. Both tables share one scale, since their scores are added; what is larger than
 * `clip` is cut.
 */
export const quantised = (model: NameModel, clip: number): NameModel => {
  const scale = 127 / clip;
  const part = (weights: Weights): Weights => ({
    ...weights,
    values: Int8Array.from(weights.values, (value) =>
      Math.max(-127, Math.min(127, Math.round(value * scale))),
    ),
  });
  return { ...model, token: part(model.token), name: part(model.name) };
};

/** The file of a model. */
export const modelBytes = (
  model: NameModel,
  head: Omit<ModelHead, 'rows' | 'sections'>,
): Uint8Array => {
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
