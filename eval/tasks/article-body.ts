import type { Article, Segment } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';

const SUBHEADS: readonly string[] = ['clean/text/subhead', 'clean/html/subhead'];

/** Whether a segment counts as body in the page sets: body paragraphs, the headings between them, and datelines that open them. */
export const isBody = ({ kind, rule }: Segment): boolean =>
  kind === 'body' || kind === 'dateline' || SUBHEADS.some((name) => rule.startsWith(name));

/** The text that counts as the body of an article in the page sets. */
export const articleBody = (article: Article): string =>
  article.segments
    .filter(isBody)
    .map((segment) => cover(article.text, segment.article))
    .join('\n');
