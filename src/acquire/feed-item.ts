import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** Some words of a feed, and whether they are mark-up. */
export interface FeedText {
  readonly value: string;
  readonly isHtml: boolean;
}

/** What a feed says of itself. */
export interface FeedInfo {
  readonly title: string | null;
  /** The page that the feed belongs to, as written. */
  readonly link: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
}

/** One item of a feed of whatever format. Addresses and dates are as they were written. */
export interface FeedItem {
  readonly title: FeedText | null;
  readonly content: FeedText | null;
  readonly authors: readonly string[];
  readonly link: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** The outlet that the item names as its source, when the feed gathers others' items. */
  readonly source: string | null;
}

export const NO_INFO: FeedInfo = { title: null, link: null, language: null, authors: [] };

type Rss = RssFeed.Feed<string>;
type Atom = AtomFeed.Feed<string>;
type Rdf = RdfFeed.Feed<string>;
type Json = JsonFeed.Feed<string>;

const given = (value: string | undefined): string | null =>
  value === undefined || value.trim() === '' ? null : value.trim();

const names = (list: readonly { readonly name?: string | undefined }[] | undefined): readonly string[] =>
  (list ?? []).map(({ name }) => given(name)).filter((name) => name !== null);

const html = (value: string | undefined): FeedText | null => {
  const text = given(value);
  return text === null ? null : { value: text, isHtml: true };
};

const plain = (value: string | undefined): FeedText | null => {
  const text = given(value);
  return text === null ? null : { value: text, isHtml: false };
};

/** RSS never says whether a description is mark-up: a tag or an entity left in it after decoding tells. */
const either = (value: string | undefined): FeedText | null =>
  /<\/?[a-z][^<>]{0,400}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/i.test(value ?? '')
    ? html(value)
    : plain(value);

const isMarkup = (type: string | undefined): boolean => /html/i.test(type ?? '');

const typed = (text: { value?: string; type?: string } | undefined): FeedText | null =>
  isMarkup(text?.type) ? html(text?.value) : plain(text?.value);

const resolved = (link: string | undefined, ...bases: readonly (string | undefined)[]): string | null => {
  let base: string | undefined;
  for (const next of bases.toReversed()) {
    if (next === undefined || !URL.canParse(next, base)) continue;
    base = new URL(next, base).href;
  }
  if (link === undefined) return null;
  return URL.canParse(link, base) ? new URL(link, base).href : given(link);
};

const alternate = (links: Atom['links']): string | undefined =>
  (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;

/** A permanent address is as good as a link. */
const permalink = (guid: NonNullable<Rss['items']>[number]['guid']): string | undefined =>
  guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;

const infoOf = (feed: Rss | Rdf, language: string | undefined): FeedInfo => ({
  title: given(feed.title),
  link: given(feed.link),
  language: given(language ?? feed.dc?.languages?.[0]),
  authors: [],
});

/** The channel of an RSS feed. */
export const rssInfo = (feed: Rss): FeedInfo => infoOf(feed, feed.language);

/** The items of an RSS feed. */
export const rssItems = (feed: Rss): readonly FeedItem[] =>
  (feed.items ?? []).map((item) => ({
    title: either(item.title),
    content: html(item.content?.encoded) ?? either(item.description) ?? typed(item.atom?.summary),
    authors: names(item.authors).length > 0 ? names(item.authors) : (item.dc?.creators ?? []),
    link: given(item.link ?? permalink(item.guid) ?? alternate(item.atom?.links)),
    published: given(
      item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
    ),
    updated: given(item.dcterms?.modified?.[0] ?? item.atom?.updated),
    source: given(item.source?.title),
  }));

/** The channel of an RSS 0.9 or 1.0 feed. */
export const rdfInfo = (feed: Rdf): FeedInfo => infoOf(feed, undefined);

/** The items of an RSS 0.9 or 1.0 feed. */
export const rdfItems = (feed: Rdf): readonly FeedItem[] =>
  (feed.items ?? []).map((item) => ({
    title: either(item.title),
    content: html(item.content?.encoded) ?? either(item.description),
    authors: item.dc?.creators ?? [],
    link: given(item.link ?? item.rdf?.about),
    published: given(item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0]),
    updated: given(item.dcterms?.modified?.[0]),
    source: given(item.dc?.sources?.[0]),
  }));

/** What an Atom feed says of itself. */
export const atomInfo = (feed: Atom): FeedInfo => ({
  title: given(feed.title?.value),
  link: resolved(alternate(feed.links), feed.xml?.base),
  language: given(feed.xml?.lang),
  authors: names(feed.authors),
});

/** The entries of an Atom feed. One that gives only when it was updated was published then, as far as the feed knows. */
export const atomItems = (feed: Atom): readonly FeedItem[] =>
  (feed.entries ?? []).map((entry) => {
    const published = given(entry.published ?? entry.dc?.dates?.[0] ?? entry.dcterms?.issued?.[0]);
    return {
      title: typed(entry.title),
      content: typed(entry.content) ?? typed(entry.summary),
      authors: names(entry.authors ?? entry.source?.authors),
      link: resolved(alternate(entry.links), entry.xml?.base, feed.xml?.base),
      published: published ?? given(entry.updated),
      updated: published === null ? null : given(entry.updated),
      source: given(entry.source?.title?.value),
    };
  });

/** What a JSON Feed says of itself. */
export const jsonInfo = (feed: Json): FeedInfo => ({
  title: given(feed.title),
  link: given(feed.home_page_url),
  language: given(feed.language),
  authors: names(feed.authors),
});

/** The items of a JSON Feed. */
export const jsonItems = (feed: Json): readonly FeedItem[] =>
  (feed.items ?? []).map((item) => ({
    title: plain(item.title),
    content: html(item.content_html) ?? plain(item.content_text) ?? plain(item.summary),
    authors: names(item.authors),
    link: given(item.url ?? item.external_url),
    published: given(item.date_published),
    updated: given(item.date_modified),
    source: null,
  }));
