import { ruleId } from '../../model/brand.ts';
import { DemarcheError } from '../../model/error.ts';
import type { TimeClauseWords, TimeLexicon, TimeRule } from '../../model/knowledge/time-lexicon.ts';
import { atomise } from './atoms.ts';
import type { Candidates, CompiledRule } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { Words } from './filter-words.ts';
import { filterWords } from './filter-words.ts';
import { compilePattern } from './pattern.ts';
import { readersOf } from './readers.ts';
import type { Reader } from './word-reader.ts';
import { wordReader } from './word-reader.ts';

export type { CompiledRule } from './candidates.ts';

/** Words by which the verb of a clause is found, by what they are. */
export type ClauseWords = Readonly<Record<keyof TimeClauseWords, ReadonlySet<string>>>;

/** The cues of tense of a language. */
export interface TenseCues {
  readonly future: Reader;
  readonly past: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  /** Null in a language that is read by the nearest cue alone. */
  readonly clause: ClauseWords | null;
  readonly futureWords: ReadonlySet<string>;
  readonly neither: ReadonlySet<string>;
  /** Cues of several atoms by the first one, longest first. */
  readonly phrases: ReadonlyMap<string, readonly TensePhrase[]>;
  readonly order: TimeLexicon['tense']['order'] | null;
}

/** A cue of several atoms, as their keys; one of no tense hides the cues inside it. */
export interface TensePhrase {
  readonly keys: readonly string[];
  readonly tense: 'past' | 'future' | 'none';
}

/** Words of a language by which editions are counted. */
export interface OrdinalWords {
  readonly ordinals: ReadonlyMap<string, number>;
  /** What may stand between the number and the name: `annual`. */
  readonly fillers: ReadonlySet<string>;
}

/** A compiled lexicon. */
export interface Grammar {
  /** The rules that can match at an atom, by it and the one behind it, in order. */
  readonly candidates: Candidates;
  readonly tense: TenseCues;
  readonly filters: Words;
  /** Words by which editions of a gathering are counted. */
  readonly counted: OrdinalWords;
  /** Words for gatherings, as atom keys between blanks with a blank at both ends. */
  readonly gatherings: readonly string[];
}

type WordLists = NonNullable<TimeLexicon['lists']>;

const keyOf = (word: string): string => (word === '^' ? '^' : (atomise(word)[0]?.key ?? ''));

/** The keys of a rule's condition; `@name` stands for the words of a list of the lexicon. */
const keysOf = (words: readonly string[], lists: WordLists): ReadonlySet<string> =>
  new Set(words.flatMap((word) => (word.startsWith('@') ? listed(word.slice(1), lists) : [word])).map(keyOf));

const listed = (name: string, lists: WordLists): readonly string[] => {
  const words = lists[name];
  if (words === undefined)
    throw new DemarcheError('internal', `rules of time: unknown list @${name}`, {
      hint: 'Name a list of knowledge/<language>/time.json.',
    });
  return words;
};

const compileRule = (
  rule: TimeRule,
  { language, lists = {} }: TimeLexicon,
  readers: ReturnType<typeof readersOf>,
): CompiledRule => ({
  id: ruleId(`time/${language}/${rule.name}@${rule.version}`),
  rule,
  pattern: compilePattern(rule.match, readers),
  notNext: keysOf(rule.notNext ?? [], lists),
  notPrev: keysOf(rule.notPrev ?? [], lists),
  onlyPrev: rule.onlyPrev === undefined ? null : keysOf(rule.onlyPrev, lists),
  onlyNext: rule.onlyNext === undefined ? null : keysOf(rule.onlyNext, lists),
});

const compileClause = (clause: TimeClauseWords): ClauseWords =>
  Object.fromEntries(
    Object.entries(clause).map(([role, words]): readonly [string, ReadonlySet<string>] => [
      role,
      new Set(words),
    ]),
  ) as unknown as ClauseWords;

const spaced = (word: string): string =>
  ` ${atomise(word)
    .map((atom) => atom.key)
    .join(' ')} `;

const compileTense = ({
  future,
  past,
  pastEndings,
  clause,
  neither = [],
  order,
}: TimeLexicon['tense']): TenseCues => {
  const phrases = new Map<string, TensePhrase[]>();
  const kinds = { future, past, none: neither } as const;
  for (const tense of ['future', 'past', 'none'] as const)
    for (const word of kinds[tense]) {
      const keys = atomise(word).map(({ key }) => key);
      const [first] = keys;
      if (first === undefined || keys.length === 1) continue;
      phrases.set(
        first,
        [...(phrases.get(first) ?? []), { keys, tense }].sort((a, b) => b.keys.length - a.keys.length),
      );
    }
  return {
    future: wordReader(Object.fromEntries(future.map((word) => [word, 1])), new Set()),
    futureWords: new Set(future),
    past: new Set(past),
    pastEndings,
    clause: clause === undefined ? null : compileClause(clause),
    neither: new Set(neither),
    phrases,
    order: order ?? null,
  };
};
// "the second annual forum": no other word is met there.
const FILLERS = ['annual'];

const compile = (lexicon: TimeLexicon): Grammar => {
  const readers = readersOf(lexicon);
  const rules = lexicon.rules.map((rule) => compileRule(rule, lexicon, readers));
  const byWord = new Map<string, CompiledRule[]>();
  for (const rule of rules)
    for (const first of rule.pattern.firsts) {
      const list = byWord.get(first);
      if (list === undefined) byWord.set(first, [rule]);
      else list.push(rule);
    }
  return {
    candidates: candidatesOf(
      byWord,
      rules.filter((rule) => rule.pattern.digits),
    ),
    gatherings: lexicon.gatherings.map(spaced),
    counted: { ordinals: new Map(Object.entries(lexicon.ordinals)), fillers: new Set(FILLERS) },
    filters: filterWords(lexicon.filters),
    tense: compileTense(lexicon.tense),
  };
};

// A lexicon is compiled once for as long as it is held; the result depends on nothing else.
const compiled = new WeakMap<TimeLexicon, Grammar>();

/** The compiled grammar of a lexicon. @throws DemarcheError when one of its rules cannot be read. */
export const grammarOf = (lexicon: TimeLexicon): Grammar => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const grammar = compile(lexicon);
  compiled.set(lexicon, grammar);
  return grammar;
};
