import type { ArticleId } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Article } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { CopyPair } from './copies.ts';
import { findCopies } from './copies.ts';
import { withoutFurniture } from './furniture.ts';
import { narrowByOthers } from './narrow.ts';
import { compareText } from './order.ts';
import { widthOf } from './ranges.ts';

/** All articles at once, in order of their ids, with what they share. */
export interface Coverage {
  readonly extractions: readonly Extraction[];
  readonly knowledge: Knowledge;
  /** How the two articles hang together by their words, or null. */
  readonly link: (a: ArticleId, b: ArticleId) => CopyPair | null;
  /** The articles linked with `a`, ascending. */
  readonly linked: (a: ArticleId) => readonly ArticleId[];
  /** What was left out of `extractions` because it stands in an outlet's furniture. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the extractions in order, keeps one for each article, finds the copies among them, and dates pages by one another. */
export const readCoverage = (extractions: readonly Extraction[], knowledge: Knowledge): Coverage => {
  const kept = new Map<ArticleId, Extraction>();
  for (const extraction of [...extractions].sort(byArticle))
    if (!kept.has(extraction.article.id)) kept.set(extraction.article.id, extraction);
  const { output: sorted, diagnostics } = withoutFurniture([...kept.values()], knowledge);
  const links = new Map<ArticleId, Map<ArticleId, CopyPair>>();
  for (const pair of findCopies(sorted.map(({ article }) => article)).pairs) {
    add(links, pair.a, pair.b, pair);
    add(links, pair.b, pair.a, pair);
  }
  return {
    extractions: narrowByOthers(sorted, links),
    knowledge,
    diagnostics,
    link: (a, b) => links.get(a)?.get(b) ?? null,
    linked: (a) => [...(links.get(a)?.keys() ?? [])].sort(compareText),
  };
};

const byArticle = (x: Extraction, y: Extraction): number =>
  compareText(x.article.id, y.article.id) ||
  compareText(x.article.revision, y.article.revision) ||
  compareText(x.extractor, y.extractor);

const add = (
  links: Map<ArticleId, Map<ArticleId, CopyPair>>,
  from: ArticleId,
  to: ArticleId,
  pair: CopyPair,
): void => {
  const own = links.get(from) ?? new Map<ArticleId, CopyPair>();
  links.set(from, own);
  own.set(to, pair);
};

/** Days between the publication of the two articles, 0 when the ranges overlap; null when one is not known. */
export const daysApart = (a: Article, b: Article): number | null => {
  const [x, y] = [publishedOf(a)?.value, publishedOf(b)?.value];
  if (x === undefined || y === undefined) return null;
  const gap = (from: typeof x, to: typeof x): number => {
    if (from.latest === null || to.earliest === null || from.latest >= to.earliest) return 0;
    return (widthOf({ earliest: from.latest, latest: to.earliest }) ?? 1) - 1;
  };
  return Math.max(gap(x, y), gap(y, x));
};
