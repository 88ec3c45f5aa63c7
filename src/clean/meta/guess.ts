import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Piece } from '../split.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';
import { datesAt, isUpdate } from './text-dates.ts';

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
  const lines: DateCandidate[] = [];
  const prose: DateCandidate[] = [];
  for (const piece of pieces) {
    if (OF_OTHERS.has(piece.kind)) continue;
    const line = cover(text, piece.at).slice(0, LINE + 1);
    const isLine = line.length <= LINE && !(piece.kind === 'body' && ENDS_SENTENCE.test(line));
    for (const date of datesAt(text, piece.at, isLine ? LINE_KIND : PROSE_KIND, null, words).slice(0, 2)) {
      const before = foldLine(line.slice(0, (date.at?.start ?? 0) - piece.at.start));
      const rejected = isLine && isUpdate(before, words) ? 'updated' : null;
      (isLine ? lines : prose).push({ ...date, guess: true, rejected });
    }
  }
  // The first that are found count; later ones are other things' dates.
  return [...lines.slice(0, 6), ...prose.slice(0, 1)];
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
