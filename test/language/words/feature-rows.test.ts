import { describe, expect, test } from 'vitest';
import { LABEL_FEATURES } from '../../../src/language/parse/label-atoms.ts';
import { MOVE_FEATURES } from '../../../src/language/parse/move-atoms.ts';
import { RICH_LABEL_FEATURES, RICH_MOVE_FEATURES } from '../../../src/language/parse/rich-atoms.ts';
import { TAG_FEATURES } from '../../../src/language/tag/atoms.ts';
import { FEATS_FEATURES } from '../../../src/language/tag/feats-atoms.ts';
import { FINE_FEATURES } from '../../../src/language/tag/fine.ts';
import { type FeatureRows, fillFeatures, layFeatures } from '../../../src/language/words/feature-rows.ts';

/** Atoms 1 to 4, of about four bits each, and 5 of twenty. */
const WIDTHS = [0, 4, 4, 4, 4, 20];

const rowsFor = (features: FeatureRows, given: readonly number[]): readonly number[] => {
  const values = new Int32Array(features.atoms);
  values.set(given);
  const rows = new Int32Array(features.count);
  fillFeatures(features, values, rows);
  return [...rows];
};

describe('rows of features', () => {
  const features = layFeatures([[], [1], [1, 2], [1, 2, 3], [4, 1, 2, 3], [5]], WIDTHS, 10);

  test('a template has rows of its own, as many as its atoms need and no more than may be', () => {
    expect([...features.starts]).toEqual([0, 8, 40, 552, 1576, 2600]);
    expect(features.rows).toBe(3624);
  });

  test('pairs that stand in several templates are mixed once', () => {
    expect([...features.pairs]).toEqual([1, 2, 3, 4]);
  });

  test.each([
    [[0, 11, 22, 33, 44, 55]],
    [[0, -1, -2, -3, -4, -5]],
    [[0, 0, 0, 0, 0, 0]],
    [[0, 2 ** 31 - 1, -(2 ** 31), 7, -7, 1]],
  ])('rows lie within those of their template: %j', (given) => {
    for (const [t, row] of rowsFor(features, given).entries()) {
      expect(row).toBeGreaterThanOrEqual(features.starts[t] as number);
      expect(row).toBeLessThan(features.starts[t + 1] ?? features.rows);
    }
  });

  test.each([
    [1, [1, 2, 3, 4]],
    [2, [2, 3, 4]],
    [3, [3, 4]],
    [4, [4]],
    [5, [5]],
  ])('an atom moves the rows of the templates that hold it, and no others: %i', (atom, moved) => {
    const given = [0, 101, 202, 303, 404, 505];
    const before = rowsFor(features, given);
    const after = rowsFor(
      features,
      given.map((value, i) => (i === atom ? value * 7 + 1 : value)),
    );
    expect(after.flatMap((row, t) => (row === before[t] ? [] : [t]))).toEqual(moved);
  });

  test('which of two atoms has which value matters', () => {
    const pair = layFeatures([[1, 2]], WIDTHS, 10);
    expect(rowsFor(pair, [0, 5, 9])).not.toEqual(rowsFor(pair, [0, 9, 5]));
  });
});

test.each([
  ['tags', TAG_FEATURES],
  ['fine tags', FINE_FEATURES],
  ['moves', MOVE_FEATURES],
  ['labels', LABEL_FEATURES],
  ['features', FEATS_FEATURES],
  ['moves, with features', RICH_MOVE_FEATURES],
  ['labels, with features', RICH_LABEL_FEATURES],
])('sums of biased bytes cannot overflow sixteen bits: %s', (_, { count, atoms }) => {
  expect(count * 255).toBeLessThan(2 ** 15);
  expect(atoms).toBeLessThan(256);
});
