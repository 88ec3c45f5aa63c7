/// <reference path="./jsdomparser.d.ts" />
import { Readability } from '@mozilla/readability';
import JSDOMParser, { type ParsedDocument, type ParsedElement } from '@mozilla/readability/JSDOMParser.js';
import { isHidden } from './classes.ts';
import { cutterOf } from './cut.ts';
import { BLOCKS, SILENT } from './limits.ts';
import { squeeze } from './serialise.ts';
import type { ElementNode, TextNode } from './tree.ts';
import { textOf } from './tree.ts';

/** What of a DOM node the walk over Readability's answer needs; the real types want a browser's library. */
interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly getAttribute?: (name: string) => string | null;
}

/** Attribute by which an element of the copy is known again. */
const INDEX = 'data-n';
/** What Readability scores by; of links it asks only whether they lead within the page. */
const KEPT_ATTRIBUTES: readonly string[] = ['id', 'class', 'role', 'itemprop', 'rel', 'colspan', 'rowspan'];
const MAX_ATTRIBUTE = 300;
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** What Readability kept of a page. */
export interface Kept {
  /** Whether a text node (its parent's number and its squeezed text) was kept. To be asked once a node, in document order. */
  readonly has: (parent: number, key: string) => boolean;
}

/** What Readability keeps of a page, or null when it finds no article. */
export const readableText = (root: ElementNode, titles: readonly string[]): Kept | null => {
  const article = new Readability<unknown>(copyOf(root, titles) as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  }).parse();
  if (article === null) return null;
  const texts: KeptText[] = [];
  collect(article.content as DomNode, -1, texts);
  return keptOf(texts);
};

interface KeptText {
  readonly parent: number;
  readonly key: string;
}

const ELEMENT = 1;
const TEXT = 3;

const collect = (node: DomNode, parent: number, into: KeptText[]): void => {
  const own = node.nodeType === ELEMENT ? (node.getAttribute?.(INDEX) ?? null) : null;
  const index = own === null ? parent : Number(own);
  for (const child of node.childNodes) {
    if (child.nodeType !== TEXT) collect(child, index, into);
    else {
      const key = squeeze(child.textContent ?? '');
      if (key !== '') into.push({ parent: index, key });
    }
  }
};

const LONG = 24;
const SEARCHED = 50_000;

/**
 * Readability wraps, unwraps and renames elements (a lone child takes its parent's attributes), and joins or splits text.
 * So a node is known by parent and text, else by a text long enough to be its own, else as a part of its parent's text.
 */
const keptOf = (texts: readonly KeptText[]): Kept => {
  const exact = new Set(texts.map(({ parent, key }) => `${parent}:${key}`));
  const long = new Map<string, number>();
  const whole = new Map<number, string>();
  for (const { parent, key } of texts) {
    if (key.length >= LONG) long.set(key, (long.get(key) ?? 0) + 1);
    whole.set(parent, (whole.get(parent) ?? '') + key);
  }
  const has = (parent: number, key: string): boolean => {
    if (exact.has(`${parent}:${key}`)) return true;
    const left = long.get(key) ?? 0;
    if (left > 0) {
      long.set(key, left - 1);
      return true;
    }
    const around = whole.get(parent) ?? '';
    return key.length >= LONG && around.length <= SEARCHED && around.includes(key.slice(0, LONG));
  };
  return { has };
};

const EMPTY = '<html><head><title></title></head><body></body></html>';

/** A copy of the page for Readability, without what never holds an article, every element numbered. */
const copyOf = (root: ElementNode, titles: readonly string[]): ParsedDocument => {
  const document = new JSDOMParser().parse(EMPTY, 'about:blank');
  document.title = titles[0] ?? '';
  const body = bodyOf(root);
  const into = document.getElementsByTagName('body')[0];
  if (into !== undefined) addChildren(body, into, { document, isCut: cutterOf(body) });
  return document;
};

const bodyOf = (root: ElementNode): ElementNode => {
  const html = root.children.find((child) => child.kind === 'element' && child.tag === 'html');
  const top = html?.kind === 'element' ? html : root;
  const body = top.children.find((child) => child.kind === 'element' && child.tag === 'body');
  return body?.kind === 'element' ? body : top;
};

interface Copying {
  readonly document: ParsedDocument;
  readonly isCut: (element: ElementNode) => boolean;
}

// Readability writes a page out and parses it again when it found too little; other names would not come back.
const TAG = /^[a-z][a-z0-9-]*$/;

const elementCopy = (node: ElementNode, copying: Copying): ParsedElement => {
  const copy = copying.document.createElement(TAG.test(node.tag) ? node.tag : 'span');
  copy.setAttribute(INDEX, String(node.index));
  for (const name of KEPT_ATTRIBUTES) {
    const value = node.attributes[name];
    if (value !== undefined) copy.setAttribute(name, value.slice(0, MAX_ATTRIBUTE));
  }
  if (isHidden(node)) copy.setAttribute('hidden', '');
  if (node.tag === 'a' && node.attributes['href']?.startsWith('#') === true) copy.setAttribute('href', '#x');
  if (!VOID.has(node.tag)) addChildren(node, copy, copying);
  return copy;
};

/** White space shows only between two inline neighbours; elsewhere it would be a node more for Readability to walk over. */
const addChildren = (node: ElementNode, into: ParsedElement, copying: Copying): void => {
  const { document, isCut } = copying;
  for (const [i, child] of node.children.entries()) {
    if (child.kind === 'element') {
      if (!SILENT.has(child.tag) && !isCut(child)) into.appendChild(elementCopy(child, copying));
      continue;
    }
    const text = textOf(child);
    if (text.trim() !== '') into.appendChild(document.createTextNode(text));
    else if (isInline(node.children[i - 1]) && isInline(node.children[i + 1]))
      into.appendChild(document.createTextNode(' '));
  }
};

const isInline = (node: ElementNode | TextNode | undefined): boolean =>
  node !== undefined && (node.kind === 'text' || !BLOCKS.has(node.tag));
