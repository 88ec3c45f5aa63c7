import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type LinderaModule, linderaReader } from '../../../src/app/analysers/lindera.ts';
import type { IpadicRow, Morpheme, MorphemeReader } from '../../../src/language/index.ts';
import { analyseText, japaneseTools } from '../../../src/language/index.ts';
import { placeMorphemes } from '../../../src/language/japanese/morphemes.ts';

const TABLE = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../knowledge/ja/ipadic.json', import.meta.url)), 'utf8'),
) as { readonly rows: readonly IpadicRow[] };

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** A dictionary as small as the sentences below: forms with their tags and dictionary form. Unknown signs stand alone. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  大使: ['名詞', '一般', '*', '*', '*', '*', '大使'],
  は: ['助詞', '係助詞', '*', '*', '*', '*', 'は'],
  東京: ['名詞', '固有名詞', '地域', '一般', '*', '*', '東京'],
  へ: ['助詞', '格助詞', '一般', '*', '*', '*', 'へ'],
  帰国: ['名詞', 'サ変接続', '*', '*', '*', '*', '帰国'],
  し: ['動詞', '自立', '*', '*', 'サ変・スル', '連用形', 'する'],
  た: ['助動詞', '*', '*', '*', '特殊・タ', '基本形', 'た'],
  '。': ['記号', '句点', '*', '*', '*', '*', '。'],
  二: ['名詞', '数', '*', '*', '*', '*', '二'],
  '1': ['名詞', '数', '*', '*', '*', '*', '*'],
  '6': ['名詞', '数', '*', '*', '*', '*', '*'],
  について: ['助詞', '格助詞', '連語', '*', '*', '*', 'について'],
};
const LONGEST = 4;

const READER: MorphemeReader = {
  id: 'tiny@1',
  read: (text) => {
    const found: Morpheme[] = [];
    let byteStart = 0;
    for (let at = 0; at < text.length; ) {
      let form = String.fromCodePoint(text.codePointAt(at) ?? 0);
      for (let length = LONGEST; length > 0; length--)
        if (WORDS[text.slice(at, at + length)] !== undefined) {
          form = text.slice(at, at + length);
          break;
        }
      const byteEnd = byteStart + bytes(form);
      found.push({ byteStart, byteEnd, details: WORDS[form] ?? ['UNK'] });
      byteStart = byteEnd;
      at += form.length;
    }
    return found;
  },
};

const tools = japaneseTools(READER, TABLE.rows);

describe('placeMorphemes', () => {
  test('bytes become UTF-16 code units: one, two, three and four bytes, and half a pair', () => {
    const signs = ['a', 'é', '使', '😀', '\ud83d', 'z'];
    let byteStart = 0;
    const morphemes = signs.map((sign): Morpheme => {
      const from = byteStart;
      byteStart += bytes(sign);
      return { byteStart: from, byteEnd: byteStart, details: [sign] };
    });
    const text = signs.join('');
    const found = placeMorphemes(text, morphemes);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(signs);
  });

  test('a place inside a sign, beyond the text, empty or behind the last one is left out', () => {
    const at = (byteStart: number, byteEnd: number): Morpheme => ({ byteStart, byteEnd, details: [] });
    expect(placeMorphemes('大使', [at(1, 3), at(3, 6)])).toEqual([{ start: 1, end: 2, details: [] }]);
    expect(placeMorphemes('大使', [at(0, 3), at(0, 3), at(3, 3), at(3, 9)])).toHaveLength(1);
  });
});

const show = (text: string): string =>
  analyseText(tools, text)
    .flatMap(({ sentences }) => sentences)
    .map(({ words, analysis }) =>
      words.map(({ form }, i) => `${form}/${analysis?.[i]?.upos}/${analysis?.[i]?.lemma}`).join(' '),
    )
    .join(' | ');

