import type { TaggedSentence } from '../../language/tree/items.ts';
import type { WordAnalysis } from '../../model/analysis.ts';
import type { Token } from '../../model/sentence.ts';

/** The words, tags and tree of a sentence, with the tokens of the finders beside them. */
export interface Grammar {
  readonly tagged: TaggedSentence;
  /** The first word under each token, or -1. */
  readonly wordOf: Int32Array;
  /** The token over each word, or -1. */
  readonly tokenOf: Int32Array;
  /** The dependents of each word, in text order. */
  readonly dependents: readonly (readonly number[])[];
}

/** Puts the words of an analysis beside the tokens of the same sentence; both are in text order. */
export const alignGrammar = (tokens: readonly Token[], tagged: TaggedSentence): Grammar => {
  const { words, analysis } = tagged;
  const wordOf = new Int32Array(tokens.length).fill(-1);
  const tokenOf = new Int32Array(words.length).fill(-1);
  let token = 0;
  for (const [index, word] of words.entries()) {
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= word.start) token++;
    const at = tokens[token];
    if (at === undefined || at.start >= word.end) continue;
    tokenOf[index] = token;
    if (wordOf[token] === -1) wordOf[token] = index;
  }
  const dependents: number[][] = words.map(() => []);
  for (const [index, { head }] of analysis.entries()) dependents[head]?.push(index);
  return { tagged, wordOf, tokenOf, dependents };
};

/** What the analysis says of the first word under a token. */
export const analysisAt = (grammar: Grammar, token: number): WordAnalysis | null =>
  grammar.tagged.analysis[grammar.wordOf[token] ?? -1] ?? null;

/** Whether the first word under a token is a finite verb or a modal, by its tag. */
export const isFiniteAt = (grammar: Grammar | null, token: number): boolean =>
  grammar !== null && /^(?:VB[DPZ]|MD)$/.test(analysisAt(grammar, token)?.xpos ?? '');

/** The first and last word of what hangs on a word, itself included. */
export const subtreeOf = (grammar: Grammar, word: number): readonly [number, number] => {
  let [first, last] = [word, word];
  const open = [word];
  for (let n = 0; n < open.length && n < 400; n++) {
    const at = open[n] as number;
    first = Math.min(first, at);
    last = Math.max(last, at);
    open.push(...(grammar.dependents[at] ?? []));
  }
  return [first, last];
};

/** The dependents of a word whose relation begins with one of `relations`. */
export const dependentsBy = (
  { tagged, dependents }: Grammar,
  word: number,
  relations: readonly string[],
): readonly number[] =>
  (dependents[word] ?? []).filter((index) => {
    const deprel = tagged.analysis[index]?.deprel ?? '';
    return relations.some((relation) => deprel === relation || deprel.startsWith(`${relation}:`));
  });
