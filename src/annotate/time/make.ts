import type { Span } from '../../model/span.ts';
import type { Made } from './expression.ts';
import type { Resolution } from './frame.ts';
import type { Outcome, Told } from './lane.ts';
import { readLane } from './lane.ts';
import type { Weighted } from './readings.ts';
import { readingsByDay, readingsIn, withRival } from './readings.ts';
import type { Published } from './reckon.ts';
import { agree, agreeOnStretch, lanesOf } from './reckon.ts';

/** The share of a day of publication that the page speaks for beside the chosen one. Set, not measured. */
const RIVAL_SHARE = 0.15;

const possible = (outcomes: readonly (Outcome | undefined)[]): readonly Resolution[] =>
  outcomes.flatMap((outcome) =>
    outcome === undefined || outcome.resolution === 'impossible' ? [] : [outcome.resolution],
  );

const readingsOf = (told: Told, outcomes: readonly (Outcome | undefined)[]): readonly Weighted[] => {
  const byDay = outcomes.length > 1 ? readingsByDay(possible(outcomes)) : [];
  const last = outcomes.at(-1);
  if (byDay.length > 0 || last === undefined || last.resolution === 'impossible') return byDay;
  const { frame, resolution } = last;
  const isCertain = possible(outcomes).every(({ value }) => value === resolution.value);
  return isCertain ? readingsIn({ node: told.found.node, frame, resolution }) : [];
};

const hangsOn = (resolution: Resolution, rival: Resolution | null): boolean =>
  rival !== null && rival.value !== resolution.value;

type Unnamed = Omit<Made, 'found' | 'mod'>;

/** When only one day of publication is possible, there is nothing to agree on. */
const makeSure = (told: Told, { frame, resolution }: Outcome): Unnamed | null =>
  resolution === 'impossible'
    ? null
    : {
        resolution,
        readings: readingsIn({ node: told.found.node, frame, resolution }),
        stretch: null,
        isContested: false,
      };

const makeOne = (
  told: Told,
  outcomes: readonly (Outcome | undefined)[],
  rivals: readonly Resolution[],
): Unnamed | null => {
  const resolution = agree(told.found.node, possible(outcomes));
  if (resolution === null) return null;
  const [rival = null] = rivals;
  return {
    resolution,
    readings: withRival(readingsOf(told, outcomes), resolution, rival, RIVAL_SHARE),
    stretch: null,
    isContested: hangsOn(resolution, rival),
  };
};

const stretchBetween = (
  index: number,
  told: readonly Told[],
  lanes: readonly (readonly Outcome[])[],
): Made['stretch'] => {
  const [first, second] = [told[index], told[index + 1]];
  if (first === undefined || second === undefined || first.bond === null) return null;
  const stretch = agreeOnStretch(lanes.map((lane) => lane[index + 1]?.stretch ?? null));
  if (stretch === null) return null;
  const span: Span = { start: first.found.span.start, end: second.found.span.end };
  return { span, stretch };
};

/**
 * What every expression means over all days that publication can have been: null when the calendar never has such a day.
 * `rival` is another day that the page speaks for.
 */
export const makeAll = (
  told: readonly Told[],
  published: Published,
  rival: number | null,
): readonly (Unnamed | null)[] => {
  const lanes = lanesOf(published).map((day) => readLane(told, day));
  const other = rival === null ? [] : readLane(told, rival);
  const sure = lanes.length === 1 && rival === null ? lanes[0] : undefined;
  const made = told.map((each, index) => {
    const outcome = sure?.[index];
    if (outcome !== undefined) return makeSure(each, outcome);
    return makeOne(
      each,
      lanes.map((lane) => lane[index]),
      possible([other[index]]),
    );
  });
  return made.map((each, index) => {
    const stretch = stretchBetween(index, told, lanes) ?? stretchBetween(index - 1, told, lanes);
    return each === null || stretch === null ? each : { ...each, stretch };
  });
};
