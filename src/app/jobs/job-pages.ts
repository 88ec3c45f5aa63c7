import { join, sep } from 'node:path';
import type { Acquired } from '../../acquire/index.ts';
import { acquireAll } from '../pages.ts';
import type { FoundPath } from '../paths.ts';
import { expandPaths } from '../paths.ts';
import { renamed } from '../renamed.ts';
import type { AddSetup } from './messages.ts';

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
