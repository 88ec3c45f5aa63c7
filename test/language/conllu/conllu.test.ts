import { describe, expect, test } from 'vitest';
import {
  batchOf,
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
    const [sentence] = readConllu(FILE).sentences;
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

  test('carriage returns, a byte order mark, blank lines and a missing end are taken', () => {
    const file = `\ufeff${FILE.trimEnd().replaceAll('\n', '\r\n')}`;
    expect(readConllu(file)).toEqual(readConllu(FILE));
    expect(readConllu(`${FILE} \t\n${FILE}`).sentences.map(({ line }) => line)).toEqual([1, 12]);
    for (const nothing of ['', '\ufeff', '\n\r\n \n'])
      expect(readConllu(nothing)).toEqual({ sentences: [], faults: [] });
  });

  test('a comment among the words stays where it is', () => {
    const file = FILE.replace('3\tn’t', '# between\n3\tn’t');
    const [sentence] = readConllu(file).sentences;
    expect(sentence?.broken).toBeNull();
    expect(sentence === undefined ? '' : rewriteConllu(sentence, null)).toBe(file);
  });

  test.each([
    ['They signed it.', 0, 'it has 1 columns, not 10'],
    [
      row('one', 'They', '_', '_', '_', '_', '_', '_', '_', '_'),
      0,
      'its first column is no number of a word',
    ],
    [row('2', 'They', '_', '_', '_', '_', '_', '_', '_', '_'), 0, 'word 1 was to come'],
    [
      `# text = x\n${row('2-1', 'They', '_', '_', '_', '_', '_', '_', '_', '_')}`,
      1,
      'a token that begins with word 1 was to come',
    ],
    [
      row('1', 'They', '_', '_', '_', '_', '_', '_', '_').replaceAll('\t', '  '),
      0,
      'it has 1 columns, not 10',
    ],
  ])('%j spoils its own sentence alone and is told of with its line', (line, after, message) => {
    const file = `${FILE}${line}\n\n${FILE}`;
    const { sentences, faults } = readConllu(file);
    expect(faults).toEqual([{ line: 11 + after, message }]);
    expect(sentences.map(({ broken }) => broken === null)).toEqual([true, false, true]);
    expect(sentences.map((sentence) => rewriteConllu(sentence, null)).join('')).toBe(file);
  });
});

describe('rewriteConllu', () => {
  test('comments, tokens, empty nodes and MISC stay; the rest is the analysis', () => {
    const [sentence] = readConllu(FILE).sentences;
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

const FORMS = ['They', 'do', 'n’t', 'sign', '.'];
const knownIn = (file: string) => conlluAnalyser(readConllu(file).sentences, 'conllu/test');

describe('conlluAnalyser', () => {
  test('knows the sentences of its file, and no other', () => {
    const analyser = knownIn(FILE);
    const found = analyser.analyse(FORMS);
    expect(found?.map(({ deprel }) => deprel)).toEqual(['nsubj', 'aux', 'advmod', 'root', 'punct']);
    expect(found?.map(({ head }) => head)).toEqual([3, 3, 3, -1, 3]);
    expect(analyser.analyse(['They', 'sign'])).toBeNull();
  });

  test('of two analyses of the same words the first counts', () => {
    const found = knownIn(FILE + FILE.replace('nsubj\t4', 'obj\t4')).analyse(FORMS);
    expect(found?.[0]?.deprel).toBe('nsubj');
  });

  const headOf = (at: string, head: string): string => FILE.replace(row(at, '4'), row(at, head));
  test.each([
    ['a head that is no word', headOf('Case=Nom', '9')],
    ['a second root', headOf('Case=Nom', '0')],
    ['no root', FILE.replace(row('VB', '_', '0'), row('VB', '_', '1'))],
    ['a word that hangs on itself', headOf('Case=Nom', '1')],
    ['a circle beside the root', headOf('Case=Nom', '2').replace(row('VBP', '_', '4'), row('VBP', '_', '1'))],
    ['a head that is no number', headOf('Case=Nom', 'x')],
    ['a tree without one head', headOf('Case=Nom', '_')],
  ])('%s: not taken; the next analyser is asked', async (_, file) => {
    const both = firstOf([batchOf(knownIn(file)), batchOf({ id: 'five', analyse: () => FIVE })]);
    expect(both.id).toBe('conllu/test+five');
    expect(await both.analyseAll([FORMS, FORMS])).toEqual([FIVE, FIVE]);
  });

  test('tags without any tree are taken, and written without one', () => {
    const [sentence] = readConllu(FILE).sentences;
    const file = FILE.replaceAll(/\t[04]\t(?:nsubj|aux|advmod|root|punct)\t/g, '\t_\t_\t');
    const found = knownIn(file).analyse(FORMS);
    expect(found?.map(({ upos }) => upos)).toEqual(['PRON', 'AUX', 'PART', 'VERB', 'PUNCT']);
    const lines = sentence === undefined ? [] : rewriteConllu(sentence, found ?? null).split('\n');
    expect(lines[2]).toBe(row('1', 'They', 'they', 'PRON', 'PRP', 'Case=Nom', '_', '_', '_', '_'));
  });
});
