import { rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Acquired } from '../../acquire/index.ts';
import { acquirePath } from '../../acquire/index.ts';
import { fetchPage } from '../../acquire/web.ts';
import { acquireAll } from '../pages.ts';
import type { FoundPath } from '../paths.ts';
import { expandPaths } from '../paths.ts';
import { systemNow } from '../record-file.ts';
import { VERSION } from '../version.ts';
import type { AddSetup } from './messages.ts';

const AGENT = `demarche/${VERSION} (+record of press coverage; fetches only addresses given by its user)`;

/** The page under another path. */
const renamed = (acquired: Acquired, rename: (path: string) => string): Acquired => {
  if (!acquired.ok) return { ...acquired, path: rename(acquired.path) };
  const { capture } = acquired;
  const { path } = capture.page;
  const page = { ...capture.page, path: path === null ? null : rename(path) };
  return { ok: true, capture: { ...capture, page } };
};

/** The files of an import that are pages: those given by themselves, and what folders hold as `demarche add` walks them. */
export const findFiles = async ({ spool, entries }: AddSetup): Promise<readonly FoundPath[]> => {
  const found: FoundPath[] = [];
  for await (const path of expandPaths(entries.map((entry) => join(spool, entry)))) found.push(path);
  return found;
};

/** The pages of the files, under the names that they were given with. */
export async function* filePages(
  files: readonly FoundPath[],
  { spool, url }: AddSetup,
): AsyncGenerator<Acquired> {
  const below = (path: string): string => path.slice(spool.length + 1).replaceAll(sep, '/');
  for await (const acquired of acquireAll(files, { url })) yield renamed(acquired, below);
}

/**
 * The pages of the addresses, fetched one after the other. Each goes through an archive file of its own, so that it is read
 * as a page of an archive is. Its path is the address as it was given: a failure under it ends when the page is had at last.
 */
export async function* webPages(
  { addresses, spool, allowPrivate }: AddSetup,
  onFetch: () => void,
): AsyncGenerator<Acquired> {
  const file = join(spool, 'fetched.warc');
  for (const address of addresses) {
    onFetch();
    const fetched = await fetchPage(address, { agent: AGENT, now: systemNow, allowPrivate });
    if (!fetched.ok) {
      yield fetched;
      continue;
    }
    await writeFile(file, fetched.record);
    let pages = 0;
    for await (const acquired of acquirePath(file)) {
      pages++;
      yield renamed(acquired, () => address);
    }
    await rm(file);
    if (pages === 0)
      yield {
        ok: false,
        path: address,
        page: null,
        code: 'unsupported-format',
        message: 'the answer holds no page to read',
      };
  }
}
