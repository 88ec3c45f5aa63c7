import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Atom } from './atoms.ts';
import { asFiscal, isFiscal } from './fiscal.ts';
import type { Frame, Resolution } from './frame.ts';
import { numberIn } from './frame.ts';
import { resolve } from './resolve.ts';
import type { Found } from './scan.ts';
import { isSouthern, opposite, renamed } from './seasons.ts';
import { fiscalYearOf } from './where.ts';

/** What an expression means in a frame; `impossible` when the calendar has no such day. */
export type Resolve = (frame: Frame) => Resolution | 'impossible';

/** The index behind the last atom of an expression. */
const endOf = ({ span, at }: Found, atoms: readonly Atom[]): number => {
  let end = at;
  while (end < atoms.length && (atoms[end]?.start ?? 0) < span.end) end++;
  return end;
};

/** How an expression of an article is resolved; what its words mean may hang on the place: seasons and fiscal years. */
export const resolverHere = (
  { article, knowledge }: AnnotatorInput,
  found: Found,
  atoms: readonly Atom[],
): Resolve => {
  const { node } = found;
  const season = numberIn(node, 'season');
  if (season !== null && isSouthern(knowledge, article, atoms, found.at, endOf(found, atoms)))
    return (frame) => {
      const resolution = resolve({ ...node, season: opposite(season) }, frame);
      return resolution === 'impossible' ? resolution : renamed(resolution);
    };
  const words = knowledge.languages[article.language]?.time?.periods?.fiscal;
  const isKnown = words !== undefined && (knowledge.fiscalYears ?? []).length > 0;
  if (!isKnown || !isFiscal(words, atoms, found.at, endOf(found, atoms)))
    return (frame) => resolve(node, frame);
  const fiscalYear = fiscalYearOf(knowledge, article, atoms);
  return (frame) => {
    const resolution = resolve(node, frame);
    const day = frame.now === null ? null : { first: frame.now, last: frame.now };
    return resolution === 'impossible' ? resolution : asFiscal(node, resolution, fiscalYear, day);
  };
};
