import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { acquireBytes, acquireText } from '../../src/acquire/index.ts';
import type { Capture } from '../../src/model/page.ts';

const META = { path: 'page.txt', url: null, capturedAt: null };
const RUSSIAN = 'Министры двух стран встретились в порту и договорились открыть пролив для рыбаков весной.';
const JAPANESE = '両国の外相は港で会談し、春に海峡を漁船に開くことで合意した。協議は二日間続いた。';

const bytesOf = (text: string, charset = 'utf-8'): Uint8Array => new Uint8Array(iconv.encode(text, charset));

const captured = (bytes: Uint8Array, meta: object = {}): Capture => {
  const acquired = acquireBytes(bytes, { ...META, ...meta });
  if (!acquired.ok) throw new Error(`${acquired.code}: ${acquired.message}`);
  return acquired.capture;
};

const refused = (bytes: Uint8Array, meta: object = {}): string => {
  const acquired = acquireBytes(bytes, { ...META, ...meta });
  return acquired.ok ? 'ok' : acquired.code;
};

describe('charset', () => {
  test.each([
    ['utf-8', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['windows-1252', 'Le ministre a déclaré que les négociations étaient à l’arrêt près du détroit.'],
  ])('%s is found without being told', (charset, text) => {
    const capture = captured(bytesOf(`${text} ${text} ${text}`, charset));
    expect(capture.text).toBe(`${text} ${text} ${text}`);
    expect(capture.page.charset).toBe(charset);
  });

  test.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-8', [0xef, 0xbb, 0xbf]],
  ])('a byte order mark says %s and goes', (charset, mark) => {
    const bytes = new Uint8Array([...mark, ...bytesOf(RUSSIAN, charset)]);
    expect(captured(bytes)).toMatchObject({ text: RUSSIAN, page: { charset } });
  });

  test('what HTTP declares is believed when it decodes', () => {
    const capture = captured(bytesOf(RUSSIAN, 'koi8-r'), { declaredCharset: 'KOI8-R' });
    expect(capture).toMatchObject({ text: RUSSIAN, page: { charset: 'koi8-r' }, diagnostics: [] });
  });

  test('what the page declares is believed over a guess', () => {
    const html = `<!doctype html><meta charset="windows-1251"><p>Да`;
    expect(captured(bytesOf(html, 'windows-1251')).text).toBe(html);
  });

  test('a wrong declaration is told, and UTF-8 wins', () => {
    const capture = captured(bytesOf(RUSSIAN), { declaredCharset: 'shift_jis' });
    expect(capture.text).toBe(RUSSIAN);
    expect(capture.diagnostics.map(({ code }) => code)).toEqual(['charset-declared-wrong']);
  });

  test('a few broken bytes in UTF-8 are replaced, the rest kept', () => {
    const bytes = bytesOf(`${RUSSIAN} ${RUSSIAN}`);
    bytes[21] = 0xff;
    const capture = captured(bytes);
    expect(capture.page.charset).toBe('utf-8');
    expect(capture.text).toContain('\uFFFD');
    expect(capture.text.endsWith(RUSSIAN)).toBe(true);
    expect(capture.diagnostics.map(({ code }) => code)).toContain('charset-replaced');
  });

  test('an unknown label is no error', () => {
    expect(captured(bytesOf(RUSSIAN), { declaredCharset: 'klingon-8' }).text).toBe(RUSSIAN);
  });

  test('line ends and astral characters stay as they are', () => {
    expect(captured(bytesOf('𝕏 one\r\ntwo\rthree 😀')).text).toBe('𝕏 one\r\ntwo\rthree 😀');
  });
});

