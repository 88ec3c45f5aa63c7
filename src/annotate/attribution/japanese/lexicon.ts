import type { Act } from '../../../model/annotation.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';

/** The stem of a verb of speech, up to where its endings begin. */
export interface VerbStem {
  readonly stem: string;
  readonly act: Act;
  readonly frames: readonly string[];
}

/** The lexicon made ready for look-up by first character. */
export interface JapaneseLexicon {
  readonly verbs: ReadonlyMap<string, readonly VerbStem[]>;
  readonly openers: readonly string[];
  readonly hearers: readonly string[];
  readonly pairs: readonly string[];
  readonly roles: readonly string[];
}

const compiled = new WeakMap<SpeechLexicon, JapaneseLexicon>();

/** The compiled form, made once per lexicon. */
export const compileJapanese = (lexicon: SpeechLexicon): JapaneseLexicon => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const verbs = new Map<string, VerbStem[]>();
  for (const { forms, act, frames } of lexicon.verbs)
    for (const stem of forms) {
      const first = stem[0] ?? '';
      verbs.set(first, [...(verbs.get(first) ?? []), { stem, act, frames }]);
    }
  for (const list of verbs.values()) list.sort((a, b) => b.stem.length - a.stem.length);
  const made = {
    verbs,
    openers: [...lexicon.openers].sort((a, b) => b.length - a.length),
    hearers: lexicon.hearers,
    pairs: lexicon.pairs,
    roles: [...Object.keys(lexicon.roles), ...Object.keys(lexicon.bodies)],
  };
  compiled.set(lexicon, made);
  return made;
};
