import { parseOpml } from 'feedsmith';
import { decode } from './charset.ts';

/** A feed that an OPML file lists. Addresses are as they were written. */
export interface ListedFeed {
  readonly title: string | null;
  /** Where the feed itself is. */
  readonly xmlUrl: string;
  /** The page it belongs to. */
  readonly htmlUrl: string | null;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly htmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

const MOST_TAGS = 100_000;
const MOST_FEEDS = 10_000;

const OUTLINE = /<outline\b([^<>]{1,10000})>/gi;
const ATTRIBUTE = /\b(text|title|xmlurl|htmlurl)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;

const unescaped = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The outlines of a file that no parser takes, told from their tags alone. */
const looseOutlines = (text: string): readonly Outline[] => {
  const outlines: Outline[] = [];
  for (const [, inside] of text.matchAll(OUTLINE)) {
    const found: Record<string, string> = {};
    for (const [, name, double, single] of (inside ?? '').matchAll(ATTRIBUTE))
      found[(name ?? '').toLowerCase()] ??= unescaped(double ?? single ?? '');
    const { xmlurl: xmlUrl, htmlurl: htmlUrl, text: words, title } = found;
    if (xmlUrl !== undefined) outlines.push({ text: words, title, xmlUrl, htmlUrl });
    if (outlines.length >= MOST_FEEDS) break;
  }
  return outlines;
};

const outlinesOf = (text: string): readonly Outline[] => {
  if ((text.match(/</g)?.length ?? 0) > MOST_TAGS) return looseOutlines(text);
  try {
    return parseOpml(text).body?.outlines ?? [];
  } catch {
    return looseOutlines(text);
  }
};

const collect = (outlines: readonly Outline[], feeds: Map<string, ListedFeed>): void => {
  for (const { text, title, xmlUrl, htmlUrl, outlines: inner } of outlines) {
    const address = xmlUrl?.trim() ?? '';
    if (address !== '' && feeds.size < MOST_FEEDS && !feeds.has(address))
      feeds.set(address, { title: title ?? text ?? null, xmlUrl: address, htmlUrl: htmlUrl ?? null });
    if (inner !== undefined) collect(inner, feeds);
  }
};

/** The feeds that an OPML file lists, in order, each address once; of a damaged file those that can be told. Never throws. */
export const readOpml = (bytes: Uint8Array): readonly ListedFeed[] => {
  const { text } = decode(bytes, null);
  const feeds = new Map<string, ListedFeed>();
  try {
    collect(outlinesOf(text), feeds);
  } catch {
    collect(looseOutlines(text), feeds);
  }
  return [...feeds.values()];
};
