import { looksLikeJsonFeed } from './feed-json.ts';
import { firstElement } from './feed-split.ts';

/** What some bytes are, told from the bytes alone. */
export type Sniffed =
  | { readonly kind: 'html' | 'plain' | 'warc' | 'gzip' | 'mhtml' | 'feed' | 'opml' | 'pdf' }
  | { readonly kind: 'binary' | 'unsupported'; readonly looksLike: string };

const MAGIC: readonly (readonly [looksLike: string, bytes: string])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a ZIP or Office file', 'PK\x03\x04'],
  ['an old Office file', '\xd0\xcf\x11\xe0'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['a RAR archive', 'Rar!'],
  ['an XZ archive', '\xfd7zXZ'],
  ['a bzip2 archive', 'BZh'],
  ['a Zstandard archive', '\x28\xb5\x2f\xfd'],
  ['a program', '\x7fELF'],
  ['an SQLite database', 'SQLite format 3\0'],
  ['a RIFF image or sound file', 'RIFF'],
];
const HEAD_BYTES = 65_536;
const MARKUP_HEAD = 4096;
const HTML_OPENING = /^(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i;
const HTML_ANYWHERE = /<(?:html|body|div|p|article|main|table|h[1-3])(?:\s[^<>]{0,400})?>/i;
const ROOTS: Readonly<Record<string, 'feed' | 'opml' | 'site-map'>> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  opml: 'opml',
  urlset: 'site-map',
  sitemapindex: 'site-map',
};
const MIME_HEAD =
  /^(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,40}?Content-Type:\s*multipart\/related/i;

/**
 * Tells what `bytes` are from their first 64 KiB: magic numbers, then markup, then the share of control bytes. Text in any
 * charset is `plain`. The answer does not depend on a file's name.
 */
export const sniff = (bytes: Uint8Array): Sniffed => {
  const head = bytes.subarray(0, HEAD_BYTES);
  const latin = latin1(head.subarray(0, MARKUP_HEAD));
  for (const [looksLike, magic] of MAGIC) if (latin.startsWith(magic)) return { kind: 'binary', looksLike };
  if (latin.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  if (latin.startsWith('WARC/')) return { kind: 'warc' };
  if (latin.startsWith('{\\rtf')) return { kind: 'unsupported', looksLike: 'a rich-text (RTF) file' };
  if (MIME_HEAD.test(latin)) return { kind: 'mhtml' };
  // Some writers put a mark or blank lines before it; the magic number counts within the first KiB.
  if (PDF.test(latin)) return { kind: 'pdf' };
  if (isUtf16(head)) return sniffText(latin.replaceAll('\0', ''));
  if (isBinary(head)) return { kind: 'binary', looksLike: 'binary data' };
  return sniffText(latin);
};

const PDF = /^(?:\xef\xbb\xbf)?\s{0,1000}%PDF-\d/;

const sniffText = (head: string): Sniffed => {
  const text = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  const root = ROOTS[firstElement(text) ?? ''];
  if (root === 'site-map') return { kind: 'unsupported', looksLike: 'a site map' };
  if (root !== undefined) return { kind: root };
  return { kind: looksLikeJsonFeed(text) ? 'feed' : sniffMarkup(text) };
};

const sniffMarkup = (text: string): 'html' | 'plain' => {
  if (HTML_OPENING.test(text) || /^<\?xml[^>]{0,200}>\s*<(?:!doctype\s+html|html)\b/i.test(text))
    return 'html';
  return HTML_ANYWHERE.test(text) && text.startsWith('<') ? 'html' : 'plain';
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** UTF-16 by its mark, or by zeros at every second place only. */
const isUtf16 = (head: Uint8Array): boolean => {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  if (!head.includes(0)) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const pairs = head.length / 2;
  return pairs >= 8 && Math.max(even, odd) > pairs * 0.4 && Math.min(even, odd) < pairs * 0.05;
};

/** Control bytes that no text charset uses; ESC stays out of the count because ISO-2022-JP needs it. */
const isBinary = (head: Uint8Array): boolean => {
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) controls++;
  }
  return controls > Math.max(2, head.length * 0.02);
};
