import { describe, expect, test } from 'vitest';
import { treesOf } from '../../src/language/index.ts';
import type { WordAnalysis } from '../../src/model/analysis.ts';
import { anArticle, theWorld } from '../support/read.ts';

const TEXT = 'The minister of Orland said that talks would go on. The envoy left.';
const FIRST = { start: 0, end: 51 };
const SECOND = { start: 52, end: TEXT.length };

const flat = (form: string): WordAnalysis => ({
  lemma: form,
  upos: 'X',
  xpos: null,
  feats: null,
  head: -1,
  deprel: 'root',
});

describe('the trees of an article', () => {
  test('have the offsets of the article, and are made once', async () => {
    const read = treesOf({ article: anArticle(TEXT), knowledge: await theWorld() });
    const tree = read(SECOND);
    expect(tree?.words.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'The',
      'envoy',
      'left',
      '.',
    ]);
    expect(tree?.analysis.map(({ deprel }) => deprel)).toEqual(['det', 'nsubj', 'root', 'punct']);
    expect(read({ ...SECOND })).toBe(tree);
  });

  test('are asked of the given analyser first', async () => {
    const analyser = {
      id: 'test',
      analyse: (forms: readonly string[]) => (forms.includes('envoy') ? forms.map(flat) : null),
    };
    const input = { article: anArticle(TEXT), knowledge: await theWorld() };
    const read = treesOf({ ...input, analyser });
    expect(read(SECOND)?.analysis[0]?.upos).toBe('X');
    expect(read(FIRST)?.analysis[1]?.deprel).toBe('nsubj');
    expect(treesOf(input)(SECOND)?.analysis[0]?.upos).toBe('DET');
  });

  test('are none where the language has no weights', async () => {
    const article = { ...anArticle(TEXT), language: 'ja' };
    expect(treesOf({ article, knowledge: await theWorld() })(FIRST)).toBeNull();
    const none = { ...(await theWorld()), languageModels: {} };
    expect(treesOf({ article: anArticle(TEXT), knowledge: none })(FIRST)).toBeNull();
  });
});
