import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { TimeLexicon, TimeRule } from '../../model/knowledge/time-lexicon.ts';
import { atomise } from './atoms.ts';
import type { Pattern } from './pattern.ts';
import { compilePattern } from './pattern.ts';
import { readersOf } from './readers.ts';

/** A rule ready to be tried. */
export interface CompiledRule {
  readonly id: RuleId;
  readonly rule: TimeRule;
  readonly pattern: Pattern;
  readonly notNext: ReadonlySet<string>;
  readonly notPrev: ReadonlySet<string>;
  readonly onlyPrev: ReadonlySet<string> | null;
  readonly onlyNext: ReadonlySet<string> | null;
}

/** The cues of tense of a language. */
export interface TenseCues {
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
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

/** A compiled lexicon: the rules that can begin with a word, and those that can begin with digits, in order. */
export interface Grammar {
  readonly byWord: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly byDigits: readonly CompiledRule[];
  readonly tense: TenseCues;
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

const compileTense = ({
  future,
  past,
  pastEndings,
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
    future: new Set(future),
    past: new Set(past),
    pastEndings,
    neither: new Set(neither),
    phrases,
    order: order ?? null,
  };
};

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
  return {
    byWord,
    byDigits: rules.filter((rule) => rule.pattern.digits),
    gatherings: lexicon.gatherings.map(spaced),
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
