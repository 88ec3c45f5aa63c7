import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Block } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { findDates } from './dates.ts';

/**
 * A clock of the page header: an hour glued to a date, as dumps of pages with a running clock have it.
 * Example: `[06:12 GMT03 March 2020]`.
 */
export const GLUED_CLOCK: RuleId = ruleId('clean/text/glued-clock@1');
/** How long ago something was, counted from the capture. Example: `[Updated 5 minutes ago]`. */
export const RELATIVE_CLOCK: RuleId = ruleId('clean/text/relative-clock@1');
/** A line of date and hour among the menu at the top of the page. Example: `[Tuesday, March 3, 2020]` above `Listen Live`. */
export const HEADER_CLOCK: RuleId = ruleId('clean/text/header-clock@1');

const TIME_FIRST =
  /^\D{0,24}?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?/i;
const RELATIVE =
  /^(?:[\p{L} :]{0,24}\s)?(?:\d{1,3}|an?|one)\s*(?:sec|second|min|minute|hr|hour|h|m|day|d)s?\.?\s+ago$|^(?:[\p{L} :]{0,24}\s)?\d{1,3}\s*(?:секунд|минут|час|дн|день)\p{L}{0,3}\s+назад$|^\d{1,3}\s*(?:秒|分|時間|日)前$|^just now$/iu;
const HEADER_LINES = 4;

/** Whether a block is a clock that says when the page was captured, and by which rule. */
export const clockRule = (
  block: Block,
  index: number,
  next: Block | undefined,
  words: Words,
): RuleId | null => {
  if (block.words > 12) return null;
  if (RELATIVE.test(block.sample.trim())) return RELATIVE_CLOCK;
  const date = findDates(block.sample, words)[0];
  if (date === undefined) return null;
  const time = TIME_FIRST.exec(block.sample);
  const before = block.sample.slice(0, date.start);
  const glued =
    time !== null && before !== '' && time[0].length >= before.length && /[\p{L}\d]$/u.test(before);
  if (glued) return GLUED_CLOCK;
  const isHead =
    index < HEADER_LINES && next !== undefined && next.opening === 'navigation' && next.words <= 5;
  return isHead && isDateLine(block, words) ? HEADER_CLOCK : null;
};

/** Zones and the little words beside an hour. */
const BESIDE_HOURS =
  /\b(?:at|gmt|utc|msk|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|bst|ist|jst|kst|cet|cest|eet|am|pm|a\.m|p\.m|min read|в)\b/gu;
const HOUR = /\d{1,2}[:.]\d{2}/;

/** Whether a short line is nothing but a word for an update or publication and an hour: `Updated at 1:23 p.m.` */
export const isTimeLine = (block: Block, words: Words): boolean => {
  if (!HOUR.test(block.sample)) return false;
  const rest = withoutStampWords(block.folded, words);
  return rest !== block.folded && DATE_REST.test(rest);
};

const stampWords = new WeakMap<Words, readonly string[]>();

/** Words for publication and change and the days of the week, longest first. */
const stampWordsOf = (words: Words): readonly string[] => {
  const known = stampWords.get(words);
  if (known !== undefined) return known;
  const sorted = [...words.publishedWords, ...words.updatedWords, ...words.weekdays].sort(
    (a, b) => b.length - a.length,
  );
  stampWords.set(words, sorted);
  return sorted;
};

const withoutStampWords = (folded: string, words: Words): string => {
  let rest = folded;
  for (const word of stampWordsOf(words)) rest = removeWord(rest, word);
  return rest.replace(BESIDE_HOURS, ' ');
};

const DATE_REST = /^[\s\d:.,|/()+–—-]*$/;

/** Whether a short line is nothing but a date, with an hour, a zone, a day of the week or a word like `Published`. */
export const isDateLine = (block: Block, words: Words): boolean => {
  if (block.words > 14) return false;
  const dates = findDates(block.sample, words);
  if (dates.length === 0) return false;
  let rest = block.folded;
  for (const date of [...dates].reverse()) rest = rest.slice(0, date.start) + rest.slice(date.end);
  return DATE_REST.test(withoutStampWords(rest, words));
};

const removeWord = (text: string, word: string): string => {
  const at = text.indexOf(word);
  if (at < 0) return text;
  const before = text[at - 1] ?? ' ';
  const after = text[at + word.length] ?? ' ';
  return /\p{L}/u.test(before) || /\p{L}/u.test(after)
    ? text
    : text.slice(0, at) + text.slice(at + word.length);
};
