/**
 * The classes that words are known by, one bit each, in the order of the word table of `knowledge/models/names-en.bin`.
 * A word may be in several: `Victoria` is a given name, a surname and a place.
 */
export const FLAGS = [
  'given',
  'surname',
  'demonym',
  'people',
  'state',
  'place',
  'group',
  'noun-person',
  'noun-group',
  'noun-location',
  'noun-event',
  'noun-act',
  'partyHead',
  'partyWord',
  'groupHead',
  'placeHead',
  'event',
  'election',
  'electionWord',
  'title',
  'particle',
  'suffix',
  'direction',
  'calendar',
  'placePreposition',
  'speech',
  'memberWord',
] as const;

/** The name of a class of words. */
export type Flag = (typeof FLAGS)[number];

/** The bit of a class. */
export const flagBit = (flag: Flag): number => 1 << FLAGS.indexOf(flag);

/** What whole names are listed as: several words that are one person, state, place, body or happening. */
export const PHRASE_KINDS = ['person', 'state', 'place', 'group', 'happening'] as const;
