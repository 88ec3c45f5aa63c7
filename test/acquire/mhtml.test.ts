import { describe, expect, test } from 'vitest';
import { acquireBytes } from '../../src/acquire/index.ts';
import { shareOfBound } from '../support/pace.ts';

interface Piece {
  readonly type?: string;
  readonly coding?: string;
  readonly location?: string;
  readonly id?: string;
  readonly body: string | Buffer;
}

const piece = ({ type = 'text/html; charset=utf-8', coding, location, id, body }: Piece): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        `Content-Type: ${type}`,
        ...(coding === undefined ? [] : [`Content-Transfer-Encoding: ${coding}`]),
        ...(location === undefined ? [] : [`Content-Location: ${location}`]),
        ...(id === undefined ? [] : [`Content-ID: ${id}`]),
        '',
        '',
      ].join('\r\n'),
    ),
    Buffer.from(body),
  ]);

interface Frame {
  readonly declared?: string;
  readonly used?: string;
  readonly end?: string;
  readonly more?: string;
  readonly headers?: readonly string[];
}

const archive = (pieces: readonly Buffer[], frame: Frame = {}): Uint8Array => {
  const {
    declared = '----=_b',
    used = declared,
    end = `\r\n--${used}--\r\n`,
    more = '',
    headers = [],
  } = frame;
  const head = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://herald.example/a',
    'Date: Tue, 3 Mar 2020 06:12:00 +0900',
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html"${more};\r\n\tboundary="${declared}"`,
    '',
    '',
  ].join('\r\n');
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(head),
      ...pieces.flatMap((one) => [Buffer.from(`\r\n--${used}\r\n`), one]),
      Buffer.from(end),
    ]),
  );
};

const PAGE = '<html><body><p>The ministers met — 𝕏</p></body></html>';
const PNG: Piece = { type: 'image/png', coding: 'base64', body: 'iVBORw0KGgo=' };
const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte, i) => {
      const mark =
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte);
      return i % 40 === 39 ? `${mark}=\r\n` : mark;
    })
    .join('');

describe('the page of an MHTML archive', () => {
  test.each<[string, Uint8Array]>([
    ['quoted-printable', archive([piece({ coding: 'quoted-printable', body: quoted(PAGE) })])],
    [
      'with blanks behind soft breaks',
      archive([piece({ coding: 'Quoted-Printable ', body: quoted(PAGE).replaceAll('=\r\n', '= \t\r\n') })]),
    ],
    [
      'base64',
      archive([
        piece({
          coding: 'base64',
          body: Buffer.from(PAGE)
            .toString('base64')
            .replace(/(.{60})/g, '$1\r\n'),
        }),
      ]),
    ],
    ['8bit', archive([piece({ coding: '8bit', body: PAGE })])],
    ['without a coding', archive([piece({ body: PAGE })])],
    ['behind a picture', archive([piece(PNG), piece({ body: PAGE })])],
    ['before a frame', archive([piece({ body: PAGE }), piece({ body: '<html><p>frame' })])],
    [
      'that start names',
      archive([piece({ body: '<html><p>frame' }), piece({ id: '<root@x>', body: PAGE })], {
        more: ';start="<root@x>"',
      }),
    ],
    ['as XHTML', archive([piece({ type: 'application/xhtml+xml; charset=utf-8', body: PAGE })])],
    ['with no boundary at the end', archive([piece(PNG), piece({ body: PAGE })], { end: '' })],
    [
      'with a boundary that is not the declared one',
      archive([piece(PNG), piece({ body: PAGE })], { used: 'other-boundary' }),
    ],
    ['with no boundary declared', archive([piece({ body: PAGE })], { declared: '', used: 'xyz-xyz' })],
    [
      'in parts of a part',
      archive([
        Buffer.from(
          `Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain\r\n\r\nwords\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${PAGE}\r\n--inner--`,
        ),
        piece(PNG),
      ]),
    ],
    [
      'with bare line feeds',
      new Uint8Array(
        Buffer.from(
          Buffer.from(archive([piece(PNG), piece({ body: PAGE })]))
            .toString('latin1')
            .replaceAll('\r\n', '\n'),
          'latin1',
        ),
      ),
    ],
    ['that names the boundary in a line', archive([piece({ body: PAGE.replace('met', 'met ------=_b') })])],
  ])('%s', (_, bytes) => {
    const acquired = acquireBytes(bytes, { path: 'a.mhtml', url: null, capturedAt: null });
    if (!acquired.ok) throw new Error(acquired.message);
    expect(acquired.capture.text.replace(' ------=_b', '')).toBe(PAGE);
    expect(acquired.capture.page).toMatchObject({
      url: 'https://herald.example/a',
      capturedAt: '2020-03-02T21:12:00.000Z',
      mediaType: 'text/html',
      charset: 'utf-8',
    });
  });

  test.each([
    ['its own place', 'https://herald.example/b', 'https://herald.example/b'],
    ['the place of the snapshot over a name', 'cid:frame-1@mhtml', 'https://herald.example/a'],
    ['the place of the snapshot over a file', 'file:///C:/saved/a.html', 'https://herald.example/a'],
    ['a folded place', 'https://herald.example/a-long\r\n name', 'https://herald.example/a-longname'],
  ])('%s', (_, location, url) => {
    const acquired = acquireBytes(archive([piece({ location, body: PAGE })]), {
      path: 'a.mht',
      url: null,
      capturedAt: null,
    });
    expect(acquired).toMatchObject({ capture: { page: { url } } });
  });

  test.each<[string, Uint8Array]>([
    ['only pictures', archive([piece(PNG)])],
    ['no part', archive([])],
    [
      'a head alone',
      new TextEncoder().encode('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n'),
    ],
    ['an archive in an archive', archive([piece({ body: Buffer.from(archive([piece({ body: PAGE })])) })])],
  ])('%s is a broken archive', (_, bytes) => {
    const acquired = acquireBytes(bytes, { path: 'a.mhtml', url: null, capturedAt: null });
    expect(acquired).toMatchObject({ ok: false, code: 'broken-archive' });
  });

  test('a thousand nested parts, a million boundaries', () => {
    const nested = Array.from(
      { length: 1_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    const readBoth = (): void => {
      for (const body of [nested, '------=_b\r\n'.repeat(1_000_000)])
        acquireBytes(archive([Buffer.from(body)]), { path: 'a', url: null, capturedAt: null });
    };
    expect(shareOfBound(5_000, readBoth)).toBeLessThan(1);
  });
});
