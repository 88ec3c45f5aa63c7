import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventAnnotator } from '../../../src/annotate/event/index.ts';
import { routeOf, viewOf } from '../../../src/annotate/event/tree-view.ts';
import { readSentences } from '../../../src/language/index.ts';
import { NO_TREE, type WordAnalysis } from '../../../src/model/analysis.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { knowledge, story } from './support.ts';

const file = new URL('../../../knowledge/models/en.bin', import.meta.url);
const trained: Knowledge = { ...knowledge, languageModels: { en: new Uint8Array(readFileSync(file)) } };

/** `type role:id,… [rule]` of each event of a marked text. */
const told = (markup: string, known: Knowledge = trained): readonly string[] => {
  const { article, mentions, times, attributions } = story(markup);
  const input = {
    article,
    sentences: readSentences(article),
    annotations: { times, mentions, attributions, events: [], framing: [] },
    knowledge: known,
  };
  return eventAnnotator
    .run(input)
    .output.map(
      ({ type, participants, rule }) =>
        `${type} ${participants.map(({ role, id }) => `${role}:${id}`).join(',')} ${rule.split('/')[2]}`,
    );
};

describe('arguments by the tree', () => {
  test.each([
    [
      'lists',
      '[Freedonia]fre, [Sylvania]syl and [Ruritania]rur condemned the raid by [Marlish]mrl forces.',
      [
        'accuse initiator:fre,initiator:syl,initiator:rur,target:mrl verb-tree@3',
        'attack initiator:mrl noun@5',
      ],
    ],
    [
      'the party within the object',
      '[Ruritania]rur condemned the building of new roads leading into [Sylvania]syl.',
      ['accuse initiator:rur,target:syl verb-tree@3'],
    ],
    [
      'an officer known by state alone',
      '[Freedonia]fre’s President Mora Lint visited [Sylvania]syl on Monday.',
      ['visit visitor:fre,host:syl verb@5'],
    ],
    [
      'a pronoun for whoever denies',
      '[Freedonia]fre denied that it had attacked [Sylvania]syl.',
      ['attack initiator:fre,target:syl verb-tree@3'],
    ],
    [
      'a passive with its agent far behind',
      'Two envoys of [Freedonia]fre were expelled late on Monday by [Sylvania]syl.',
      ['expel initiator:syl,target:fre verb@5'],
    ],
    [
      'a noun with its owner and its object',
      '[Sylvania]syl’s rejection of [Freedonia]fre’s claim surprised nobody.',
      ['reject initiator:syl,target:fre noun@5'],
    ],
  ])('%s', (_, markup, expected) => {
    expect(told(markup)).toEqual(expected);
  });

  test('without weights the order of words is all there is', () => {
    const plain = '[Freedonia]fre denied that it had attacked [Sylvania]syl.';
    expect(told(plain, knowledge)).toEqual([]);
    expect(told('[Freedonia]fre rejected [Sylvania]syl’s claim.', knowledge)).toEqual([
      'reject initiator:fre,target:syl verb@5',
    ]);
  });

  test.each([
    'Freedonia is a country of lakes, and Sylvania one of hills.',
    '[Freedonia]fre fans met in tents.',
    'A treaty that [Freedonia]fre and [Sylvania]syl may sign one day is still a draft.',
  ])('no act between two: %s', (markup) => {
    expect(told(markup).filter((line) => !line.startsWith('sign'))).toEqual([]);
  });
});

const word = (form: string, head: number, deprel: string, upos = 'NOUN'): WordAnalysis => ({
  lemma: form.toLowerCase(),
  upos,
  xpos: null,
  feats: null,
  head,
  deprel,
});

/** "Envoys 🕊 of Orland signed it": the astral character is a word of its own. */
const TEXT = 'Envoys 🕊 of Orland signed it';
const words = [...TEXT.matchAll(/\S+/g)].map((match) => ({
  form: match[0],
  start: match.index,
  end: match.index + match[0].length,
}));
const analysis = [
  word('Envoys', 4, 'nsubj'),
  word('🕊', 0, 'punct', 'PUNCT'),
  word('of', 3, 'case', 'ADP'),
  word('Orland', 0, 'nmod', 'PROPN'),
  word('signed', -1, 'root', 'VERB'),
  word('it', 4, 'obj', 'PRON'),
];

describe('the view of a tree', () => {
  const view = viewOf({ words, analysis });

  test('finds words by offset, their kids, the head of a span', () => {
    expect(view?.at(TEXT.indexOf('Orland'))).toBe(3);
    expect(view?.at(6)).toBeNull();
    expect(view?.kids(0)).toEqual([1, 3]);
    expect(view?.headOf({ start: 0, end: TEXT.indexOf(' signed') })).toBe(0);
    expect(view?.headOf({ start: 6, end: 7 })).toBeNull();
  });

  test('tells the way between two words', () => {
    if (view === null) throw new Error('a tree was expected');
    expect(routeOf(view, 3, 5)).toEqual({ up: ['nmod', 'nsubj'], down: ['obj'], top: 4 });
    expect(routeOf(view, 4, 4)).toEqual({ up: [], down: [], top: 4 });
  });

  test('is none where the analyser makes no trees, and ends on a ring', () => {
    expect(viewOf({ words, analysis: analysis.map((entry) => ({ ...entry, head: NO_TREE })) })).toBeNull();
    const ring = viewOf({
      words,
      analysis: analysis.map((entry, i) => ({ ...entry, head: i === 0 ? 3 : 0 })),
    });
    if (ring === null) throw new Error('a view was expected');
    expect(routeOf(ring, 4, 5)?.top).toBe(0);
  });
});
