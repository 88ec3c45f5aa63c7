import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import type { Outlets } from '../outlets.ts';
import { isAgencyLine, sureLabel } from '../text/sure.ts';
import type { HtmlBlock } from './html-block.ts';
import { originOf } from './place.ts';
import { structureLabel } from './structure.ts';

/** A block that Readability leaves out and nothing else names. */
export const LEFT_OUT: RuleId = ruleId('clean/html/left-out@1');
/** A block that Readability leaves out and that is all links. Example: `<li><a>[World]</a></li>` */
export const LEFT_OUT_LINKS: RuleId = ruleId('clean/html/left-out-links@1');

const LINK_SHARE = 0.75;

/** What Readability leaves out is named by its own words first, then by the elements around it. */
export const leftOutLabel = (
  { line, block }: HtmlBlock,
  index: number,
  next: Block | undefined,
  words: Words,
  outlets: Outlets,
): Label => {
  const sure = sureLabel(block, index, next, words, outlets);
  if (sure !== null && sure.kind !== 'other') return sure;
  // Without a sure label it is no line of agencies: that was looked at.
  if (sure !== null && isAgencyLine(block, outlets)) return { kind: 'credit', rule: LEFT_OUT };
  const structure = structureLabel(originOf(line));
  if (sure !== null) return structure?.kind === 'clock' ? structure : sure;
  if (structure !== null) return structure;
  if (line.linkShare > LINK_SHARE)
    return { kind: block.words > 4 ? 'related' : 'navigation', rule: LEFT_OUT_LINKS };
  return { kind: block.words <= 3 ? 'navigation' : 'other', rule: LEFT_OUT };
};
