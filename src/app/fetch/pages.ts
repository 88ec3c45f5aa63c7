import type { Acquired } from '../../acquire/index.ts';
import { acquireAll } from '../pages.ts';
import type { FoundPath } from '../paths.ts';
import type { WebOptions } from './web-pages.ts';

/** Addresses to fetch for a record. */
export interface WebInput {
  readonly addresses: readonly string[];
  readonly recordFile: string;
  readonly options: WebOptions;
}

/** Every page of the files, then every page of the addresses. */
export async function* pagesFrom(
  files: readonly FoundPath[],
  web: WebInput | null,
): AsyncGenerator<Acquired> {
  yield* acquireAll(files);
  if (web === null) return;
  // The client for the web is loaded only where there is something to fetch.
  const { webPages } = await import('./web-pages.ts');
  yield* webPages(web.addresses, web.recordFile, web.options);
}
