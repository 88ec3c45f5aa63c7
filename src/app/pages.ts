import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Acquired } from '../acquire/index.ts';
import { acquirePath } from '../acquire/index.ts';
import type { FoundPath } from './paths.ts';
import { expandPaths } from './paths.ts';

/** How pages are found. */
export interface PageOptions {
  /** The address of the page, when one page is given that does not tell it. */
  readonly url?: string | null;
  /** What the path `-` reads; without it `-` is a file name like any other. */
  readonly stdin?: Readable;
}

/** Every page of the files found, in order; archives give many. What cannot be read comes as a failure. */
export async function* acquireAll(
  files: Iterable<FoundPath> | AsyncIterable<FoundPath>,
  options: PageOptions = {},
): AsyncGenerator<Acquired> {
  const url = options.url ?? null;
  for await (const found of files) {
    if (!found.ok) yield found;
    else if (found.path === '-' && options.stdin !== undefined) yield* fromStream(options.stdin, url);
    else yield* acquirePath(found.path, { url });
  }
}

/** Every page of the files that paths, folders and globs lead to (`expandPaths`), in order. */
export const pagesOf = (paths: readonly string[], options: PageOptions = {}): AsyncGenerator<Acquired> =>
  acquireAll(expandPaths(paths), options);

/** A stream goes through a file first: its format shows in its bytes, and an archive need not fit in memory. */
async function* fromStream(stream: Readable, url: string | null): AsyncGenerator<Acquired> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-'));
  const file = join(folder, 'stdin');
  const named = (path: string | null): string => (path ?? file).replace(file, '-');
  try {
    await pipeline(stream, createWriteStream(file));
    for await (const acquired of acquirePath(file, { url }))
      if (acquired.ok) {
        const { capture } = acquired;
        yield {
          ok: true,
          capture: { ...capture, page: { ...capture.page, path: named(capture.page.path) } },
        };
      } else yield { ...acquired, path: named(acquired.path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
