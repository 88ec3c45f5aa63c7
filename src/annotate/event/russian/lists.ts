import type { EventGrammar, EventLexicon } from '../../../model/knowledge/event-lexicon.ts';
import { compileRussianCues, type RussianCues } from './cues.ts';
import { type WordList, wordList } from './forms.ts';

/** The grammar's lists made ready for look-up. */
export type RussianLists = { readonly [K in keyof EventGrammar]: WordList };

/** The cues and lists of a lexicon. */
export interface RussianTables {
  readonly cues: RussianCues;
  readonly lists: RussianLists;
}

// Keyed by the lexicon itself; a pure cache.
const compiled = new WeakMap<EventLexicon, RussianTables>();

/** The compiled form, made once per lexicon. */
export const compileRussian = (lexicon: EventLexicon): RussianTables => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const lists = Object.fromEntries(
    Object.entries(lexicon.grammar ?? {}).map(([name, words]) => [name, wordList(words)]),
  ) as unknown as RussianLists;
  const made = { cues: compileRussianCues(lexicon), lists };
  compiled.set(lexicon, made);
  return made;
};
