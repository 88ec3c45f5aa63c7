import { type Chart, chartOf, type Stretch, search, type Toll } from '../../src/language/names/decode.ts';
import { MAX_NAME, NAME_TYPES, type NameModel, TOKEN_LABELS } from '../../src/language/names/model.ts';
import { joinFeature, MAX_NAME_FEATURES, nameFeatures } from '../../src/language/names/name-features.ts';
import type { HashTable } from '../../src/language/names/table.ts';
import { featureRoom, MAX_TOKEN_FEATURES, tokenFeatures } from '../../src/language/names/token-features.ts';
import { type Word, wordsOf } from '../../src/language/names/word.ts';
import type { NamedSentence } from './corpus.ts';

/** How the recogniser is trained. */
export interface Recipe {
  readonly rows: number;
  readonly passes: number;
  readonly seed: number;
  /** By how much the right reading must win, per wrong token. */
  readonly margin: number;
  /** Share of words whose form is hidden in a pass, so that classes learn to do without it. */
  readonly hidden: number;
}

/** A generator of numbers in [0, 1): linear congruential, so that a seed gives the same model everywhere. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

const shuffled = <T>(list: readonly T[], random: () => number): readonly T[] => {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
};

/** Weights that are moved step by step, with what their average over all steps needs. */
class Learner {
  readonly width: number;
  readonly values: Float32Array;
  readonly sums: Float64Array;
  constructor(rows: number, width: number) {
    this.width = width;
    this.values = new Float32Array(rows * width);
    this.sums = new Float64Array(rows * width);
  }
  move(hash: number, column: number, by: number, step: number): void {
    const at = (hash & (this.values.length / this.width - 1)) * this.width + column;
    this.values[at] = (this.values[at] ?? 0) + by;
    this.sums[at] = (this.sums[at] ?? 0) + by * step;
  }
  average(steps: number): Float32Array {
    return this.values.map((value, i) => value - (this.sums[i] ?? 0) / steps);
  }
}

const tokenRoom = featureRoom(MAX_TOKEN_FEATURES);
const nameRoom = featureRoom(MAX_NAME_FEATURES);

/** Labels of the tokens under a reading. */
const labelsOf = (n: number, names: readonly Stretch[]): Uint8Array => {
  const labels = new Uint8Array(n);
  for (const { from, to, type } of names) {
    labels[from] = 1 + type;
    labels.fill(1 + NAME_TYPES.length + type, from + 1, to);
  }
  return labels;
};

const moveNames = (
  chart: Chart,
  names: readonly Stretch[],
  others: ReadonlySet<string>,
  learner: Learner,
  by: number,
  step: number,
): void => {
  let before: Stretch | null = null;
  for (const name of names) {
    const { from, to, type } = name;
    const gap: number = before === null ? 99 : from - before.to;
    if (before !== null && gap <= 2)
      learner.move(joinFeature(chart.words, from, gap, before.type), type, by, step);
    before = name;
    if (others.has(keyOf(name))) continue;
    nameFeatures(chart.words, from, to, chart.listedNames[from * MAX_NAME + to - from - 1] ?? 0, nameRoom);
    for (let f = 0; f < nameRoom.length; f++) learner.move(nameRoom.hashes[f] ?? 0, type, by, step);
  }
};

const keyOf = ({ from, to, type }: Stretch): string => `${from} ${to} ${type}`;

/** What cannot be reached by the search is taken as outside. */
const reachable = (chart: Chart, names: readonly Stretch[]): readonly Stretch[] =>
  names.filter(
    ({ from, to }) =>
      to <= (chart.reach[from] ?? 0) && (chart.words[to - 1]?.ends ?? false) && to - from <= MAX_NAME,
  );

const tollOf = (n: number, gold: readonly Stretch[], margin: number): Toll => {
  const labels = labelsOf(n, gold);
  const keys = new Set(gold.map(keyOf));
  return (from, to, type) => {
    if (type < 0) return labels[from] === 0 ? 0 : margin;
    return keys.has(`${from} ${to} ${type}`) ? 0 : margin * (to - from);
  };
};

const hide = (words: readonly Word[], share: number, random: () => number): readonly Word[] =>
  share === 0
    ? words
    : words.map((word) =>
        word.starts && random() < share
          ? {
              ...word,
              lower: 11,
              exact: 11,
              prefix: 11,
              suffix2: 11,
              suffix3: 11,
              suffix4: 11,
              ...(random() < 0.5 ? { flags: 0, kind: (word.shape & 1023) | 1024, key: 11 } : {}),
            }
          : word,
      );

/** Averaged structured perceptron with a margin over whole sentences. */
export const learn = (
  sentences: readonly NamedSentence[],
  tables: { readonly words: HashTable; readonly phrases: HashTable },
  recipe: Recipe,
): NameModel => {
  const random = randomFrom(recipe.seed);
  const token = new Learner(recipe.rows, TOKEN_LABELS);
  const name = new Learner(recipe.rows, NAME_TYPES.length);
  const model: NameModel = {
    token: { rows: recipe.rows, width: TOKEN_LABELS, values: token.values, rank: null },
    name: { rows: recipe.rows, width: NAME_TYPES.length, values: name.values, rank: null },
    ...tables,
  };
  const read = sentences.map(({ tokens, names }) => ({
    words: wordsOf(tokens, model),
    names,
  }));
  let step = 1;
  for (let pass = 0; pass < recipe.passes; pass++)
    for (const { words, names } of shuffled(read, random)) {
      const chart = chartOf(hide(words, recipe.hidden, random), model);
      const gold = reachable(chart, names);
      const guess = search(chart, model, tollOf(words.length, gold, recipe.margin));
      update(chart, gold, guess, token, name, step);
      step++;
    }
  return {
    token: { ...model.token, values: token.average(step) },
    name: { ...model.name, values: name.average(step) },
    ...tables,
  };
};

const update = (
  chart: Chart,
  gold: readonly Stretch[],
  guess: readonly Stretch[],
  token: Learner,
  name: Learner,
  step: number,
): void => {
  const right = labelsOf(chart.words.length, gold);
  const wrong = labelsOf(chart.words.length, guess);
  let same = true;
  for (let i = 0; i < right.length; i++) {
    const [a = 0, b = 0] = [right[i], wrong[i]];
    if (a === b) continue;
    same = false;
    tokenFeatures(chart.words, i, chart.listedTokens, tokenRoom);
    for (let f = 0; f < tokenRoom.length; f++) {
      token.move(tokenRoom.hashes[f] ?? 0, a, 1, step);
      token.move(tokenRoom.hashes[f] ?? 0, b, -1, step);
    }
  }
  if (same && gold.length === guess.length) return;
  moveNames(chart, gold, new Set(guess.map(keyOf)), name, 1, step);
  moveNames(chart, guess, new Set(gold.map(keyOf)), name, -1, step);
};

/** One model out of several of the same rows: their weights added up. */
export const averageOf = (models: readonly NameModel[]): NameModel => {
  const [first, ...others] = models;
  if (first === undefined) throw new Error('no models');
  const sum = (part: 'token' | 'name'): Float32Array =>
    Float32Array.from(
      first[part].values,
      (value, i) =>
        (value + others.reduce((total, model) => total + (model[part].values[i] ?? 0), 0)) / models.length,
    );
  return {
    ...first,
    token: { ...first.token, values: sum('token') },
    name: { ...first.name, values: sum('name') },
  };
};
