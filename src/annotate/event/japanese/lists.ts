import type { EventCue, EventGrammar, EventLexicon } from '../../../model/knowledge/event-lexicon.ts';

/** A cue as it is written, with whether it is a noun that `する` makes a verb of, or the stem of a verb. */
export interface JapaneseCue {
  readonly cue: EventCue;
  readonly words: string;
  readonly kind: 'noun' | 'verb';
}

/** Words by their first character, the longest first. */
export type ByFirst<T extends { readonly words: string }> = ReadonlyMap<string, readonly T[]>;

/** The cues and the grammar of a lexicon. */
export interface JapaneseTables {
  readonly cues: ByFirst<JapaneseCue>;
  readonly grammar: EventGrammar;
  /** Bodies that make an actor of the state before them; `isForce` are armed. */
  readonly bodies: ByFirst<Body>;
}

/** A word for a body. */
export interface Body {
  readonly words: string;
  readonly isForce: boolean;
  readonly travels: boolean;
}

const compiled = new WeakMap<EventLexicon, JapaneseTables>();

/** The compiled form, made once per lexicon; `grammar` is the lexicon's. */
export const compileJapaneseEvents = (lexicon: EventLexicon, grammar: EventGrammar): JapaneseTables => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const cues = lexicon.cues.flatMap((cue): JapaneseCue[] => [
    ...cue.verbs.map((words) => ({ cue, words, kind: 'verb' as const })),
    ...cue.nouns.map((words) => ({ cue, words, kind: 'noun' as const })),
  ]);
  const travellers = new Set(grammar.travellers);
  const bodies = [
    ...grammar.bodies.map((words) => ({ words, isForce: false, travels: travellers.has(words) })),
    ...grammar.forces.map((words) => ({ words, isForce: true, travels: false })),
  ];
  const made = { cues: byFirst(cues), grammar, bodies: byFirst(bodies) };
  compiled.set(lexicon, made);
  return made;
};

const byFirst = <T extends { readonly words: string }>(rows: readonly T[]): ByFirst<T> => {
  const made = new Map<string, T[]>();
  for (const row of rows) {
    const first = row.words[0] ?? '';
    made.set(first, [...(made.get(first) ?? []), row]);
  }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length);
  return made;
};

/** The longest word of the table that stands at `i`; null when none does. */
export const wordAt = <T extends { readonly words: string }>(
  table: ByFirst<T>,
  text: string,
  i: number,
): T | null => (table.get(text[i] ?? '') ?? []).find(({ words }) => text.startsWith(words, i)) ?? null;