describe('what is no page', () => {
  test.each([
    ['no bytes', '', 'empty'],
    ['white space', ' \n\u00a0\t', 'empty'],
    ['a PDF', '%PDF-1.7 abc', 'unsupported-format'],
    ['a ZIP', 'PK\x03\x04abc', 'binary'],
    ['NUL bytes', `abc${'\0'.repeat(100)}def`, 'binary'],
    ['RTF', '{\\rtf1 abc}', 'unsupported-format'],
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'unsupported-format'],
  ])('%s', (_, text, code) => expect(refused(bytesOf(text))).toBe(code));

  test('a PNG', () =>
    expect(refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))).toBe('binary'));
  test('too many bytes', () => {
    const acquired = acquireBytes(new Uint8Array(11), META, { pageBytes: 10, headerBytes: 10 });
    expect(acquired).toMatchObject({ ok: false, code: 'too-large' });
  });
});

describe('media type', () => {
  test.each([
    ['a text file that is HTML', '<!DOCTYPE html><p>x', undefined, 'text/html'],
    ['HTML behind a comment', '<!-- saved --><html><body>x', undefined, 'text/html'],
    ['an HTML file without a tag', 'only words', 'text/html', 'text/plain'],
    ['an HTML file with one tag', 'Hello <b>you</b>', 'text/html', 'text/html'],
    ['words about tags', 'The <p> element opens a paragraph.', 'text/plain', 'text/plain'],
    ['upper case', '<HTML><BODY>x', undefined, 'text/html'],
  ])('%s', (_, text, mediaType, want) => {
    expect(captured(bytesOf(text), mediaType === undefined ? {} : { mediaType }).page.mediaType).toBe(want);
  });
});

test('the same bytes are the same page, wherever they came from', () => {
  const a = captured(bytesOf('one'), { path: 'a.txt' });
  const b = captured(bytesOf('one'), { path: 'b.txt' });
  expect(a.page.id).toBe(b.page.id);
  expect(a.page.id).toBe('7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed');
});

describe('MHTML', () => {
  const archive = (type: string): string =>
    [
      'From: <Saved by a browser>',
      'Snapshot-Content-Location: https://paper.example/a',
      'Date: Tue, 3 Mar 2020 06:12:00 +0000',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; type="text/html"; boundary="----=_b"`,
      '',
      '------=_b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------=_b',
      'Content-Type: text/html; charset="windows-1251"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://paper.example/a',
      '',
      '<html><body><p>=CC=E8=ED=E8=F1=F2=F0=FB meet =',
      'again</p></body></html>',
      '------=_b--',
      '',
    ].join('\r\n');

  test('the HTML part is the page', () => {
    const capture = captured(bytesOf(archive('multipart/related')), { path: 'a.mhtml' });
    expect(capture.text).toBe('<html><body><p>Министры meet again</p></body></html>');
    expect(capture.page).toMatchObject({
      url: 'https://paper.example/a',
      mediaType: 'text/html',
      charset: 'windows-1251',
      capturedAt: '2020-03-03T06:12:00.000Z',
    });
  });

  test('one without a page is broken', () => {
    const text = archive('multipart/related').replace('text/html; charset', 'image/gif; charset');
    expect(refused(bytesOf(text), { path: 'a.mhtml' })).toBe('broken-archive');
  });
});

describe('text of a JSONL line', () => {
  test('text and HTML', () => {
    expect(acquireText({ text: 'one', url: null, id: '1' })).toMatchObject({
      ok: true,
      capture: { text: 'one', page: { mediaType: 'text/plain' } },
    });
    expect(acquireText({ html: '<p>one', url: 'https://x.example/', id: '1' })).toMatchObject({
      ok: true,
      capture: { page: { mediaType: 'text/html', url: 'https://x.example/' } },
    });
  });
  test('nothing', () =>
    expect(acquireText({ url: null, id: 'line 3' })).toMatchObject({
      ok: false,
      code: 'empty',
      path: 'line 3',
    }));
  test('lone surrogates are replaced one for one', () => {
    const acquired = acquireText({ text: 'a\ud83d b\ude00 😀', url: null, id: '1' });
    expect(acquired).toMatchObject({
      ok: true,
      capture: { text: 'a\ufffd b\ufffd 😀', diagnostics: [{ code: 'charset-replaced' }] },
    });
    if (acquired.ok) expect(new TextDecoder().decode(acquired.capture.bytes)).toBe(acquired.capture.text);
  });
});
