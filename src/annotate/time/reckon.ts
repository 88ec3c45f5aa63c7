import { formatDay } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Anchor, Carried, Resolution } from './frame.ts';
import { daysOf } from './period.ts';
import { resolve } from './resolve.ts';
import type { Tense } from './tense.ts';

/** The first and last day that publication can have been, as day numbers; null when nothing is known. */
export type Published = { readonly first: number; readonly last: number } | null;

/** What an expression is reckoned in: as a frame, but publication may be an interval. */
export interface Setting {
  readonly published: Published;
  readonly tense: Tense;
  readonly isNarrative: boolean;
  readonly carried: Carried;
}

const joined = (
  a: readonly [number, number] | null,
  b: readonly [number, number] | null,
): readonly [number, number] | null =>
  a === null || b === null ? null : [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

const YEAR = /^\d{4}(?=-)/;

/** What is certain of a value that depends on the day of publication: the form without it, in the year both share. */
const certain = (unknown: string, first: string, last: string): string => {
  const [a, b] = [YEAR.exec(first)?.[0], YEAR.exec(last)?.[0]];
  return a !== undefined && a === b ? unknown.replace(/^XXXX/, a) : unknown;
};

/** In a narrative the last date told is the day that "last month" or "that Thursday" is counted from. */
const inStory = (
  node: TimeTemplate,
  setting: Omit<Setting, 'published'>,
  story: Anchor,
): Resolution | 'impossible' => {
  const resolution = resolve(node, { ...setting, now: daysOf(story.period)[0] });
  if (resolution === 'impossible' || resolution.anchor !== 'published') return resolution;
  return { ...resolution, anchor: story };
};

/**
 * Resolves an expression against publication. When publication is an interval, it is resolved at both ends: what comes
 * out the same is certain; otherwise the value is generalised and the days run from the first to the last possible one.
 */
export const reckon = (node: TimeTemplate, setting: Setting): Resolution | 'impossible' => {
  const { published, ...rest } = setting;
  const story = rest.isNarrative ? rest.carried.date : null;
  if (story !== null) return inStory(node, rest, story);
  if (published === null) return resolve(node, { ...rest, now: null });
  const last = resolve(node, { ...rest, now: published.last });
  if (published.first === published.last || last === 'impossible' || last.anchor === 'calendar') return last;
  const first = resolve(node, { ...rest, now: published.first });
  if (first === 'impossible') return last;
  if (first.value === last.value && first.edtf === last.edtf) return last;
  const unknown = resolve(node, {
    ...rest,
    now: null,
    carried: { ...rest.carried, date: null, here: null, before: null, year: null },
  });
  const days = joined(first.days, last.days);
  return {
    type: last.type,
    value: certain(unknown === 'impossible' ? last.value : unknown.value, first.value, last.value),
    edtf: days === null ? null : `${formatDay(days[0])}/${formatDay(days[1])}`,
    days,
    anchor: last.anchor,
    period: null,
  };
};
