import { acquirePath } from '../../src/acquire/index.ts';
import { extractCapture, PIPELINE } from '../../src/app/extract.ts';
import { runPipeline } from '../../src/app/pipeline.ts';
import { readSentences } from '../../src/language/index.ts';
import type { EventMention } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { Day } from '../../src/model/brand.ts';
import { ruleId } from '../../src/model/brand.ts';
import { rangeOfDays } from '../../src/model/edtf/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bodyArticle } from './body-article.ts';

/** The extractions of a file, in order; pages that cannot be acquired are left out. */
export const extractFile = async (path: string, knowledge: Knowledge): Promise<readonly Extraction[]> => {
  const extractions: Extraction[] = [];
  for await (const item of acquirePath(path, {}))
    if (item.ok) extractions.push(extractCapture(item.capture, knowledge));
  return extractions;
};

/** The events coded in a text that is taken as one English body, without a day of publication. */
export const eventsIn = (text: string, knowledge: Knowledge): readonly EventMention[] => {
  const article = bodyArticle(text);
  const sentences = readSentences(article);
  const input = { article, sentences, annotations: NO_ANNOTATIONS, knowledge };
  return runPipeline(PIPELINE, input, ['event']).annotations.events;
};

const DAY = '2021-09-15' as Day;
const PUBLISHED = {
  value: rangeOfDays(DAY, DAY),
  at: null,
  raw: null,
  rule: ruleId('clean/und/as-given@1'),
  rejected: null,
};

/** The events coded in a text of `language` that is taken as one body, published on Wednesday 15 September 2021. */
export const eventsInLanguage = (
  text: string,
  language: string,
  knowledge: Knowledge,
): readonly EventMention[] => {
  const body = { ...bodyArticle(text), language };
  const article = { ...body, published: [PUBLISHED] };
  const sentences = readSentences(article);
  const input = { article, sentences, annotations: NO_ANNOTATIONS, knowledge };
  return runPipeline(PIPELINE, input, ['event']).annotations.events;
};
