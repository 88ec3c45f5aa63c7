import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Piece } from '../split.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS, weighed } from './candidate.ts';
import { datesAt, holdsDigit, isUpdate, labelBefore, SAID, saysPublished } from './text-dates.ts';

/** A short line anywhere on the page that holds a date outside of prose. Example: `Saved by ana on [3 March 2020] - 18:55` */
export const GUESS_LINE: RuleId = ruleId('clean/published/guess-line@1');
/** Nothing but the day of a change is told. Example: `Last updated: [3 March 2020]` */
export const GUESS_UPDATED: RuleId = ruleId('clean/published/guess-updated@1');
/** The first full date of the running text. Example: `On [3 March 2020] the harbour of Port Ana was closed.` */
export const GUESS_PROSE: RuleId = ruleId('clean/published/guess-prose@1');

const LINE_KIND: DateKind = { rule: GUESS_LINE, source: 'shown', weight: WEIGHTS.guess };
const PROSE_KIND: DateKind = { rule: GUESS_PROSE, source: 'prose', weight: WEIGHTS.guess * 0.3 };
const UPDATED_SHARE = 0.35;

const LINE = 200;
const MOST = 6;
const ENDS_SENTENCE = /[.!?…。]["”’»)]{0,2}$/;
const OF_OTHERS: ReadonlySet<SegmentKind> = new Set(['clock', 'related', 'caption']);

/**
 * What the text of an HTML page lets one guess when nothing dates the page: dates in short lines, then the first of the
 * running text. Never asked of plain text, whose bounds are told by its evidence.
 */
export const guessDates = (
  text: string,
  pieces: readonly Piece[],
  words: Words,
): readonly DateCandidate[] => {
  const found = pieces.flatMap((piece, i) =>
    OF_OTHERS.has(piece.kind) || !holdsDigit(text, piece.at)
      ? []
      : guessesOf(text, piece, labelBefore(text, pieces[i - 1]), words),
  );
  const first = (test: (date: DateCandidate) => boolean, most: number): readonly DateCandidate[] =>
    found.filter(test).slice(0, most);
  // The first that are found count; later ones are other things' dates.
  return [
    ...first(({ rule, rejected }) => rule === GUESS_LINE && rejected === null, MOST),
    ...first(({ rejected }) => rejected !== null, MOST),
    ...first(({ rule }) => rule === GUESS_PROSE, 1),
  ];
};

const guessesOf = (text: string, piece: Piece, label: string, words: Words): readonly DateCandidate[] => {
  const line = foldLine(cover(text, piece.at).slice(0, LINE + 1));
  const isLine = line.length <= LINE && !ENDS_SENTENCE.test(line);
  if (!isLine)
    return datesAt(text, piece.at, PROSE_KIND, null, words)
      .slice(0, 1)
      .map((date) => ({ ...date, guess: true }));
  return datesAt(text, piece.at, LINE_KIND, null, words, { shortYears: true })
    .slice(0, 2)
    .map((date) => {
      const before = `${label} ${line.slice(0, (date.at?.start ?? 0) - piece.at.start)}`;
      const said = saysPublished(before, words) ? weighed(date, SAID) : date;
      return { ...said, guess: true, rejected: isUpdate(before, words) ? 'updated' : null };
    });
};

/** The days of changes as guesses, for a page that tells no other. */
export const guessFromUpdates = (candidates: readonly DateCandidate[]): readonly DateCandidate[] =>
  candidates
    .filter(({ rejected }) => rejected === 'updated')
    .map((candidate) => ({
      ...candidate,
      rule: GUESS_UPDATED,
      weight: candidate.weight * UPDATED_SHARE,
      guess: true,
      rejected: null,
    }));
