import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { Gunzip } from 'node:zlib';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import type { Jumps } from './warc-frame.ts';

/** Bytes unpacked at a time: the places of damage are known to within a step. */
const STEP = 32_768;
const OUT = 1 << 20;
const SCAN = 1 << 20;
/** A file with more damage than this is not worth more time. */
const MOST_JUMPS = 1_000;
const MOST_PROBES = 2_000;
const PROBE = 512;
/** An empty line before what follows damage, so that a record after it can be told from the one it cut off. */
const GAP: Uint8Array = new Uint8Array([13, 10, 13, 10]);

/** Where the next member of a gzip file begins at or after `from`: its magic number, the deflate method, no reserved flag. */
const nextMember = async (file: FileHandle, from: number): Promise<number | null> => {
  const buffer = Buffer.alloc(SCAN);
  for (let at = from; ; ) {
    const { bytesRead } = await file.read(buffer, 0, SCAN, at);
    if (bytesRead < 10) return null;
    const seen = buffer.subarray(0, bytesRead);
    for (let i = seen.indexOf(0x1f); i >= 0 && i + 3 < bytesRead; i = seen.indexOf(0x1f, i + 1))
      if (seen[i + 1] === 0x8b && seen[i + 2] === 8 && ((seen[i + 3] ?? 0) & 0xe0) === 0) return at + i;
    at += bytesRead - 3;
  }
};

/** Why unpacking stopped: null at the end of the file. */
interface Stop {
  readonly error: Error | null;
  /** Where the step begins that it stopped in. */
  readonly at: number;
  /** What came out of that step. */
  readonly last: Uint8Array;
}

/** Hands over one step and waits until it is worked off. A stream that is at its end calls nobody back. */
const written = (plain: Gunzip, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    plain.once('error', () => resolve());
    plain.once('end', () => resolve());
    if (bytes.length === 0) plain.end();
    else plain.write(bytes, () => resolve());
  });

/**
 * Unpacks from one place on. Fed step by step, so that all that came out before damage is had, and the damage has a place:
 * a pipe would drop what is still under way.
 */
async function* unpack(file: FileHandle, start: number): AsyncGenerator<Uint8Array, Stop> {
  const plain = createGunzip({ chunkSize: OUT });
  const out: Uint8Array[] = [];
  const state: { error: Error | null; isOver: boolean } = { error: null, isOver: false };
  plain.setMaxListeners(0);
  plain.on('data', (chunk: Uint8Array) => out.push(chunk));
  plain.on('end', () => {
    state.isOver = true;
  });
  plain.on('error', (error) => {
    state.error = error;
  });
  try {
    for (let at = start; ; at += STEP) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(STEP), 0, STEP, at);
      await written(plain, buffer.subarray(0, bytesRead));
      const last = out.splice(0);
      yield* last;
      if (state.error !== null || state.isOver || bytesRead === 0)
        return { error: state.error, at, last: Buffer.concat(last) };
    }
  } finally {
    plain.destroy();
  }
}

/** Whether a member can be unpacked that begins at `at`, and did not come out already. */
const isFresh = async (file: FileHandle, at: number, seen: Uint8Array): Promise<boolean> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(PROBE), 0, PROBE, at);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: OUT };
    const head = gunzipSync(buffer.subarray(0, bytesRead), options).subarray(0, PROBE);
    return head.length > 0 && Buffer.from(seen.buffer, seen.byteOffset, seen.length).indexOf(head) < 0;
  } catch {
    return false;
  }
};

/** The first fresh member at or after `from`. Gives up after `MOST_PROBES` places that only look like one. */
const nextFresh = async (file: FileHandle, from: number, seen: Uint8Array): Promise<number | null> => {
  let at = await nextMember(file, from);
  for (let probes = 0; at !== null && probes < MOST_PROBES; probes++) {
    if (await isFresh(file, at, seen)) return at;
    at = await nextMember(file, at + 1);
  }
  return null;
};

const isDamage = (error: Error): boolean => 'code' in error && error.code === 'Z_DATA_ERROR';

/** What follows a member begins no other one: bytes that somebody hung on. */
const isTail = (error: Error): boolean => error.message === 'incorrect header check';

/**
 * Unpacks a gzip file of one or many members. At damage it goes on with the next member it can find (archives give each
 * record one of its own), counts a jump and puts an empty line in between. Trailing bytes that are no member are passed
 * over. @throws Error when nothing can be unpacked, or the file breaks off
 */
export async function* gunzipFile(path: string, jumps: Jumps): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    let isEmpty = true;
    for (let start = 0; ; ) {
      const { error, at, last } = yield* unpack(file, start);
      isEmpty &&= at === 0;
      if (error === null) return;
      if (!isDamage(error) || jumps.count >= MOST_JUMPS) throw error;
      const next = await nextFresh(file, Math.max(start + 1, at), last);
      if (next === null && isTail(error) && !isEmpty) return;
      if (next === null) throw error;
      jumps.count++;
      yield GAP;
      start = next;
    }
  } finally {
    await file.close();
  }
}
