import { hashText, mix } from './hash.ts';
import { MAX_NAME, NAME_TYPES, type NameModel, rowOf, TOKEN_LABELS, type Weights } from './model.ts';
import { joinFeature, MAX_NAME_FEATURES, nameFeatures } from './name-features.ts';
import { lookUp } from './table.ts';
import { type Features, featureRoom, MAX_TOKEN_FEATURES, tokenFeatures } from './token-features.ts';
import type { Word } from './word.ts';

/** A name in a sentence: tokens `[from, to)` and the index of its type in `NAME_TYPES`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly type: number;
}

const TYPES = NAME_TYPES.length;
/** A name remembers the one before it over at most this many tokens. */
export const MAX_GAP = 2;
/** States of the search: no name lately, or a name of a type that ended 0, 1 or 2 tokens ago. */
const STATES = 1 + TYPES * (MAX_GAP + 1);

/** Words that end what a name may run over. */
const WALLS: ReadonlySet<number> = new Set(
  [',', ';', ':', '(', ')', '?', '!', '"', '“', '”', '[', ']'].map((c) => hashText(c)),
);
/** The most words in small letters in a row inside a name. */
const MAX_SMALL = 3;

/** For each token the last place (exclusive) where a name that begins there may end; the token itself where none may. */
export const reaches = (words: readonly Word[]): Int32Array =>
  Int32Array.from(words, (word, i) => (word.starts ? reachOf(words, i) : i));

const reachOf = (words: readonly Word[], from: number): number => {
  let reach = from;
  let small = 0;
  for (let i = from; i < words.length && i - from < MAX_NAME; i++) {
    const word = words[i];
    if (word === undefined || WALLS.has(word.lower)) break;
    small = word.starts ? 0 : small + 1;
    if (small > MAX_SMALL || !word.joins) break;
    if (word.ends) reach = i + 1;
  }
  return reach;
};

/** The kinds that the words `[from, from + 1)`, `[from, from + 2)`, … are listed under as whole names. */
const listedFrom = (
  words: readonly Word[],
  from: number,
  to: number,
  model: NameModel,
  out: Int32Array,
): void => {
  let hash = 29;
  for (let i = from; i < to; i++) {
    hash = mix(hash, words[i]?.key ?? 0);
    out[i - from] = lookUp(model.phrases, hash);
  }
};

/** The hash under which a name is listed, of the keys of its words. */
export const phraseHash = (keys: readonly number[]): number => keys.reduce(mix, 29);

/** Everything the search needs about a sentence, so that training can ask for the features of what it prefers. */
export interface Chart {
  readonly words: readonly Word[];
  readonly reach: Int32Array;
  /** Kinds under which `[from, from + k + 1)` is listed, at `from * MAX_NAME + k`. */
  readonly listedNames: Int32Array;
  /** For each token the listed name it is part of: kinds and place in it. */
  readonly listedTokens: Int32Array;
  /** Whether a token may be part of a name at all; the others are outside without a look. */
  readonly open: Uint8Array;
}

/** Lays out a sentence. */
export const chartOf = (words: readonly Word[], model: NameModel): Chart => {
  const n = words.length;
  const chart: Chart = {
    words,
    reach: reaches(words),
    listedNames: new Int32Array(n * MAX_NAME),
    listedTokens: new Int32Array(n + 1),
    open: new Uint8Array(n),
  };
  let covered = 0;
  for (let i = 0; i < n; i++) {
    const end = chart.reach[i] ?? i;
    if (end === i) continue;
    chart.open.fill(1, i, end);
    const row = chart.listedNames.subarray(i * MAX_NAME, (i + 1) * MAX_NAME);
    listedFrom(words, i, end, model, row);
    if (i >= covered) covered = Math.max(covered, i + coverTokens(chart.listedTokens, i, row, end - i));
  }
  return chart;
};

/** Marks the tokens of the longest listed name that begins at `from` and has at most `most` tokens; how many it has. */
const coverTokens = (tokens: Int32Array, from: number, row: Int32Array, most: number): number => {
  let longest = most;
  while (longest > 0 && row[longest - 1] === 0) longest--;
  for (let k = 0; k < longest; k++)
    tokens[from + k] = ((row[longest - 1] ?? 0) << 3) | (k === 0 ? 1 : 2) | (longest > 1 ? 4 : 0);
  return longest;
};

/** Adds the rows of the features to `out` from `at` on. The innermost loop of all: no check is made twice. */
const addRows = (weights: Weights, { hashes, length }: Features, out: Float64Array, at: number): void => {
  const { width, values } = weights;
  for (let f = 0; f < length; f++) {
    const row = rowOf(weights, hashes[f] as number);
    if (row < 0) continue;
    for (let k = 0; k < width; k++) (out[at + k] as number) += values[row + k] as number;
  }
};

/** What wrong choices are made dearer by in training: see `search`. */
export type Toll = (from: number, to: number, type: number) => number;

const tokenRoom = featureRoom(MAX_TOKEN_FEATURES);
const nameRoom = featureRoom(MAX_NAME_FEATURES);

/** Scores of all labels of all open tokens. */
const tokenScores = (chart: Chart, model: NameModel): Float64Array => {
  const n = chart.words.length;
  const scores = new Float64Array(n * TOKEN_LABELS);
  for (let i = 0; i < n; i++) {
    if (chart.open[i] === 0) continue;
    tokenFeatures(chart.words, i, chart.listedTokens, tokenRoom);
    addRows(model.token, tokenRoom, scores, i * TOKEN_LABELS);
  }
  return scores;
};

