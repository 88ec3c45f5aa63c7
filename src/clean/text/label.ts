import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import type { Outlets } from '../outlets.ts';
import { findHeadline, isTitleLike } from './headline.ts';
import type { Run } from './run.ts';
import { bestRun, proseScore } from './run.ts';
import { AGENCY_LINE, sureLabel, tailKind } from './sure.ts';

/** A paragraph of the best run of running text. */
export const BODY: RuleId = ruleId('clean/text/body-run@1');
/** A short line between paragraphs of the body. Example: `[Fishing Rights]`. */
export const SUBHEAD: RuleId = ruleId('clean/text/subhead@1');
/** The title-like line before the body that shares its words. Example: `[Ministers fail to agree on the strait]`. */
export const HEADLINE: RuleId = ruleId('clean/text/headline@1');
/** The same line twice in a row: a picture's description and its alternative text. */
export const REPEATED: RuleId = ruleId('clean/text/repeated-line@1');
/** A list of titles at the head or foot. Example: `[Why the strait matters] [Ten facts about Valdoria]`. */
export const TITLE_LIST: RuleId = ruleId('clean/text/title-list@1');
/** A short line outside the body that is no title. Example: `[Get short link]`. */
export const MENU: RuleId = ruleId('clean/text/menu-line@1');
/** What stands behind the credit line that closes a story. */
export const AFTER_CREDIT: RuleId = ruleId('clean/text/after-credit@1');
/** A notice or plug by a phrase that counts only behind the body. */
export const TAIL: RuleId = ruleId('clean/text/tail-phrase@1');
/** An agency's name above the headline is the page's own. Example: `[Kestrel News Agency]` at the top. */
export const MASTHEAD: RuleId = ruleId('clean/text/masthead@1');
/** Names right below the headline. Example: `[Ana Kestrel and Ivo Marsh]`, `[Ana Kestrel | Orland Courier]` */
export const NAME_LINE: RuleId = ruleId('clean/text/name-line@1');
/** Anything else. */
export const REST: RuleId = ruleId('clean/text/rest@1');

const DROP = -1.6;

/** A page as the rules alone read it. */
export interface Ruled {
  /** Labels that stand without the run: by the block's own evidence, by repetition, by lists of titles, at the tail. */
  readonly sure: readonly (Label | null)[];
  readonly labels: readonly Label[];
  readonly scores: readonly number[];
  readonly run: Run;
  readonly headline: number | null;
}

/** The labels of the rules alone. Each block gets one. Linear but for the sorting of a few candidates. */
export const ruleBlocks = (blocks: readonly Block[], words: Words, outlets: Outlets): Ruled => {
  const labels: (Label | null)[] = blocks.map((block, i) =>
    sureLabel(block, i, blocks[i + 1], words, outlets),
  );
  labelRepeats(blocks, labels);
  labelTitleLists(blocks, labels);
  const scores = blocks.map((block, i) => proseScore(block, labels[i] ?? null));
  const run = withoutTail(blocks, labels, scores, bestRun(scores), words);
  const headline = labelHeadline(blocks, labels, run, words);
  return {
    sure: labels,
    labels: blocks.map((block, i) => labels[i] ?? placeLabel(block, i, run, (scores[i] ?? 0) > DROP)),
    scores,
    run,
    headline,
  };
};

/** Labels the headline before the run, and its index or null; an agency's name above it is the page's own. */
export const labelHeadline = (
  blocks: readonly Block[],
  labels: (Label | null)[],
  run: Run,
  words: Words,
): number | null => {
  const headline = findHeadline(blocks, labels, run, words);
  if (headline === null) return null;
  labels[headline] = { kind: 'headline', rule: HEADLINE };
  for (let i = 0; i < headline; i++)
    if (labels[i]?.rule === AGENCY_LINE) labels[i] = { kind: 'navigation', rule: MASTHEAD };
  const next = blocks[headline + 1];
  if (
    next !== undefined &&
    headline + 1 < run.start &&
    (labels[headline + 1] ?? null) === null &&
    isNames(next)
  )
    labels[headline + 1] = { kind: 'byline', rule: NAME_LINE };
  return headline;
};

const NAMES =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}(?:(?:,| and| &| \|)+ \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}){0,3}$/u;

/** Two or three capitalised words, or several such groups joined by commas, bars and `and`. */
const isNames = (block: Block): boolean =>
  block.words <= 10 && block.sample.length <= 100 && NAMES.test(block.sample);

