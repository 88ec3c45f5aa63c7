import type { Knowledge } from '../../model/knowledge.ts';
import type { Article } from '../../model/page.ts';
import type { Atom } from './atoms.ts';
import type { Resolution } from './frame.ts';
import { datelineOf, placesIn } from './where.ts';

/** South of this the seasons are those of the southern half, in degrees; nearer the equator nobody tells time by them. */
const SOUTH = -8;
/** A place that stands this near a season is where it is: "the Australian summer", "summer in Chile". */
const NEAR = 3;

/**
 * Whether a season is one of the southern half: by the place in the phrase, else by the dateline. The outlet says
 * nothing: papers of the north report from the south.
 */
export const isSouthern = (
  knowledge: Knowledge,
  article: Article,
  atoms: readonly Atom[],
  at: number,
  end: number,
): boolean => {
  const [near] = placesIn(knowledge, atoms, at - NEAR, end + NEAR);
  const latitude = (near ?? datelineOf(knowledge, article))?.latitude ?? null;
  return latitude !== null && latitude <= SOUTH;
};

/** The season that the other half has at the same time: 1 spring to 4 winter. */
export const opposite = (season: number): number => ((season + 1) % 4) + 1;

const LABELS: Readonly<Record<string, string>> = { SP: 'FA', SU: 'WI', FA: 'SP', WI: 'SU' };
const CODES: Readonly<Record<string, string>> = { '21': '23', '22': '24', '23': '21', '24': '22' };

/**
 * A season that was reckoned by its northern opposite, under its own name: the southern summer of 2016 has the days of
 * the northern winter that begins in 2016.
 */
export const renamed = (resolution: Resolution): Resolution => ({
  ...resolution,
  value: resolution.value.replace(/-(SP|SU|FA|WI)\b/, (all, label: string) => `-${LABELS[label] ?? all}`),
  edtf:
    resolution.edtf?.replace(
      /^(-?\d{4})-(2[1-4])$/,
      (_, year: string, code: string) => `${year}-${CODES[code]}`,
    ) ?? null,
});
