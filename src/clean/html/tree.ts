import type { Handler } from 'htmlparser2';
import { Parser } from 'htmlparser2';
import type { Label } from '../block.ts';
import { LIMITS } from './limits.ts';

/** A run of text as it came from the source: literal, or one decoded character reference. */
export interface TextPiece {
  readonly text: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
}

/** A text node. */
export interface TextNode {
  readonly kind: 'text';
  readonly pieces: TextPiece[];
}

/** An element. */
export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: ElementNode | null;
  readonly children: (ElementNode | TextNode)[];
  /** Its number in document order; the root has 0. */
  readonly index: number;
  /** What was read of it before: fields, since a weak map of all elements of a page costs more than the reading. */
  readonly memo: ElementMemo;
}

/** What is worked out once an element, by `classes.ts` and `structure.ts`; undefined until then. */
export interface ElementMemo {
  signs: string | undefined;
  signWords: string | undefined;
  ownLabel: Label | null | undefined;
  aroundLabel: Label | null | undefined;
}

/** A page parsed, or why it must not be parsed further. */
export type Parsed =
  | { readonly root: ElementNode; readonly poison: null }
  | { readonly root: null; readonly poison: string };

const CHUNK = 16_384;

interface Build {
  readonly root: ElementNode;
  open: ElementNode;
  depth: number;
  elements: number;
  attributes: number;
  runs: number;
  poison: string | null;
}

/**
 * Parses HTML into a light tree whose text keeps its offsets in the source. Stops at the first limit that is passed
 * (`LIMITS`), so the cost is linear in what was read. Never throws.
 */
export const parseTree = (html: string): Parsed => {
  if (html.length > LIMITS.characters)
    return { root: null, poison: `more than ${LIMITS.characters} characters` };
  const root = elementOf('#root', {}, null, 0);
  const build: Build = { root, open: root, depth: 0, elements: 0, attributes: 0, runs: 0, poison: null };
  const source: { parser: Parser | null } = { parser: null };
  const parser = new Parser(handlerOf(build, source), { decodeEntities: true, recognizeSelfClosing: false });
  source.parser = parser;
  for (let at = 0; at < html.length && build.poison === null; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK));
  if (build.poison !== null) return { root: null, poison: build.poison };
  parser.end();
  return build.poison === null ? { root, poison: null } : { root: null, poison: build.poison };
};

const handlerOf = (build: Build, source: { readonly parser: Parser | null }): Partial<Handler> => ({
  onopentagname: () => {
    build.elements++;
    build.attributes = 0;
    if (build.elements > LIMITS.elements) build.poison ??= `more than ${LIMITS.elements} elements`;
  },
  onattribute: () => {
    build.attributes++;
    if (build.attributes > LIMITS.attributes)
      build.poison ??= `an element with more than ${LIMITS.attributes} attributes`;
  },
  onopentag: (tag, attributes) => {
    if (build.poison !== null) return;
    build.depth++;
    if (build.depth > LIMITS.depth) build.poison = `elements nested deeper than ${LIMITS.depth}`;
    const element = elementOf(tag, attributes, build.open, build.elements);
    build.open.children.push(element);
    build.open = element;
  },
  onclosetag: () => {
    if (build.poison !== null) return;
    build.depth--;
    build.open = build.open.parent ?? build.root;
  },
  ontext: (text) => {
    if (build.poison !== null || source.parser === null) return;
    build.runs++;
    if (build.runs > LIMITS.runs) build.poison = `more than ${LIMITS.runs} runs of text`;
    const end = source.parser.endIndex + 1;
    addText(build.open, { text, start: end - sourceLength(source.parser, text), end });
  },
});

/** Literal text is as long as in the source; a character reference is longer, and the parser then knows where it began. */
const sourceLength = (parser: Parser, text: string): number =>
  Math.max(parser.endIndex + 1 - parser.startIndex, text.length);

const addText = (open: ElementNode, piece: TextPiece): void => {
  const last = open.children.at(-1);
  if (last?.kind === 'text') last.pieces.push(piece);
  else open.children.push({ kind: 'text', pieces: [piece] });
};

const elementOf = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  parent: ElementNode | null,
  index: number,
): ElementNode => ({
  kind: 'element',
  tag,
  attributes,
  parent,
  children: [],
  index,
  memo: { signs: undefined, signWords: undefined, ownLabel: undefined, aroundLabel: undefined },
});

/** The text of an element, pieces joined, silent elements included. */
export const textOf = (node: ElementNode | TextNode): string =>
  node.kind === 'text' ? node.pieces.map((piece) => piece.text).join('') : node.children.map(textOf).join('');

/** Every element below and with `node`, in document order. */
export function* elementsOf(node: ElementNode): Generator<ElementNode> {
  // A stack of its own: generators within generators cost the depth of the tree for each element.
  const open: ElementNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child?.kind === 'element') open.push(child);
    }
  }
}

/** An attribute, lower-cased name, or the empty string. */
export const attribute = (element: ElementNode, name: string): string => element.attributes[name] ?? '';

/** Whether an element has an attribute, with or without a value. */
export const hasAttribute = (element: ElementNode, name: string): boolean =>
  element.attributes[name] !== undefined;
