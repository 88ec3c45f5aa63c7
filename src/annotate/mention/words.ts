import type { MentionType } from '../../model/annotation.ts';
import type { MentionLexicon } from '../../model/knowledge/mention-lexicon.ts';

/** The mention lexicon made ready for look-up. */
export interface MentionWords {
  readonly titles: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, MentionType>;
  /** First word of a role of several words to those roles, longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly compounds: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly notInNames: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly personPronouns: ReadonlySet<string>;
  readonly groupPronouns: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
}

const made = new WeakMap<MentionLexicon, MentionWords>();

/** The compiled form of a lexicon, made once per lexicon object. */
export const mentionWords = (lexicon: MentionLexicon): MentionWords => {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const words: MentionWords = {
    titles: new Set(lexicon.titleWords),
    persons: new Set(lexicon.personRoles),
    groups: new Map(Object.entries(lexicon.groupRoles)),
    phrases: phrasesOf(lexicon),
    compounds: new Set(lexicon.compounds),
    determiners: new Set(lexicon.determiners),
    notNames: new Set(lexicon.notNames),
    notInNames: new Set(lexicon.notInNames),
    placePrepositions: new Set(lexicon.placePrepositions),
    personPronouns: new Set(lexicon.personPronouns),
    groupPronouns: new Set(lexicon.groupPronouns),
    naming: new Set(lexicon.namingVerbs),
    placeNouns: new Set(lexicon.placeNouns),
  };
  made.set(lexicon, words);
  return words;
};

const phrasesOf = (lexicon: MentionLexicon): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of [...lexicon.phraseRoles].sort((a, b) => b.length - a.length)) {
    const parts = phrase.split(' ');
    const first = parts[0] ?? '';
    const list = phrases.get(first);
    if (list === undefined) phrases.set(first, [parts]);
    else list.push(parts);
  }
  return phrases;
};
