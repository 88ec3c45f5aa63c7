import { tokenise } from '../../language/tokens.ts';
import { russianStem } from '../../lib/russian-stem.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';

/** How the words of one language are brought to a common form before they are compared. */
export type Fold = (lower: string) => string;

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** What the phrase that ends here means, and its spelling when the case of the text must agree with it. */
  readonly values: { readonly value: T; readonly exact: string | null; readonly phrase: string }[];
}

/** Phrases compiled for search: a trie of folded words, or one alternation for languages written without blanks. */
export interface PhraseTable<T> {
  readonly root: Node<T>;
  readonly fold: Fold;
  readonly solid: RegExp | null;
  readonly bySpelling: ReadonlyMap<string, readonly T[]>;
}

/** A phrase met in a text. */
export interface PhraseHit<T> extends Span {
  readonly value: T;
  /** The phrase as the table lists it. */
  readonly phrase: string;
}

/** Words are compared as they are, lower-cased, without a possessive ending. */
export const plainFold: Fold = (lower) => (lower.endsWith("'s") ? lower.slice(0, -2) : lower);

const englishFold: Fold = (lower) => {
  const word = plainFold(lower);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
};

/** Words are compared without the endings of number and case: plural -s in English, declension in Russian. */
export const inflectedFold = (language: string): Fold => {
  if (language === 'ru') return russianStem;
  return language === 'en' ? englishFold : plainFold;
};

const SOLID = new Set(['ja', 'zh', 'th', 'lo', 'km']);

// "ПРО" (missile defence) must not be met in "про", nor "Bal" in "bal": short names keep their case.
const CASE_BOUND = /^\p{Lu}[\p{L}\p{N}]{0,3}$/u;

/** Compiles `[phrase, value]` pairs. Phrases without a letter or digit are passed over. */
export const compilePhrases = <T>(
  pairs: Iterable<readonly [string, T]>,
  language: string,
  fold: Fold = plainFold,
): PhraseTable<T> => {
  const root: Node<T> = { next: new Map(), values: [] };
  const bySpelling = new Map<string, T[]>();
  for (const [phrase, value] of pairs) {
    const tokens = tokenise(phrase).filter((token) => token.kind !== 'mark');
    if (tokens.length === 0) continue;
    let node = root;
    for (const token of tokens) {
      const key = fold(token.lower);
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), values: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    node.values.push({ value, exact: CASE_BOUND.test(phrase) ? phrase : null, phrase });
    bySpelling.set(phrase, [...(bySpelling.get(phrase) ?? []), value]);
  }
  const solid = SOLID.has(language) ? alternation([...bySpelling.keys()]) : null;
  return { root, fold, solid, bySpelling };
};

const alternation = (phrases: readonly string[]): RegExp | null => {
  if (phrases.length === 0) return null;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu');
};

/**
 * The phrases of the table in `text` within `at`: leftmost, then longest; hits do not overlap, except that one phrase
 * with several values gives one hit each. `gap` words may stand between two words of a phrase. Linear in the text.
 */
export const findPhrases = <T>(
  table: PhraseTable<T>,
  text: string,
  at: Span,
  gap = 0,
): readonly PhraseHit<T>[] => {
  if (table.solid !== null) return findSolid(table, table.solid, text, at);
  return findInTokens(table, wordsIn(text, at), gap);
};

/** {@link findPhrases} in a sentence, whose tokens are made already. */
export const findPhrasesIn = <T>(
  table: PhraseTable<T>,
  text: string,
  sentence: Span & { readonly tokens: readonly Token[] },
): readonly PhraseHit<T>[] => {
  if (table.solid !== null) return findSolid(table, table.solid, text, sentence);
  const words = sentence.tokens.filter((token) => token.kind !== 'mark');
  return findInTokens(table, words, 0);
};

// Several tables are sought in one region after another; a pure cache of the regions of the text that is read just now.
let lastText = '';
const lastWords = new Map<string, readonly Token[]>();

/** The tokens of a region that are no marks. */
export const wordsIn = (text: string, { start, end }: Span): readonly Token[] => {
  if (text !== lastText) {
    lastText = text;
    lastWords.clear();
  }
  const key = `${start}:${end}`;
  const held = lastWords.get(key);
  if (held !== undefined) return held;
  const words = tokenise(text, start, end).filter((token) => token.kind !== 'mark');
  lastWords.set(key, words);
  return words;
};

const findSolid = <T>(table: PhraseTable<T>, solid: RegExp, text: string, at: Span): PhraseHit<T>[] => {
  const hits: PhraseHit<T>[] = [];
  for (const match of text.slice(at.start, at.end).matchAll(solid)) {
    const start = at.start + match.index;
    for (const value of table.bySpelling.get(match[0]) ?? [])
      hits.push({ start, end: start + match[0].length, value, phrase: match[0] });
  }
  return hits;
};

const findInTokens = <T>(table: PhraseTable<T>, words: readonly Token[], gap: number): PhraseHit<T>[] => {
  const hits: PhraseHit<T>[] = [];
  const folded = foldedBy(table.fold, words);
  const { next: openings } = table.root;
  for (let i = 0; i < words.length; i++) {
    // Asked before anything is made: no phrase begins with most words.
    if (!openings.has(folded[i] ?? '')) continue;
    const best = longestFrom(table, words, folded, i, gap);
    const first = words[i];
    const last = words[best.last];
    if (first === undefined || last === undefined || best.values.length === 0) continue;
    for (const { value, phrase } of best.values) {
      hits.push({ start: first.start, end: endOf(last), value, phrase });
    }
    i = best.last;
  }
  return hits;
};

// Several tables that fold alike are sought in the same words; a pure cache.
const foldedWords = new WeakMap<readonly Token[], Map<Fold, readonly string[]>>();

const foldedBy = (fold: Fold, words: readonly Token[]): readonly string[] => {
  const byFold = foldedWords.get(words) ?? new Map<Fold, readonly string[]>();
  foldedWords.set(words, byFold);
  const held = byFold.get(fold);
  if (held !== undefined) return held;
  const made = words.map(({ lower }) => fold(lower));
  byFold.set(fold, made);
  return made;
};

/** The end of a word without its possessive ending, which belongs to no phrase. */
const endOf = (token: Token): number => (token.lower.endsWith("'s") ? token.end - 2 : token.end);

interface Walk<T> {
  readonly last: number;
  readonly values: readonly { readonly value: T; readonly phrase: string }[];
}

interface Step<T> {
  readonly node: Node<T>;
  readonly at: number;
}

const longestFrom = <T>(
  table: PhraseTable<T>,
  words: readonly Token[],
  folded: readonly string[],
  from: number,
  gap: number,
): Walk<T> => {
  let best: Walk<T> = { last: -1, values: [] };
  let node: Node<T> | undefined = table.root;
  let i = from;
  while (node !== undefined) {
    const reach: number = i === from ? 0 : gap;
    const step: Step<T> | null = stepFrom(node, folded, i, reach);
    if (step === null) break;
    node = step.node;
    const word = words[step.at];
    const values = node.values.filter(
      (v) => v.exact === null || v.exact === word?.text.replace(/['’]s$/u, ''),
    );
    if (values.length > 0) best = { last: step.at, values };
    i = step.at + 1;
  }
  return best;
};

const stepFrom = <T>(node: Node<T>, folded: readonly string[], i: number, reach: number): Step<T> | null => {
  if (node.next.size === 0) return null;
  for (let at = i; at <= i + reach; at++) {
    const word = folded[at];
    if (word === undefined) return null;
    const next = node.next.get(word);
    if (next !== undefined) return { node: next, at };
  }
  return null;
};
