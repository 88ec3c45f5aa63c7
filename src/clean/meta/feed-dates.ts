import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';
import type { MetaTags } from './meta-dates.ts';
import { readDate } from './read-date.ts';

/** The item of a feed says so. Example: `<pubDate>[Tue, 03 Mar 2020] 23:10:00 +0900</pubDate>` */
export const FEED_DATE: RuleId = ruleId('clean/published/feed@1');

const KIND: DateKind = { rule: FEED_DATE, source: 'feed', weight: WEIGHTS.feed };

/**
 * The days that a feed gives for its item, which stand in the item's page as `feed:published` and `feed:updated`
 * (docs/decisions/0008-feeds.md), each as it was written with its zone.
 */
export const feedDates = (tags: MetaTags, words: Words): readonly DateCandidate[] =>
  tags.flatMap(([name, content]) => {
    if (name === 'feed:published') return readDate(content, KIND, null, words);
    return name === 'feed:updated' ? readDate(content, KIND, 'updated', words) : [];
  });
