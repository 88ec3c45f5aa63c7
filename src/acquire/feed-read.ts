import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { FeedInfo, FeedItem } from './feed-item.ts';
import {
  atomInfo,
  atomItems,
  jsonInfo,
  jsonItems,
  NO_INFO,
  rdfInfo,
  rdfItems,
  rssInfo,
  rssItems,
} from './feed-item.ts';
import { splitJsonFeed } from './feed-json.ts';
import type { SplitFeed } from './feed-split.ts';
import { firstElement, splitFeed } from './feed-split.ts';

/** What came of one item: the item, or why there is none. */
export type ReadItem = FeedItem | 'broken' | 'empty' | 'too-large';

/** A feed opened: what it says of itself, and its items one after the other. */
export interface OpenFeed {
  readonly info: FeedInfo;
  /** How many items stand in it, broken ones included. */
  readonly count: number;
  readonly isCut: boolean;
  readonly items: () => Generator<ReadItem>;
}

/** Items that are parsed at once: a parser is costly to start, and a batch is small enough to be held. */
const BATCH = 64;
/** Mark-up an item may hold, in tags; a page with more elements is read as plain text anyway. */
const ITEM_TAGS = 60_000;
/** Tags read of one feed, which takes some four seconds; the largest news feeds have a few thousand. */
const FEED_TAGS = 300_000;

interface Format {
  readonly info: (text: string) => FeedInfo;
  readonly items: (text: string) => readonly FeedItem[];
}

const RSS: Format = {
  info: (text) => rssInfo(parseRssFeed(text)),
  items: (text) => rssItems(parseRssFeed(text)),
};
const ATOM: Format = {
  info: (text) => atomInfo(parseAtomFeed(text)),
  items: (text) => atomItems(parseAtomFeed(text)),
};
const RDF: Format = {
  info: (text) => rdfInfo(parseRdfFeed(text)),
  items: (text) => rdfItems(parseRdfFeed(text)),
};
const FORMATS: Readonly<Record<string, Format>> = { rss: RSS, feed: ATOM, rdf: RDF };

const attempt = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch {
    return null;
  }
};

const tagsIn = (text: string): number => {
  let n = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) n++;
  return n;
};

/** How often a feed's items are parsed at most: a feed of nothing but broken items is not worth more. */
const MOST_PARSES = 1_500;

interface Shell {
  readonly open: string;
  readonly close: string;
  readonly format: Format;
  parsesLeft: number;
}

/** A batch that does not come out whole is halved until the item is alone that is at fault. */
const readBatch = (slices: readonly string[], shell: Shell): readonly ReadItem[] => {
  if (slices.length === 0) return [];
  const items =
    shell.parsesLeft-- > 0
      ? attempt(() => shell.format.items(`${shell.open}${slices.join('')}${shell.close}`))
      : null;
  if (items?.length === slices.length) return items;
  if (slices.length === 1 || shell.parsesLeft <= 0) return slices.map(() => 'broken');
  const half = slices.length >> 1;
  return [...readBatch(slices.slice(0, half), shell), ...readBatch(slices.slice(half), shell)];
};

const isEmpty = (slice: string): boolean => /^(?:<[^<>!]*>|\s)*$/.test(slice);

function* readSlices(split: SplitFeed, format: Format): Generator<ReadItem> {
  const shell: Shell = { open: split.open, close: split.close, format, parsesLeft: MOST_PARSES };
  let tags = 0;
  let batch: string[] = [];
  for (const slice of split.items) {
    const own = tagsIn(slice);
    const isTooLarge = own > ITEM_TAGS || tags + own > FEED_TAGS;
    if (!isTooLarge && !isEmpty(slice)) {
      tags += own;
      batch.push(slice);
      if (batch.length < BATCH) continue;
    }
    yield* readBatch(batch, shell);
    batch = [];
    if (isTooLarge) yield 'too-large';
    else if (isEmpty(slice)) yield 'empty';
  }
  yield* readBatch(batch, shell);
}

const infoOfFrame = (split: SplitFeed, format: Format): FeedInfo => {
  if (tagsIn(split.frame) > ITEM_TAGS) return NO_INFO;
  const { frame, close } = split;
  return attempt(() => format.info(frame)) ?? attempt(() => format.info(frame + close)) ?? NO_INFO;
};

const openXml = (text: string): OpenFeed | null => {
  const format = FORMATS[firstElement(text) ?? ''];
  const split = format === undefined ? null : splitFeed(text);
  if (format === undefined || split === null) return null;
  const info = infoOfFrame(split, format);
  return { info, count: split.items.length, isCut: split.isCut, items: () => readSlices(split, format) };
};

const openJson = (text: string): OpenFeed | null => {
  const split = splitJsonFeed(text);
  if (split === null) return null;
  const info = attempt(() => jsonInfo(parseJsonFeed({ ...split.frame, items: [] }))) ?? NO_INFO;
  function* items(): Generator<ReadItem> {
    for (const item of split?.items ?? [])
      yield attempt(() => jsonItems(parseJsonFeed({ ...split?.frame, items: [item] }))[0] ?? 'empty') ??
        'broken';
  }
  return { info, count: split.items.length, isCut: split.isCut, items };
};

/** Opens a feed of any of the formats; null when the text is no feed. Never throws. */
export const openFeed = (text: string): OpenFeed | null =>
  /^\uFEFF?\s*\{/.test(text) ? openJson(text) : openXml(text);
