import type { Acquired } from '../../acquire/index.ts';
import { acquireAll } from '../pages.ts';
import type { FoundPath } from '../paths.ts';
import type { WebOptions } from './web-pages.ts';
import { webPages } from './web-pages.ts';

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
  if (web !== null) yield* webPages(web.addresses, web.recordFile, web.options);
}
