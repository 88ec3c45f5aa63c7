import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { BytesMeta } from './bytes.ts';
import { acquireMade } from './bytes.ts';
import type { Decoded } from './charset.ts';
import { decode } from './charset.ts';
import { feedPage } from './feed-page.ts';
import type { OpenFeed, ReadItem } from './feed-read.ts';
import { openFeed } from './feed-read.ts';
import type { Limits } from './limits.ts';
import { inMiB } from './limits.ts';

/** A feed is held whole while it is read; the largest in use have a few MiB. */
const FEED_BYTES = 32 * 1024 * 1024;
const FEED_ITEMS = 10_000;

const FAULTS = {
  broken: ['broken-archive', 'the item cannot be read; the others were'],
  empty: ['empty', 'the item has neither a title nor a text'],
  'too-large': [
    'too-large',
    'the item, or the feed before it, has more mark-up than is read; add the page it leads to',
  ],
} as const;

const addressOf = (link: string | null, info: OpenFeed['info'], feedUrl: string | null): string | null => {
  for (const base of [info.link, feedUrl])
    if (link !== null && base !== null && URL.canParse(link, base)) return new URL(link, base).href;
  return link !== null && /^https?:\/\//i.test(link) ? link : null;
};

const acquireItem = (
  item: ReadItem,
  path: string,
  feed: OpenFeed & { readonly noticed: Decoded['diagnostics'] },
  meta: BytesMeta,
  limits: Limits,
): Acquired => {
  const fault =
    typeof item === 'string' ? item : item.title === null && item.content === null ? 'empty' : null;
  if (typeof item === 'string' || fault !== null) {
    const [code, message] = FAULTS[fault ?? 'broken'];
    return failure(path, code, message);
  }
  const url = addressOf(item.link, feed.info, meta.url);
  return acquireMade(
    feedPage(item, feed.info, url),
    'text/html',
    { path, url, capturedAt: meta.capturedAt },
    limits,
    feed.noticed,
  );
};

const END_HINT = 'what stands before it was read; fetch the feed again';

/**
 * The pages of a feed (RSS 0.9 to 2.0, RDF, Atom, JSON Feed): one for each item, `path#n` being the n-th. An item that
 * cannot be read costs only itself; a feed that breaks off ends with a failure `broken-archive`. Never throws.
 */
export function* acquireFeed(bytes: Uint8Array, meta: BytesMeta, limits: Limits): Generator<Acquired> {
  const path = meta.path ?? meta.url ?? '-';
  if (bytes.length > FEED_BYTES) {
    yield failure(
      path,
      'too-large',
      `the feed has ${inMiB(bytes.length)}, more than the ${inMiB(FEED_BYTES)} read of one feed`,
    );
    return;
  }
  const { text, diagnostics: noticed } = decode(bytes, meta.declaredCharset ?? null);
  const feed = openFeed(text);
  if (feed === null) {
    yield failure(path, 'broken-archive', 'this begins like a feed but is none; fetch it again');
    return;
  }
  let n = 0;
  for (const item of feed.items()) {
    if (n === FEED_ITEMS) break;
    n++;
    yield acquireItem(item, `${path}#${n}`, { ...feed, noticed }, meta, limits);
  }
  if (feed.isCut) yield failure(path, 'broken-archive', `the feed breaks off after item ${n}; ${END_HINT}`);
  else if (feed.count > FEED_ITEMS)
    yield failure(path, 'too-large', `only the first ${FEED_ITEMS} of ${feed.count} items are read`);
  else if (n === 0) yield failure(path, 'empty', 'the feed holds no item');
}
