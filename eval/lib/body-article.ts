import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import { type Article, bareArticle } from '../../src/model/page.ts';

/** An English article that is one body, without a day of publication. */
export const bodyArticle = (text: string): Article =>
  bareArticle({
    page: pageId('0'.repeat(64)),
    text,
    revision: digest('0'.repeat(64)),
    language: 'en',
    segments: [
      {
        kind: 'body',
        article: { start: 0, end: text.length },
        page: null,
        rule: ruleId('clean/und/as-given@1'),
      },
    ],
  });
