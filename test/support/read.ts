import { attributionAnnotator } from '../../src/annotate/attribution/index.ts';
import { mentionAnnotator } from '../../src/annotate/mention/index.ts';
import { timeAnnotator } from '../../src/annotate/time/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { readSentences } from '../../src/language/index.ts';
import type { Annotations } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { AnnotatorInput } from '../../src/model/annotator.ts';
import type { Edtf } from '../../src/model/brand.ts';
import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import { rangeOf } from '../../src/model/edtf/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article, Segment } from '../../src/model/page.ts';
import { bareArticle } from '../../src/model/page.ts';
import { resolveAttributions, resolveMentions } from '../../src/resolve/index.ts';

/** An article whose every line is a body paragraph, published on `published`. */
export const anArticle = (text: string, published: string | null = '2019-03-14'): Article => {
  const page = pageId('a'.repeat(64));
  const lines = [...text.matchAll(/[^\n]+/g)].filter(([line]) => /\S/.test(line));
  const segments: Segment[] = lines.map((match) => ({
    kind: 'body',
    article: { start: match.index, end: match.index + match[0].length },
    page: null,
    rule: ruleId('clean/und/as-given@1'),
  }));
  return {
    ...bareArticle({ page, text, revision: digest('b'.repeat(64)), language: 'en', segments }),
    published:
      published === null
        ? []
        : [
            {
              value: rangeOf(published as Edtf),
              at: null,
              raw: null,
              rule: ruleId('test/en/given@1'),
              rejected: null,
            },
          ],
  };
};

let loaded: Promise<Knowledge> | null = null;

/** The world's knowledge, loaded once per test file. */
export const theWorld = (): Promise<Knowledge> => {
  loaded ??= loadKnowledge();
  return loaded;
};

/** Times, mentions and attributions of a text, resolved: the way the pipeline makes them. */
export const readText = (
  text: string,
  knowledge: Knowledge,
  published: string | null = '2019-03-14',
): Annotations => {
  const article = anArticle(text, published);
  const sentences = readSentences(article);
  const at = (annotations: Annotations): AnnotatorInput => ({ article, sentences, annotations, knowledge });
  const times = timeAnnotator.run(at(NO_ANNOTATIONS)).output;
  const found = mentionAnnotator.run(at({ ...NO_ANNOTATIONS, times })).output;
  const mentions = resolveMentions(at({ ...NO_ANNOTATIONS, times, mentions: found })).output;
  const drafts = attributionAnnotator.run(at({ ...NO_ANNOTATIONS, times, mentions })).output;
  const attributions = resolveAttributions(
    at({ ...NO_ANNOTATIONS, times, mentions, attributions: drafts }),
  ).output;
  return { ...NO_ANNOTATIONS, times, mentions, attributions };
};
