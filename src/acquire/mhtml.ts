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
 * one, in parts of parts too. Null when there is none. A wrong boundary, or none at the end, is put up with. Works on
 * bytes read as latin-1, so that part bodies keep their own charset.
 */
export const readMhtml = (bytes: Uint8Array): MhtmlPart | null => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const head = headOf(raw);
  if (head === null) return null;
  const parts = partsWithin({ headers: head.headers, body: raw.slice(head.bodyAt) }, 0);
  const start = parameterOf(head.headers.get('content-type'), 'start');
  const root =
    parts.find((part) => start !== null && part.headers.get('content-id') === start) ??
    parts.find((part) => /^text\/html$|xhtml/.test(typeOf(part.headers.get('content-type')))) ??
    parts.find((part) => typeOf(part.headers.get('content-type')) === 'text/plain');
  if (root === undefined) return null;
  const contentType = root.headers.get('content-type');
  return {
    bytes: decodeTransfer(root.body, root.headers.get('content-transfer-encoding')),
    url: addressOf([root.headers.get('content-location'), head.headers.get('snapshot-content-location')]),
    mediaType: typeOf(contentType),
    charset: parameterOf(contentType, 'charset'),
    savedAt: head.headers.get('date'),
  };
};

/** The first that others can follow: a part may also be named by a `cid:` or by a file of somebody's machine. */
const addressOf = (given: readonly (string | undefined)[]): string | null => {
  const addresses = given
    .filter((address) => address !== undefined)
    .map((address) => address.replace(/\s+/g, ''));
  return addresses.find((address) => /^https?:/i.test(address)) ?? null;
};

interface Part {
  readonly headers: Headers;
  readonly body: string;
}

const MOST_NESTED = 4;

/** The parts of a multipart body, those of a part that is multipart itself in its place. */
const partsWithin = (whole: Part, depth: number): readonly Part[] => {
  const boundary = boundaryOf(whole);
  if (boundary === null || depth > MOST_NESTED) return [];
  return partsOf(whole.body, boundary).flatMap((part) =>
    typeOf(part.headers.get('content-type')).startsWith('multipart/') ? partsWithin(part, depth + 1) : [part],
  );
};

/** The boundary that is declared, or when no line has it the first line that looks like one before a header. */
const boundaryOf = ({ headers, body }: Part): string | null => {
  const declared = parameterOf(headers.get('content-type'), 'boundary');
  if (declared !== null && declared !== '' && nextBoundary(body, `--${declared}`, 0) >= 0) return declared;
  return /(?:^|\n)--([^\s]{2,100})[ \t]{0,80}\r?\n(?=[A-Za-z-]{4,60}:)/.exec(body)?.[1] ?? null;
};

const headOf = (raw: string): { readonly headers: Headers; readonly bodyAt: number } | null => {
  const blank = /\r?\n\r?\n/.exec(raw);
  if (blank === null) return null;
  return { headers: parseHeaders(raw.slice(0, blank.index)), bodyAt: blank.index + blank[0].length };
};

/** Where a boundary stands at the beginning of a line, at or after `from`; below 0 when nowhere. */
const nextBoundary = (raw: string, mark: string, from: number): number => {
  let at = raw.indexOf(mark, from);
  while (at > 0 && raw[at - 1] !== '\n') at = raw.indexOf(mark, at + mark.length);
  return at;
};

const MOST_PARTS = 20_000;

const partsOf = (raw: string, boundary: string): readonly Part[] => {
  const parts: Part[] = [];
  const mark = `--${boundary}`;
  for (let at = nextBoundary(raw, mark, 0); at >= 0 && parts.length < MOST_PARTS; ) {
    const from = at + mark.length;
    const next = nextBoundary(raw, mark, from);
    const part = raw.slice(from, next < 0 ? raw.length : next).replace(/^[ \t]{0,80}\r?\n/, '');
    const head = headOf(part);
    if (head !== null)
      parts.push({ headers: head.headers, body: part.slice(head.bodyAt).replace(/\r?\n$/, '') });
    at = next;
  }
  return parts;
};

const decodeTransfer = (body: string, encoding: string | undefined): Uint8Array => {
  const name = encoding?.trim().toLowerCase();
  if (name === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  const plain =
    name === 'quoted-printable'
      ? body
          .replace(/=[ \t]{0,80}\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body;
  return new Uint8Array(Buffer.from(plain, 'latin1'));
};
