import { quotedRegions } from '../language/quotes.ts';
import type { Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { overlaps } from '../model/span.ts';

/** A mention in its sentence. */
export interface Placed {
  readonly mention: Mention;
  /** Its place among all mentions. */
  readonly index: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Whether it stands where a subject stands: no preposition before it, no possessive behind it. */
  readonly subject: boolean;
  /** Whether it stands between quotation marks: what a quotation mentions does not move the story on. */
  readonly quoted: boolean;
}

/** Places the mentions of an article in its sentences. Mentions and sentences are in text order; one pass over both. */
export const placeMentions = (
  { article, sentences, annotations, knowledge }: AnnotatorInput,
  mentions: readonly Mention[] = annotations.mentions,
): readonly Placed[] => {
  const prepositions = new Set(knowledge.languages[article.language]?.attribution?.prepositionWords ?? []);
  const placed: Placed[] = [];
  let s = 0;
  let regions: readonly Span[] = regionsOf(article.text, sentences[0]);
  for (const [index, mention] of mentions.entries()) {
    const before = s;
    while (s < sentences.length && (sentences[s]?.end ?? 0) <= mention.span.start) s++;
    if (s !== before) regions = regionsOf(article.text, sentences[s]);
    const sentence = sentences[s];
    if (sentence === undefined) break;
    const quoted = regions.some((region) => overlaps(region, mention.span));
    placed.push({
      mention,
      index,
      sentence: s,
      paragraph: sentence.paragraph,
      subject: !quoted && isSubject(article.text, sentence, mention.span, prepositions),
      quoted,
    });
  }
  return placed;
};

const regionsOf = (text: string, sentence: Sentence | undefined): readonly Span[] =>
  sentence === undefined ? [] : quotedRegions(text, sentence);

const isSubject = (
  text: string,
  sentence: Sentence,
  at: Span,
  prepositions: ReadonlySet<string>,
): boolean => {
  if (/^['’]s\b/.test(text.slice(at.end, at.end + 3))) return false;
  const near = text.slice(Math.max(sentence.start, at.start - 24), at.start).trimEnd();
  // Letters alone can match, so that what stands before the last blank cannot.
  const before = /(\p{L}+)$/u.exec(near.slice(near.lastIndexOf(' ') + 1))?.[1];
  return before === undefined || !prepositions.has(before.toLowerCase());
};
