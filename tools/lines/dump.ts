import { serialise } from '../../src/clean/html/serialise.ts';
import type { ElementNode } from '../../src/clean/html/tree.ts';
import { parseTree } from '../../src/clean/html/tree.ts';

/** How a page is written down as plain text: as converters do, or as it comes out of a browser's clipboard. */
export type DumpStyle = 'converter' | 'clipboard';

const SPACED: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure hr'.split(' '),
);

/** The text of an HTML page in the given style, a line a block; null when its mark-up must not be parsed. */
export const dumpOf = (html: string, style: DumpStyle): string | null => {
  const { root } = parseTree(html);
  if (root === null) return null;
  let text = '';
  let before: ElementNode | null = null;
  const { text: whole, lines } = serialise(root);
  for (const { at, block } of lines) {
    const line = whole.slice(at.start, at.end).trim();
    if (line === '') continue;
    const item = ancestor(block, 'li');
    const bullet = style === 'converter' && item !== null && item !== ancestor(before, 'li') ? ' • ' : '';
    const apart =
      style === 'converter' && (isSpaced(block, item) || isSpaced(before, ancestor(before, 'li')));
    text += `${text === '' ? '' : apart ? '\n\n' : '\n'}${bullet}${line}`;
    before = block;
  }
  return text;
};

/** A paragraph stands apart, but for one within a list item. */
const isSpaced = (block: ElementNode | null, item: ElementNode | null): boolean =>
  block !== null && item === null && SPACED.has(block.tag);

const ancestor = (element: ElementNode | null, tag: string): ElementNode | null => {
  for (let at = element; at !== null; at = at.parent) if (at.tag === tag) return at;
  return null;
};
