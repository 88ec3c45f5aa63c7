import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cover } from '../../src/model/span.ts';
import { canonicalJson } from '../../src/store/canonical.ts';
import { hitOf, passagesOf } from '../../src/store/search-hit.ts';
import { parseSearch } from '../../src/store/search-query.ts';
import { readSearchTokens } from '../../src/store/tokens.ts';
import { aStatement } from '../support/builders.ts';

const folded = (text: string): readonly string[] => readSearchTokens(text).map((token) => token.folded);

describe('words of the search', () => {
  test.each<[string, readonly string[]]>([
    ['The Mole’s OLD keeper', ['the', 'mole', 's', 'old', 'keeper']],
    ['café cafe\u0301 CAFÉ', ['cafe', 'cafe', 'cafe']],
    ['Ёлка, ещё', ['елка', 'еще']],
    ['Йод и май', ['йод', 'и', 'май']],
    ['港が開く', ['港', 'が', '開', 'く']],
    ['か\u3099', ['が']],
    ['ＡＢＣ１２', ['abc12']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['co\u00adoper\u200bate', ['cooperate']],
    ['no\u00a0break 3,5 𝕏 😀', ['no', 'break', '3', '5', 'x']],
    ['…—“”', []],
    ['\ud83d lone', ['lone']],
  ])('%j', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  test('stand where they say, in order, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let end = 0;
        for (const token of readSearchTokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(folded(cover(text, token)).join('')).toBe(token.folded);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a line of a million characters is read at once', () => {
    expect(readSearchTokens('a'.repeat(1_000_000))).toHaveLength(1);
    expect(readSearchTokens('a\u0301 '.repeat(300_000))).toHaveLength(300_000);
  });
});

describe('a search as typed', () => {
  test.each<[string, ReturnType<typeof parseSearch>]>([
    ['', []],
    [
      'two words',
      [
        { words: ['two'], prefix: false },
        { words: ['words'], prefix: false },
      ],
    ],
    ['twice twice', [{ words: ['twice'], prefix: false }]],
    ['"a phrase"*', [{ words: ['a', 'phrase'], prefix: true }]],
    [
      '«старый мол» ключ*',
      [
        { words: ['старый', 'мол'], prefix: false },
        { words: ['ключ'], prefix: true },
      ],
    ],
    ['"not closed', [{ words: ['not', 'closed'], prefix: false }]],
    ['well-kept', [{ words: ['well', 'kept'], prefix: false }]],
    ['"" " * ', []],
    [
      'NEAR(a:b, 5)',
      [
        { words: ['near', 'a', 'b'], prefix: false },
        { words: ['5'], prefix: false },
      ],
    ],
  ])('%j', (query, expected) => {
    expect(parseSearch(query)).toEqual(expected);
  });
});

describe('hits', () => {
  const claim = aStatement({ wording: 'open, and open to all' });

  test('passages come once, the wording first', () => {
    expect(passagesOf(claim)[0]).toBe('open, and open to all');
    expect(passagesOf(aStatement())).toEqual(['The straits stay open to every flag', 'said', 'Orla Venn']);
  });

  test.each<[string, readonly string[] | null]>([
    ['open', ['open', 'open']],
    ['"open to all" open*', ['open', 'open to all']],
    ['"and open" "open to"', ['and open to']],
    ['open nowhere', null],
    ['', null],
  ])('%j', (query, marks) => {
    const hit = hitOf(claim, parseSearch(query));
    expect(hit === null ? null : hit.marks.map((span) => cover(hit.text, span))).toEqual(marks);
  });
});

describe('canonical JSON', () => {
  test('is one text for one value', () => {
    expect(canonicalJson({ b: [1, null, 'x'], a: { d: undefined, c: -0 } } as object)).toBe(
      '{"a":{"c":0},"b":[1,null,"x"]}',
    );
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  test('reads back as the value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const object = { value };
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
        expect(canonicalJson(JSON.parse(canonicalJson(object)))).toBe(canonicalJson(object));
      }),
    );
  });
});
