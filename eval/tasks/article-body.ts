import type { Article, Segment } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';

const SUBHEADS: readonly string[] = ['clean/text/subhead', 'clean/html/subhead'];

/** Whether a segment counts as the body in the page sets: body paragraphs, headings between them, datelines that open them. */
export const isArticleBody = ({ kind, rule }: Segment): boolean =>
  kind === 'body' || kind === 'dateline' || SUBHEADS.some((name) => rule.startsWith(name));

/** What counts as the body in the page sets, a segment a line. */
export const articleBody = (article: Article): string =>
  article.segments
    .filter(isArticleBody)
    .map((segment) => cover(article.text, segment.article))
    .join('\n');
