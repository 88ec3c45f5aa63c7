import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import type { Label } from '../block.ts';
import { chainOf, signWords } from './classes.ts';
import type { HtmlBlock } from './html-block.ts';
import { CLASS, ownLabel } from './structure.ts';
import type { ElementNode } from './tree.ts';

/**
 * A wrapper, however far out, whose class names a plug, a list of other stories, a description, an author or a notice, and that holds
 * a small part of the article. Example: `<div class="emailSignup"><div><p>[Our letter, every morning. It is free.]</p></div></div>`
 */
export const WRAPPER: RuleId = ruleId('clean/html/wrapper@1');

/** Where the kept words of a page stand. */
export interface Wrappers {
  /** What the nearest element around a block says it is, looking `depth` elements out; null when none does. */
  readonly nearLabel: (element: ElementNode, depth: number) => Label | null;
  /** What any wrapper around a block says; null when none does or the article itself is in them. */
  readonly labelOf: (element: ElementNode) => Label | null;
}

/** Share of the kept words above which a wrapper's name is believed to be the article's own: `class="story social-on"`. */
const MOST = 0.25;
const SPOKEN: ReadonlySet<SegmentKind> = new Set([
  'related',
  'promo',
  'navigation',
  'caption',
  'legal',
  'byline',
]);

interface Named {
  readonly name: string;
  readonly label: Label;
}

/** Counts the kept words below each named wrapper, wrappers of one name together: `ads` may be on every paragraph. */
export const wrappersOf = (blocks: readonly HtmlBlock[]): Wrappers => {
  const labels = new Map<ElementNode, Named | null>();
  const named = (element: ElementNode): Named | null => {
    const known = labels.get(element);
    if (known !== undefined) return known;
    const label = element.tag === 'body' || element.tag === 'html' ? null : ownLabel(element);
    const found = label === null ? null : { name: `${element.tag} ${signWords(element)}`, label };
    labels.set(element, found);
    return found;
  };
  const words = new Map<string, number>();
  let all = 0;
  for (const { line, block, kept } of blocks) {
    if (!kept) continue;
    all += block.words;
    for (const name of namesAround(line.block, named)) words.set(name, (words.get(name) ?? 0) + block.words);
  }
  const isSmall = ({ name }: Named): boolean => (words.get(name) ?? 0) <= all * MOST;
  return {
    nearLabel: (element, depth) => {
      let left = depth;
      for (const at of chainOf(element)) {
        if (left-- <= 0) break;
        const own = named(at);
        if (own !== null && (own.label.kind === 'caption' || isSmall(own))) return own.label;
      }
      return null;
    },
    labelOf: (element) => {
      for (const at of chainOf(element)) {
        const own = named(at);
        if (own !== null && own.label.rule === CLASS && SPOKEN.has(own.label.kind) && isSmall(own))
          return { kind: own.label.kind === 'byline' ? 'other' : own.label.kind, rule: WRAPPER };
      }
      return null;
    },
  };
};

const namesAround = (
  element: ElementNode,
  named: (element: ElementNode) => Named | null,
): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const at of chainOf(element)) {
    const own = named(at);
    if (own !== null) names.add(own.name);
  }
  return names;
};
