import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockOf } from '../../../src/clean/block.ts';
import { wordsOfKnowledge } from '../../../src/clean/lexicon.ts';
import type { Graph } from '../../../src/clean/text/chain.ts';
import { marginals, sparse } from '../../../src/clean/text/chain.ts';
import { draftOfText } from '../../../src/clean/text/draft.ts';
import { FEATURE_NAMES } from '../../../src/clean/text/features.ts';
import { fits } from '../../../src/clean/text/line-model.ts';
import { paragraphsOf } from '../../../src/clean/text/paragraphs.ts';
import type { LineModel } from '../../../src/model/knowledge/line-model.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { cover } from '../../../src/model/span.ts';
import { trainChain } from '../../../tools/lines/crf.ts';
import { GRAPH, goldStates } from '../../../tools/lines/gold.ts';
import { KNOWLEDGE, STORY } from '../support.ts';

const MODEL: LineModel = JSON.parse(
  readFileSync(new URL('../../../knowledge/models/lines.json', import.meta.url), 'utf8'),
);
const TINY: Graph = {
  transitions: [
    [0.3, -0.2],
    [null, 0.1],
  ],
  start: [0.4, null],
};
const EMISSIONS = [
  [0.5, 0.1],
  [-0.3, 0.7],
  [0.2, 0.2],
].map((row) => Float64Array.from(row));

describe('the chain', () => {
  test('gives the probabilities that counting all paths gives', () => {
    const paths = [
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
    ];
    const weight = (path: readonly number[]): number =>
      path.reduce(
        (product, state, i) =>
          product *
          Math.exp(
            (EMISSIONS[i]?.[state] ?? 0) +
              (i === 0 ? (TINY.start[state] ?? 0) : (TINY.transitions[path[i - 1] ?? 0]?.[state] ?? 0)),
          ),
        1,
      );
    const whole = paths.reduce((sum, path) => sum + weight(path), 0);
    const found = marginals(EMISSIONS, TINY);
    for (const [i, own] of found.entries())
      for (const state of [0, 1]) {
        const through = paths
          .filter((path) => path[i] === state)
          .reduce((sum, path) => sum + weight(path), 0);
        expect(own[state]).toBeCloseTo(through / whole, 10);
      }
  });

  test('reads no lines and a line of no features', () => {
    expect(marginals([], TINY)).toEqual([]);
    expect(sparse([0, 2, 0]).at).toEqual(Uint16Array.from([1]));
  });

  test('stays finite over ten thousand lines', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => Float64Array.from([i % 3, i % 2]));
    const last = marginals(many, TINY).at(-1);
    expect((last?.[0] ?? Number.NaN) + (last?.[1] ?? Number.NaN)).toBeCloseTo(1, 6);
  });
});

describe('training', () => {
  const page = (shift: number): Parameters<typeof trainChain>[0][number] => ({
    rows: [0, 1, 1, 0].map((value) => sparse([1, value, shift])),
    states: [0, 1, 1, 3],
    lineWeights: [1, 1, 1, 1],
  });
  const options = { passes: 30, step: 0.1, l2: 0.01 };

  test('learns which feature means body, and gives the same numbers again', () => {
    const trained = trainChain([page(0), page(1)], GRAPH, 3, options);
    expect(trained.weights[1]?.[1]).toBeGreaterThan(0.5);
    expect(trained.weights[0]?.[1]).toBeLessThan(0);
    expect(trained.transitions[3]?.[0]).toBeNull();
    expect(trainChain([page(0), page(1)], GRAPH, 3, options)).toEqual(trained);
  });

  test('gold: a short line is body between two lines that are, and nowhere else', () => {
    const words = wordsOfKnowledge(KNOWLEDGE);
    const lines = ['Menu', 'Talks end', STORY[0], 'Talks end', 'Share', STORY[1], 'Talks end'];
    const text = lines.join('\n');
    const blocks = paragraphsOf(text).map((at) => blockOf(text, at, words));
    const gold = [STORY[0], 'Talks end', STORY[1]].join('\n');
    expect(goldStates(text, blocks, gold)).toEqual([0, 0, 1, 1, 2, 1, 3]);
  });
});

describe('the model that is shipped', () => {
  test('is of the features that the code reads, each named once', () => {
    expect(fits(MODEL)).toBe(true);
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_NAMES.length);
    expect(fits({ ...MODEL, features: MODEL.features.slice(1) })).toBe(false);
  });

  test('holds finite numbers for each state and feature', () => {
    expect(MODEL.weights.map((row) => row.length)).toEqual(MODEL.states.map(() => FEATURE_NAMES.length));
    for (const row of MODEL.weights) expect(row.every(Number.isFinite)).toBe(true);
  });
});

describe('pages read with the model', () => {
  const known: Knowledge = { ...KNOWLEDGE, lineModel: MODEL };
  const kinds = (text: string, knowledge = known): readonly string[] =>
    draftOfText(text, knowledge).pieces.map(({ kind, at }) => `${kind}: ${cover(text, at).slice(0, 20)}`);
  const bodies = (text: string): readonly string[] =>
    draftOfText(text, known)
      .pieces.filter(({ kind }) => kind === 'body')
      .map(({ at }) => cover(text, at));

  test('a story alone is body', () => {
    expect(bodies(STORY.join('\n\n'))).toEqual(STORY);
    expect(bodies(STORY.join('\n'))).toEqual(STORY);
  });

  test('a thread of comments below a story is not', () => {
    const comments = Array.from({ length: 8 }, (_, i) => [
      `reader${i}`,
      '2 days ago',
      'I think you should all read what they wrote about this last year, it was lol.',
      `Rating: ${i} votes`,
      'Reply',
    ]).flat();
    const text = ['Ministers end talks on strait', ...STORY, '[ 8 comments ]', ...comments].join('\n\n');
    expect(bodies(text)).toEqual(STORY);
  });

  test('every character that is no white space has its label, and the same text the same labels', () => {
    const text = ['Menu 𝕏', ...STORY, 'Share'].join('\n');
    const covered = draftOfText(text, known)
      .pieces.map(({ at }) => cover(text, at))
      .join('');
    expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(kinds(text)).toEqual(kinds(text));
  });

  test('without a model that fits the rules decide', () => {
    const text = ['Menu', ...STORY, 'Share'].join('\n');
    const stale = { ...known, lineModel: { ...MODEL, features: [] } };
    expect(kinds(text, stale)).toEqual(kinds(text, { ...known, lineModel: null }));
  });

  test.each(['', '\n\n', 'One line', '• '])('%j is read without an error', (text) => {
    expect(() => draftOfText(text, known)).not.toThrow();
  });
});
