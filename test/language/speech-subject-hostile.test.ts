import { describe, expect, test } from 'vitest';
import { analyseText, speechSubjectOf, type TaggedSentence } from '../../src/language/index.ts';
import type { WordAnalysis } from '../../src/model/analysis.ts';
import { growthOf, processorTime } from '../support/pace.ts';
import { toolsFor } from './support/tools.ts';

/** A sentence of these forms, a blank before each; every tag and head is what `tag` makes of its place. */
const sentenceOf = (forms: readonly string[], tag: (i: number) => Partial<WordAnalysis>): TaggedSentence => {
  let at = 0;
  const words = forms.map((form) => {
    const start = at;
    at += form.length + 1;
    return { form, start, end: start + form.length };
  });
  const plain = { lemma: '_', upos: 'NOUN', xpos: 'NN', feats: null, head: -1, deprel: '_' };
  return { words, analysis: forms.map((_, i) => ({ ...plain, ...tag(i) })) };
};

const VERB = { upos: 'VERB', xpos: 'VBD' } as const;
const MARK = { upos: 'PUNCT', xpos: ',' } as const;
const repeated = (unit: readonly string[], n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => unit[i % unit.length] ?? '');

/** Sentences that no sentence splitter would give: units that go on without a stop, every one of their verbs asked for. */
const ENDLESS: readonly (readonly [
  name: string,
  unit: readonly string[],
  tags: readonly Partial<WordAnalysis>[],
])[] = [
  ['verbs alone', ['said'], [{ ...VERB, head: 0, deprel: 'conj' }]],
  ['verbs and commas', ['said', ','], [VERB, MARK]],
  ['participles and commas', ['saying', ','], [{ ...VERB, xpos: 'VBG' }, MARK]],
  [
    'joined verbs',
    ['said', 'and'],
    [
      { ...VERB, head: 0, deprel: 'conj' },
      { upos: 'CCONJ', xpos: 'CC' },
    ],
  ],
  ['quotation marks', ['"', 'said'], [MARK, VERB]],
  ['brackets', ['(', 'said'], [MARK, VERB]],
  ['nouns and verbs', ['minister', 'said', ','], [{}, VERB, MARK]],
  [
    'adverbs before verbs',
    ['also', 'also', 'also', 'said'],
    [{ upos: 'ADV', xpos: 'RB' }, { upos: 'ADV', xpos: 'RB' }, { upos: 'ADV', xpos: 'RB' }, VERB],
  ],
  [
    'names',
    ['Ana', 'Ana', 'Ana', 'said'],
    [{ upos: 'PROPN', xpos: 'NNP' }, { upos: 'PROPN', xpos: 'NNP' }, { upos: 'PROPN', xpos: 'NNP' }, VERB],
  ],
  [
    'relative clauses',
    ['who', 'said', 'that'],
    [{ upos: 'PRON', xpos: 'WP' }, VERB, { upos: 'SCONJ', xpos: 'IN' }],
  ],
];

describe('the finder of subjects on sentences without an end', () => {
  test.each(ENDLESS)('%s: linear in words and verbs together', (_, unit, tags) => {
    const work = (n: number): void => {
      const sentence = sentenceOf(repeated(unit, n), (i) => tags[i % tags.length] ?? {});
      for (let i = 0; i < n; i++) {
        if (sentence.analysis[i]?.upos !== 'VERB') continue;
        const { head } = speechSubjectOf(sentence, i);
        if (head !== null && (head < 0 || head >= n)) throw new Error(`no word: ${head}`);
      }
    };
    expect(growthOf(800, work, 6)).toBeLessThan(10);
  });

  test('50,000 words without a stop and 100,000 quotation marks cost one verb little', () => {
    for (const unit of [['word'], ['"'], ['“', '”']]) {
      const sentence = sentenceOf(repeated(unit, 100_000), () => (unit[0] === 'word' ? {} : MARK));
      speechSubjectOf(sentence, 50_000);
      expect(processorTime(() => speechSubjectOf(sentence, 50_001))).toBeLessThan(200);
    }
  });
});

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['one token of 5 MB', 'a'.repeat(5_000_000)],
  ['one token and a verb', `${'a'.repeat(1_000_000)} said.`],
  ['marks', '"'.repeat(2_000)],
  ['only marks', '.,;:!?-–—"\'()[] '.repeat(200)],
  ['emoji', '😀 said 👩‍👩‍👧, 😀. '.repeat(50)],
  ['lone halves of pairs', '\ud83d said \ude00 '.repeat(50)],
  ['mixed scripts', 'Ωaя あ漢ع said '.repeat(100)],
  ['control characters', '\u0000 said\u0007 '.repeat(100)],
];

/** Asks for the first words of a sentence and one before it; heads and phrases must lie in it. */
const askAll = ({ words: { length }, words, analysis }: TaggedSentence): void => {
  for (let i = -1; i <= Math.min(length, 200); i++) {
    const { head, extent } = speechSubjectOf({ words, analysis }, i);
    expect(head === null).toBe(extent === null);
    expect(head ?? -1).toBeLessThan(length);
    expect(extent?.from ?? -1).toBeLessThan(extent?.to ?? 0);
    expect(extent?.to ?? 0).toBeLessThanOrEqual(length);
  }
};

describe('the finder of subjects on hostile text', () => {
  test.each(TEXTS)('%s: every word may be asked for, and nothing is thrown', (_, text) => {
    const sentences = analyseText(toolsFor('en'), text).flatMap((paragraph) => paragraph.sentences);
    for (const { words, analysis } of sentences) askAll({ words, analysis: analysis ?? [] });
  });
});
