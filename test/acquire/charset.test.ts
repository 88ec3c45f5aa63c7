import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/acquire/charset.ts';

/** Sentences of an invented coverage; each is long enough to guess from. */
const TEXTS = {
  ru: 'Министры Вальдории и Орланда встретились в порту и договорились открыть пролив для рыбаков весной. Переговоры шли два дня, сказала журналистам Анна Кестрель, и будут продолжены осенью.',
  ja: 'バルドリアとオーランドの外相は港で会談し、春に海峡を漁船に開くことで合意した。協議は二日間続き、秋に再開されると関係者は述べた。',
  fr: 'Les ministres de Valdorie et d’Orlande se sont réunis à bord du ferry près du détroit et ont décidé de rouvrir le passage aux pêcheurs au printemps, a déclaré Ana Kestrel à la presse, très émue.',
  pl: 'Ministrowie Valdorii i Orlandu spotkali się na promie i uzgodnili, że wiosną cieśnina zostanie otwarta dla rybaków. Rozmowy trwały dwa dni, powiedziała Ana Kestrel, i będą wznowione jesienią, żeby złagodzić spór.',
} as const;

const CHARSETS = {
  ru: ['utf-8', 'windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic', 'utf-16le', 'utf-16be'],
  ja: ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp'],
  fr: ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'],
  pl: ['utf-8', 'windows-1250', 'iso-8859-2', 'utf-16le', 'utf-16be'],
} as const;

type Language = keyof typeof TEXTS;

/** iconv-lite knows some under other names. */
const ENCODER: Readonly<Record<string, string>> = {
  ibm866: 'cp866',
  'x-mac-cyrillic': 'maccyrillic',
  'utf-16be': 'utf16-be',
  'utf-16le': 'utf16-le',
};

const bytesOf = (text: string, charset: string): Uint8Array => {
  if (charset === 'iso-2022-jp') return iso2022(text);
  return new Uint8Array(iconv.encode(text, ENCODER[charset] ?? charset));
};

/** ISO-2022-JP from EUC-JP: the same two bytes without their high bits, between escapes. */
const iso2022 = (text: string): Uint8Array => {
  const out: number[] = [];
  let wide = false;
  for (const character of text) {
    const [a = 0, b] = iconv.encode(character, 'euc-jp');
    if (b !== undefined && !wide) out.push(0x1b, 0x24, 0x42);
    if (b === undefined && wide) out.push(0x1b, 0x28, 0x42);
    wide = b !== undefined;
    out.push(a & 0x7f, ...(b === undefined ? [] : [b & 0x7f]));
  }
  return new Uint8Array([...out, ...(wide ? [0x1b, 0x28, 0x42] : [])]);
};

const PAIRS = (Object.keys(CHARSETS) as Language[]).flatMap((language) =>
  CHARSETS[language].map((charset): readonly [Language, string] => [language, charset]),
);
const codes = (decoded: ReturnType<typeof decode>): readonly string[] =>
  decoded.diagnostics.map(({ code }) => code);

describe.each(PAIRS)('%s in %s', (language, charset) => {
  const text = `${TEXTS[language]} ${TEXTS[language]}`;
  const bytes = bytesOf(text, charset);

  test('declared by HTTP', () => {
    expect(decode(bytes, charset.toUpperCase())).toMatchObject({ text, charset, diagnostics: [] });
  });

  const declaredInPage = (): void => {
    for (const head of [
      `<!doctype html><meta charset="${charset}"><p>`,
      `<html><head><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=${charset}'></head><p>`,
      `<?xml version="1.0" encoding="${charset}"?><html><p>`,
    ])
      expect(decode(bytesOf(head + text, charset), null)).toMatchObject({ text: head + text, charset });
  };
  // No page in UTF-16 can be read up to its declaration.
  if (!charset.startsWith('utf-16')) test('declared in the page, three ways', declaredInPage);

  // The guesser does not know these two, which are declared wherever they are still in use.
  const undeclared = (): void => expect(decode(bytes, null).text).toBe(text);
  if (!['x-mac-cyrillic', 'ibm866'].includes(charset)) test('not declared', undeclared);

  // KOI8-R has a character for every byte and ISO-2022-JP passes for UTF-8: nothing can prove those headers wrong.
  const lie = language === 'ja' ? 'utf-8' : 'euc-jp';
  const isProvable = language !== 'ja' || !['utf-8', 'iso-2022-jp'].includes(charset);
  const liedTo = (): void => {
    const decoded = decode(bytes, lie);
    if (decoded.charset === lie) expect(codes(decoded)).toEqual([]);
    else expect(codes(decoded)).toContain('charset-declared-wrong');
    if (language === 'ja') expect(decoded.charset).not.toBe(lie);
  };
  if (isProvable) test('under a header that lies', liedTo);
});

