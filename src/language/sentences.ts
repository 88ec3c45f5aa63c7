import { allMatches } from '../lib/matches.ts';
import type { Article } from '../model/page.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { trimmed } from '../model/span.ts';
import { quotedRegions } from './quotes.ts';
import { tokenise } from './tokens.ts';

const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sens?|Reps?|Govs?|Pres|Rev|Hon|Amb|Adm|Cmdr|Maj|Brig|Msgr|Supt|Det|Ft|St|Mt|No|Vol|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|Jr|Sr|a\.m|p\.m|e\.g|i\.e|cf|ca|г|гг|в|им|т\.е|т\.д|[A-ZА-ЯЁ]|(?:\p{L}\.)+\p{L})$/u;
/** The longest sentence in UTF-16 code units; longer ones are cut. */
export const MAX_SENTENCE = 4_000;

const STOP = /[.!?…。！？]+["”’'»)\]」』]*/gu;
const CJK_STOP = /[。！？]/u;

/**
 * Splits the headline and body segments of an article into sentences with their tokens. A segment is a paragraph; no
 * boundary falls inside a quoted region, after a known abbreviation, or before a lower-case letter. Linear.
 */
export const readSentences = (article: Article): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const [index, segment] of article.segments.entries()) {
    if (segment.kind !== 'body' && segment.kind !== 'headline') continue;
    for (const at of splitParagraph(article.text, segment.article))
      sentences.push({
        ...at,
        tokens: tokenise(article.text, at.start, at.end),
        segment: index,
        paragraph,
        headline: segment.kind === 'headline',
      });
    paragraph++;
  }
  return sentences;
};

/** The sentences of one paragraph, trimmed, in order. */
export const splitParagraph = (text: string, paragraph: Span): readonly Span[] => {
  const regions = quotedRegions(text, paragraph);
  const spans: Span[] = [];
  let from = paragraph.start;
  let region = 0;
  const part = text.slice(paragraph.start, paragraph.end);
  for (const match of allMatches(part, STOP)) {
    const start = paragraph.start + match.index;
    const end = start + match[0].length;
    if (start < from) continue;
    while (region < regions.length && (regions[region]?.end ?? 0) < end) region++;
    const inside = regions[region];
    if (inside !== undefined && inside.start < start && end < inside.end) continue;
    if (!endsSentence(text, start, end, paragraph.end)) continue;
    spans.push(trimmed(text, { start: from, end }));
    from = end;
  }
  const rest = trimmed(text, { start: from, end: paragraph.end });
  if (rest.start < rest.end) spans.push(rest);
  return spans.filter((at) => at.start < at.end).flatMap((at) => cut(text, at));
};

/** A stretch without any stop is cut at white space, so that what is done per sentence stays bounded. */
const cut = (text: string, at: Span): readonly Span[] => {
  if (at.end - at.start <= MAX_SENTENCE) return [at];
  const pieces: Span[] = [];
  let start = at.start;
  while (at.end - start > MAX_SENTENCE) {
    const blank = text.lastIndexOf(' ', start + MAX_SENTENCE);
    const end = blank > start ? blank : start + MAX_SENTENCE;
    pieces.push(trimmed(text, { start, end }));
    start = end;
  }
  pieces.push(trimmed(text, { start, end: at.end }));
  return pieces.filter((piece) => piece.start < piece.end);
};

const endsSentence = (text: string, start: number, end: number, limit: number): boolean => {
  if (end >= limit) return true;
  if (CJK_STOP.test(text[start] ?? '')) return true;
  if (!/\s/.test(text[end] ?? '')) return false;
  if (text[start] === '.' && ABBREVIATION.test(text.slice(Math.max(0, start - 12), start))) {
    return !/^\s+\p{L}/u.test(text.slice(end, end + 8)) && end + 1 >= limit;
  }
  const next = text.slice(end, end + 12).trimStart();
  return !/^\p{Ll}/u.test(next);
};
