import type { EntityId } from '../../model/brand.ts';
import type { OutletEntry } from '../../model/knowledge.ts';
import type { WireRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import { bySpan } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Dateline } from '../marks/dateline.ts';
import type { Outlets } from '../outlets.ts';
import type { Piece } from '../split.ts';

const AROUND = 28;
// The most of one paragraph that is searched for agencies.
const READ = 50_000;

/**
 * The agencies an article carries or credits, each at its first place: the sign of the dateline, names in credit lines,
 * and names in the body joined to a reporting word (`reports Kestrel`). The outlet itself is none of its wires.
 */
export const findWires = (
  text: string,
  pieces: readonly Piece[],
  dateline: Dateline | null,
  outlet: EntityId | null,
  words: Words,
  outlets: Outlets,
): readonly WireRef[] => {
  const found: { readonly outlet: OutletEntry; readonly at: Span }[] = [];
  if (dateline?.sign?.outlet) found.push({ outlet: dateline.sign.outlet, at: dateline.sign.at });
  for (const piece of pieces) {
    if (piece.kind === 'credit' || piece.kind === 'byline' || piece.kind === 'dateline')
      found.push(...outlets.agenciesIn(text, piece.at.start, piece.at.end));
    if (piece.kind === 'body')
      found.push(
        ...outlets
          .agenciesIn(text, piece.at.start, Math.min(piece.at.end, piece.at.start + READ))
          .filter((match) => isReported(text, match.at, piece.at, words)),
      );
  }
  const seen = new Set<EntityId | null>([outlet]);
  return found
    .sort((a, b) => bySpan(a.at, b.at))
    .filter((match) => !seen.has(match.outlet.id) && seen.add(match.outlet.id) !== undefined)
    .map(({ outlet: { id, name }, at }) => ({ id, name, at }));
};

/** Whether a reporting word stands right before or behind the name. */
const isReported = (text: string, at: Span, within: Span, words: Words): boolean => {
  const before = foldLine(text.slice(Math.max(within.start, at.start - AROUND), at.start)).trimEnd();
  const behind = foldLine(text.slice(at.end, Math.min(within.end, at.end + AROUND)));
  const stripped = before
    .replace(/(?:\bthe|\bnews agency|\bagency|\bагентство|\bагентству|["“«(])$/u, '')
    .trimEnd();
  if (words.reportCues.before.some((cue) => endsWithWord(stripped, cue))) return true;
  const rest = behind.replace(/^["”»)]?\s?(?:news agency|agency|通信)?\s?/u, '');
  return words.reportCues.after.some((cue) => startsWithWord(rest, cue) || rest.startsWith(`has ${cue}`));
};

const LETTER = /\p{L}/u;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/;

const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) && !LETTER.test(text[text.length - word.length - 1] ?? ' ');

const startsWithWord = (text: string, word: string): boolean =>
  text.startsWith(word) && (UNSPACED.test(word) || !LETTER.test(text[word.length] ?? ' '));
