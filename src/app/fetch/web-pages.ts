import type { Acquired, AcquireFailure } from '../../acquire/index.ts';
import { acquirePath } from '../../acquire/index.ts';
import type { Fetcher } from '../../acquire/web.ts';
import { createFetcher } from '../../acquire/web.ts';
import { readAddress } from '../../acquire/web-address.ts';
import type { FetchOptions } from '../../acquire/web-send.ts';
import { systemNow } from '../record-file.ts';
import { renamed } from '../renamed.ts';
import { VERSION } from '../version.ts';
import type { FetchedFolder } from './fetched-folder.ts';
import { openFetched } from './fetched-folder.ts';

/** How the addresses of an import are fetched. */
export type WebOptions = Pick<
  FetchOptions,
  'allowPrivate' | 'ignoreRobots' | 'timeoutMs' | 'delayMs' | 'resolve' | 'clock' | 'patience'
> & {
  /** Told of each address when it has been fetched, or could not be; in the order given. */
  readonly onFetched?: (outcome: WebOutcome) => void;
  /** Told before the next address is waited for. */
  readonly onWait?: () => void;
};

/** What became of one address; its pages follow. */
export interface WebOutcome {
  readonly address: string;
  /** `kept`: a new capture; `unchanged`: the page is as it was captured before. */
  readonly kind: 'kept' | 'unchanged' | 'failed';
  /** Where the archive lies. */
  readonly file: string | null;
}

type Result = { readonly kind: 'kept' | 'unchanged'; readonly file: string } | AcquireFailure;

const AGENT = `demarche/${VERSION} (record of press coverage; fetches only addresses given by its user)`;
/** Hosts that are asked at the same time. */
const HOSTS_AT_ONCE = 4;

const fetchOne = async (address: string, fetcher: Fetcher, folder: FetchedFolder): Promise<Result> => {
  const fetched = await fetcher.fetch(address);
  if (!fetched.ok) return fetched;
  const before = folder.last(fetched.url);
  if (fetched.kind === 'page') {
    const capture = await folder.keep(fetched);
    return { kind: capture === before ? 'unchanged' : 'kept', file: folder.pathOf(capture) };
  }
  // It was asked for only because it is there.
  if (before === null) throw new TypeError('a page is unchanged that was never fetched');
  return { kind: 'unchanged', file: folder.pathOf(before) };
};

const hostOf = (address: string): string => {
  const url = readAddress(address);
  return typeof url === 'string' ? '' : url.hostname;
};

/** Works on all addresses at once, but on those of one host in turn, and on a few hosts at a time; results in their places. */
const byHost = (
  addresses: readonly string[],
  work: (address: string) => Promise<Result>,
  isStopped: () => boolean,
): readonly Promise<Result | null>[] => {
  const settlers: ((result: Promise<Result | null> | null) => void)[] = [];
  const results = addresses.map(
    (_, i) =>
      new Promise<Result | null>((resolve) => {
        settlers[i] = resolve;
      }),
  );
  // An error is thrown when its turn comes, and must not end the process before.
  for (const result of results) result.catch(() => undefined);
  const hosts = new Map<string, number[]>();
  for (const [i, address] of addresses.entries()) {
    const host = hostOf(address);
    hosts.set(host, [...(hosts.get(host) ?? []), i]);
  }
  const waiting = [...hosts.values()];
  const worker = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift())
      for (const i of host) {
        const result = isStopped() ? null : work(addresses[i] ?? '');
        settlers[i]?.(result);
        await result?.catch(() => undefined);
      }
  };
  for (let n = 0; n < HOSTS_AT_ONCE; n++) void worker();
  return results;
};

/**
 * The pages of one archive. Their path is the address as it was given, so that a failure under it ends when the page is had at
 * last; what a reader puts behind the number of the record (an item of a feed) stays.
 */
async function* pagesOfArchive(address: string, file: string): AsyncGenerator<Acquired> {
  let pages = 0;
  for await (const acquired of acquirePath(file)) {
    pages++;
    yield renamed(acquired, (path) => address + path.slice(file.length).replace(/^#\d+/, ''));
  }
  if (pages > 0) return;
  const message = `the answer is kept in ${file}, but holds no page that is read`;
  yield { ok: false, path: address, page: null, code: 'unsupported-format', message };
}

/**
 * The pages of addresses, in the order given. Each is first kept as an archive in the record's folder, on disk, and then read
 * from there as a page of any archive is: after a crash the same call goes on from there. A page that has not changed since it
 * was last fetched is read from the archive that there is.
 */
export async function* webPages(
  addresses: readonly string[],
  recordFile: string,
  options: WebOptions = {},
): AsyncGenerator<Acquired> {
  if (addresses.length === 0) return;
  const { onFetched, onWait, ...how } = options;
  const folder = await openFetched(recordFile);
  const stop = new AbortController();
  const fetcher = createFetcher({
    ...how,
    agent: AGENT,
    now: systemNow,
    signal: stop.signal,
    known: (url) => folder.last(url),
  });
  const results = byHost(
    addresses,
    (address) => fetchOne(address, fetcher, folder),
    () => stop.signal.aborted,
  );
  try {
    for (const [i, address] of addresses.entries()) {
      onWait?.();
      const result = await results[i];
      if (result === undefined || result === null) return;
      if ('ok' in result) {
        onFetched?.({ address, kind: 'failed', file: null });
        yield result;
        continue;
      }
      onFetched?.({ address, ...result });
      yield* pagesOfArchive(address, result.file);
    }
  } finally {
    stop.abort();
  }
}
