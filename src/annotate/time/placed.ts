import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Atom } from './atoms.ts';
import { asFiscal, isFiscal } from './fiscal.ts';
import type { Resolution } from './frame.ts';
import { numberIn } from './frame.ts';
import type { Setting } from './reckon.ts';
import { reckon } from './reckon.ts';
import type { Found } from './scan.ts';
import { isSouthern, opposite, renamed } from './seasons.ts';
import { fiscalYearOf } from './where.ts';

/** The index behind the last atom of an expression. */
const endOf = ({ span, at }: Found, atoms: readonly Atom[]): number => {
  let end = at;
  while (end < atoms.length && (atoms[end]?.start ?? 0) < span.end) end++;
  return end;
};

/** Reckons an expression of an article; what its words mean may hang on the place: seasons and fiscal years. */
export const reckonHere = (
  { article, knowledge }: AnnotatorInput,
  found: Found,
  atoms: readonly Atom[],
  setting: Setting,
): Resolution | 'impossible' => {
  const { node } = found;
  const season = numberIn(node, 'season');
  if (season !== null && isSouthern(knowledge, article, atoms, found.at, endOf(found, atoms))) {
    const resolution = reckon({ ...node, season: opposite(season) }, setting);
    return resolution === 'impossible' ? resolution : renamed(resolution);
  }
  const resolution = reckon(node, setting);
  const words = knowledge.languages[article.language]?.time?.periods?.fiscal;
  if (resolution === 'impossible' || words === undefined || (knowledge.fiscalYears ?? []).length === 0)
    return resolution;
  if (!isFiscal(words, atoms, found.at, endOf(found, atoms))) return resolution;
  return asFiscal(node, resolution, fiscalYearOf(knowledge, article, atoms), setting.published);
};
