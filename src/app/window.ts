import type { Article } from '../model/page.ts';

/** The most UTF-16 code units of an article's text that are annotated. Fixed, so that the same page gives the same result. */
export const ANNOTATED_CHARACTERS = 1_000_000;

/**
 * The opening of an article that is annotated: its text cut after `limit` code units (never inside a surrogate pair), with
 * the segments that begin before the cut. Offsets and revision stay those of the whole article.
 */
export const windowOf = (article: Article, limit: number = ANNOTATED_CHARACTERS): Article => {
  if (article.text.length <= limit) return article;
  const last = article.text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  const segments = article.segments
    .filter((segment) => segment.article.start < end)
    .map((segment) =>
      segment.article.end <= end
        ? segment
        : { ...segment, article: { start: segment.article.start, end }, page: null },
    );
  return { ...article, text: article.text.slice(0, end), segments };
};
