import type { Span } from '../../../model/span.ts';
import type { JapanesePhrase } from './phrases.ts';
import { isTopic } from './subject.ts';

/** Of whom a sentence tells, and where that sentence ends. */
export interface Topic {
  readonly phrase: JapanesePhrase;
  readonly end: number;
}

/** Of whom a sentence may tell that leaves it out: of whom the one before told, in the same paragraph. */
export const carriedInto = (text: string, { start }: Span, topic: Topic | null): JapanesePhrase | null =>
  topic === null || text.slice(topic.end, start).includes('\n') ? null : topic.phrase;

/** Of whom the next sentence may tell: the topic of this one, or of whom this one went on to tell. */
export const topicAfter = (
  text: string,
  sentence: Span,
  phrases: readonly JapanesePhrase[],
  carried: JapanesePhrase | null,
): Topic | null => {
  const own = phrases.find((phrase) => isTopic(phrase) && !isQuoted(text, sentence, phrase));
  const phrase = own ?? carried;
  return phrase === null ? null : { phrase, end: sentence.end };
};

const isQuoted = (text: string, { start }: Span, phrase: JapanesePhrase): boolean => {
  const before = text.slice(start, phrase.start);
  return before.lastIndexOf('「') > before.lastIndexOf('」');
};
