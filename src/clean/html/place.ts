import { chainOf } from './classes.ts';
import type { HtmlLine } from './serialise.ts';
import type { ElementNode } from './tree.ts';

const HEADING = /^h[1-6]$/;

/** The innermost element of a line that is one text: its own class may speak; of a mixed line the block's. */
export const originOf = (line: HtmlLine): ElementNode => {
  const only = line.parts.length === 1 ? line.parts[0] : undefined;
  return only?.parent ?? line.block;
};

/** Whether a line stands in a heading, with no paragraph between. */
export const isHeading = (line: HtmlLine): boolean => {
  for (const element of chainOf(line.block)) {
    if (HEADING.test(element.tag)) return true;
    if (element.tag === 'p' || element.tag === 'article') return false;
  }
  return false;
};

/** 1 to 6 in a heading of that level, else 0. */
export const levelOf = (line: HtmlLine): number => {
  for (const element of chainOf(line.block)) if (HEADING.test(element.tag)) return Number(element.tag[1]);
  return 0;
};
