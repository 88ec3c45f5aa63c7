import type { Attribution } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { EntityRef } from '../model/page.ts';
import { cover } from '../model/span.ts';
import { worldOf } from '../model/world/index.ts';
import { gendersOf, pronounGender } from './gender.ts';
import type { Spoken } from './inner.ts';
import type { Placed } from './scene.ts';

const ONE = /^(?:he|she|his|her|он(?: же)?|она(?: же)?|его|ее|её|同氏|氏|彼|彼女)$/iu;
const SEVERAL = /^(?:they|both|their|они|оба|обе|их|両氏|両者)$/iu;

/** How far before a turn the one before it may end, in UTF-16 code units: two or three sentences. */
const REACH = 420;

/**
 * Who goes on speaking: `Voss said … "…," [he] added`. A pronoun that speaks is the last who spoke before it, when their gender
 * allows it; `they` are the two who spoke together. Null where the source is no pronoun or nobody spoke shortly before.
 */
export const turnOf = (
  attribution: Attribution,
  before: readonly Spoken[],
  input: AnnotatorInput,
  placed: () => readonly Placed[],
): readonly EntityRef[] | null => {
  const source = attribution.source[0];
  if (source === undefined) return null;
  const { text } = input.article;
  const words = cover(text, source);
  const several = SEVERAL.test(words);
  if (!several && !ONE.test(words)) return null;
  const last = before.findLast(
    (other) => !isInside(attribution, other.attribution) && other.speakers.length > 0,
  );
  if (last === undefined || source.start - endOf(last.attribution) > REACH) return null;
  if (several) return last.speakers.length > 1 ? last.speakers : null;
  const [speaker] = last.speakers;
  const world = worldOf(input.knowledge);
  if (speaker === undefined || last.speakers.length > 1 || !isPerson(speaker.id, placed())) return null;
  if (isOtherNamed(last.attribution, source.start, speaker.id, placed())) return null;
  const gender = pronounGender(words);
  const own = gendersOf(input, placed(), world).get(speaker.id);
  return gender !== null && own !== undefined && own !== gender ? null : last.speakers;
};

const endOf = ({ content, cue }: Attribution): number =>
  Math.max(...content.map(({ end }) => end), ...cue.map(({ end }) => end));

const isInside = (inner: Attribution, outer: Attribution): boolean => {
  const at = inner.cue[0] ?? inner.content[0];
  return outer.content.some(({ start, end }) => start <= at.start && at.end <= end);
};

const isPerson = (id: string, placed: readonly Placed[]): boolean =>
  placed.some(({ mention }) => mention.type === 'PERSON' && mention.refersTo?.id === id);

/** Whether somebody else is the subject of what is told between: the pronoun may mean him. */
const isOtherNamed = (
  last: Attribution,
  until: number,
  speaker: string,
  placed: readonly Placed[],
): boolean =>
  placed.some(
    ({ mention, subject }) =>
      subject &&
      mention.form === 'name' &&
      mention.type === 'PERSON' &&
      mention.refersTo?.id !== speaker &&
      mention.span.start >= endOf(last) &&
      mention.span.end <= until,
  );
