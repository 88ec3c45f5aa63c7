import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Gunzip } from 'node:zlib';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import type { Jumps } from './warc-frame.ts';

/** Bytes unpacked at a time. */
const STEP = 32_768;
/** Bytes unpacked at a time where damage is known to be, the second and the third time: all before it comes out. */
const FINE_STEPS: readonly number[] = [256, 1];
/** What came out last is kept, to tell a member that was read from one that damage ran over. */
const RECENT = 4 << 20;
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

/** Why unpacking stopped. */
interface Stop {
  /** Null at the end of the file. */
  readonly error: Error | null;
  /** Where the step begins that it stopped in. */
  readonly at: number;
  /** Bytes that came out. */
  readonly emitted: number;
}

/** How to unpack: the first bytes are known already, and from one place on it goes in small steps. */
interface Pass {
  readonly skip: number;
  readonly fineFrom: number;
  readonly fineStep: number;
}

/**
 * Hands over one step and waits until it is worked off and what it gave has come out. A stream that is at its end calls
 * nobody back.
 */
const written = async (plain: Gunzip, bytes: Uint8Array): Promise<void> => {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      plain.off('error', done);
      plain.off('end', done);
      resolve();
    };
    plain.once('error', done);
    plain.once('end', done);
    if (bytes.length === 0) plain.end();
    else plain.write(bytes, done);
  });
  await setImmediate();
};

/** Unpacks from one place on, step by step: a pipe would drop what is still under way when the damage comes. */
async function* unpack(
  file: FileHandle,
  start: number,
  pass: Pass,
  recent: Recent,
): AsyncGenerator<Uint8Array, Stop> {
  const plain = createGunzip({ chunkSize: OUT });
  const out: Uint8Array[] = [];
  const state: { error: Error | null; isOver: boolean } = { error: null, isOver: false };
  plain.on('data', (chunk: Uint8Array) => out.push(chunk));
  plain.on('end', () => {
    state.isOver = true;
  });
  plain.on('error', (error) => {
    state.error = error;
  });
  let emitted = 0;
  try {
    for (let at = start; ; ) {
      const step = at >= pass.fineFrom ? pass.fineStep : Math.min(STEP, pass.fineFrom - at);
      const { bytesRead, buffer } = await file.read(new Uint8Array(step), 0, step, at);
      await written(plain, buffer.subarray(0, bytesRead));
      for (const chunk of out.splice(0)) {
        const fresh = chunk.subarray(Math.max(0, Math.min(chunk.length, pass.skip - emitted)));
        emitted += chunk.length;
        if (fresh.length === 0) continue;
        recent.add(fresh);
        yield fresh;
      }
      if (state.error !== null || state.isOver || bytesRead === 0) return { error: state.error, at, emitted };
      at += bytesRead;
    }
  } finally {
    plain.destroy();
  }
}

/** Whether a member begins at `at`, and not only bytes that look like its first, that did not come out already. */
const isFresh = async (file: FileHandle, at: number, recent: Buffer): Promise<boolean> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(PROBE), 0, PROBE, at);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: OUT };
    const head = gunzipSync(buffer.subarray(0, bytesRead), options).subarray(0, PROBE);
    return head.length > 0 && recent.indexOf(head) < 0;
  } catch {
    return false;
  }
};

/** The first fresh member at or after `from`. Gives up after `MOST_PROBES` places that only look like one. */
const findMember = async (file: FileHandle, from: number, recent: Buffer): Promise<number | null> => {
  let at = await nextMember(file, from);
  for (let probes = 0; at !== null && probes < MOST_PROBES; probes++) {
    if (await isFresh(file, at, recent)) return at;
    at = await nextMember(file, at + 1);
  }
  return null;
};

interface Recent {
  readonly add: (chunk: Uint8Array) => void;
  readonly all: () => Buffer;
}

/** The chunks that came out last, up to `RECENT` bytes. */
const createRecent = (): Recent => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const add = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    size += chunk.length;
    while (chunks.length > 1 && size > RECENT) size -= chunks.shift()?.length ?? 0;
  };
  return { add, all: () => Buffer.concat(chunks) };
};

const isDamage = (error: Error): boolean => 'code' in error && error.code === 'Z_DATA_ERROR';

/** What follows a member begins no other one: bytes that somebody hung on. */
const isTail = (error: Error): boolean => error.message === 'incorrect header check';

/** Unpacks up to the end or damage, and all that comes out before it: what the last step gave is lost with the error. */
async function* unpackAll(file: FileHandle, start: number, recent: Recent): AsyncGenerator<Uint8Array, Stop> {
  let stop = yield* unpack(
    file,
    start,
    { skip: 0, fineFrom: Number.MAX_SAFE_INTEGER, fineStep: STEP },
    recent,
  );
  for (const fineStep of FINE_STEPS)
    if (stop.error !== null && isDamage(stop.error))
      stop = yield* unpack(file, start, { skip: stop.emitted, fineFrom: stop.at, fineStep }, recent);
  return stop;
}

/** Where to go on after a stop; null at the end. @throws Error when there is nowhere */
const resume = async (
  file: FileHandle,
  start: number,
  { error, at, emitted }: Stop,
  recent: Buffer,
): Promise<number | null> => {
  if (error === null) return null;
  if (!isDamage(error)) throw error;
  // A damaged member can run on over the head of the next one before it is noticed.
  const from = Math.max(start + 1, isTail(error) ? at : at - STEP);
  const member = await findMember(file, from, recent);
  if (member === null && !(isTail(error) && start + emitted > 0)) throw error;
  return member;
};

/**
 * Unpacks a gzip file of one or many members. At damage it goes on with the next member it can find (archives give each
 * record one of its own), counts a jump and puts an empty line in between. Trailing bytes that are no member are passed
 * over. @throws Error when nothing can be unpacked, or the file breaks off
 */
export async function* gunzipFile(path: string, jumps: Jumps): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  const recent = createRecent();
  try {
    for (let start: number | null = 0; start !== null; ) {
      const stop: Stop = yield* unpackAll(file, start, recent);
      start = await resume(file, start, stop, recent.all());
      if (start === null) return;
      if (jumps.count++ >= MOST_JUMPS) throw new Error('it is damaged in too many places');
      yield GAP;
    }
  } finally {
    await file.close();
  }
}
