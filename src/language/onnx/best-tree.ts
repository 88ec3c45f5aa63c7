/** Scores of arcs: of word `d` hanging on `h`, both from 1, 0 is the root. */
export type ArcScore = (dependent: number, head: number) => number;

/** A cycle that was drawn together, as it was before: the real words of each of its nodes, and the arc each had. */
interface Contraction {
  readonly words: readonly (readonly number[])[];
  readonly arcs: readonly (readonly [dependent: number, head: number])[];
}

interface Graph {
  readonly size: number;
  /** Rows dependents, columns heads. */
  readonly scores: Float64Array;
  /** The real arc behind each pair of nodes. */
  readonly dependents: Int32Array;
  readonly heads: Int32Array;
  /** Real words in each node; null when it was drawn into another. */
  readonly words: (readonly number[] | null)[];
}

const LOWEST = -1e30;

const graphOf = (count: number, score: ArcScore): Graph => {
  const size = count + 1;
  const scores = new Float64Array(size * size).fill(LOWEST);
  const dependents = new Int32Array(size * size);
  const heads = new Int32Array(size * size);
  let low = 0;
  let high = 0;
  for (let d = 1; d < size; d++)
    for (let h = 0; h < size; h++) {
      const given = score(d, h);
      const own = Number.isFinite(given) ? given : -1e6;
      dependents[d * size + h] = d;
      heads[d * size + h] = h;
      if (d === h) continue;
      scores[d * size + h] = own;
      low = Math.min(low, own);
      high = Math.max(high, own);
    }
  // Each arc from the root costs more than everything else can be worth: the best tree has one.
  const penalty = (high - low + 1) * size;
  for (let d = 1; d < size; d++) scores[d * size] = (scores[d * size] ?? 0) - penalty;
  return { size, scores, dependents, heads, words: Array.from({ length: size }, (_, i) => [i]) };
};

const isAlive = ({ words }: Graph, node: number): boolean => words[node] !== null;

const bestHead = (graph: Graph, node: number): number => {
  let best = -1;
  for (let h = 0; h < graph.size; h++)
    if (h !== node && isAlive(graph, h) && (best < 0 || at(graph, node, h) > at(graph, node, best))) best = h;
  return best;
};

const at = ({ scores, size }: Graph, d: number, h: number): number => scores[d * size + h] ?? LOWEST;

/** A cycle among best heads; null when they draw a tree. */
const cycleIn = (graph: Graph, best: Int32Array): readonly number[] | null => {
  const seen = new Int32Array(graph.size);
  for (let start = 1; start < graph.size; start++) {
    if (!isAlive(graph, start)) continue;
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = best[node] ?? 0;
    }
    if (node === 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = best[node] ?? 0; next !== node; next = best[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return null;
};

const setArc = ({ scores, dependents, heads }: Graph, to: number, from: number, score: number): void => {
  scores[to] = score;
  dependents[to] = dependents[from] ?? 0;
  heads[to] = heads[from] ?? 0;
};

/** The arcs between a cycle, drawn together into its first node, and a node `v` outside: the best one each way. */
const joinArcs = (graph: Graph, cycle: readonly number[], kept: readonly number[], v: number): void => {
  const { size } = graph;
  const [into = 0] = cycle;
  let enter = 0;
  let leave = 0;
  const gain = (i: number): number => at(graph, cycle[i] ?? 0, v) - (kept[i] ?? 0);
  for (const i of cycle.keys()) {
    if (gain(i) > gain(enter)) enter = i;
    if (at(graph, v, cycle[i] ?? 0) > at(graph, v, cycle[leave] ?? 0)) leave = i;
  }
  setArc(graph, into * size + v, (cycle[enter] ?? 0) * size + v, gain(enter));
  const left = cycle[leave] ?? 0;
  if (v > 0) setArc(graph, v * size + into, v * size + left, at(graph, v, left));
};

/** Draws a cycle together into its first node. */
const contract = (graph: Graph, cycle: readonly number[], best: Int32Array): Contraction => {
  const { size, scores, dependents, heads, words } = graph;
  const own = cycle.map((node) => node * size + (best[node] ?? 0));
  const kept = own.map((arc) => scores[arc] ?? LOWEST);
  const made: Contraction = {
    words: cycle.map((node) => words[node] ?? []),
    arcs: own.map((arc) => [dependents[arc] ?? 0, heads[arc] ?? 0]),
  };
  const inside = new Set(cycle);
  for (let v = 0; v < size; v++) if (!inside.has(v) && isAlive(graph, v)) joinArcs(graph, cycle, kept, v);
  for (const node of cycle) words[node] = null;
  words[cycle[0] ?? 0] = made.words.flat();
  return made;
};

/**
 * The heads of the tree with the best sum of scores and one root (Chu and Liu 1965, Edmonds 1967), crossing arcs allowed:
 * 0-based, -1 for the root. Cubic in the number of words at worst, which the size of a model bounds.
 */
export const bestTree = (count: number, score: ArcScore): readonly number[] => {
  if (count === 0) return [];
  const graph = graphOf(count, score);
  const { size, dependents, heads } = graph;
  const best = new Int32Array(size);
  const contractions: Contraction[] = [];
  const chooseAll = (): void => {
    for (let node = 1; node < size; node++) if (isAlive(graph, node)) best[node] = bestHead(graph, node);
  };
  chooseAll();
  for (let cycle = cycleIn(graph, best); cycle !== null; cycle = cycleIn(graph, best)) {
    contractions.push(contract(graph, cycle, best));
    chooseAll();
  }
  const found = new Int32Array(size).fill(-1);
  for (let node = 1; node < size; node++) {
    const arc = node * size + (best[node] ?? 0);
    if (isAlive(graph, node)) found[dependents[arc] ?? 0] = heads[arc] ?? 0;
  }
  for (const cycle of contractions.toReversed()) expand(cycle, found);
  return Array.from(found.subarray(1), (head) => head - 1);
};

/** Opens a cycle again: the node that an arc enters from outside has that one, the others have their own. */
const expand = ({ words, arcs }: Contraction, found: Int32Array): void => {
  const entered = words.findIndex((mine) => mine.some((word) => found[word] !== -1));
  for (const [i, [dependent, head]] of arcs.entries()) if (i !== entered) found[dependent] = head;
};
