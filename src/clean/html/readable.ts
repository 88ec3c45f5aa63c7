import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { isHidden } from './classes.ts';
import { cutterOf } from './cut.ts';
import { BLOCKS, SILENT } from './limits.ts';
import { plainMarks, squeeze } from './serialise.ts';
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
  const { document } = parseHTML(copyOf(root, titles));
  const article = new Readability<unknown>(document as never, {
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

/** A well-formed copy of the page for Readability, without what never holds an article, every element numbered. */
const copyOf = (root: ElementNode, titles: readonly string[]): string => {
  const out: string[] = [
    '<!doctype html><html><head><title>',
    plainMarks(titles[0] ?? ''),
    '</title></head><body>',
  ];
  const body = bodyOf(root);
  const isCut = cutterOf(body);
  writeChildren(body, out, isCut);
  out.push('</body></html>');
  return out.join('');
};

const bodyOf = (root: ElementNode): ElementNode => {
  const html = root.children.find((child) => child.kind === 'element' && child.tag === 'html');
  const top = html?.kind === 'element' ? html : root;
  const body = top.children.find((child) => child.kind === 'element' && child.tag === 'body');
  return body?.kind === 'element' ? body : top;
};

const write = (node: ElementNode, out: string[], isCut: (element: ElementNode) => boolean): void => {
  // A comment in its place keeps the texts on both sides two nodes.
  if (SILENT.has(node.tag) || isCut(node)) {
    out.push('<!---->');
    return;
  }
  out.push('<', node.tag, ` ${INDEX}="${node.index}"`);
  for (const name of KEPT_ATTRIBUTES) {
    const value = node.attributes[name];
    if (value !== undefined)
      out.push(` ${name}="${plainMarks(value.slice(0, MAX_ATTRIBUTE)).replaceAll('"', "'")}"`);
  }
  if (isHidden(node)) out.push(' hidden=""');
  if (node.tag === 'a' && node.attributes['href']?.startsWith('#') === true) out.push(' href="#x"');
  out.push('>');
  if (VOID.has(node.tag)) return;
  writeChildren(node, out, isCut);
  out.push('</', node.tag, '>');
};

/** White space shows only between two inline neighbours; elsewhere it would be a node more for Readability to walk over. */
const writeChildren = (node: ElementNode, out: string[], isCut: (element: ElementNode) => boolean): void => {
  for (const [i, child] of node.children.entries()) {
    if (child.kind === 'element') {
      write(child, out, isCut);
      continue;
    }
    const text = textOf(child);
    if (text.trim() !== '') out.push(plainMarks(text));
    else if (isInline(node.children[i - 1]) && isInline(node.children[i + 1])) out.push(' ');
  }
};

const isInline = (node: ElementNode | TextNode | undefined): boolean =>
  node !== undefined && (node.kind === 'text' || !BLOCKS.has(node.tag));
