import type { Block } from '../block.ts';
import type { HtmlLine } from './serialise.ts';

/** A line with its features, and whether Readability kept it. */
export interface HtmlBlock {
  readonly line: HtmlLine;
  readonly block: Block;
  readonly kept: boolean;
}
