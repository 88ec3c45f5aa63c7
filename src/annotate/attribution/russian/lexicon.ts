import { russianStem } from '../../../lib/russian-stem.ts';
import type { Act } from '../../../model/annotation.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';

/** A cue as lower-case words (`ё` written `е`), with its frames; a preposition has none. */
export interface CueWords {
  readonly words: readonly string[];
  readonly act: Act;
  readonly frames: readonly string[];
  readonly preposition: boolean;
}

/** The lexicon made ready for look-up. */
export interface RussianLexicon {
  readonly cues: ReadonlyMap<string, readonly CueWords[]>;
  readonly hearers: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Stems of words for media. */
  readonly media: ReadonlySet<string>;
}

/** A word as the lexicon compares it. */
export const plain = (lower: string): string => lower.replaceAll('ё', 'е');

const compiled = new WeakMap<SpeechLexicon, RussianLexicon>();

/** The compiled form, made once per lexicon. */
export const compileRussian = (lexicon: SpeechLexicon): RussianLexicon => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const made = compile(lexicon);
  compiled.set(lexicon, made);
  return made;
};

const compile = (lexicon: SpeechLexicon): RussianLexicon => {
  const cues = new Map<string, CueWords[]>();
  const add = (phrase: string, rest: Omit<CueWords, 'words'>): void => {
    const words = plain(phrase).split(' ');
    const first = words[0] ?? '';
    cues.set(first, [...(cues.get(first) ?? []), { words, ...rest }]);
  };
  for (const { forms, act, frames } of lexicon.verbs)
    for (const form of forms) add(form, { act, frames, preposition: false });
  for (const { words, act } of lexicon.prepositions) add(words, { act, frames: [], preposition: true });
  for (const list of cues.values()) list.sort((a, b) => b.words.length - a.words.length);
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(plain));
  return {
    cues,
    hearers: set(lexicon.hearers),
    openers: set(lexicon.openers),
    conjunctions: set(lexicon.conjunctions),
    boundaries: set(lexicon.boundaries),
    prepositions: set(lexicon.prepositionWords),
    documents: set(lexicon.documents),
    pronouns: set([...lexicon.he, ...lexicon.she, ...lexicon.they, ...lexicon.self]),
    media: new Set(lexicon.media.map((word) => russianStem(plain(word)))),
  };
};
