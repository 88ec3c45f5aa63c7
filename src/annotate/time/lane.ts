import type { Bond } from './bind.ts';
import { carryOn } from './carry.ts';
import type { Anchor, Carried, Frame, Resolution } from './frame.ts';
import { NOTHING_CARRIED, numberIn } from './frame.ts';
import { isNarrative } from './genre.ts';
import { daysOf } from './period.ts';
import type { Resolve } from './placed.ts';
import type { Found } from './scan.ts';
import type { End, Stretch } from './stretch.ts';
import { joinEnds } from './stretch.ts';
import type { Tense } from './tense-kind.ts';

/** An expression of the text with all that it is resolved by, but for the day of publication. */
export interface Told {
  readonly found: Found;
  readonly tense: Tense;
  /** What binds it to the next one. */
  readonly bond: Bond;
  readonly resolve: Resolve;
  /** The number of its sentence. */
  readonly sentence: number;
}

/** What an expression means if the text was published on one day; `impossible` when the calendar has no such day. */
export interface Outcome {
  readonly frame: Frame;
  readonly resolution: Resolution | 'impossible';
  readonly stretch: Stretch | null;
}

interface Setting {
  readonly frame: Frame;
  /** In a narrative the last date told, which is the day that "last month" or "that Thursday" is counted from. */
  readonly story: Anchor | null;
}

const settingOf = (now: number | null, tense: Tense, isStory: boolean, carried: Carried): Setting => {
  const story = isStory ? carried.date : null;
  const day = story === null ? now : daysOf(story.period)[0];
  return { frame: { now: day, tense, isNarrative: isStory, carried }, story };
};

/** What is carried into an expression: what its own sentence has said is told from what the sentence before had. */
const carriedInto = (carried: Carried, gap: number): Carried =>
  gap === 0 ? carried : { ...carried, here: null, before: gap === 1 ? carried.here : null };

const resolveIn = ({ resolve }: Told, { frame, story }: Setting): Resolution | 'impossible' => {
  const resolution = resolve(frame);
  if (story === null || resolution === 'impossible' || resolution.anchor !== 'published') return resolution;
  return { ...resolution, anchor: story };
};

/**
 * Reads the expressions of a text as if it was published on one day (null when nothing is known): what each means, and what
 * the later ones are counted from. In text order; linear.
 */
export const readLane = (told: readonly Told[], day: number | null): readonly Outcome[] => {
  const isStory = isNarrative(
    told.map(({ found }) => found),
    day,
  );
  const outcomes: Outcome[] = [];
  let carried = NOTHING_CARRIED;
  let first: { readonly end: End; readonly bond: Bond } | null = null;
  let sentence = 0;
  for (const each of told) {
    carried = carriedInto(carried, each.sentence - sentence);
    sentence = each.sentence;
    const setting = settingOf(day, each.tense, isStory, carried);
    let resolution = resolveIn(each, setting);
    let stretch: Stretch | null = null;
    const { frame } = setting;
    if (first !== null && resolution !== 'impossible') {
      const joined = joinEnds(first.end, { node: each.found.node, frame, resolution }, first.bond);
      stretch = joined.stretch;
      resolution = joined.ends[1];
      const last = outcomes.at(-1);
      if (last !== undefined)
        outcomes[outcomes.length - 1] = { ...last, resolution: joined.ends[0], stretch };
    }
    outcomes.push({ frame, resolution, stretch });
    first =
      resolution === 'impossible' || each.bond === null
        ? null
        : { end: { node: each.found.node, frame, resolution }, bond: each.bond };
    // What a figure is compared with is told aside.
    if (resolution !== 'impossible' && numberIn(each.found.node, 'aside') === null)
      carried = carryOn(carried, resolution, each.found, { isNarrative: isStory, tense: each.tense });
  }
  return outcomes;
};
