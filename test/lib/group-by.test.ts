import { expect, test } from 'vitest';
import { groupBy } from '../../src/lib/group-by.ts';

test('groups in order of first appearance', () => {
  const groups = groupBy(['ferry', 'bridge', 'fen', 'boat'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['f', ['ferry', 'fen']],
    ['b', ['bridge', 'boat']],
  ]);
});
