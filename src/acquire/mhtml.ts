import type { Headers } from './headers.ts';
import { parameterOf, parseHeaders, typeOf } from './headers.ts';

/** The HTML (or plain text) part of a saved web archive. */
export interface MhtmlPart {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly mediaType: string;
  readonly charset: string | null;
  /** The `Date` header of the whole archive. */
  readonly savedAt: string | undefined;
}

/**
 * Finds the root page of an MHTML archive: the part that `start` names, else the first HTML part, else the first plain
 * one. Null when there is none. Works on bytes read as latin-1, so that part bodies keep their own charset.
 */
export const readMhtml = (bytes: Uint8Array): MhtmlPart | null => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const head = headOf(raw);
  if (head === null) return null;
  const boundary = parameterOf(head.headers.get('content-type'), 'boundary');
  if (boundary === null || boundary === '') return null;
  const parts = partsOf(raw.slice(head.bodyAt), boundary);
  const start = parameterOf(head.headers.get('content-type'), 'start');
  const root =
    parts.find((part) => start !== null && part.headers.get('content-id') === start) ??
    parts.find((part) => typeOf(part.headers.get('content-type')) === 'text/html') ??
    parts.find((part) => typeOf(part.headers.get('content-type')) === 'text/plain');
  if (root === undefined) return null;
  const contentType = root.headers.get('content-type');
  return {
    bytes: decodeTransfer(root.body, root.headers.get('content-transfer-encoding')),
    url: root.headers.get('content-location') ?? head.headers.get('snapshot-content-location') ?? null,
    mediaType: typeOf(contentType),
    charset: parameterOf(contentType, 'charset'),
    savedAt: head.headers.get('date'),
  };
};

interface Part {
  readonly headers: Headers;
  readonly body: string;
}

const headOf = (raw: string): { readonly headers: Headers; readonly bodyAt: number } | null => {
  const blank = /\r?\n\r?\n/.exec(raw);
  if (blank === null) return null;
  return { headers: parseHeaders(raw.slice(0, blank.index)), bodyAt: blank.index + blank[0].length };
};

const partsOf = (raw: string, boundary: string): readonly Part[] => {
  const parts: Part[] = [];
  const mark = `--${boundary}`;
  for (let at = raw.indexOf(mark); at >= 0; ) {
    const from = at + mark.length;
    const next = raw.indexOf(mark, from);
    const part = raw.slice(from, next < 0 ? raw.length : next).replace(/^[ \t]*\r?\n/, '');
    const head = headOf(part);
    if (head !== null)
      parts.push({ headers: head.headers, body: part.slice(head.bodyAt).replace(/\r?\n$/, '') });
    at = next;
  }
  return parts;
};

const decodeTransfer = (body: string, encoding: string | undefined): Uint8Array => {
  const name = encoding?.toLowerCase();
  if (name === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  const plain =
    name === 'quoted-printable'
      ? body
          .replace(/=[ \t]{0,80}\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body;
  return new Uint8Array(Buffer.from(plain, 'latin1'));
};
