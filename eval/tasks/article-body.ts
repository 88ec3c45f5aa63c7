import type { Article } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';

const SUBHEADS: readonly string[] = ['clean/text/subhead', 'clean/html/subhead'];

/** What counts as the body in the page sets: body paragraphs, the headings between them, and datelines that open them. */
export const articleBody = (article: Article): string =>
  article.segments
    .filter(
      ({ kind, rule }) =>
        kind === 'body' || kind === 'dateline' || SUBHEADS.some((name) => rule.startsWith(name)),
    )
    .map((segment) => cover(article.text, segment.article))
    .join('\n');
