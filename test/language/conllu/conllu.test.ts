import { describe, expect, test } from 'vitest';
import {
  conlluAnalyser,
  firstOf,
  formsOf,
  readConllu,
  rewriteConllu,
  writeConllu,
} from '../../../src/language/index.ts';
import type { WordAnalysis } from '../../../src/model/analysis.ts';

const row = (...columns: readonly string[]): string => columns.join('\t');

const FILE = `${[
  '# sent_id = harbour-1',
  '# text = They don’t sign.',
  row('1', 'They', 'they', 'PRON', 'PRP', 'Case=Nom', '4', 'nsubj', '4:nsubj', '_'),
  row('2-3', 'don’t', '_', '_', '_', '_', '_', '_', '_', 'Note=kept'),
  row('2', 'do', 'do', 'AUX', 'VBP', '_', '4', 'aux', '_', '_'),
  row('3', 'n’t', 'not', 'PART', 'RB', '_', '4', 'advmod', '_', '_'),
  row('4', 'sign', 'sign', 'VERB', 'VB', '_', '0', 'root', '_', 'SpaceAfter=No'),
  row('4.1', 'it', 'it', 'PRON', 'PRP', '_', '_', '_', '4:obj', '_'),
  row('5', '.', '.', 'PUNCT', '.', '_', '4', 'punct', '_', '_'),
].join('\n')}\n\n`;

const word = (upos: string, head: number, deprel: string): WordAnalysis => ({
  lemma: upos.toLowerCase(),
  upos,
  xpos: null,
  feats: null,
  head,
  deprel,
});

const FIVE = [1, 2, 3, 4, 5].map((n) => word('X', n === 1 ? -1 : 0, n === 1 ? 'root' : 'dep'));

describe('readConllu', () => {
  test('words are told from tokens of several words and from empty nodes', () => {
    const [sentence] = readConllu(FILE);
    expect(sentence?.comments).toEqual(['# sent_id = harbour-1', '# text = They don’t sign.']);
    expect(sentence === undefined ? [] : formsOf(sentence)).toEqual(['They', 'do', 'n’t', 'sign', '.']);
    expect(sentence?.rows.map(({ kind }) => kind)).toEqual([
      'word',
      'range',
      'word',
      'word',
      'word',
      'empty',
      'word',
    ]);
  });

  test('carriage returns, a byte order mark, empty lines and a missing end are taken', () => {
    const file = `\ufeff\n\n${FILE.trimEnd().replaceAll('\n', '\r\n')}`;
    expect(readConllu(file)).toEqual(readConllu(FILE));
    expect(readConllu('')).toEqual([]);
  });

  test.each([
    ['They signed it.', 'line 1 is no CoNLL-U: it has 1 columns, not 10'],
    [row('one', 'They', '_', '_', '_', '_', '_', '_', '_', '_'), 'line 1 is no CoNLL-U: its first column'],
    [row('2', 'They', '_', '_', '_', '_', '_', '_', '_', '_'), 'line 1 is no CoNLL-U: word 1 was to come'],
  ])('%j is told of with its line', (text, message) => {
    expect(() => readConllu(text)).toThrow(message);
  });
});

describe('rewriteConllu', () => {
  test('comments, tokens, empty nodes and MISC stay; the rest is the analysis', () => {
    const [sentence] = readConllu(FILE);
    const lines = sentence === undefined ? [] : rewriteConllu(sentence, FIVE).split('\n');
    expect(lines[2]).toBe(row('1', 'They', 'x', 'X', '_', '_', '0', 'root', '_', '_'));
    expect(lines[3]).toBe(row('2-3', 'don’t', '_', '_', '_', '_', '_', '_', '_', 'Note=kept'));
    expect(lines[6]).toBe(row('4', 'sign', 'x', 'X', '_', '_', '1', 'dep', '_', 'SpaceAfter=No'));
    expect(lines[7]).toBe(row('4.1', 'it', 'it', 'PRON', 'PRP', '_', '_', '_', '4:obj', '_'));
    expect(lines.slice(-2)).toEqual(['', '']);
  });
});

describe('writeConllu', () => {
  test('places, missing spaces and white space inside a sentence', () => {
    const text = 'Ana\nleft.Then';
    const words = [
      { start: 0, end: 3, form: 'Ana' },
      { start: 4, end: 8, form: 'left' },
      { start: 8, end: 9, form: '.' },
    ];
    const out = writeConllu(
      text,
      { start: 0, end: 9, words, analysis: null },
      { id: '7', opensParagraph: true },
    );
    expect(out.split('\n')).toEqual([
      '# newpar',
      '# sent_id = 7',
      '# text = Ana left.',
      row('1', 'Ana', '_', '_', '_', '_', '_', '_', '_', 'TokenRange=0:3'),
      row('2', 'left', '_', '_', '_', '_', '_', '_', '_', 'SpaceAfter=No|TokenRange=4:8'),
      row('3', '.', '_', '_', '_', '_', '_', '_', '_', 'SpaceAfter=No|TokenRange=8:9'),
      '',
      '',
    ]);
  });
});

describe('conlluAnalyser', () => {
  test('knows the sentences of its file, and no other', () => {
    const analyser = conlluAnalyser(FILE, 'conllu/test');
    const found = analyser.analyse(['They', 'do', 'n’t', 'sign', '.']);
    expect(found?.map(({ deprel }) => deprel)).toEqual(['nsubj', 'aux', 'advmod', 'root', 'punct']);
    expect(found?.map(({ head }) => head)).toEqual([3, 3, 3, -1, 3]);
    expect(analyser.analyse(['They', 'sign'])).toBeNull();
  });

  test('a tree that points nowhere is not taken; the next analyser is asked', () => {
    const broken = conlluAnalyser(FILE.replace(row('Case=Nom', '4'), row('Case=Nom', '9')), 'broken');
    const both = firstOf([broken, { id: 'five', analyse: () => FIVE }]);
    expect(both.id).toBe('broken+five');
    expect(both.analyse(['They', 'do', 'n’t', 'sign', '.'])).toBe(FIVE);
  });
});
