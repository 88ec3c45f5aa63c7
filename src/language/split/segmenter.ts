import type { TextSplitter, Word } from '../../model/analysis.ts';
import { trimmed } from '../../model/span.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A stretch without a stop is cut at this many code units. */
const LONGEST = 4_000;

/**
 * A splitter by the Unicode rules of the JavaScript engine (`Intl.Segmenter`), for languages without weights. Japanese
 * sentences come out well (F1 99.7 on UD GSD), its words less so (80.5).
 */
export const segmenterSplitter = (language: string): TextSplitter => {
  const bySentence = new Intl.Segmenter(language, { granularity: 'sentence' });
  const byWord = new Intl.Segmenter(language, { granularity: 'word' });
  return {
    sentences: (text, within) =>
      paragraphsOf(text, within)
        .flatMap(({ start, end }) => {
          const spans = [];
          for (let from = start; from < end; from += LONGEST)
            for (const { index, segment } of bySentence.segment(
              text.slice(from, Math.min(end, from + LONGEST)),
            ))
              spans.push(trimmed(text, { start: from + index, end: from + index + segment.length }));
          return spans;
        })
        .filter(({ start, end }) => start < end),
    words: (text, { start, end }) => {
      const words: Word[] = [];
      for (const { index, segment } of byWord.segment(text.slice(start, end)))
        if (segment.trim() !== '')
          words.push({ start: start + index, end: start + index + segment.length, form: segment });
      return words;
    },
  };
};
