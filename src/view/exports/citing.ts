import type { Citation, EventClaim } from '../../model/claim.ts';

/** Where a telling of an event stands. */
export interface CitedPassage {
  readonly article: string;
  readonly revision: string;
  /** In characters of the article's text. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** The widest first: a clause says more than the word that gave it away. */
const ROLES: readonly Citation['role'][] = ['clause', 'trigger'];

/** One passage for each telling of an event: its clause, else its trigger, else whatever is cited first. */
export const passagesOf = ({ evidence, tellings }: EventClaim): readonly CitedPassage[] =>
  tellings.flatMap((_, telling) => {
    const cited = evidence.filter((citation) => citation.telling === telling);
    const best = ROLES.flatMap((role) => cited.filter((citation) => citation.role === role))[0] ?? cited[0];
    if (best === undefined) return [];
    const { article, revision, span, exact } = best;
    return [{ article, revision, start: span.start, end: span.end, exact }];
  });

/** A passage in one cell. */
export const placeOf = ({ article, start, end }: CitedPassage): string => `${article}@${start}-${end}`;

/** The outlets that tell it, each once, in the order of the tellings. */
export const outletsOf = ({ tellings }: EventClaim): readonly string[] => [
  ...new Set(tellings.flatMap(({ outlet }) => (outlet === null ? [] : [outlet.name]))),
];
