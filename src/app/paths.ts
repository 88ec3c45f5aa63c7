import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { AcquireFailure } from '../acquire/index.ts';
import { sniff } from '../acquire/sniff.ts';
import type { ErrorCode } from '../model/error.ts';

/** A file to read, or why a path leads to none. */
export type FoundPath = { readonly ok: true; readonly path: string } | AcquireFailure;

/** The endings of the files that are taken from a folder. A file that is named itself is read whatever its ending. */
const READ_ENDINGS: ReadonlySet<string> = new Set([
  '.html',
  '.htm',
  '.xhtml',
  '.txt',
  '.text',
  '.md',
  '.warc',
  '.warc.gz',
  '.mhtml',
  '.mht',
  '.rss',
  '.atom',
  '.rdf',
  '.opml',
  '.pdf',
]);

/** Endings that many files have which are no feeds: the bytes decide whether they are taken from a folder. */
const DOUBTFUL_ENDINGS: ReadonlySet<string> = new Set(['.xml', '.json']);
const HEAD = 4096;

/** Files that describe a folder rather than being pages of it. */
const ABOUT_A_FOLDER = /^(?:readme|licen[cs]e|notice|changelog|contributing|copying)(?:\.|$)/i;

const problem = (path: string, code: ErrorCode, message: string): FoundPath => ({
  ok: false,
  path,
  page: null,
  code,
  message,
});

const errno = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const unreadable = (path: string, error: unknown): FoundPath => {
  const code = errno(error);
  if (code === 'EACCES' || code === 'EPERM')
    return problem(path, 'permission', 'the folder may not be read; change its permissions (chmod u+rx)');
  return problem(path, 'not-found', `the folder cannot be read (${code === '' ? 'unknown reason' : code})`);
};

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const endingOf = (name: string): string => {
  const ending = extname(name);
  return ending === '.gz' ? `${extname(name.slice(0, -3))}.gz` : ending;
};

type Likeness = 'page' | 'perhaps' | 'no';

const likeness = (name: string): Likeness => {
  const ending = endingOf(name.toLowerCase());
  if (ABOUT_A_FOLDER.test(name)) return 'no';
  if (READ_ENDINGS.has(ending)) return 'page';
  return DOUBTFUL_ENDINGS.has(ending) ? 'perhaps' : 'no';
};

/** Whether a file begins like a feed or a list of feeds. One that cannot be opened is no page of a folder. */
const beginsLikeFeed = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
      const { kind } = sniff(buffer.subarray(0, bytesRead));
      return kind === 'feed' || kind === 'opml';
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
};

/** A symbolic link counts as what it leads to, but no link to a folder is followed: it could lead back. */
const isFile = async (entry: Dirent, path: string): Promise<boolean> => {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const isPage = async (entry: Dirent, path: string): Promise<boolean> => {
  const like = likeness(entry.name);
  if (like === 'no' || !(await isFile(entry, path))) return false;
  return like === 'page' || (await beginsLikeFeed(path));
};

async function* walk(folder: string): AsyncGenerator<FoundPath> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield unreadable(folder, error);
    return;
  }
  for (const entry of entries.toSorted(byName)) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (await isPage(entry, path)) yield { ok: true, path };
  }
}

async function* expandGlob(pattern: string): AsyncGenerator<FoundPath> {
  const found = await glob(pattern, {
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    followSymbolicLinks: false,
    onlyFiles: true,
  });
  if (found.length === 0)
    yield problem(pattern, 'not-found', 'no file fits this pattern; check it, and quote it for the shell');
  for (const path of found.toSorted()) yield { ok: true, path };
}

/**
 * The files that paths, folders and globs lead to, in the order given; within a folder by name, code unit by code unit. A
 * folder is walked to its bottom and gives the files with an ending of `READ_ENDINGS`, and of those with an ending of
 * `DOUBTFUL_ENDINGS` the feeds; hidden files and files about the
 * folder (`README`, `LICENSE`, …) are passed over. What cannot be read comes as a failure, and the rest goes on.
 */
export async function* expandPaths(paths: readonly string[]): AsyncGenerator<FoundPath> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path);
      else yield { ok: true, path };
    } catch (error) {
      if (errno(error) === 'ENOENT' && isDynamicPattern(path)) yield* expandGlob(path);
      // The reader of files says best what is wrong with a file that cannot even be looked at.
      else yield { ok: true, path };
    }
  }
}
