import { civilOf } from '../../lib/calendar.ts';
import { numberIn, wordIn } from './frame.ts';
import type { Found } from './scan.ts';

// Fewer old years than this make no narrative, and each word counted from the day of publication outweighs four of them.
const LEAST_OLD_YEARS = 4;
const WEIGHT_OF_DEICTIC = 4;
const OLD = 3;
// News counts from the day of publication early: in its lead.
const LEAD = 3;

const isDeictic = ({ node }: Found): boolean =>
  (wordIn(node, 'kind') === 'shift' && wordIn(node, 'from') === null) ||
  (numberIn(node, 'weekday') !== null && numberIn(node, 'day') === null);

/**
 * Whether the text tells of long ago (an encyclopaedia's or a background page's history): its written years lie years
 * before publication, and little is counted from publication. In such a text the year is carried from date to date.
 */
export const isNarrative = (found: readonly Found[], published: number | null): boolean => {
  const limit = published === null ? Number.POSITIVE_INFINITY : civilOf(published).year - OLD;
  let [old, deictic] = [0, 0];
  for (const each of found) {
    const year = numberIn(each.node, 'year');
    if (year !== null && (year <= limit || wordIn(each.node, 'era') === 'BC')) old++;
    else if (isDeictic(each)) deictic++;
  }
  if (found.slice(0, LEAD).some(isDeictic)) return false;
  return old >= LEAST_OLD_YEARS && old > WEIGHT_OF_DEICTIC * deictic;
};
