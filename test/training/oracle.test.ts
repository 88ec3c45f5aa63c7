import { describe, expect, test } from 'vitest';
import { apply } from '../../src/language/parse/apply.ts';
import { allowed, begin, createState, isDone, LEFT, RIGHT, SHIFT } from '../../src/language/parse/state.ts';
import { fillCosts, goldOf } from '../../training/lib/oracle.ts';

/** Heads of "The envoy told reporters yesterday": positions from 0, -1 for the root. */
const HEADS = [1, 2, -1, 2, 2];

const start = (heads: readonly number[]) => {
  const state = createState(heads.length + 2);
  begin(state, heads.length);
  return { state, gold: goldOf(Int32Array.from(heads), new Uint8Array(heads.length)) };
};

const costsOf = (
  { state, gold }: ReturnType<typeof start>,
  moves: readonly number[],
): readonly [shift: number, left: number, right: number] => {
  for (const move of moves) apply(state, move, () => 1);
  const onStack = new Uint8Array(state.none + 1);
  for (let i = 0; i < state.depth; i++) onStack[state.stack[i] ?? 0] = 1;
  const costs = new Int32Array(3);
  fillCosts(state, gold, onStack, costs);
  return [costs[SHIFT] ?? -1, costs[LEFT] ?? -1, costs[RIGHT] ?? -1];
};

describe('what a move costs', () => {
  test.each<[string, readonly number[], readonly [number, number, number]]>([
    ['"The" waits for "envoy": a shift would lose that arc', [SHIFT], [1, 0, 1]],
    [
      '"told" has dependents to come: an arc to it now would lose them',
      [SHIFT, LEFT, SHIFT, LEFT, SHIFT],
      [0, 3, 3],
    ],
    ['"reporters" hangs on "told"', [SHIFT, LEFT, SHIFT, LEFT, SHIFT, SHIFT], [1, 1, 0]],
  ])('%s', (_, moves, costs) => {
    expect(costsOf(start(HEADS), moves)).toEqual(costs);
  });
});

test('the cheapest moves give the gold tree', () => {
  const { state, gold } = start(HEADS);
  while (!isDone(state)) {
    const costs = costsOf({ state, gold }, []);
    const moves = [SHIFT, LEFT, RIGHT].filter((move) => (allowed(state) & (1 << move)) !== 0);
    const move = moves.reduce((a, b) => ((costs[b] ?? 0) < (costs[a] ?? 0) ? b : a));
    expect(costs[move]).toBe(0);
    apply(state, move, () => 1);
  }
  expect([...state.heads.subarray(0, 5)]).toEqual([1, 2, 5, 2, 2]);
});

test('moves that no tree has are not allowed', () => {
  const { state } = start([-1, 0]);
  expect(allowed(state)).toBe(1 << SHIFT);
  apply(state, SHIFT, () => 1);
  expect(allowed(state)).toBe((1 << SHIFT) | (1 << LEFT));
  apply(state, SHIFT, () => 1);
  // Two words wait and nothing is to come: one of them must not become a second root.
  expect(allowed(state)).toBe(1 << RIGHT);
});
