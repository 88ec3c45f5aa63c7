import { groupBy } from '../../lib/group-by.ts';
import { unionFind } from '../../lib/union-find.ts';
import type { ArticleId, Edtf } from '../../model/brand.ts';
import type { DateRange, EntityRef, Reading } from '../../model/page.ts';
import type { ArticleHead, ClaimHead } from '../../model/store-port.ts';
import type { Certainty } from '../certainty.ts';
import { isWide } from '../certainty.ts';
import { formatEdtf } from '../edtf-text.ts';
import { evidenceWords } from './evidence-words.ts';
import type { ReadingView, SourceRow } from './types.ts';
import { readingWords, rejectionWords } from './words.ts';

/** How many claims of each kind rest on a page. */
export interface SourceCounts {
  readonly statements: number;
  readonly events: number;
}

/** A page as a row of the list of sources; `group` names the pages that carry the same text, `copies` are folded below it. */
export const sourceRow = (
  { page, article, error }: ArticleHead,
  counts: SourceCounts,
  group: SourceRow['group'] = null,
  copies: readonly SourceRow[] = [],
): SourceRow => {
  const published = article.published.find((reading) => reading.rejected === null) ?? null;
  return {
    id: article.id,
    page: page.id,
    title: article.title,
    outlet: article.outlet,
    wires: distinct(article.wires),
    byline: article.byline,
    language: article.language,
    published: published === null ? null : readingView(published),
    dated: datedOf(published?.value ?? null),
    rejected: article.published.filter((reading) => reading.rejected !== null).map(readingView),
    path: page.path,
    url: article.url ?? page.url,
    mediaType: page.mediaType,
    statements: counts.statements,
    events: counts.events,
    group,
    copies,
    error,
  };
};

/** How well a day of publication is known, by the measure that claims are held to. */
export const datedOf = (published: Pick<DateRange, 'earliest' | 'latest'> | null): Certainty => {
  if (published === null || (published.earliest === null && published.latest === null)) return 'undated';
  return isWide(published.earliest, published.latest) ? 'bounded' : 'dated';
};

/** Each entity once, in order, without where it was read. */
export const distinct = (entities: readonly EntityRef[]): readonly EntityRef[] => [
  ...new Map(entities.map(({ id, name }) => [id, { id, name }])).values(),
];

const readingView = ({ value, at, raw, rule, rejected, because }: Reading<DateRange>): ReadingView => ({
  text: publishedText(value.edtf),
  edtf: value.edtf,
  raw,
  at,
  rule,
  why: readingWords(rule),
  rejected: rejected === null ? null : { reason: rejected, words: rejectionWords(rejected) },
  bounds: (because ?? []).map((bound) => ({
    raw: bound.raw,
    at: bound.at,
    rule: bound.rule,
    why: evidenceWords(bound.rule),
    note: bound.note,
  })),
});

/** A time of publication in words: a page is published on one day, so an interval means a day `between` its ends. */
export const publishedText = (edtf: Edtf): string => {
  const text = formatEdtf(edtf);
  return text.includes(' – ') ? `between ${text.replace(' – ', ' and ')}` : text;
};

/** Tellings of one witness up to which every two pages are compared; of more, each with the one before it and the first. */
const ALL_PAIRS = 8;

/**
 * The pages that carry one text: those that are one witness in at least half of the claims that both tell. Two pages of one
 * outlet are one witness whatever they say, so of those at least half of all that the shorter one tells must be told by both.
 * Each group has two pages or more and is in order of id. Linear in the tellings, but for claims told by a handful of copies.
 */
export const copyGroups = (claims: readonly ClaimHead[]): readonly (readonly ArticleId[])[] => {
  const witnesses = witnessesOf(claims);
  const articles = [...witnesses.keys()].sort();
  const numbers = new Map(articles.map((article, n) => [article, n]));
  const groups = unionFind(articles.length);
  for (const pair of candidates(claims)) {
    const [a, b] = pair.split(' ') as [ArticleId, ArticleId];
    if (isCopy(witnesses.get(a), witnesses.get(b))) groups.union(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
  }
  return groups
    .sets()
    .filter((set) => set.length > 1)
    .map((set) => set.flatMap((n) => articles[n] ?? []));
};

/** What a page tells. */
interface Told {
  readonly outlet: string | null;
  /** The number of each claim, with its witness. */
  readonly claims: Map<number, number>;
}

/** For every page what it tells. */
const witnessesOf = (claims: readonly ClaimHead[]): ReadonlyMap<ArticleId, Told> => {
  const byArticle = new Map<ArticleId, Told>();
  for (const [n, { tellings }] of claims.entries())
    for (const { article, outlet, witness } of tellings) {
      const told = byArticle.get(article) ?? { outlet: outlet?.id ?? null, claims: new Map() };
      if (!told.claims.has(n)) told.claims.set(n, witness);
      byArticle.set(article, told);
    }
  return byArticle;
};

/** Pairs of pages (`A B`, in order) that are one witness of some claim. */
const candidates = (claims: readonly ClaimHead[]): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const { tellings, witnesses } of claims) {
    if (tellings.length < 2 || witnesses.independent >= tellings.length) continue;
    for (const group of groupBy(tellings, ({ witness }) => witness).values())
      pairUp([...new Set(group.map(({ article }) => article))].sort(), pairs);
  }
  return pairs;
};

const pairUp = (articles: readonly ArticleId[], pairs: Set<string>): void => {
  for (let j = 1; j < articles.length; j++) {
    const partners = articles.length <= ALL_PAIRS ? articles.slice(0, j) : [articles[0], articles[j - 1]];
    for (const partner of partners) pairs.add(`${partner} ${articles[j]}`);
  }
};

const isCopy = (a: Told | undefined, b: Told | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  const [few, many] = a.claims.size <= b.claims.size ? [a, b] : [b, a];
  let shared = 0;
  let same = 0;
  for (const [claim, witness] of few.claims) {
    const other = many.claims.get(claim);
    if (other === undefined) continue;
    shared++;
    if (other === witness) same++;
  }
  const isOneOutlet = a.outlet !== null && a.outlet === b.outlet;
  return same > 0 && 2 * same >= (isOneOutlet ? few.claims.size : shared);
};
