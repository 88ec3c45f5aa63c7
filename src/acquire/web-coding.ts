import { decodeContent, unknownCoding } from './http-content.ts';

/** What comes out when the content coding of a body is undone. */
export type Decoded =
  | { readonly kind: 'ok'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'broken'; readonly why: string }
  /** A coding that was not asked for and is not read. */
  | { readonly kind: 'unknown' };

/** What is asked for: exactly what readers of archives undo. */
export const CODINGS = 'gzip, br;q=0.9, deflate;q=0.5, identity;q=0.5';

/**
 * Undoes the content coding of a body just fetched as the readers of archives will, but takes no half of one: it can be
 * fetched again. A small body may stand for a huge one, so no more than `maxBytes` come out of it.
 */
export const decodeBody = (body: Uint8Array, coding: string | null, maxBytes: number): Decoded => {
  const encoding = coding ?? '';
  if (unknownCoding(encoding) !== null) return { kind: 'unknown' };
  try {
    const { bytes, isCut } = decodeContent(body, encoding, maxBytes);
    if (isCut) return { kind: 'broken', why: 'it breaks off' };
    return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'ok', bytes };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'too-large' };
    return { kind: 'broken', why: error instanceof Error ? error.message : String(error) };
  }
};
