import type { TimeMod } from '../annotation.ts';
import type { FilterWords } from './filter-words.ts';
import type { PeriodWords } from './period-words.ts';

/** A value that a word of a class stands for: the number of a month, the letter of a unit, … */
export type TimeWordValue = number | string;

/**
 * The abstract expression that a rule makes, as data. A value `$NAME` is replaced by what the element labelled NAME has
 * read, and left out when that element was not there. `kind` is one of `date`, `shift`, `duration`, `set`, `ref`, `named`.
 */
export type TimeTemplate = Readonly<Record<string, TimeWordValue>>;

/**
 * One rule of the grammar. `match` is a sequence of elements between blanks:
 * - `CLASS` in capitals: a word of `classes`, or one of the built-in readers (`DAY`, `YEAR`, `COUNT`, `ORD`, …);
 * - `word` in lower case: itself; `_` stands for a blank inside it; `-` is any hyphen or dash;
 * - `a|b` one of several; `label:x` names it; `x?` and `( x y )?` may be absent; `+x` follows without white space.
 */
export interface TimeRule {
  readonly name: string;
  readonly version: number;
  readonly match: string;
  /** The expression of the whole match; absent when `parts` says what the pieces mean. */
  readonly make?: TimeTemplate;
  /** Several expressions of one match, each from one label to another. */
  readonly parts?: readonly { readonly from: string; readonly to: string; readonly make: TimeTemplate }[];
  /** Refused when the next word is one of these. In this and the next three, `@name` stands for a list of the lexicon. */
  readonly notNext?: readonly string[];
  /** Refused when the word before is one of these. */
  readonly notPrev?: readonly string[];
  /** Refused unless the word before is one of these; `^` is the start of the sentence, `#` any number in digits. */
  readonly onlyPrev?: readonly string[];
  /** Refused unless the next word is one of these. */
  readonly onlyNext?: readonly string[];
  /** Refused before a word with a capital: it may be the first part of a name (`April Kestrel`). */
  readonly notBeforeName?: boolean;
  /** Refused where the verb that governs it looks this way. */
  readonly notTense?: 'past' | 'future';
  /** Refused when the first word begins with a capital inside a sentence (`октябрьский`, but not `Октябрьский район`). */
  readonly lower?: boolean;
  /** 0 to 1; .8 when absent. */
  readonly confidence?: number;
  /** A sentence of our own that the rule reads, with the expression in square brackets. */
  readonly example: string;
}

/** Words by which the verb that governs an expression is found. Single words in lower case. */
export interface TimeClauseWords {
  /** Words with a past ending that are no past forms of verbs (`hundred`, `unprecedented`). */
  readonly notPast: readonly string[];
  /** Words that look ahead when one of `aheadBy` follows (`agreed to`, `scheduled for`). */
  readonly ahead: readonly string[];
  readonly aheadBy: readonly string[];
  /** Verbs of schedules, whose present tense tells what is to come (`the council meets on Monday`). */
  readonly present: readonly string[];
  /** What marks an infinitive, the finite forms of `be`, its bare form, and `have` behind a modal. */
  readonly infinitive: readonly string[];
  readonly be: readonly string[];
  readonly bare: readonly string[];
  readonly perfect: readonly string[];
  /** `had`: what was ahead of it is over. */
  readonly pluperfect: readonly string[];
  /** Modals that look ahead whatever follows (`will`), and all words behind which a verb is not finite. */
  readonly certain: readonly string[];
  readonly auxiliaries: readonly string[];
  /** Articles and possessives: what follows is no verb. */
  readonly determiners: readonly string[];
  /** Words that open a clause, those that do so only before a preposition (`and on Monday`), and those prepositions. */
  readonly openers: readonly string[];
  readonly joiners: readonly string[];
  readonly prepositions: readonly string[];
  /** What stands before the possessive of a day to come (`before Thursday's vote`). */
  readonly aheadOf: readonly string[];
}

/** Words that make one stretch of two expressions of time. */
export interface RangeWords {
  /** Between the two: "August `to` October", "15`-`16". */
  readonly joins: readonly string[];
  /** Before the first and between the two: "`between` Monday `and` Thursday". */
  readonly paired: readonly (readonly [string, string])[];
  /** Between days that follow each other: "December 15 `and` 16". */
  readonly adjacent: readonly string[];
  /** Words before that make it a change of date and no stretch: "`moved` from Monday to Friday". */
  readonly moves: readonly string[];
}

/** Words that give an expression a TIMEX3 modifier, in it at its ends or right beside it. */
export interface ModWords {
  /** Before any expression: "`early` May", "`around` 1945". */
  readonly dates: Readonly<Record<string, TimeMod>>;
  /** Before a length, or so much "ago": "`over` two years". */
  readonly lengths: Readonly<Record<string, TimeMod>>;
  /** Behind: "two years `or so`", `5月末`. */
  readonly behind: Readonly<Record<string, TimeMod>>;
}

/**
 * Words by stem and ending. With `heads` the word begins with a number, and its value is the length of so many units
 * (`двух` + `дневн` + `ый`: `P2D`).
 */
export interface Inflection {
  readonly heads?: Readonly<Record<string, TimeWordValue>>;
  readonly stems: Readonly<Record<string, TimeWordValue>>;
  readonly endings: readonly string[];
}

/** The grammar of time of one language: words by class, number words, cues of tense, and rules in order of preference. */
export interface TimeLexicon {
  readonly language: string;
  readonly ranges?: RangeWords;
  readonly mods?: ModWords;
  /** Words to values by class; keys in lower case, several words with blanks. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, TimeWordValue>>>>;
  /** Words of classes by their stems and endings, for languages in which writing out the forms would bury the words. */
  readonly inflected?: Readonly<Record<string, readonly Inflection[]>>;
  /** Words that count as members of a class only when they begin with a capital (`may`, `march`, `sun`). */
  readonly capitalised: readonly string[];
  /** Number words that are added up, and those that multiply what stands before them. */
  readonly numerals: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  /** What may stand behind a number for a half more. */
  readonly halves: readonly string[];
  /** Whether decimals follow a comma (`1,5 года`); a point is read too. */
  readonly decimalComma?: boolean;
  readonly ordinals: Readonly<Record<string, number>>;
  /** Endings that make digits an ordinal (`15th`). */
  readonly ordinalSuffixes: readonly string[];
  /** Words for gatherings (`summit`), by which `the G7 summit` is told from `the G7 countries`. */
  readonly gatherings: readonly string[];
  /** Named word lists that the conditions of rules share. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Words around the names of periods; absent, none are read. */
  readonly periods?: PeriodWords;
  /** Words by which a candidate is refused; absent, only marks and digits are looked at. */
  readonly filters?: FilterWords;
  /** Words by which the tense around an expression is told; endings are tried on words of more than four letters. */
  readonly tense: {
    readonly future: readonly string[];
    readonly past: readonly string[];
    readonly pastEndings: readonly string[];
    /** Absent where the nearest cue decides. */
    readonly clause?: TimeClauseWords;
    /** Words that have such an ending and say nothing about tense. */
    readonly neither?: readonly string[];
    /**
     * Where the cue that counts is looked for: `behind` the expression, where verbs come last; first of all in its own
     * `clause`; else before it, then behind it.
     */
    readonly order?: 'clause' | 'behind';
  };
  readonly rules: readonly TimeRule[];
}
