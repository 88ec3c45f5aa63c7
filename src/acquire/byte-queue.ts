/** A stream of chunks read as lines and runs of bytes. Holds at most the bytes asked for and one chunk. */
export interface ByteQueue {
  /** The next line without its break, or null at the end. A longer line than `max` is cut off there. */
  readonly line: (max: number) => Promise<string | null>;
  /** The next `count` bytes, fewer at the end of the stream. */
  readonly take: (count: number) => Promise<Uint8Array>;
  /** The next line with its break, or null at the end. Of a longer line than `max` the first `max` bytes. */
  readonly rawLine: (max: number) => Promise<Uint8Array | null>;
  /** Gives bytes back, to be read next. */
  readonly unread: (bytes: Uint8Array) => void;
  /** Passes over `count` bytes and keeps none; says how many there were. */
  readonly skip: (count: number) => Promise<number>;
}

/** Reads `chunks` through a queue. Errors of the source come out of the call that meets them. */
export const byteQueue = (chunks: AsyncIterator<Uint8Array>): ByteQueue => {
  let held: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : joined([held, next.value]);
    return true;
  };
  const rawLine = async (max: number): Promise<Uint8Array | null> => {
    let end = held.indexOf(10);
    while (end < 0 && held.length < max && (await more())) end = held.indexOf(10);
    if (held.length === 0) return null;
    const stop = end < 0 ? Math.min(held.length, max) : end + 1;
    const bytes = held.subarray(0, stop);
    held = held.subarray(stop);
    return bytes;
  };
  const line = async (max: number): Promise<string | null> => {
    const bytes = await rawLine(max);
    return bytes === null
      ? null
      : Buffer.from(bytes)
          .toString('utf8')
          .replace(/\r?\n$|\r$/, '');
  };
  const drain = async (count: number, keep: (part: Uint8Array) => void): Promise<number> => {
    let done = 0;
    while (done < count && (held.length > 0 || (await more()))) {
      const part = held.subarray(0, count - done);
      held = held.subarray(part.length);
      done += part.length;
      keep(part);
    }
    return done;
  };
  const take = async (count: number): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    await drain(count, (part) => parts.push(part));
    return joined(parts);
  };
  return {
    line,
    rawLine,
    take,
    skip: (count) => drain(count, () => undefined),
    unread: (bytes) => {
      held = held.length === 0 ? bytes : joined([bytes, held]);
    },
  };
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
