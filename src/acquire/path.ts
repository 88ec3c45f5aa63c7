import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import { tooLarge } from './bytes.ts';
import { gunzipFile } from './gunzip-file.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { acquirePages, opmlFailure } from './pages.ts';
import { sniff } from './sniff.ts';
import { acquireWarc } from './warc.ts';

const HEAD = 65_536;
const CHUNK = 1 << 20;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/plain',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  opml: 'text/x-opml',
  pdf: 'application/pdf',
};

/**
 * The pages of one file: one for a page, many for an archive. What cannot be read comes as a failure, never as an
 * exception. The format is told from the first bytes; the name decides only where they leave it open.
 */
export async function* acquirePath(
  path: string,
  options: { readonly url?: string | null; readonly limits?: Limits } = {},
): AsyncGenerator<Acquired> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const opened = await openFile(path);
  if ('ok' in opened) {
    yield opened;
    return;
  }
  const kind = sniff(opened.head).kind;
  if (kind === 'warc') yield* acquireWarc(createReadStream(path, { highWaterMark: CHUNK }), path, limits);
  else if (kind === 'gzip') yield* acquireGzip(path, limits);
  else if (opened.size > limits.pageBytes) yield tooLarge(path, opened.size, limits);
  else if (kind === 'opml') yield* acquireOpml(path, limits);
  else yield* acquireFile(path, options.url ?? null, limits);
}

/** The first bytes and the size of a regular file. */
const openFile = async (
  path: string,
): Promise<{ readonly head: Uint8Array; readonly size: number } | Acquired> => {
  let file: FileHandle | null = null;
  try {
    const info = await stat(path);
    if (!info.isFile()) return failure(path, 'unsupported-format', 'this is no file; give the files in it');
    file = await open(path, 'r');
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return { head: head.subarray(0, bytesRead), size: info.size };
  } catch (error) {
    return fileFailure(path, error);
  } finally {
    await file?.close();
  }
};

async function* acquireFile(path: string, url: string | null, limits: Limits): AsyncGenerator<Acquired> {
  const bytes = await readWhole(path, limits.pageBytes).catch((error: unknown) => fileFailure(path, error));
  if (!(bytes instanceof Uint8Array)) {
    yield bytes;
    return;
  }
  const mediaType = MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  const meta = { path, url, capturedAt: null };
  yield* acquirePages(bytes, mediaType === undefined ? meta : { ...meta, mediaType }, limits);
}

/**
 * A list of feeds: those that lie beside it or in a folder below are read, and how to fetch the others is said. A list in a
 * list is not followed.
 */
async function* acquireOpml(path: string, limits: Limits): AsyncGenerator<Acquired> {
  const bytes = await readWhole(path, limits.pageBytes).catch((error: unknown) => fileFailure(path, error));
  if (!(bytes instanceof Uint8Array)) {
    yield bytes;
    return;
  }
  const { readOpml } = await import('./opml.ts');
  const elsewhere: string[] = [];
  let here = 0;
  for (const { xmlUrl } of readOpml(bytes)) {
    if (!isBeside(xmlUrl)) {
      elsewhere.push(xmlUrl);
      continue;
    }
    here++;
    const file = join(dirname(path), xmlUrl);
    const opened = await openFile(file);
    if ('ok' in opened) yield opened;
    else if (sniff(opened.head).kind === 'feed' && opened.size <= limits.pageBytes)
      yield* acquireFile(file, null, limits);
    else yield failure(file, 'unsupported-format', `this is no feed, though ${path} lists it as one`);
  }
  if (elsewhere.length > 0 || here === 0) yield opmlFailure(path, elsewhere);
}

/** A file of the list's own folder or below: no address, no absolute path, no step upwards. */
const isBeside = (address: string): boolean =>
  !/^[a-z][a-z\d+.-]*:/i.test(address) &&
  !/^[\\/]/.test(address) &&
  !address.split(/[\\/]/).includes('..') &&
  !address.includes('\0');

/** At most one byte more than the limit: a file may grow while it is read. */
const readWhole = async (path: string, limit: number): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { end: limit, highWaterMark: CHUNK }))
    parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
};

/** A gzip file is read on only when a WARC comes out of it. */
async function* acquireGzip(path: string, limits: Limits): AsyncGenerator<Acquired> {
  const jumps = { count: 0 };
  const chunks = gunzipFile(path, jumps);
  try {
    const first = await chunks.next();
    if (first.done === true) yield failure(path, 'empty', 'the gzip file holds nothing; fetch it again');
    else if (sniff(first.value).kind === 'warc')
      yield* acquireWarc(chain(first.value, chunks), path, limits, jumps);
    else yield failure(path, 'unsupported-format', 'the gzip file holds no WARC; unpack it first (gunzip)');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield failure(path, 'broken-archive', `the gzip file cannot be unpacked (${why}); fetch it again`);
  } finally {
    await chunks.return(undefined);
  }
}

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

const fileFailure = (path: string, error: unknown): Acquired => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return failure(path, 'not-found', 'there is no such file; check the path');
  if (code === 'EACCES' || code === 'EPERM')
    return failure(
      path,
      'permission',
      'the file may not be read; change its permissions (chmod u+r) or ask its owner',
    );
  const why = error instanceof Error ? error.message : String(error);
  return failure(path, 'unsupported-format', `the file cannot be read (${why})`);
};
