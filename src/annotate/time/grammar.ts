import { ruleId } from '../../model/brand.ts';
import type { TimeLexicon, TimeRule } from '../../model/knowledge/time-lexicon.ts';
import { atomise } from './atoms.ts';
import type { Candidates, CompiledRule } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { Words } from './filter-words.ts';
import { filterWords } from './filter-words.ts';
import { compilePattern } from './pattern.ts';
import { readersOf } from './readers.ts';

export type { CompiledRule } from './candidates.ts';

/** The cues of tense of a language. */
export interface TenseCues {
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
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

const keysOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => (word === '^' ? '^' : (atomise(word)[0]?.key ?? ''))));

const compileRule = (
  rule: TimeRule,
  language: string,
  readers: ReturnType<typeof readersOf>,
): CompiledRule => ({
  id: ruleId(`time/${language}/${rule.name}@${rule.version}`),
  rule,
  pattern: compilePattern(rule.match, readers),
  notNext: keysOf(rule.notNext ?? []),
  notPrev: keysOf(rule.notPrev ?? []),
  onlyPrev: rule.onlyPrev === undefined ? null : keysOf(rule.onlyPrev),
  onlyNext: rule.onlyNext === undefined ? null : keysOf(rule.onlyNext),
});

const spaced = (word: string): string =>
  ` ${atomise(word)
    .map((atom) => atom.key)
    .join(' ')} `;

// "the second annual forum": no other word is met there.
const FILLERS = ['annual'];

const compile = (lexicon: TimeLexicon): Grammar => {
  const readers = readersOf(lexicon);
  const rules = lexicon.rules.map((rule) => compileRule(rule, lexicon.language, readers));
  const byWord = new Map<string, CompiledRule[]>();
  for (const rule of rules)
    for (const first of rule.pattern.firsts) {
      const list = byWord.get(first);
      if (list === undefined) byWord.set(first, [rule]);
      else list.push(rule);
    }
  const { future, past, pastEndings } = lexicon.tense;
  return {
    candidates: candidatesOf(
      byWord,
      rules.filter((rule) => rule.pattern.digits),
    ),
    gatherings: lexicon.gatherings.map(spaced),
    counted: { ordinals: new Map(Object.entries(lexicon.ordinals)), fillers: new Set(FILLERS) },
    filters: filterWords(lexicon.filters),
    tense: { future: new Set(future), past: new Set(past), pastEndings },
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
