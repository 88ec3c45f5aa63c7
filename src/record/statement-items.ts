import { type Attribution, namedSource } from '../model/annotation.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { hull } from '../model/span.ts';
import type { Coverage } from './coverage.ts';
import { compareText } from './order.ts';
import type { Wording } from './wording.ts';
import { readWording, stopwordsOf } from './wording.ts';

/** An attribution of one article with its wording read for comparison. */
export interface StatementItem {
  readonly article: Article;
  readonly extraction: Extraction;
  readonly attribution: Attribution;
  readonly wording: Wording;
  /** The stretch from the first to the last character of the content. */
  readonly at: Span;
  /** Under whom it may be merged: the speaker's id, or the words of the source; null when it may not. */
  readonly speakerKey: string | null;
  readonly issues: readonly string[];
}

/** All attributions that are somebody's, in order of article and place. */
export const readStatements = (coverage: Coverage): readonly StatementItem[] => {
  const stopwords = new Map<string, ReadonlySet<string>>();
  const stopFor = (language: string): ReadonlySet<string> => {
    const lexicon = coverage.knowledge.languages[language]?.clean?.stopwords ?? [];
    const known = stopwords.get(language) ?? stopwordsOf(language, lexicon);
    stopwords.set(language, known);
    return known;
  };
  return coverage.extractions.flatMap((extraction) =>
    extraction.annotations.attributions
      .filter((attribution) => isSomebodys(attribution, extraction.article.text))
      .map((attribution) => readItem(extraction, attribution, stopFor(extraction.article.language)))
      .sort(
        (x, y) => x.at.start - y.at.start || x.at.end - y.at.end || compareText(orderKey(x), orderKey(y)),
      ),
  );
};

const PRONOUN = /^(?:he|she|it|they|we|you|i|who|which|that|both|one|two|some|others|all)?$/i;

/** Whether anybody can be told to have said it: a pronoun that nobody could resolve is no speaker for a record. */
const isSomebodys = (attribution: Attribution, text: string): boolean =>
  attribution.speaker !== null ||
  !namedSource(attribution).every((at) => PRONOUN.test(text.slice(at.start, at.end).trim()));

const orderKey = ({ attribution }: StatementItem): string => JSON.stringify(attribution);

const readItem = (
  extraction: Extraction,
  attribution: Attribution,
  stop: ReadonlySet<string>,
): StatementItem => {
  const { article } = extraction;
  return {
    article,
    extraction,
    attribution,
    wording: readWording(article.text, attribution.content, attribution.mode, stop),
    at: hull(attribution.content),
    speakerKey: speakerKeyOf(article, attribution, stop),
    issues: attribution.issues.map(({ id }) => id).sort(compareText),
  };
};

/** An unresolved source has to say more than `he` or `the official` to stand for one speaker. */
const MIN_SOURCE_WORDS = 2;

const speakerKeyOf = (
  article: Article,
  attribution: Attribution,
  stop: ReadonlySet<string>,
): string | null => {
  if (attribution.nested) return null;
  if (attribution.speaker !== null) return attribution.speaker.id;
  const source = readWording(article.text, namedSource(attribution), 'indirect', stop);
  return source.content.size < MIN_SOURCE_WORDS ? null : `source:${article.language}:${source.form}`;
};
