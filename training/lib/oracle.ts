import { LEFT, type ParseState, RIGHT, SHIFT } from '../../src/language/parse/state.ts';

/** The gold tree of a sentence, with the dependents of each word at hand. The root is word n. */
export interface Gold {
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
  /** Dependents of word i are `dependents[starts[i]..starts[i + 1])`. */
  readonly starts: Int32Array;
  readonly dependents: Int32Array;
}

/** Makes the gold tree; a head of -1 is the root. */
export const goldOf = (heads: Int32Array, labels: Uint8Array): Gold => {
  const n = heads.length;
  const full = Int32Array.from(heads, (head) => (head < 0 ? n : head));
  const starts = new Int32Array(n + 2);
  for (const head of full) starts[head + 1] = (starts[head + 1] as number) + 1;
  for (let i = 0; i <= n; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const dependents = new Int32Array(n);
  const next = Int32Array.from(starts);
  for (let i = 0; i < n; i++) {
    const head = full[i] as number;
    dependents[next[head] as number] = i;
    next[head] = (next[head] as number) + 1;
  }
  return { heads: full, labels, starts, dependents };
};

const waiting = ({ starts, dependents }: Gold, word: number, front: number): number => {
  let count = 0;
  for (let k = starts[word] as number; k < (starts[word + 1] as number); k++)
    if ((dependents[k] as number) >= front) count++;
  return count;
};

/** Gold arcs that are lost when the first word of the buffer goes to the stack. */
const costOfShift = ({ stack, depth, front }: ParseState, gold: Gold, onStack: Uint8Array): number => {
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const head = gold.heads[front] as number;
  let cost = head < front && head !== s0 && onStack[head] === 1 ? 1 : 0;
  for (let k = gold.starts[front] as number; k < (gold.starts[front + 1] as number); k++)
    if (onStack[gold.dependents[k] as number] === 1) cost++;
  return cost;
};

/**
 * How many gold arcs each move makes unreachable (Goldberg and Nivre 2013, for the arc-hybrid system), into `costs`.
 * `onStack` marks the words on the stack. Moves that are not allowed are counted all the same.
 */
export const fillCosts = (state: ParseState, gold: Gold, onStack: Uint8Array, costs: Int32Array): void => {
  const { depth, stack, front } = state;
  costs[SHIFT] = front < state.count ? costOfShift(state, gold, onStack) : 0;
  costs[LEFT] = 0;
  costs[RIGHT] = 0;
  if (depth === 0) return;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const head = gold.heads[s0] as number;
  const lost = waiting(gold, s0, front);
  costs[LEFT] = lost + (head > front || head === s1 ? 1 : 0);
  costs[RIGHT] = lost + (head >= front ? 1 : 0);
};
