import type { TaggedSentence } from '../../language/index.ts';
import type { QuotedRegion } from '../../language/quotes.ts';
import { quotedRegions } from '../../language/quotes.ts';
import { isCapitalised } from '../../lib/capital.ts';
import type { Mention, TimeExpression } from '../../model/annotation.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { alignGrammar, analysisAt, type Grammar } from './grammar.ts';
import type { CompiledLexicon } from './lexicon.ts';

/** A sentence as the finders of attributions see it: tokens with what is known of each. */
export interface Clause {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly regions: readonly QuotedRegion[];
  /** Index into `regions` of the region a token lies in (marks included), or -1. */
  readonly region: Int16Array;
  /** 1 where a token lies in an expression of time. */
  readonly timed: Uint8Array;
  /** Index into `mentions` of the mention a token lies in, or -1. */
  readonly mention: Int32Array;
  readonly mentions: readonly Mention[];
  readonly words: CompiledLexicon;
  /** Words, tags and tree beside the tokens, made when first asked for; null where the language has none. */
  readonly grammar: () => Grammar | null;
}

/** Prepares a sentence. `times` and `mentions` are those that overlap it, in text order. */
export const readClause = (
  text: string,
  sentence: Sentence,
  times: readonly TimeExpression[],
  mentions: readonly Mention[],
  words: CompiledLexicon,
  tree: ((sentence: Sentence) => TaggedSentence | null) | null = null,
): Clause => {
  const tokens = sentence.tokens;
  const regions = quotedRegions(text, sentence);
  const region = new Int16Array(tokens.length).fill(-1);
  const timed = new Uint8Array(tokens.length);
  const mention = new Int32Array(tokens.length).fill(-1);
  paint(tokens, regions, (token, at) => {
    region[token] = at;
  });
  paint(
    tokens,
    times.map((time) => time.span),
    (token) => {
      timed[token] = 1;
    },
  );
  paint(
    tokens,
    mentions.map((m) => m.span),
    (token, at) => {
      if (mention[token] === -1) mention[token] = at;
    },
  );
  const grammar = once(() => {
    const tagged = tree?.(sentence) ?? null;
    return tagged === null ? null : alignGrammar(tokens, tagged);
  });
  return { text, sentence, tokens, regions, region, timed, mention, mentions, words, grammar };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Calls `mark(token, index)` for each token under each of `spans`; both lists are in text order. */
const paint = (
  tokens: readonly Token[],
  spans: readonly Span[],
  mark: (token: number, index: number) => void,
): void => {
  let first = 0;
  for (const [index, at] of spans.entries()) {
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= at.start) first++;
    for (let i = first; i < tokens.length && (tokens[i]?.start ?? 0) < at.end; i++) mark(i, index);
  }
};

/** The lower-case form of a token, or the empty string past either end. */
export const low = (clause: Clause, i: number): string => clause.tokens[i]?.lower ?? '';

/** Whether the token stands outside every quoted region. */
export const isPlain = (clause: Clause, i: number): boolean => (clause.region[i] ?? -1) === -1;

/** Whether the token begins with a capital letter. */
export const isCapital = (clause: Clause, i: number): boolean => isCapitalised(clause.tokens[i]?.text ?? '');

/** Whether the token is a comma. */
export const isComma = (clause: Clause, i: number): boolean => low(clause, i) === ',';

/** Whether the token is a dash that sets something apart. */
export const isDash = (clause: Clause, i: number): boolean => /^[—–]$|^--?$/.test(low(clause, i));

/** Whether the token can stand in a noun phrase other than as its determiner: not of a closed class, not a cue verb. */
export const isNominal = (clause: Clause, i: number): boolean => {
  const token = clause.tokens[i];
  if (token === undefined || token.kind === 'mark') return false;
  const { words } = clause;
  const lower = token.lower;
  if (words.roleNouns.has(lower)) return true;
  if (isCapital(clause, i) && clause.mention[i] !== -1) return true;
  // A closed-class word inside a name: `Channel [One]`, `House [of] Cards`.
  if (isCapital(clause, i) && isCapital(clause, i - 1) && isClosed(words, lower)) return true;
  if (isClosed(words, lower)) return false;
  if (words.verbForms.has(lower) && !isCapital(clause, i)) return isTaggedNoun(clause, i);
  return !(lower.endsWith('ly') && lower.length > 4);
};

/** A form that is also one of a cue verb (`the [talks]`) is a noun where the tagger says so. */
const isTaggedNoun = (clause: Clause, i: number): boolean => {
  const grammar = clause.grammar();
  return grammar !== null && analysisAt(grammar, i)?.upos === 'NOUN';
};

const isClosed = (words: CompiledLexicon, lower: string): boolean =>
  words.prepositions.has(lower) ||
  words.conjunctions.has(lower) ||
  words.auxiliaries.has(lower) ||
  words.adverbs.has(lower) ||
  words.relatives.has(lower) ||
  words.determiners.has(lower) ||
  words.subjectPronouns.has(lower) ||
  words.objectPronouns.has(lower) ||
  words.negations.has(lower);

/** The span from the start of token `from` to the end of token `to - 1`. */
export const between = (clause: Clause, from: number, to: number): Span => ({
  start: clause.tokens[from]?.start ?? clause.sentence.end,
  end: clause.tokens[to - 1]?.end ?? clause.sentence.start,
});

/** Whether the whole sentence stands in quotation marks but for at most a tenth of its length. */
export const isQuotation = (clause: Clause): boolean => {
  const length = clause.sentence.end - clause.sentence.start;
  const quoted = clause.regions.reduce((sum, r) => sum + r.end - r.start, 0);
  return length > 0 && quoted >= 0.85 * length;
};