describe('Japanese by morphemes', () => {
  test.each([
    [
      '大使は東京へ帰国した。',
      '大使/NOUN/大使 は/ADP/は 東京/PROPN/東京 へ/ADP/へ 帰国/VERB/帰国 し/AUX/する た/AUX/た 。/PUNCT/。',
    ],
    // Alone, the noun is a noun and the verb a verb.
    ['大使は帰国。', '大使/NOUN/大使 は/ADP/は 帰国/NOUN/帰国 。/PUNCT/。'],
    ['大使はした。', '大使/NOUN/大使 は/ADP/は し/VERB/する た/AUX/た 。/PUNCT/。'],
    ['二', '二/NUM/二'],
    ['😀 大使 16', '😀/SYM/😀 大使/NOUN/大使 16/NUM/16'],
  ])('%s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test('words that came cut otherwise take the tags of what lies in them, or of what reaches over them', () => {
    const told = (forms: readonly string[]): string =>
      (tools.analyser?.analyse(forms) ?? []).map(({ upos, lemma }) => `${upos}/${lemma}`).join(' ');
    expect(told(['大使は', '帰国し', 'た'])).toBe('ADP/大使は AUX/帰国する AUX/た');
    expect(told(['大', '使'])).toBe('NOUN/大 NOUN/使');
    expect(told(['', '二', ''])).toBe('SYM/ NUM/二 SYM/');
  });

  test('no tree is claimed', () => {
    const words = tools.analyser?.analyse(['大使', 'は']) ?? [];
    expect(words.map(({ head, deprel }) => [head, deprel])).toEqual([
      [-2, '_'],
      [-2, '_'],
    ]);
  });

  test('a reader that sees nothing loses no sign', () => {
    const blind = japaneseTools({ id: 'blind', read: () => [] }, TABLE.rows);
    const words = analyseText(blind, '大使は、帰国。').flatMap(({ sentences }) => sentences[0]?.words ?? []);
    expect(words.map(({ form }) => form)).toEqual(['大使は、帰国。']);
  });

  test('a reader is never given more than a thousand signs, and no pair is cut', () => {
    const given: string[] = [];
    const watched = japaneseTools(
      {
        id: 'watched',
        read: (text) => {
          given.push(text);
          return READER.read(text);
        },
      },
      TABLE.rows,
    );
    const text = `大${'😀'.repeat(1_500)}`;
    const words = analyseText(watched, text).flatMap(({ sentences }) =>
      sentences.flatMap((one) => one.words),
    );
    expect(words.map(({ form }) => form).join('')).toBe(text);
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThanOrEqual(1_000);
    expect(given.filter((piece) => piece !== Buffer.from(piece).toString())).toEqual([]);
  });
});

test('each row of the table has tags, a part of speech of UD, and an example with one mark', () => {
  const parts = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ');
  for (const { tags, upos, example } of TABLE.rows) {
    expect(tags.length).toBeGreaterThan(0);
    expect(parts).toContain(upos);
    expect(example).toMatch(/^[^[\]]*\[[^[\]]+\][^[\]]*$/);
  }
});

test('no row of the table is hidden by one before it', () => {
  for (const [i, row] of TABLE.rows.entries())
    for (const { tags, base } of TABLE.rows.slice(0, i)) {
      const hides = base === undefined && tags.every((tag, k) => row.tags[k] === tag);
      expect(hides ? `${tags} hides ${row.tags}` : '').toBe('');
    }
});

test.each(['maps, as of version 1', 'plain objects'])('tokens of the package as %s', async (kind) => {
  const calls: unknown[] = [];
  const module: LinderaModule = {
    default: (from) => Promise.resolve(calls.push(from.module_or_path)),
    TokenizerBuilder: class {
      setDictionary = (uri: string): void => void calls.push(uri);
      setMode = (mode: string): void => void calls.push(mode);
      build = () => ({
        tokenize: (text: string): readonly unknown[] => {
          const token = { byte_start: 0, byte_end: bytes(text), details: ['UNK'] };
          return [kind.startsWith('maps') ? new Map(Object.entries(token)) : token, null, {}];
        },
      });
    },
  };
  const wasm = Uint8Array.of(1);
  const reader = await linderaReader(module, wasm, 'fake@1');
  expect(calls).toEqual([wasm, 'embedded://ipadic', 'normal']);
  expect(reader.read('大使')).toEqual([{ byteStart: 0, byteEnd: 6, details: ['UNK'] }]);
});
