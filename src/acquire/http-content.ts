import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A body with its content codings undone. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Whether it breaks off, so that `bytes` is its beginning. */
  readonly isCut: boolean;
}

type Coding = (body: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Uint8Array;

/** One coding: how to undo it, whether a body looks as if it were still coded, and the flush that takes half a body. */
interface Decoder {
  readonly undo: Coding;
  readonly isCoded: (body: Uint8Array) => boolean;
  readonly flush: number;
}

const GZIP: Decoder = {
  undo: gunzipSync,
  isCoded: (body) => body[0] === 0x1f && body[1] === 0x8b,
  flush: constants.Z_SYNC_FLUSH,
};

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: GZIP,
  'x-gzip': GZIP,
  deflate: {
    // Some servers send the bare stream, others the one with a head of zlib.
    undo: (body, options) =>
      ((body[0] ?? 0) & 0x0f) === 8 && ((body[0] ?? 0) * 256 + (body[1] ?? 0)) % 31 === 0
        ? inflateSync(body, options)
        : inflateRawSync(body, options),
    isCoded: (body) => body.length > 0 && body[0] !== 0x3c,
    flush: constants.Z_SYNC_FLUSH,
  },
  br: {
    undo: brotliDecompressSync,
    isCoded: (body) => body.length > 0 && body[0] !== 0x3c,
    flush: constants.BROTLI_OPERATION_FLUSH,
  },
};

const NAMES: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8', 'binary']);

const isBreakOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';

const undo = (body: Uint8Array, decoder: Decoder, maxOutputLength: number): Content => {
  // A crawler may have undone the coding and kept the header.
  if (!decoder.isCoded(body)) return { bytes: body, isCut: false };
  try {
    return { bytes: new Uint8Array(decoder.undo(body, { maxOutputLength })), isCut: false };
  } catch (error) {
    if (!isBreakOff(error)) throw error;
    const bytes = new Uint8Array(decoder.undo(body, { maxOutputLength, finishFlush: decoder.flush }));
    if (bytes.length === 0) throw error;
    return { bytes, isCut: true };
  }
};

/** The codings of a `Content-Encoding`, in the order they were put on. */
const namesOf = (encoding: string): readonly string[] =>
  encoding
    .toLowerCase()
    .split(',', 5)
    .map((one) => one.trim());

/** The first coding of a `Content-Encoding` that is not read, or null. */
export const unknownCoding = (encoding: string): string | null =>
  namesOf(encoding).find((name) => DECODERS[name] === undefined && !NAMES.has(name)) ?? null;

/**
 * Undoes the content codings of a body, the last that was put on first. A body that breaks off gives what came before.
 * @throws Error on a broken or unknown coding, RangeError when more than `maxBytes` come out
 */
export const decodeContent = (body: Uint8Array, encoding: string | undefined, maxBytes: number): Content => {
  let content: Content = { bytes: body, isCut: false };
  for (const name of namesOf(encoding ?? '').toReversed()) {
    const decoder = DECODERS[name];
    if (decoder === undefined) {
      if (NAMES.has(name) || content.bytes[0] === 0x3c) continue;
      throw new Error(`its coding ${name.slice(0, 20)} is not read`);
    }
    const next = undo(content.bytes, decoder, maxBytes);
    content = { bytes: next.bytes, isCut: content.isCut || next.isCut };
  }
  return content;
};
