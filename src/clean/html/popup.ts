import { countWords } from '../../lib/words.ts';
import { chainOf, signWords } from './classes.ts';
import type { ElementNode } from './tree.ts';
import { attribute, elementsOf, textOf } from './tree.ts';

const SIGN =
  /(?:^|[\s_-])(?:tool-?tip|pop-?over|pop-?up|roll-?over|hover-?card)(?:s|-?text|-?content)?(?:$|[\s_-])/;
const TRIGGERS: ReadonlySet<string> = new Set(['a', 'abbr', 'dfn', 'button']);
const WITHIN = 5;
const FEW_WORDS = 4;

/**
 * Whether an element floats beside the text when something in it is pointed at: its words are no part of the sentence
 * around it. What is pointed at may be wrapped together with it and named alike; that stays in the sentence.
 * Example: `<span class="tooltip">Ana Kestrel[<span class="tooltip-text">President of Valdoria since 2010</span>]</span>`
 */
export const isPopup = (element: ElementNode): boolean => {
  if (!hasSign(element) || TRIGGERS.has(element.tag)) return false;
  if (element.parent !== null && isInside(element.parent)) return true;
  for (const below of elementsOf(element)) if (below !== element && hasSign(below)) return false;
  return element.children.some(({ kind }) => kind === 'element') || countWords(textOf(element)) > FEW_WORDS;
};

const hasSign = (element: ElementNode): boolean =>
  attribute(element, 'role') === 'tooltip' ||
  (element.attributes['class'] !== undefined && SIGN.test(signWords(element)));

const isInside = (element: ElementNode): boolean => {
  let left = WITHIN;
  for (const at of chainOf(element)) {
    if (left-- <= 0) return false;
    if (hasSign(at)) return true;
  }
  return false;
};
