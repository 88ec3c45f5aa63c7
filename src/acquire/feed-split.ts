/** An XML feed taken apart, so that each item can be read, or fail, by itself. */
export interface SplitFeed {
  /** The feed without its items: its own title, link and so on. Not closed when the feed is cut off. */
  readonly frame: string;
  /** What has to stand before and after items for them to be a feed again. */
  readonly open: string;
  readonly close: string;
  /** Whole items in order, from `<item` to `</item>`. */
  readonly items: readonly string[];
  /** Whether the feed ends before it is closed. */
  readonly isCut: boolean;
}

/** The first element of an XML text, with the places of its start tag. */
interface Root {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s*/y;
const NAME = /<([A-Za-z_][\w.-]{0,60}(?::[\w.-]{1,60})?)(?=[\s/>])/y;
const LONGEST_TAG = 65_536;

const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

/** A document type may hold declarations in brackets, which may hold `>`. */
const afterDoctype = (text: string, from: number): number => {
  const end = after(text, '>', from);
  const bracket = text.indexOf('[', from);
  return bracket < 0 || bracket > end ? end : after(text, '>', after(text, ']', bracket));
};

const afterProlog = (text: string): number => {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = afterDoctype(text, at);
    else return at;
  }
};

const rootOf = (text: string): Root | null => {
  const start = afterProlog(text);
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[1];
  return name === undefined ? null : { name, start, end: Math.min(text.length, after(text, '>', start)) };
};

/**
 * The name of the first element of an XML text, lower case and without its prefix, or null when the text opens otherwise.
 * Instructions, comments and a document type before it are passed over.
 */
export const firstElement = (text: string): string | null =>
  rootOf(text)?.name.toLowerCase().replace(/^.*:/, '') ?? null;

const TAG = /<(?:!--|!\[CDATA\[|(\/?)((?:[\w.-]{1,60}:)?(?:item|entry))(?:\s[^<>]{0,4000})?(\/?)>)/gi;

interface ItemTag {
  readonly name: string;
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
}

/** The tags that open or close an item, in order; comments and CDATA are jumped over. */
function* itemTags(text: string, from: number, localName: string): Generator<ItemTag> {
  TAG.lastIndex = from;
  for (let at = from; ; ) {
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    if (match === null) return;
    const name = match[2]?.toLowerCase();
    const end = match.index + match[0].length;
    if (name === undefined) at = after(text, match[0] === '<!--' ? '-->' : ']]>', end);
    else {
      at = end;
      if (match[3] === '' && name.replace(/^.*:/, '') === localName)
        yield { name, closes: match[1] === '/', start: match.index, end };
    }
  }
}

interface Pieces {
  readonly items: readonly string[];
  readonly frame: string;
  /** Whether the text ends inside an item. */
  readonly isOpen: boolean;
}

const cutItems = (text: string, from: number, localName: string): Pieces => {
  const items: string[] = [];
  const frame: string[] = [];
  let open: ItemTag | null = null;
  let free = from;
  for (const tag of itemTags(text, from, localName)) {
    if (tag.closes) {
      if (open?.name !== tag.name) continue;
      items.push(text.slice(open.start, tag.end));
      open = null;
      free = tag.end;
    } else {
      if (open === null) frame.push(text.slice(free, tag.start));
      // An item that opens inside another one: that one was never closed.
      else if (open.name === tag.name) items.push(`${text.slice(open.start, tag.start)}</${open.name}>`);
      else continue;
      open = tag;
    }
  }
  if (open === null) frame.push(text.slice(free));
  return { items, frame: frame.join(''), isOpen: open !== null };
};

/**
 * Takes an RSS, RDF or Atom feed apart in one linear pass, without a parser that a broken tag would stop; null when the
 * text is none of the three. Items before the place where a feed is cut off come out whole.
 */
export const splitFeed = (text: string): SplitFeed | null => {
  const root = rootOf(text);
  const kind = root?.name.toLowerCase().replace(/^.*:/, '');
  if (root === null || (kind !== 'rss' && kind !== 'rdf' && kind !== 'feed')) return null;
  const tag = text.slice(root.start, Math.min(root.end, root.start + LONGEST_TAG));
  const { items, frame, isOpen } = cutItems(text, root.end, kind === 'feed' ? 'entry' : 'item');
  const channel = kind === 'rss';
  return {
    frame: `${tag}${frame}`,
    open: channel ? `${tag}<channel>` : tag,
    close: channel ? `</channel></${root.name}>` : `</${root.name}>`,
    items,
    isCut: isOpen || !frame.toLowerCase().includes(`</${root.name.toLowerCase()}`),
  };
};
