import { chainOf, signs } from '../html/classes.ts';
import type { ElementNode, TextNode } from '../html/tree.ts';
import { textOf } from '../html/tree.ts';
import { foldTitle } from './title.ts';

/** Where an element stands to the headline: close to it, elsewhere in the page, or in what belongs to other stories. */
export type Place = 'near' | 'elsewhere' | 'beside';

/** What the elements of a page are to its headline. */
export interface Layout {
  readonly placeOf: (element: ElementNode) => Place;
}

// Characters of shown text between a headline and its date: a kicker before it, a standfirst and a share bar behind it.
const BEFORE = 250;
const BEHIND = 700;
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head']);
const BESIDE_SIGNS =
  /(?:^|[\s_-])(?:related\w*|comment\w*|kommentar\w*|commentaire\w*|comentario\w*|repl(?:y|ies)|respond|recent\w*|popular\w*|meistgelesen|most-?read|sidebar\w*|widget\w*|latest\w*|archives?|teaser\w*|more-\w+|mehr-\w+|recommend\w*|newsticker|ticker|similar\w*|events?|termine?|veranstaltung\w*|calendar|kalender|datepicker|booking\w*|search\w*)(?:$|[\s_-])/;

/** The text of an element as a reader sees it, up to `most` characters of it: scripts and styles are left out. */
export const shownText = (element: ElementNode, most: number): string => {
  let text = '';
  const visit = (node: ElementNode | TextNode): void => {
    if (text.length >= most) return;
    if (node.kind === 'text') text += textOf(node);
    else if (!SILENT.has(node.tag)) for (const child of node.children) visit(child);
  };
  visit(element);
  return text.slice(0, most);
};

const FOOT_SIGNS = /(?:^|[\s_-])footer/;

/** Reads the places of all elements under `root`. `titles` are what the mark-up calls the page. Linear in the page. */
export const layoutOf = (
  root: ElementNode,
  elements: readonly ElementNode[],
  titles: readonly string[],
): Layout => {
  const headline = headlineOf(elements, titles);
  const around = new Set(headline === null ? [] : chainOf(headline));
  const starts = headline === null ? null : textStarts(root);
  const from = headline === null ? 0 : (starts?.get(headline) ?? 0);
  const to = from + (headline === null ? 0 : textOf(headline).trim().length);
  const isBeside = (element: ElementNode): boolean => {
    let foot = false;
    for (const at of chainOf(element)) {
      // What holds the headline too is the story, whatever it is called; the foot of an article is no foot of the page.
      if (around.has(at) || at.tag === 'body' || (foot && at.tag === 'article')) return false;
      if (at.tag === 'aside' || at.tag === 'nav' || BESIDE_SIGNS.test(signs(at))) return true;
      foot ||= at.tag === 'footer' || FOOT_SIGNS.test(signs(at));
    }
    return foot;
  };
  const places = new Map<ElementNode, Place>();
  const placeOf = (element: ElementNode): Place => {
    const known = places.get(element);
    if (known !== undefined) return known;
    const place = placed(element);
    places.set(element, place);
    return place;
  };
  const placed = (element: ElementNode): Place => {
    if (isBeside(element)) return 'beside';
    const start = starts?.get(element);
    return start !== undefined && start >= from - BEFORE && start <= to + BEHIND ? 'near' : 'elsewhere';
  };
  return { placeOf };
};

/** The first `h1` to `h3` that is one of the page's titles, or begins one; else the only `h1`. */
const headlineOf = (elements: readonly ElementNode[], titles: readonly string[]): ElementNode | null => {
  const wanted = titles.map(foldTitle).filter((title) => title.length > 2);
  const headings = elements
    .filter(({ tag }) => tag === 'h1' || tag === 'h2' || tag === 'h3')
    .slice(0, 200)
    .map((element) => ({ element, text: foldTitle(textOf(element).slice(0, 400)) }))
    .filter(({ text }) => text !== '');
  const titled = headings.find(({ text }) => wanted.includes(text));
  const begun = headings.find(
    ({ text }) => text.length > 8 && wanted.some((title) => title.startsWith(text) || text.startsWith(title)),
  );
  const [first, second] = headings.filter(({ element }) => element.tag === 'h1');
  return (titled ?? begun ?? (second === undefined ? first : undefined))?.element ?? null;
};

/** How much shown text stands before each element, in characters without the white space at the ends of its runs. */
const textStarts = (root: ElementNode): ReadonlyMap<ElementNode, number> => {
  const starts = new Map<ElementNode, number>();
  let count = 0;
  const visit = (node: ElementNode | TextNode): void => {
    if (node.kind === 'text') {
      for (const piece of node.pieces) count += piece.text.trim().length;
      return;
    }
    starts.set(node, count);
    if (!SILENT.has(node.tag)) for (const child of node.children) visit(child);
  };
  visit(root);
  return starts;
};