/** The label of a block that bears none by its own evidence: by where it stands, and whether it is running text. */
export const placeLabel = (block: Block, index: number, run: Run, isRunning: boolean): Label => {
  const inside = index >= run.start && index < run.end;
  if (inside && isRunning)
    return isSubhead(block) ? { kind: 'other', rule: SUBHEAD } : { kind: 'body', rule: BODY };
  if (isTitleLike(block) && block.words >= 4)
    return { kind: inside ? 'other' : 'related', rule: inside ? SUBHEAD : TITLE_LIST };
  if (block.words <= 6) return { kind: 'navigation', rule: MENU };
  return { kind: 'other', rule: REST };
};

/** Whether a line could be a heading within a story. */
export const isSubhead = (block: Block): boolean =>
  block.words <= 12 &&
  !block.bullet &&
  !/[.!…。:;,]["”’»)]?$/.test(block.sample) &&
  !/^["“«„「]/.test(block.sample) &&
  !/^\p{Ll}/u.test(block.sample);

/** Two equal neighbours are a picture's description, unless they look like a title: then the first stays open for the headline. */
const labelRepeats = (blocks: readonly Block[], labels: (Label | null)[]): void => {
  for (let i = 1; i < blocks.length; i++) {
    const [a, b] = [blocks[i - 1], blocks[i]];
    if (a === undefined || b === undefined || a.words < 3 || a.folded !== b.folded) continue;
    if (labels[i] !== null && labels[i]?.kind !== 'caption') continue;
    labels[i] = { kind: 'caption', rule: REPEATED };
    if (a.stopped || !isTitleLike(a)) labels[i - 1] = { kind: 'caption', rule: REPEATED };
  }
};

const LIST_MIN = 3;

/** Three and more titles in a row, none of them a sentence, are a list of other stories wherever they stand. */
const labelTitleLists = (blocks: readonly Block[], labels: (Label | null)[]): void => {
  let start = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block !== undefined && (labels[i] ?? null) === null && isTeaser(block)) continue;
    if (i - start >= LIST_MIN)
      for (let k = start; k < i; k++) labels[k] = { kind: 'related', rule: TITLE_LIST };
    start = i + 1;
  }
};

const isTeaser = (block: Block): boolean =>
  isTitleLike(block) && block.words >= 4 && block.capitalShare > 0.6;

/**
 * Cuts the run behind a closing credit line and before trailing notices and plugs. A credit closes the story when less than
 * a third of the run's score stands behind it.
 */
const withoutTail = (
  blocks: readonly Block[],
  labels: (Label | null)[],
  scores: readonly number[],
  run: Run,
  words: Words,
): Run => {
  let end = run.end;
  const credit = closingCredit(labels, scores, run);
  if (credit !== null) {
    end = credit + 1;
    for (let i = end; i < blocks.length; i++) labels[i] ??= afterCredit(blocks[i], words);
  }
  for (let i = end - 1; i > run.start; i--) {
    const block = blocks[i];
    if (block === undefined || labels[i] !== null) continue;
    const kind = tailKind(block, words);
    if (kind === null) break;
    labels[i] = { kind, rule: TAIL };
  }
  for (let i = run.end; i < blocks.length; i++) {
    const block = blocks[i];
    const kind = block === undefined || labels[i] !== null ? null : tailKind(block, words);
    if (kind !== null) labels[i] = { kind, rule: TAIL };
  }
  return { start: run.start, end };
};

const afterCredit = (block: Block | undefined, words: Words): Label | null => {
  if (block === undefined || block.words < 8) return null;
  const kind = tailKind(block, words);
  return kind === null ? { kind: 'promo', rule: AFTER_CREDIT } : { kind, rule: TAIL };
};

const closingCredit = (
  labels: readonly (Label | null)[],
  scores: readonly number[],
  run: Run,
): number | null => {
  let total = 0;
  for (let i = run.start; i < run.end; i++) total += Math.max(0, scores[i] ?? 0);
  let before = 0;
  for (let i = run.start; i < Math.min(labels.length, run.end + 3); i++) {
    before += i < run.end ? Math.max(0, scores[i] ?? 0) : 0;
    if (labels[i]?.kind === 'credit' && before > total * 0.66) return i;
  }
  return null;
};