describe('wrong declarations', () => {
  test.each<[string, string, string, string | null, string]>([
    ['UTF-8 under a false header', TEXTS.ru, 'utf-8', 'shift_jis', 'utf-8'],
    ['UTF-8 under a false meta', `<meta charset="iso-2022-jp">${TEXTS.ru}`, 'utf-8', null, 'utf-8'],
    [
      'the meta wins over a header that does not decode',
      `<meta charset="windows-1251">${TEXTS.ru}`,
      'windows-1251',
      'utf-8',
      'windows-1251',
    ],
    ['both wrong', `<meta charset="utf-8">${TEXTS.ja}`, 'euc-jp', 'utf-8', 'euc-jp'],
    ['a header nobody knows', TEXTS.pl, 'utf-8', 'klingon-8', 'utf-8'],
    ['a header with an empty name', TEXTS.pl, 'utf-8', '', 'utf-8'],
  ])('%s', (_, text, charset, http, want) => {
    const decoded = decode(bytesOf(text, charset), http);
    expect(decoded.charset).toBe(want);
    if (want === charset) expect(decoded.text).toBe(text);
    if (http !== null) expect(codes(decoded)).toContain('charset-declared-wrong');
  });

  test('a mark wins over header and meta', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(TEXTS.ru, 'utf-8')]);
    expect(decode(bytes, 'windows-1251')).toMatchObject({ text: TEXTS.ru, charset: 'utf-8' });
  });
});

describe('a last character cut in two', () => {
  test.each([
    ['utf-8', null],
    ['utf-8', 'utf-8'],
    ['euc-jp', 'euc-jp'],
    ['shift_jis', 'shift_jis'],
  ])('%s, declared as %s', (charset, http) => {
    const bytes = bytesOf(TEXTS.ja, charset);
    const decoded = decode(bytes.subarray(0, bytes.length - 1), http);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text.slice(0, -2)).toBe(TEXTS.ja.slice(0, decoded.text.length - 2));
    expect(codes(decoded)).toEqual(['charset-replaced']);
  });

  test('under a meta that lies', () => {
    const bytes = bytesOf(`<meta charset="windows-1251">${TEXTS.ru}`, 'utf-8');
    expect(decode(bytes.subarray(0, bytes.length - 2), null).charset).toBe('utf-8');
    const cut = bytes.subarray(0, bytes.length - 1 - new TextEncoder().encode('.').length);
    expect(decode(cut, null).charset).toBe('utf-8');
  });

  test('one accent at the end of a French word is no UTF-8', () => {
    expect(decode(bytesOf('Le ministre est fatigué', 'windows-1252'), null).text).toBe(
      'Le ministre est fatigué',
    );
  });
});

test('any bytes at all decode to something', () => {
  for (let seed = 0; seed < 50; seed++) {
    const bytes = new Uint8Array(2_000);
    let state = seed;
    for (let i = 0; i < bytes.length; i++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      bytes[i] = state >>> 16;
    }
    expect(decode(bytes, null).text.length).toBeGreaterThan(0);
  }
});
