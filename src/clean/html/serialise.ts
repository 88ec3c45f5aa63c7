import { BLOCKS, SILENT } from './limits.ts';
import { isPopup } from './popup.ts';
import type { BuiltLine } from './text-builder.ts';
import { textBuilder } from './text-builder.ts';
import type { ElementNode, TextNode } from './tree.ts';
import { textOf } from './tree.ts';

/** A part of a line: the text of one node. */
export interface LinePart {
  readonly parent: ElementNode;
  /** By `squeeze`; finds the node again in what Readability kept. */
  readonly key: string;
  readonly length: number;
}

/** A line of the serialised page with the elements it came from. */
export interface HtmlLine extends BuiltLine {
  /** The nearest block-level element around its first character. */
  readonly block: ElementNode;
  readonly parts: readonly LinePart[];
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linkShare: number;
}

/** The text of a page, one line a block, in document order. */
export interface Serialised {
  readonly text: string;
  readonly lines: readonly HtmlLine[];
}

interface Walk {
  readonly builder: ReturnType<typeof textBuilder>;
  readonly lines: HtmlLine[];
  parts: LinePart[];
  links: number;
  block: ElementNode | null;
  /** Pop-ups met within the line: their text follows it. */
  popups: ElementNode[];
}

const PREFORMATTED = /\r\n|[\n\r]/;

/** Serialises a tree block by block. Nothing that a reader could see is left out; what is hidden comes too. */
export const serialise = (root: ElementNode): Serialised => {
  const walk: Walk = { builder: textBuilder(), lines: [], parts: [], links: 0, block: null, popups: [] };
  visit(walk, root, root, false, false);
  endBlock(walk);
  return { text: walk.builder.text(), lines: walk.lines };
};

const visit = (
  walk: Walk,
  element: ElementNode,
  block: ElementNode,
  inLink: boolean,
  isPre: boolean,
): void => {
  if (SILENT.has(element.tag)) return;
  const isBlock = BLOCKS.has(element.tag);
  if (walk.block !== null && !isBlock && isPopup(element)) {
    walk.popups.push(element);
    return;
  }
  if (isBlock) endBlock(walk);
  const inner = isBlock && element.tag !== 'br' ? element : block;
  const link = inLink || element.tag === 'a';
  const pre = isPre || element.tag === 'pre';
  for (const child of element.children) {
    if (child.kind === 'text') addText(walk, child, element, inner, link, pre);
    else visit(walk, child, inner, link, pre);
  }
  if (isBlock) endBlock(walk);
};

/** Ends the line, then serialises the pop-ups that stood in it, each as a line of its own. */
const endBlock = (walk: Walk): void => {
  endLine(walk);
  const { popups } = walk;
  walk.popups = [];
  for (const popup of popups) {
    visit(walk, popup, popup, false, false);
    endLine(walk);
  }
};

const addText = (
  walk: Walk,
  node: TextNode,
  parent: ElementNode,
  block: ElementNode,
  inLink: boolean,
  isPre: boolean,
): void => {
  const text = textOf(node);
  const key = squeeze(text);
  const length = text.trim().length;
  if (length > 0) {
    walk.block ??= block;
    walk.parts.push({ parent, key, length });
    if (inLink) walk.links += length;
  }
  for (const piece of node.pieces) {
    if (!isPre || !PREFORMATTED.test(piece.text)) {
      walk.builder.add(piece.text, piece.start, piece.end);
      continue;
    }
    let at = piece.start;
    for (const [i, line] of piece.text.split('\n').entries()) {
      if (i > 0) endLine(walk, { parent, key, length: line.length, block });
      walk.builder.add(line, at, at + line.length);
      at += line.length + 1;
    }
  }
};

/** Ends the line; in preformatted text the node goes on in the next. */
const endLine = (walk: Walk, goesOn: (LinePart & { readonly block: ElementNode }) | null = null): void => {
  const built = walk.builder.endLine();
  const characters = walk.parts.reduce((sum, part) => sum + part.length, 0);
  if (built !== null && walk.block !== null)
    walk.lines.push({
      ...built,
      block: walk.block,
      parts: walk.parts,
      linkShare: characters === 0 ? 0 : walk.links / characters,
    });
  walk.parts = goesOn === null ? [] : [goesOn];
  walk.links = 0;
  walk.block = goesOn === null ? null : goesOn.block;
};

/** The text of a node without white space: by it a node is found again in what Readability kept. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');
