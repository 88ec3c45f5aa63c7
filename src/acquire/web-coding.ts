import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** What comes out when the content coding of a body is undone. */
export type Decoded =
  | { readonly kind: 'ok'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'broken'; readonly why: string }
  /** A coding that was not asked for and is not read. */
  | { readonly kind: 'unknown' };

/** What is asked for: exactly what readers of archives undo. */
export const CODINGS = 'gzip, br;q=0.9, deflate;q=0.5, identity;q=0.5';

type Decoder = NodeJS.ReadWriteStream;

/** Servers that say what is not so (a body that was unpacked on its way) are taken by what the bytes are. */
const decoderFor = (coding: string, body: Uint8Array): Decoder | 'as-is' | null => {
  const first = body[0] ?? 0;
  switch (coding) {
    case '':
    case 'identity':
      return 'as-is';
    case 'gzip':
    case 'x-gzip':
      return first === 0x1f ? createGunzip() : 'as-is';
    case 'br':
      return first === 0x3c ? 'as-is' : createBrotliDecompress();
    case 'deflate':
      return first % 16 === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
};

/**
 * Undoes the content coding of a body, as far as `maxBytes` come out of it: a small body may stand for a huge one, and no
 * more than that is ever in memory.
 */
export const decodeBody = async (
  body: Uint8Array,
  coding: string | null,
  maxBytes: number,
): Promise<Decoded> => {
  const decoder = decoderFor(coding?.trim().toLowerCase() ?? '', body);
  if (decoder === null) return { kind: 'unknown' };
  if (decoder === 'as-is')
    return body.length > maxBytes ? { kind: 'too-large' } : { kind: 'ok', bytes: body };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of Readable.from([body]).pipe(decoder) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes) return { kind: 'too-large' };
      parts.push(part);
    }
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? error.message : String(error) };
  }
  return { kind: 'ok', bytes: new Uint8Array(Buffer.concat(parts)) };
};
