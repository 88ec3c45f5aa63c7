import type { EventCue, EventGrammar, EventLexicon } from '../../../model/knowledge/event-lexicon.ts';
import { formsOf, type JapaneseKind } from './inflect.ts';

/** A cue as it is looked for. */
export interface JapaneseCue {
  readonly cue: EventCue;
  readonly words: string;
  readonly kind: JapaneseKind;
  /** Words of which one must stand before it in its clause; null when none must. */
  readonly before: readonly string[] | null;
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
  const cues = lexicon.cues.flatMap(cuesOf);
  const travellers = new Set(grammar.travellers);
  const bodies = [
    ...grammar.bodies.map((words) => ({ words, isForce: false, travels: travellers.has(words) })),
    ...grammar.forces.map((words) => ({ words, isForce: true, travels: false })),
  ];
  const made = { cues: byFirst(cues), grammar, bodies: byFirst(bodies) };
  compiled.set(lexicon, made);
  return made;
};

/** `制裁|関税…科す|課す`: what must stand before, and the verbs. */
const cuesOf = (cue: EventCue): readonly JapaneseCue[] => [
  ...cue.verbs.flatMap((written) => verbCues(cue, written)),
  ...cue.nouns.map((words): JapaneseCue => ({ cue, words, kind: 'noun', before: null })),
];

const verbCues = (cue: EventCue, written: string): readonly JapaneseCue[] => {
  const gap = written.indexOf('…');
  const before = gap < 0 ? null : written.slice(0, gap).split('|');
  return written
    .slice(gap + 1)
    .split('|')
    .map(formsOf)
    .flatMap(({ kind, words }) => words.map((form) => ({ cue, words: form, kind, before })));
};

/** How many characters a cue takes: of two at one place the one that takes more is meant. */
const taken = (row: { readonly words: string; readonly before?: readonly string[] | null }): number =>
  row.words.length + (row.before == null ? 0 : 1);

const byFirst = <T extends { readonly words: string }>(rows: readonly T[]): ByFirst<T> => {
  const made = new Map<string, T[]>();
  for (const row of rows) {
    const first = row.words[0] ?? '';
    made.set(first, [...(made.get(first) ?? []), row]);
  }
  for (const list of made.values()) list.sort((a, b) => taken(b) - taken(a));
  return made;
};

/** The words of the table that stand at `i`, the one that takes most first. */
export const wordsAt = <T extends { readonly words: string }>(
  table: ByFirst<T>,
  text: string,
  i: number,
): readonly T[] => (table.get(text[i] ?? '') ?? []).filter(({ words }) => text.startsWith(words, i));

/** The longest word of the table that stands at `i`; null when none does. */
export const wordAt = <T extends { readonly words: string }>(
  table: ByFirst<T>,
  text: string,
  i: number,
): T | null => (table.get(text[i] ?? '') ?? []).find(({ words }) => text.startsWith(words, i)) ?? null;
