import { quotedRegions } from '../language/quotes.ts';
import type { FoldedWord } from '../lib/word-fold.ts';
import { foldWords } from '../lib/word-fold.ts';
import type { Article } from '../model/page.ts';
import type { Span } from '../model/span.ts';

/** A word of an article's body, and whether it stands between quotation marks. */
export interface BodyWord extends FoldedWord {
  readonly quoted: boolean;
}

/** The lines of the body segments, in order, white space only lines left out. */
export const bodyLines = (article: Article): readonly Span[] => {
  const lines: Span[] = [];
  for (const segment of article.segments) {
    if (segment.kind !== 'body') continue;
    let start = segment.article.start;
    while (start < segment.article.end) {
      const newline = article.text.indexOf('\n', start);
      const end = newline < 0 || newline >= segment.article.end ? segment.article.end : newline;
      if (/\S/.test(article.text.slice(start, end))) lines.push({ start, end });
      start = end + 1;
    }
  }
  return lines;
};

/** The words of the given lines, each with its quotation flag. Linear. */
export const wordsOfLines = (text: string, lines: readonly Span[]): readonly BodyWord[] => {
  const words: BodyWord[] = [];
  for (const line of lines) {
    const regions = quotedRegions(text, line);
    let next = 0;
    for (const { start, end, word } of foldWords(text, line.start, line.end)) {
      while (next < regions.length && (regions[next]?.end ?? 0) <= start) next++;
      const region = regions[next];
      words.push({ start, end, word, quoted: region !== undefined && region.start <= start });
    }
  }
  return words;
};
