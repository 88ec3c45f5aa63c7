import type { Token } from '../../model/sentence.ts';
import { BE, DEMONSTRATED, DO, HARD_MARKS, HAVE, isAdverb, JOINERS, OPENERS, PHASE } from './english.ts';
import type { GrammarSets } from './stage.ts';

/** Whether a clause of its own begins at token `i` (or a mark stands there that ends one). */
export const isHard = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (token === undefined) return true;
  if (token.kind === 'mark') return HARD_MARKS.has(token.text);
  if (!OPENERS.has(token.lower)) return false;
  return token.lower !== 'that' || !isDemonstrative(tokens, i);
};

/** "that meeting", "agreed with this that": a demonstrative opens nothing; "said that agreement was near" opens a clause. */
const isDemonstrative = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1];
  if (next?.kind === 'mark') return true;
  if (!DEMONSTRATED.has(next?.lower ?? '')) return false;
  const after = tokens[i + 2]?.lower ?? '';
  return i === 0 || !(BE.has(after) || HAVE.has(after) || after === 'would' || after === 'will');
};

/** The first token of the hard clause that holds `i` (its opener excluded). */
export const clauseStart = (tokens: readonly Token[], i: number): number => {
  let at = i;
  while (at > 0 && !isHard(tokens, at - 1)) at--;
  return at;
};

/** One past the last token of the hard clause that holds `i`. */
export const clauseEnd = (tokens: readonly Token[], i: number): number => {
  let at = i + 1;
  while (at < tokens.length && !isHard(tokens, at)) at++;
  return at;
};

/** The words around a verb that say how it is meant. */
export interface VerbGroup {
  /** Index of its first token. */
  readonly first: number;
  readonly words: ReadonlySet<string>;
  readonly negated: boolean;
  readonly infinitive: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly perfect: boolean;
}

const isPart = (token: Token | undefined, grammar: GrammarSets): boolean => {
  if (token === undefined || token.kind === 'mark') return false;
  const { lower } = token;
  return (
    BE.has(lower) ||
    HAVE.has(lower) ||
    DO.has(lower) ||
    PHASE.has(lower) ||
    lower === 'to' ||
    grammar.future.has(lower) ||
    grammar.possible.has(lower) ||
    grammar.negators.has(lower) ||
    isAdverb(lower)
  );
};

const DAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday week weekend month year morning afternoon evening'.split(
    ' ',
  ),
);
const WHICH: ReadonlySet<string> = new Set(['this', 'next', 'last', 'on']);
const SIDE: ReadonlySet<string> = new Set(['later', 'earlier']);

/** Where a day that stands right before token `i` begins, "will [later this month] host", "had [on Monday] refused"; else `i`. */
export const dayBefore = (tokens: readonly Token[], i: number): number => {
  const [day, which] = [tokens[i - 1]?.lower ?? '', tokens[i - 2]?.lower ?? ''];
  if (!DAYS.has(day) || !WHICH.has(which)) return i;
  return SIDE.has(tokens[i - 3]?.lower ?? '') ? i - 3 : i - 2;
};

/** Where the day between an auxiliary and its verb begins; `i` where there is none. */
const beforeDay = (tokens: readonly Token[], i: number, grammar: GrammarSets): number => {
  const first = dayBefore(tokens, i);
  const auxiliary = tokens[first - 1]?.lower ?? '';
  return HAVE.has(auxiliary) || grammar.future.has(auxiliary) || grammar.possible.has(auxiliary) ? first : i;
};

/** The verb group that ends in the verb at token `i`: "has never [been] signed", "is to visit". */
export const verbGroup = (tokens: readonly Token[], i: number, grammar: GrammarSets): VerbGroup => {
  let first = beforeDay(tokens, i, grammar);
  while (first > 0 && i - first < 8 && isPart(tokens[first - 1], grammar)) {
    first--;
    // What stands before "to" governs the infinitive and is read apart.
    if (tokens[first]?.lower === 'to') break;
  }
  const words = new Set(tokens.slice(first, i).map((token) => token.lower));
  const head = tokens[i]?.lower ?? '';
  const has = (list: ReadonlySet<string>): boolean => [...words].some((word) => list.has(word));
  const negated = has(grammar.negators) || [...words].some((word) => word.endsWith("n't"));
  return {
    first,
    words,
    negated,
    infinitive: words.has('to'),
    passive: has(BE) && !head.endsWith('ing'),
    progressive: has(BE) && head.endsWith('ing'),
    perfect: has(HAVE),
  };
};

/** Whether the verb group is joined to one before it: "and signed", ", then left". */
export const isCoordinated = (tokens: readonly Token[], first: number): boolean => {
  const before = tokens[first - 1];
  return before !== undefined && (JOINERS.has(before.lower) || before.text === ',');
};
