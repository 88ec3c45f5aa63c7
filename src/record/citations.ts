import type { Citation } from '../model/claim.ts';
import type { Article } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { cover } from '../model/span.ts';

/** A citation before it has the number of its telling. */
export interface CitedSpan {
  readonly role: Citation['role'];
  readonly span: Span;
}

/**
 * Cites the spans of one telling, in text order, each span once a role. Spans that are empty or lie outside the text
 * (a broken annotation) are left out, so that every citation that is made holds.
 */
export const citeSpans = (
  article: Article,
  cited: readonly CitedSpan[],
  telling: number,
): readonly Citation[] => {
  const seen = new Set<string>();
  const citations: Citation[] = [];
  for (const { role, span } of cited) {
    const key = `${role} ${span.start} ${span.end}`;
    if (seen.has(key) || !isInside(article, span)) continue;
    seen.add(key);
    const { id, page, revision, text } = article;
    const at = { start: span.start, end: span.end };
    citations.push({ page, article: id, revision, span: at, exact: cover(text, at), role, telling });
  }
  return citations.sort(
    (x, y) =>
      x.span.start - y.span.start || x.span.end - y.span.end || ROLES.indexOf(x.role) - ROLES.indexOf(y.role),
  );
};

const ROLES: readonly Citation['role'][] = [
  'source',
  'cue',
  'content',
  'trigger',
  'clause',
  'participant',
  'time',
  'place',
];

/** Whether the span is not empty and lies in the article's text. */
export const isInside = (article: Article, { start, end }: Span): boolean =>
  Number.isSafeInteger(start) &&
  Number.isSafeInteger(end) &&
  0 <= start &&
  start < end &&
  end <= article.text.length;
