import { countBelow, holds, isHidden, signWords } from './classes.ts';
import { BLOCKS, SILENT } from './limits.ts';
import { isPopup } from './popup.ts';
import type { ElementNode } from './tree.ts';
import { textOf } from './tree.ts';

const CUT_TAGS: ReadonlySet<string> = new Set(['aside', 'nav', 'form', 'button', 'dialog']);
const CUT_SIGNS =
  /(?:^|[\s_-])(?:related|recirc\p{L}*|newsletter|promo\p{L}*|comments?|share|sharing|social|disqus\p{L}*|tags|recommend\p{L}*|cookie\p{L}*|consent|breadcrumbs?)(?:$|[\s_-])|author-bio|outbrain|taboola/u;
const COMMENTS = /(?:^|[\s_-])comments?(?:$|[\s_-])|disqus/;
const MANY_PARAGRAPHS = 8;
/** Share of the page's prose above which a block is the article, whatever it is called. */
const MOST = 0.5;
/** Characters of a paragraph that is more than a label. */
const PROSE = 80;

/**
 * Says what is cut out of `body` before Readability looks: asides, menus, forms and blocks whose class says so, unless
 * an article may be in them.
 */
export const cutterOf = (body: ElementNode): ((element: ElementNode) => boolean) => {
  const prose = new Map<ElementNode, number>();
  const all = countProse(body, prose);
  return (element) => isMarked(element) && (prose.get(element) ?? 0) <= all * MOST;
};

const isMarked = (element: ElementNode): boolean => {
  if (element.tag === 'html' || element.tag === 'body' || element.tag === 'article' || element.tag === 'main')
    return false;
  const names = BLOCKS.has(element.tag) || element.tag === 'section' ? signWords(element) : '';
  const marked = CUT_TAGS.has(element.tag) || isHidden(element) || isPopup(element) || CUT_SIGNS.test(names);
  if (!marked || holds(element, 'h1')) return false;
  return COMMENTS.test(names) || countBelow(element, 'p', MANY_PARAGRAPHS + 1) <= MANY_PARAGRAPHS;
};

/** Characters of prose below each element, written into `into`. Linear. */
const countProse = (element: ElementNode, into: Map<ElementNode, number>): number => {
  if (SILENT.has(element.tag)) return 0;
  if (element.tag === 'p') {
    const { length } = textOf(element).trim();
    return length >= PROSE ? length : 0;
  }
  let sum = 0;
  for (const child of element.children) if (child.kind === 'element') sum += countProse(child, into);
  if (sum > 0) into.set(element, sum);
  return sum;
};