interface Search {
  readonly chart: Chart;
  readonly model: NameModel;
  readonly tokens: Float64Array;
  readonly best: Float64Array;
  readonly from: Int32Array;
  readonly state: Int8Array;
  readonly toll: Toll | null;
}

/**
 * The best names of a sentence: Viterbi over stretches. The score of a name is that of its tokens, of the whole stretch and
 * of how it follows the name before it. `toll` is added to each choice in training, so that the right one must win by it.
 */
export const search = (chart: Chart, model: NameModel, toll: Toll | null = null): readonly Stretch[] => {
  const n = chart.words.length;
  const run: Search = {
    chart,
    model,
    tokens: tokenScores(chart, model),
    best: new Float64Array((n + 1) * STATES).fill(Number.NEGATIVE_INFINITY),
    from: new Int32Array((n + 1) * STATES).fill(-1),
    state: new Int8Array((n + 1) * STATES),
    toll,
  };
  run.best[0] = 0;
  for (let i = 0; i < n; i++) {
    stepOutside(run, i);
    if ((chart.reach[i] ?? i) > i) stepNames(run, i);
  }
  return trace(run, n);
};

/** The state a token later, outside: a name ends further back, and is forgotten after `MAX_GAP` tokens. */
const aged = (state: number): number => {
  if (state === 0) return 0;
  return (state - 1) % (MAX_GAP + 1) === MAX_GAP ? 0 : state + 1;
};

const reachState = (
  run: Search,
  at: number,
  state: number,
  score: number,
  from: number,
  before: number,
): void => {
  const cell = at * STATES + state;
  if (score <= (run.best[cell] ?? 0)) return;
  run.best[cell] = score;
  run.from[cell] = from;
  run.state[cell] = before;
};

const stepOutside = (run: Search, i: number): void => {
  const score = (run.tokens[i * TOKEN_LABELS] ?? 0) + (run.toll?.(i, i + 1, -1) ?? 0);
  for (let state = 0; state < STATES; state++) {
    const before = run.best[i * STATES + state] ?? 0;
    if (before > Number.NEGATIVE_INFINITY) reachState(run, i + 1, aged(state), before + score, i, state);
  }
};

const joined = new Float64Array(TYPES);
const whole = new Float64Array(TYPES);
const entry = new Float64Array(TYPES);
const entryState = new Int8Array(TYPES);

/** How a name of each type follows what a state remembers: 0 for a state without a name. */
const joinScores = (run: Search, i: number, state: number): void => {
  joined.fill(0);
  if (state === 0) return;
  const gap = (state - 1) % (MAX_GAP + 1);
  const hash = joinFeature(run.chart.words, i, gap, Math.floor((state - 1) / (MAX_GAP + 1)));
  const row = rowOf(run.model.name, hash);
  for (let t = 0; row >= 0 && t < TYPES; t++) joined[t] = run.model.name.values[row + t] ?? 0;
};

/** The best way to come to a name of each type at `i`, over all states. */
const enter = (run: Search, i: number): void => {
  entry.fill(Number.NEGATIVE_INFINITY);
  for (let state = 0; state < STATES; state++) {
    const before = run.best[i * STATES + state] ?? 0;
    if (before === Number.NEGATIVE_INFINITY) continue;
    joinScores(run, i, state);
    for (let t = 0; t < TYPES; t++) {
      const score = before + (joined[t] ?? 0);
      if (score <= (entry[t] ?? 0)) continue;
      entry[t] = score;
      entryState[t] = state;
    }
  }
};

/** Adds to `entry` what a token says as the first (`label` 1) or a further one (`label` 1 + number of types) of a name. */
const addToken = ({ tokens }: Search, i: number, label: number): void => {
  for (let t = 0; t < TYPES; t++) entry[t] = (entry[t] ?? 0) + (tokens[i * TOKEN_LABELS + label + t] ?? 0);
};

const stepNames = (run: Search, i: number): void => {
  const { chart } = run;
  enter(run, i);
  addToken(run, i, 1);
  for (let to = i + 1; to <= (chart.reach[i] ?? i); to++) {
    if (to > i + 1) addToken(run, to - 1, 1 + TYPES);
    if (chart.words[to - 1]?.ends === true) closeNames(run, i, to);
  }
};

/** Ends a name of each type before `to`. */
const closeNames = (run: Search, i: number, to: number): void => {
  const { chart, model } = run;
  nameFeatures(chart.words, i, to, chart.listedNames[i * MAX_NAME + to - i - 1] ?? 0, nameRoom);
  whole.fill(0);
  addRows(model.name, nameRoom, whole, 0);
  for (let t = 0; t < TYPES; t++) {
    const score = (entry[t] ?? 0) + (whole[t] ?? 0) + (run.toll?.(i, to, t) ?? 0);
    reachState(run, to, 1 + t * (MAX_GAP + 1), score, i, entryState[t] ?? 0);
  }
};

/** Back from the end over the best states; a state "a name ended here" is only ever reached by a name. */
const trace = (run: Search, n: number): readonly Stretch[] => {
  let state = 0;
  for (let s = 1; s < STATES; s++)
    if ((run.best[n * STATES + s] ?? 0) > (run.best[n * STATES + state] ?? 0)) state = s;
  const names: Stretch[] = [];
  let at = n;
  while (at > 0) {
    const cell = at * STATES + state;
    const from = run.from[cell] ?? 0;
    if (state > 0 && (state - 1) % (MAX_GAP + 1) === 0)
      names.push({ from, to: at, type: Math.floor((state - 1) / (MAX_GAP + 1)) });
    state = run.state[cell] ?? 0;
    at = from;
  }
  return names.reverse();
};
