import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reaches } from '../../../src/language/names/decode.ts';
import { readHead, readNameModel, recogniseNames } from '../../../src/language/names/index.ts';
import { lookUp, tableOf } from '../../../src/language/names/table.ts';
import { shapeOf, wordsOf } from '../../../src/language/names/word.ts';

const bytes = readFileSync(new URL('../../../knowledge/models/names-en.bin', import.meta.url));
const model = readNameModel(bytes);
if (model === null) throw new Error('the model is damaged');

const seen = (sentence: string): readonly string[] => {
  const tokens = sentence.split(' ');
  return recogniseNames(tokens, model).map(
    ({ from, to, type }) => `${type} ${tokens.slice(from, to).join(' ')}`,
  );
};

describe('recogniseNames', () => {
  test.each([
    ['a person in full', 'The award went to Joanna Whitfield in March .', ['PER Joanna Whitfield']],
    ['a party', 'He joined the Orlandic Farmers Party in 1931 .', ['ORG Orlandic Farmers Party']],
    ['a body with of', 'The Ministry of Inland Fisheries closed it .', ['ORG Ministry of Inland Fisheries']],
    ['a country', 'They moved to Norway in 1931 .', ['PLACE Norway']],
    ['no names', 'It was raining and nobody came .', []],
    ['a beginning is no name', 'Also , nobody came .', []],
  ])('%s', (_, sentence, names) => {
    expect(seen(sentence)).toEqual(names);
  });

  test('names never overlap and are in order', () => {
    const tokens =
      'Joanna Whitfield of the Farmers Party met Tom Ellery of the Labour Union in Oslo , Norway .'.split(
        ' ',
      );
    const names = recogniseNames(tokens, model);
    expect(names.length).toBeGreaterThan(3);
    for (const [i, { from, to }] of names.entries()) {
      expect(from).toBeLessThan(to);
      expect(from).toBeGreaterThanOrEqual(names[i - 1]?.to ?? 0);
    }
  });

  test.each([
    ['one token of a million letters', ['X'.repeat(1_000_000)]],
    ['quotation marks alone', Array.from({ length: 50_000 }, () => '"')],
    ['emoji', Array.from({ length: 20_000 }, () => '😀')],
    ['capitals alone', Array.from({ length: 5_000 }, () => 'Aa')],
    [
      'mixed letters',
      Array.from({ length: 5_000 }, (_, i) => ['Жж', 'of', 'İi', '漢', '\ud800'][i % 5] ?? ''),
    ],
    ['nothing', []],
  ])('hostile: %s', (_, tokens) => {
    for (const { from, to } of recogniseNames(tokens, model)) expect(to - from).toBeLessThanOrEqual(10);
  });
});

describe('the model file', () => {
  test('says where it is from, its licence and its scores', () => {
    const head = readHead(bytes)?.head;
    expect(head?.licence).toBe('CC BY-SA 4.0');
    expect(Object.keys(head?.provenance ?? {})).toEqual(['tool', 'recipe', 'gold', 'treebanks', 'lexicon']);
    expect(head?.scores['politics-dev all F1']).toBeGreaterThanOrEqual(76);
  });

  test('is refused when it is cut, or is something else', () => {
    expect(readNameModel(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(readNameModel(bytes.subarray(0, 30))).toBeNull();
    expect(readNameModel(new TextEncoder().encode('{"name":"lines"}'))).toBeNull();
    expect(readNameModel(new Uint8Array(0))).toBeNull();
  });
});

describe('parts of the recogniser', () => {
  test.each([
    ['Valdoria', 'Xxx'],
    ['U.S.', 'X.X.'],
    ['1997', 'dd'],
    ['Saxony-Anhalt', 'Xxx-Xxx'],
    ['漢字', '漢字'],
  ])('the shape of %s is %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });

  test('a name ends before a comma and runs over few small words', () => {
    const words = wordsOf('Party of the People , Norway and then some more of it Oslo'.split(' '), model);
    expect(reaches(words)[0]).toBe(4);
    expect(reaches(words)[5]).toBe(6);
  });

  test('a table keeps numbers under hashes, 0 and negative ones too', () => {
    const table = tableOf(
      new Map([
        [0, 3],
        [-5, 1],
        [7, -2],
      ]),
    );
    expect([0, -5, 7, 8].map((hash) => lookUp(table, hash))).toEqual([3, 1, -2, 0]);
  });
});
