import type { FeedInfo, FeedItem, FeedText } from './feed-item.ts';

const ENTITY = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The words of a title: its tags go, its entities stay entities. */
const titleMarkup = ({ value, isHtml }: FeedText): string =>
  isHtml
    ? value
        .replace(/<\/?[a-z][^<>]{0,400}>/gi, '')
        .replace(ENTITY, '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : escaped(value);

const BLOCK = /<(?:p|div|br|ul|ol|h[1-6]|table|blockquote|article|section|pre)\b/i;

/** Plain words become paragraphs at blank lines, or at every line when there is no blank one. */
const contentMarkup = ({ value, isHtml }: FeedText): string => {
  if (isHtml) return BLOCK.test(value) ? value : `<p>${value}</p>`;
  const parts = value.split(/\n[ \t\r]*\n/);
  return (parts.length > 1 ? parts : value.split(/\r?\n/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('\n');
};

const meta = (name: string, content: string | null): string =>
  content === null || content === '' ? '' : `<meta name="${name}" content="${escaped(content)}">\n`;

/** "Lakeport Herald - RSS feed" is the Lakeport Herald's. */
const outletOf = (title: string | null): string | null =>
  title?.replace(/\s*(?:[-–—|:]\s*|\b)(?:rss|atom|feed|rss feed|news feed)\s*$/i, '').trim() || null;

const languageOf = (language: string | null): string =>
  language !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language) ? ` lang="${language}"` : '';

/**
 * The page of one item: an HTML document that holds all that the feed says of it and nothing else, so that the same item
 * is the same page whenever the feed is read (docs/decisions/0008-feeds.md). Dates stand in it as they were written.
 */
export const feedPage = (item: FeedItem, info: FeedInfo, url: string | null): string => {
  const title = item.title === null ? null : titleMarkup(item.title);
  const authors = item.authors.length > 0 ? item.authors : info.authors;
  return [
    `<!doctype html>\n<html${languageOf(info.language)}>\n<head>\n<meta charset="utf-8">\n`,
    title === null ? '' : `<title>${title}</title>\n`,
    url === null ? '' : `<link rel="canonical" href="${escaped(url)}">\n`,
    meta('feed:published', item.published),
    meta('feed:updated', item.updated),
    meta('author', authors.join(', ')),
    meta('og:site_name', item.source ?? outletOf(info.title)),
    '</head>\n<body>\n<article>\n',
    title === null ? '' : `<h1>${title}</h1>\n`,
    item.content === null ? '' : `${contentMarkup(item.content)}\n`,
    '</article>\n</body>\n</html>\n',
  ].join('');
};
