import type { EventTime, TimeExpression } from '../../model/annotation.ts';
import type { Day } from '../../model/brand.ts';
import { compareDays, formatInterval, rangeOf } from '../../model/edtf/index.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { TITLES } from './english.ts';
import type { Cast } from './participants.ts';
import type { Scene, Stage } from './stage.ts';

/** The day before which what a story tells next cannot lie, with the words that say so. */
export interface Carried {
  readonly from: Day;
  readonly expression: Span;
}

const ORDERING: ReadonlySet<string> = new Set(
  'later then afterwards afterward subsequently thereafter'.split(' '),
);

/** Whether an act is told as coming after what was told before: "[Later] the talks stopped, but [then] resumed". */
const isOrdered = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ lower }, i) => ORDERING.has(lower) && !isCounted(tokens, i));

/** "three days later", "later on Monday", "by then": another time is meant, or none. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  /^(?:days?|weeks?|months?|years?|hours?|by|until|since|than)$/.test(tokens[at - 1]?.lower ?? '');

/** What a sentence hands on to the next: the last day of the latest time it tells, else what was handed to it. */
export const carriedBy = (times: readonly TimeExpression[], before: Carried | null): Carried | null => {
  const dated = times.findLast(
    ({ type, earliest, edtf }) => type === 'DATE' && edtf !== null && earliest !== null,
  );
  return dated?.earliest == null ? before : { from: dated.earliest, expression: dated.span };
};

/** After the day carried, when the act is told as the next and publication lies after it; null otherwise. */
export const afterCarried = (
  stage: Stage,
  { tokens }: Scene,
  trigger: number,
  carried: Carried | null,
): EventTime | null => {
  if (carried === null || !isOrdered(tokens, trigger)) return null;
  const { latest, earliest } = stage.published;
  const told = latest ?? earliest;
  if (told === null || compareDays(carried.from, told) >= 0) return null;
  return {
    ...rangeOf(formatInterval(carried.from, latest)),
    basis: 'bounded',
    expression: carried.expression,
  };
};

const FORMER: ReadonlySet<string> = new Set([
  'former',
  'then-president',
  'late',
  'ex-president',
  'ex-premier',
]);

/**
 * The years in office of whoever acts with a title that ended before publication: "the visit of [Prime Minister] Voss" lies
 * within her term. Null where nobody has one, or it is the present one.
 */
export const withinTerm = (stage: Stage, scene: Scene, { participants }: Cast): EventTime | null => {
  const { earliest } = stage.published;
  if (earliest === null) return null;
  for (const { id, mention } of participants) {
    if (mention === null || !isTitled(scene.tokens, mention)) continue;
    const terms = stage.world.terms(id);
    const last = terms.reduce<string | null>(
      (end, { to }) => (end === null || to === null || to > earliest ? null : to > end ? to : end),
      terms[0]?.to ?? null,
    );
    const first = terms.reduce<string | null>((from, term) => least(from, term.from), terms[0]?.from ?? null);
    if (last === null || first === null || last >= earliest) continue;
    return {
      ...rangeOf(formatInterval(first as Day, last as Day)),
      basis: 'inferred',
      expression: null,
    };
  }
  return null;
};

const least = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a < b ? a : b;

/** "[Prime Minister] Ada Voss"; a "former" one acts as she is called now. */
const isTitled = (tokens: readonly Token[], mention: Span): boolean => {
  const first = tokens.findIndex(({ end }) => end > mention.start);
  const before = tokens.slice(Math.max(0, first - 4), first + 2);
  return (
    before.some(({ lower }) => TITLES.has(lower) && lower !== 'former' && lower !== 'mr') &&
    !before.some(({ lower }) => FORMER.has(lower))
  );
};
