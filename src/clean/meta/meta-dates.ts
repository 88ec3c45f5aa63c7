import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import type { DateCandidate } from './candidate.ts';
import { readDate } from './read-date.ts';
import { RANKS } from './text-dates.ts';

/** Example: `<meta property="article:published_time" content="[2020-03-03]T06:12:00+03:00">` */
export const META_DATE: RuleId = ruleId('clean/published/meta@1');

/** Names of `meta` elements that give the day of publication, most trusted first. */
const PUBLISHED: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date.published',
  'article.published',
  'published_time',
  'publish_date',
  'publish-date',
  'publishdate',
  'published-date',
  'published_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.issued',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'bt:pubdate',
  'mediator_published_time',
  'displaydate',
  'iptc:date',
  'originalpublicationdate',
  'releasedate',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'created',
  'datecreated',
  'date_created',
  'dcterms.date',
  'dc.date',
  'dcsext.articlefirstpublished',
  'gentime',
  'last-published',
  'article:post_date',
  'timestamp',
  'date',
];
const UPDATED: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'modified_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'last_updated_date',
  'updated_time',
  'revision_date',
  'article.updated',
];

/** Candidates of the `meta` elements; changes are kept as `updated`. */
export const metaDates = (
  tags: readonly (readonly [string, string])[],
  words: Words,
): readonly DateCandidate[] => [
  ...PUBLISHED.flatMap((name, i) => dates(tags, name, RANKS.meta + i / 10, null, words)),
  ...UPDATED.flatMap((name) => dates(tags, name, RANKS.meta + 6, 'updated', words)),
];

const dates = (
  tags: readonly (readonly [string, string])[],
  wanted: string,
  rank: number,
  rejected: string | null,
  words: Words,
): readonly DateCandidate[] => {
  const tag = tags.find(([name, content]) => name === wanted && content !== '');
  return tag === undefined ? [] : readDate(tag[1], META_DATE, rank, rejected, words);
};
