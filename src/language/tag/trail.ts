import { spread } from '../words/hash.ts';
import { WORD, WORD_COLUMNS } from '../words/word-table.ts';
import type { FineSentence } from './fine.ts';
import { MASK } from './morph.ts';

/** Stands where there is no word. */
export const EDGE: number = spread(0, 74);

/** What has been met on the way through a sentence, to the left of the word whose features are chosen. */
export interface Trail {
  /** The preposition that governs the place. */
  preposition: number;
  /** Whether the clause has had a nominative, and a verb. */
  nominative: boolean;
  verb: boolean;
  /** Features and form of the last noun or verb. */
  lastMorph: number;
  lastWord: number;
}

/** Universal tags that count, by their numbers in a model. */
export interface Kinds {
  readonly isPreposition: readonly boolean[];
  readonly isNoun: readonly boolean[];
  readonly isVerb: readonly boolean[];
  readonly isStop: readonly boolean[];
}

/** Finds them among the names of the universal tags. */
export const kindsOf = (names: readonly string[]): Kinds => {
  const among = (...kinds: readonly string[]): readonly boolean[] =>
    names.map((name) => kinds.includes(name));
  return {
    isPreposition: among('ADP'),
    isNoun: among('NOUN', 'PROPN', 'PRON'),
    isVerb: among('VERB', 'AUX'),
    isStop: among('PUNCT', 'SCONJ', 'CCONJ'),
  };
};

/** The trail at the beginning of a sentence. */
export const newTrail = (): Trail => ({
  preposition: EDGE,
  nominative: false,
  verb: false,
  lastMorph: 0,
  lastWord: EDGE,
});

/** Goes past word `i`, whose features, as bits, are `own`. */
export const goPast = (
  trail: Trail,
  { isPreposition, isNoun, isVerb, isStop }: Kinds,
  { ids, columns, tags }: FineSentence,
  i: number,
  own: number,
): void => {
  const tag = tags[i] as number;
  const word = columns[(ids[i] as number) * WORD_COLUMNS + WORD.lower] as number;
  if (isPreposition[tag] === true) trail.preposition = word;
  if (isNoun[tag] === true || isVerb[tag] === true) {
    trail.preposition = EDGE;
    trail.lastMorph = own;
    trail.lastWord = word;
  }
  if (isVerb[tag] === true) trail.verb = true;
  if (isNoun[tag] === true && (own & MASK.case) === 1) trail.nominative = true;
  if (isStop[tag] === true) {
    trail.nominative = false;
    trail.verb = false;
  }
};

/** How far the noun of an adjective is looked for. */
const NOUN_REACH = 4;

/** The next noun within reach that no preposition and no verb parts from word `i`; -1 for none. */
export const nextNoun = (
  { isPreposition, isNoun, isVerb }: Kinds,
  { tags, count }: FineSentence,
  i: number,
): number => {
  for (let k = i + 1; k < count && k <= i + NOUN_REACH; k++) {
    const tag = tags[k] as number;
    if (isNoun[tag] === true) return k;
    if (isPreposition[tag] === true || isVerb[tag] === true) return -1;
  }
  return -1;
};
