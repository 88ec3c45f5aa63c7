import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import type { DateCandidate } from './candidate.ts';
import { readDate } from './read-date.ts';
import { RANKS } from './text-dates.ts';

/** The item of a feed says so. Example: `<pubDate>[Tue, 03 Mar 2020] 23:10:00 +0900</pubDate>` */
export const FEED_DATE: RuleId = ruleId('clean/published/feed@1');

/** Before all others: what else stands in an item's page is its content, which may quote other pages. */
const RANK: number = RANKS.jsonLd - 1;

/**
 * The days that a feed gives for its item, which stand in the item's page as `feed:published` and `feed:updated`
 * (docs/decisions/0008-feeds.md), each as it was written with its zone.
 */
export const feedDates = (
  tags: readonly (readonly [name: string, content: string])[],
  words: Words,
): readonly DateCandidate[] =>
  tags.flatMap(([name, content]) => {
    if (name === 'feed:published') return readDate(content, FEED_DATE, RANK, null, words);
    return name === 'feed:updated' ? readDate(content, FEED_DATE, RANK, 'updated', words) : [];
  });
