import { appendFile, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FetchedPage } from '../../acquire/web-answer.ts';
import { sha256OfText } from '../../lib/digest-bytes.ts';
import { DemarcheError } from '../../model/error.ts';

/** A page as it was fetched at one moment: a line of `fetched.jsonl`. */
export interface Capture {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Name of the archive in the folder. */
  readonly file: string;
  readonly capturedAt: string;
  /** SHA-256 of the page. */
  readonly digest: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The folder beside a record that keeps every page fetched for it as an archive. */
export interface FetchedFolder {
  /** The last capture of an address. */
  readonly last: (url: string) => Capture | null;
  /** Keeps a page; a page like the last of its address is that one. Resolves when it is on disk. @throws DemarcheError `disk-full`, `permission` */
  readonly keep: (page: FetchedPage) => Promise<Capture>;
  readonly pathOf: (capture: Capture) => string;
}

const ENDING = '.fetched';
const INDEX = 'fetched.jsonl';

const line = z.object({
  url: z.string(),
  file: z.string().regex(/^[\w.-]+\.warc\.gz$/),
  capturedAt: z.string(),
  digest: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

const isThere = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

/** A line that was cut off by a crash, or whose archive was never finished or was removed, is as if it were not there. */
const readCapture = async (folder: string, text: string): Promise<Capture | null> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = line.safeParse(value);
  return read.success && (await isThere(join(folder, read.data.file))) ? read.data : null;
};

const readIndex = async (folder: string): Promise<Map<string, Capture>> => {
  const last = new Map<string, Capture>();
  let text: string;
  try {
    text = await readFile(join(folder, INDEX), 'utf8');
  } catch {
    return last;
  }
  for (const one of text.split('\n')) {
    const capture = one === '' ? null : await readCapture(folder, one);
    if (capture !== null) last.set(capture.url, capture);
  }
  return last;
};

/** `20310514T101112345Z-harbour.example-0123456789ab.warc.gz`: in order of time, and legible. */
const nameOf = ({ url, capturedAt, digest }: FetchedPage): string => {
  const host = new URL(url).hostname.replace(/[^a-z0-9.-]/g, '_').slice(0, 80);
  const key = sha256OfText(`${url}\n${digest}`).slice(0, 12);
  return `${capturedAt.replace(/[-:.]/g, '')}-${host}-${key}.warc.gz`;
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Makes a new name in a folder last through a power cut. Not every system can open a folder. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** The archive goes into its place last: until then its line in the index counts for nothing. */
const write = async (folder: string, capture: Capture, archive: Uint8Array): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, capture.file);
  await writeSynced(`${path}.part`, archive);
  // A line that a crash cut off must not swallow this one.
  await appendFile(join(folder, INDEX), `\n${JSON.stringify(capture)}\n`, { flush: true });
  await rename(`${path}.part`, path);
  await syncFolder(folder);
};

const writeFailure = (folder: string, error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DemarcheError('disk-full', `no room left to keep what was fetched in ${folder}`, {
      hint: 'free some space and run the same command again',
      cause: error,
    });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new DemarcheError('permission', `what was fetched cannot be kept in ${folder}`, {
      hint: 'change the permissions of the folder, or ask its owner',
      cause: error,
    });
  return error;
};

/** Opens the folder of a record, `RECORD.fetched` beside it; it is made when something is to be kept. */
export const openFetched = async (recordFile: string): Promise<FetchedFolder> => {
  const folder = `${recordFile}${ENDING}`;
  const last = await readIndex(folder);
  return {
    last: (url) => last.get(url) ?? null,
    pathOf: ({ file }) => join(folder, file),
    keep: async (page) => {
      const { url, capturedAt, digest, etag, lastModified } = page;
      const before = last.get(url);
      if (before?.digest === digest) return before;
      const capture: Capture = { url, file: nameOf(page), capturedAt, digest, etag, lastModified };
      try {
        await write(folder, capture, page.archive);
      } catch (error) {
        throw writeFailure(folder, error);
      }
      last.set(url, capture);
      return capture;
    },
  };
};
