import { firstAbove } from '../lib/sorted.ts';
import type { Attribution } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { EntityRef } from '../model/page.ts';
import { cover } from '../model/span.ts';
import { worldOf } from '../model/world/index.ts';
import { type Gender, gendersOf, pronounGender } from './gender.ts';
import type { Spoken } from './inner.ts';
import { namedInIt } from './pronoun-speaker.ts';
import type { Placed } from './scene.ts';
import { isOnePerson } from './unnamed.ts';

const ONE = /^(?:he|she|his|her|он(?: же)?|она(?: же)?|его|ее|её|同氏|氏|彼|彼女)$/iu;
const SEVERAL = /^(?:they|both|their|они|оба|обе|их|両氏|両者)$/iu;

/** How far before a turn the one before it may end, in UTF-16 code units: two or three sentences. */
const REACH = 420;

/** Tells who goes on speaking, given those who spoke before. */
export type Turns = (attribution: Attribution, before: readonly Spoken[]) => readonly EntityRef[] | null;

/**
 * Who goes on speaking: `Voss said it was late. "…," [he] added`. A pronoun that speaks is the last who spoke before it, when their
 * gender allows it and nobody else was the subject in between; `they` are the two who spoke together. Null where the source is no
 * pronoun or nobody spoke shortly before.
 */
export const turnsOf = (input: AnnotatorInput, placed: () => readonly Placed[]): Turns => {
  let known: Known | null = null;
  return (attribution, before) => {
    const source = attribution.source[0];
    if (source === undefined) return null;
    const words = cover(input.article.text, source);
    const several = SEVERAL.test(words);
    const last = several || ONE.test(words) ? lastBefore(attribution, source.start, before) : null;
    if (last === null || several !== last.speakers.length > 1) return null;
    if (several) return last.speakers;
    known ??= readKnown(input, placed());
    const id = last.speakers[0]?.id ?? '';
    if (namedInIt(attribution, placed()).has(id)) return null;
    return goesOn(last, words, source.start, known) ? last.speakers : null;
  };
};

/** What pronouns are told apart by, read once an article. */
interface Known {
  readonly text: string;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly persons: ReadonlySet<string>;
  /** Persons by name where a subject stands, in text order. */
  readonly subjects: readonly Placed[];
}

const readKnown = (input: AnnotatorInput, placed: readonly Placed[]): Known => {
  const persons = placed.filter(({ mention }) => mention.type === 'PERSON');
  return {
    text: input.article.text,
    genders: gendersOf(input, placed, worldOf(input.knowledge)),
    persons: new Set(persons.flatMap(({ mention }) => mention.refersTo?.id ?? [])),
    subjects: persons.filter(({ subject, mention }) => subject && mention.form === 'name'),
  };
};

/** Who spoke last before, and not too far before. */
const lastBefore = (attribution: Attribution, at: number, before: readonly Spoken[]): Spoken | null => {
  for (let i = before.length - 1; i >= Math.max(0, before.length - 8); i--) {
    const other = before[i];
    if (other === undefined || other.speakers.length === 0 || isInside(attribution, other.attribution))
      continue;
    return at - endOf(other.attribution) > REACH ? null : other;
  }
  return null;
};

/** `A senior diplomat`, `his wife`: one person whom nobody names. */
const isUnnamedPerson = ({ attribution, speakers }: Spoken, text: string): boolean => {
  const source = attribution.source[0];
  return (
    source !== undefined &&
    speakers[0] !== undefined &&
    isOnePerson(speakers[0]) &&
    /^(?:an?|the|one|his|her|our|my|another)\s/i.test(cover(text, source))
  );
};

const goesOn = (
  last: Spoken,
  words: string,
  until: number,
  { genders, persons, subjects, text }: Known,
): boolean => {
  const id = last.speakers[0]?.id ?? '';
  if (!persons.has(id) && !isUnnamedPerson(last, text)) return false;
  const gender = pronounGender(words);
  if (gender !== null && (genders.get(id) ?? gender) !== gender) return false;
  const from = endOf(last.attribution);
  for (
    let i = firstAbove(subjects, from - 1, ({ mention }) => mention.span.start);
    i < subjects.length;
    i++
  ) {
    const other = subjects[i];
    if (other === undefined || other.mention.span.end > until) return true;
    if (other.mention.refersTo?.id !== id) return false;
  }
  return true;
};

const endOf = ({ content, cue }: Attribution): number =>
  Math.max(...content.map(({ end }) => end), ...cue.map(({ end }) => end));

const isInside = (inner: Attribution, outer: Attribution): boolean => {
  const at = inner.cue[0] ?? inner.content[0];
  return outer.content.some(({ start, end }) => start <= at.start && at.end <= end);
};
