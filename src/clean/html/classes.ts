import type { ElementNode } from './tree.ts';
import { attribute, hasAttribute } from './tree.ts';

const naming = ({ attributes }: ElementNode): string => {
  const { class: names = '', id = '', role = '', 'data-component': component = '' } = attributes;
  return names === '' && id === '' && role === '' && component === ''
    ? ''
    : `${names} ${id} ${role} ${component}`;
};

/** The element's class names, id and role in one lower-case string; blank when it has none. Read once an element. */
export const signs = (element: ElementNode): string => {
  element.memo.signs ??= naming(element).toLowerCase();
  return element.memo.signs;
};

/** As `signs`, with the humps of camel case taken apart: `imageCaption` is `image-caption`. Read once an element. */
export const signWords = (element: ElementNode): string => {
  element.memo.signWords ??= naming(element)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return element.memo.signWords;
};

/** `element` and the elements around it, nearest first. */
export function* chainOf(element: ElementNode): Generator<ElementNode> {
  for (let at: ElementNode | null = element; at !== null; at = at.parent) yield at;
}

/** Whether a reader does not see it: `hidden`, `display:none`, `aria-hidden`. */
export const isHidden = (element: ElementNode): boolean =>
  hasAttribute(element, 'hidden') ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'));

/** Whether there is an element with this tag below `element`. */
export const holds = (element: ElementNode, tag: string): boolean => countBelow(element, tag, 1) >= 1;

/** How many elements with this tag are below `element`, counted up to `enough`. */
export const countBelow = (element: ElementNode, tag: string, enough: number): number => {
  let n = 0;
  for (const child of element.children) {
    if (n >= enough) break;
    if (child.kind !== 'element') continue;
    if (child.tag === tag) n++;
    n += countBelow(child, tag, enough - n);
  }
  return n;
};
