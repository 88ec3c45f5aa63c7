import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import type { DateStyle } from '../marks/dates.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';
import { readDate } from './read-date.ts';

/** Example: `<meta property="article:published_time" content="[2020-03-03]T06:12:00+03:00">` */
export const META_DATE: RuleId = ruleId('clean/published/meta@2');

/** `meta` elements as name (of `name`, `property`, `itemprop` or `http-equiv`, lower case) and content, in document order. */
export type MetaTags = readonly (readonly [name: string, content: string])[];

/** Names of `meta` elements that give the day of publication, most trusted first. */
const PUBLISHED: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'og:article:published',
  'datepublished',
  'date.published',
  'article.published',
  'published_time',
  'published_at',
  'publish_date',
  'publish-date',
  'publishdate',
  'publish_time',
  'published-date',
  'published_date',
  'publication_date',
  'publication-date',
  'publicationdate',
  'pubdate',
  'pub_date',
  'pubyear',
  'parsely-pub-date',
  'sailthru.date',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.issued',
  'dc.date.published',
  'article_date_original',
  'article-publication-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'bt:pubdate',
  'mediator_published_time',
  'originalpublicationdate',
  'firstpublished',
  'first-published',
  'releasedate',
  'release_date',
  'dcsext.articlefirstpublished',
  'article:post_date',
];
/** Names that editors use for the day of publication and for other days. */
const WEAK: readonly string[] = [
  'citation_date',
  'displaydate',
  'display_date',
  'iptc:date',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'created',
  'creation_date',
  'datecreated',
  'date_created',
  'article:created',
  'dcterms.date',
  'dc.date',
  'dcterms.available',
  'eprints.date',
  'gentime',
  'last-published',
  'time',
  'timestamp',
  'article_date',
  'article.date',
  'articledate',
  'og:date',
  'og:pubdate',
  'cts_date',
  'date',
  'dates',
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

const STRONG_KIND: DateKind = { rule: META_DATE, source: 'meta', weight: WEIGHTS.meta };
const WEAK_KIND: DateKind = { rule: META_DATE, source: 'meta', weight: WEIGHTS.metaWeak };

/** Candidates of the `meta` elements; changes are kept as `updated`. */
export const metaDates = (tags: MetaTags, words: Words, style: DateStyle): readonly DateCandidate[] => {
  const first = new Map<string, string>();
  for (const [name, content] of tags) if (content !== '' && !first.has(name)) first.set(name, content);
  const read = (
    names: readonly string[],
    kind: DateKind,
    rejected: string | null,
  ): readonly DateCandidate[] =>
    names.flatMap((name) => readDate(first.get(name) ?? '', kind, rejected, words, style));
  return [
    ...read(PUBLISHED, STRONG_KIND, null),
    ...read(WEAK, WEAK_KIND, null),
    ...read(UPDATED, STRONG_KIND, 'updated'),
  ];
};
