import { splitParagraph } from '../../language/sentences.ts';
import { allMatches } from '../../lib/matches.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine, wordsOfKnowledge } from '../lexicon.ts';
import type { Piece } from '../split.ts';
import { isFuture, isPast } from './tense.ts';

/** A sentence of the body with what dating asks of it. */
export interface Told {
  readonly at: Span;
  readonly text: string;
  /** Lower case, one unit for one unit. */
  readonly folded: string;
  /** Which paragraph it stands in, counted from 0. */
  readonly paragraph: number;
  readonly past: boolean;
  readonly future: boolean;
  /** Years written in it, in order; `since 2013` is none of them. */
  readonly years: readonly number[];
}

/** A page as its evidence is read. */
export interface Scene {
  readonly text: string;
  readonly sentences: readonly Told[];
  readonly knowledge: Knowledge;
  readonly words: Words;
}

// What bounds a page stands in its first pages; a paragraph of megabytes is no paragraph.
const READ = 20_000;
const READ_IN_ALL = 120_000;
const MOST_SENTENCES = 300;
const YEAR = /(?<![\d.,:/-])(?:1[89]|20)\d\d(?![\d:%]|,\d)/g;
const SINCE = /since\s(?:\p{L}+\s)?$/u;

/** The sentences of the body and the headline, without the rest of the page. */
export const readScene = (text: string, pieces: readonly Piece[], knowledge: Knowledge): Scene => {
  const body = pieces.filter(({ kind }) => kind === 'body' || kind === 'headline');
  const sentences: Told[] = [];
  let read = 0;
  for (const [paragraph, { at }] of body.entries()) {
    if (read > READ_IN_ALL || sentences.length > MOST_SENTENCES) break;
    for (const span of sentencesOf(text, at)) sentences.push(toldOf(text, span, paragraph));
    read += Math.min(READ, at.end - at.start);
  }
  return {
    text,
    sentences: sentences.slice(0, MOST_SENTENCES),
    knowledge,
    words: wordsOfKnowledge(knowledge),
  };
};

const sentencesOf = (text: string, paragraph: Span): readonly Span[] =>
  splitParagraph(text, { ...paragraph, end: Math.min(paragraph.end, paragraph.start + READ) });

const toldOf = (text: string, at: Span, paragraph: number): Told => {
  const raw = cover(text, at);
  const folded = foldLine(raw);
  const years = allMatches(raw, YEAR)
    .filter((match) => !SINCE.test(folded.slice(0, match.index)))
    .map((match) => Number(match[0]));
  return { at, text: raw, folded, paragraph, past: isPast(folded), future: isFuture(folded), years };
};

/** Where a stretch of a sentence stands in the article. */
export const within = (told: Told, start: number, length: number): Span => ({
  start: told.at.start + start,
  end: told.at.start + start + length,
});
