import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, displayWidth, hang, padTo, printable, table, wrap } from '../../src/cli/text.ts';

const ESC = String.fromCharCode(27);

describe('displayWidth', () => {
  test.each<[string, number]>([
    ['', 0],
    ['abc', 3],
    ['Привет', 6],
    ['北方領土', 8],
    ['カナ', 4],
    ['ｱ', 1],
    ['한국', 4],
    ['e\u0301', 1],
    ['𝕏', 1],
    ['😀', 2],
    ['a\u200bb', 2],
    [`${ESC}[31mred${ESC}[39m`, 3],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrap', () => {
  test.each<[string, number, string[]]>([
    ['one two three', 7, ['one two', 'three']],
    ['', 10, ['']],
    ['  a   b ', 10, ['a b']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['北方領土問題', 4, ['北方', '領土', '問題']],
  ])('%j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('no line is too wide and no character but white space is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 8, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});

describe('hang', () => {
  test('indents what follows the first line', () => {
    expect(hang('1  ', 'alpha beta gamma delta epsilon', 24)).toBe('1  alpha beta gamma\n   delta epsilon');
  });
});

describe('table', () => {
  test('aligns by columns shown and wraps the filling one', () => {
    const rows = [
      ['2016', 'alpha beta gamma delta epsilon zeta', '1'],
      ['北方', 'x', '12'],
    ];
    expect(table(rows, [{}, { fill: true }, { align: 'right' }], 32)).toBe(
      ['2016  alpha beta gamma delta   1', '      epsilon zeta', '北方  x                       12'].join(
        '\n',
      ),
    );
  });
});

describe('clip, padTo, printable', () => {
  test('clip marks what it cut', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('北方領土', 5)).toBe('北方…');
  });
  test('padTo fills up by columns', () => {
    expect(padTo('北', 4)).toBe('北  ');
  });
  test('printable keeps terminal escapes and turns of direction out, one to one', () => {
    expect(printable(`a${ESC}[2Jb\u202ec\nd`)).toBe('a [2Jb c d');
  });
});
