import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { BLOCKS, SILENT } from './limits.ts';
import { chainOf, countBelow, holds, isHidden, signs } from './classes.ts';
import { keyOf, plainMarks } from './serialise.ts';
import type { ElementNode } from './tree.ts';
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
const KEPT_ATTRIBUTES: readonly string[] = ['id', 'class', 'style', 'hidden', 'role', 'aria-hidden', 'aria-modal', 'itemprop', 'itemtype', 'rel', 'dir', 'width', 'height', 'src', 'href', 'alt', 'type', 'colspan', 'rowspan'];
const MAX_ATTRIBUTE = 300;
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The text nodes (by `keyOf`) that Readability keeps of a page, or null when it finds no article. */
export const readableKeys = (root: ElementNode, titles: readonly string[]): ReadonlySet<string> | null => {
  const { document } = parseHTML(copyOf(root, titles));
  const article = new Readability<unknown>(document as never, {
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  if (article === null) return null;
  const keys = new Set<string>();
  collect(article.content as DomNode, -1, keys);
  return keys;
};

const ELEMENT = 1;
const TEXT = 3;

const collect = (node: DomNode, parent: number, into: Set<string>): void => {
  const own = node.nodeType === ELEMENT ? (node.getAttribute?.(INDEX) ?? null) : null;
  const index = own === null ? parent : Number(own);
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) into.add(keyOf(index, child.textContent ?? ''));
    else collect(child, index, into);
  }
};

/** A well-formed copy of the page for Readability, without what never holds an article, every element numbered. */
const copyOf = (root: ElementNode, titles: readonly string[]): string => {
  const out: string[] = ['<!doctype html><html><head><title>', plainMarks(titles[0] ?? ''), '</title></head><body>'];
  const body = bodyOf(root);
  for (const child of body.children) write(child, out);
  out.push('</body></html>');
  return out.join('');
};

const bodyOf = (root: ElementNode): ElementNode => {
  const html = root.children.find((child) => child.kind === 'element' && child.tag === 'html');
  const top = html?.kind === 'element' ? html : root;
  const body = top.children.find((child) => child.kind === 'element' && child.tag === 'body');
  return body?.kind === 'element' ? body : top;
};

const write = (node: ElementNode['children'][number], out: string[]): void => {
  if (node.kind === 'text') {
    out.push(plainMarks(textOf(node)));
    return;
  }
  // A comment in its place keeps the texts on both sides two nodes.
  if (SILENT.has(node.tag) || isStripped(node)) {
    out.push('<!---->');
    return;
  }
  out.push('<', node.tag, ` ${INDEX}="${node.index}"`);
  for (const name of KEPT_ATTRIBUTES) {
    const value = node.attributes[name];
    if (value !== undefined) out.push(` ${name}="${plainMarks(value.slice(0, MAX_ATTRIBUTE)).replaceAll('"', "'")}"`);
  }
  out.push('>');
  if (VOID.has(node.tag)) return;
  for (const child of node.children) write(child, out);
  out.push('</', node.tag, '>');
};

const STRIP_TAGS: ReadonlySet<string> = new Set(['aside', 'nav', 'form', 'button', 'dialog']);
const STRIP_SIGNS =
  /(?:^|[\s_-])(?:related|recirc\p{L}*|newsletter|promo\p{L}*|comments?|share|sharing|social|disqus\p{L}*|tags|recommend\p{L}*|cookie\p{L}*|consent|breadcrumbs?)(?:$|[\s_-])|author-bio|outbrain|taboola/u;
const COMMENTS = /(?:^|[\s_-])comments?(?:$|[\s_-])|disqus/;
const MANY_PARAGRAPHS = 8;

/** What is cut out before Readability looks: asides, menus, forms and blocks whose class says so, unless an article may be in them. */
export const isStripped = (element: ElementNode): boolean => {
  if (element.tag === 'html' || element.tag === 'body' || element.tag === 'article' || element.tag === 'main') return false;
  const names = BLOCKS.has(element.tag) || element.tag === 'section' ? signs(element) : '';
  const marked = STRIP_TAGS.has(element.tag) || isHidden(element) || STRIP_SIGNS.test(names);
  if (!marked || holds(element, 'h1')) return false;
  return COMMENTS.test(names) || countBelow(element, 'p', MANY_PARAGRAPHS + 1) <= MANY_PARAGRAPHS;
};

/** Whether an element or one around it is cut out. */
export const isInStripped = (element: ElementNode): boolean => {
  for (const at of chainOf(element)) if (isStripped(at)) return true;
  return false;
};
