import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { isCapital, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import { analysisAt } from './grammar.ts';

/** Tokens `[from, to)` of a noun phrase; `head` is the token that decides what it names. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly form: 'name' | 'nominal' | 'pronoun' | 'relative';
  /** Token of the relative word behind it that stands for it: `[Ada Voss], who said`. */
  readonly relative?: number;
  /** Its characters where they are not those of the tokens: a word inside one (`[he]'s saying`). */
  readonly span?: Span;
}

const MAX_TOKENS = 16;
/**
 * The noun phrase that ends right before token `end`, read leftwards: a pronoun, or names, nouns and adjectives with their
 * determiner, "of" phrases, other prepositional phrases of role nouns ("spokesman for the ministry"), and names joined by
 * "and". An apposition between commas that ends at `end` is taken with the phrase before it:
 * `[Freedonia's envoy, Ada Voss,]` said.
 */
export const nounPhraseBefore = (clause: Clause, end: number): NounPhrase | null => {
  const last = end - 1;
  if (last < 0 || !isPlain(clause, last)) return null;
  if (isComma(clause, last) || isDash(clause, last)) return withApposition(clause, last);
  return withName(clause, plainBefore(clause, end));
};

/** `Freedonia's envoy, [Ada Voss] said`: the phrase before the comma belongs to it when it names a role. */
const withName = (clause: Clause, phrase: NounPhrase | null): NounPhrase | null => {
  if (phrase === null || phrase.form !== 'name') return phrase;
  const comma = phrase.from - 1;
  if (!isComma(clause, comma) || !isPlain(clause, comma - 1)) return phrase;
  const role = plainBefore(clause, comma);
  if (role === null || role.form === 'pronoun' || role.form === 'relative') return phrase;
  if (!clause.words.roleNouns.has(low(clause, role.head))) return phrase;
  return opensClause(clause, role.from) ? { ...phrase, from: role.from } : phrase;
};

/** Whether a phrase may begin at `from`: at the sentence's start, after a comma, dash, quotation or conjunction. */
const opensClause = (clause: Clause, from: number): boolean =>
  from === 0 ||
  !isPlain(clause, from - 1) ||
  isComma(clause, from - 1) ||
  isDash(clause, from - 1) ||
  clause.words.conjunctions.has(low(clause, from - 1)) ||
  low(clause, from - 1) === 'that';

/** `[Ada Voss, who leads the delegation,] said`: from the comma that closes an apposition back to its owner. */
const withApposition = (clause: Clause, close: number): NounPhrase | null => {
  for (let i = close - 1; i > Math.max(0, close - 28); i--) {
    if (!isPlain(clause, i)) return null;
    if (!isComma(clause, i) && !isDash(clause, i)) continue;
    if (close - i < 2) return null;
    const owner = plainBefore(clause, i);
    if (owner === null) continue;
    return { ...owner, to: close };
  }
  return null;
};

const plainBefore = (clause: Clause, end: number): NounPhrase | null => {
  const last = skipBrackets(clause, end) - 1;
  if (last < 0 || !isPlain(clause, last)) return null;
  const word = low(clause, last);
  if (clause.words.relatives.has(word)) return antecedent(clause, last);
  if (clause.words.subjectPronouns.has(word)) return { from: last, to: end, head: last, form: 'pronoun' };
  if (!isNominal(clause, last) || (clause.timed[last] === 1 && clause.mention[last] === -1)) return null;
  const from = walkLeft(clause, last);
  const head = headOf(clause, from, last + 1);
  return { from, to: end, head, form: isCapital(clause, head) ? 'name' : 'nominal' };
};

/** The end before a trailing bracket: `the ministry (MFA)` ends before `(`. */
const skipBrackets = (clause: Clause, end: number): number => {
  if (low(clause, end - 1) !== ')') return end;
  for (let i = end - 2; i > Math.max(0, end - 8); i--) if (low(clause, i) === '(') return i;
  return end;
};

/** `… by [Ada Voss], who said`: the phrase that "who" points back to. */
const antecedent = (clause: Clause, who: number): NounPhrase | null => {
  if (!isRelative(clause, who)) return null;
  const end = isComma(clause, who - 1) ? who - 1 : who;
  const phrase = plainBefore(clause, end);
  return phrase === null || phrase.form === 'relative'
    ? null
    : { ...phrase, to: end, form: 'relative', relative: who };
};

/** `who`; `which` and `that` where the tagger has them for pronouns (`a report [that] says`, not `he said [that] it`). */
const isRelative = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  if (word === 'who') return true;
  if (word !== 'which' && word !== 'that') return false;
  const grammar = clause.grammar();
  return grammar !== null && analysisAt(grammar, i)?.xpos === 'WDT';
};

const walkLeft = (clause: Clause, last: number): number => {
  let from = last;
  while (from > 0 && last - from < MAX_TOKENS) {
    const step = stepLeft(clause, from);
    if (step === 0) break;
    from -= step;
    if (clause.words.determiners.has(low(clause, from)) && !goesOnLeft(clause, from)) break;
  }
  return from;
};

/** Whether a phrase whose determiner has been reached goes on: `[the] two leaders`, `[aide] to the president`, `[Voss and] the envoy`. */
const goesOnLeft = (clause: Clause, from: number): boolean =>
  linked(clause, from - 1) ||
  (clause.words.counters.has(low(clause, from)) && clause.words.determiners.has(low(clause, from - 1))) ||
  (low(clause, from - 1) === 'and' && isCapital(clause, from - 2) && joinsNames(clause, from - 1));

/** How many tokens further left the phrase that begins at `from` reaches: 0 stops. */
const stepLeft = (clause: Clause, from: number): number => {
  const i = from - 1;
  if (!isPlain(clause, i)) return 0;
  const word = low(clause, i);
  if (isDeterminer(clause, i)) return 1;
  if (clause.timed[i] === 1 && clause.mention[i] === -1) return 0;
  if (isNominal(clause, i)) return joinsMention(clause, i) ? 1 : 0;
  if (linked(clause, i)) return 2;
  if (word === 'and' && joinsNames(clause, i)) return 2;
  return 0;
};

/** Two mentions side by side without a word between ("In Sylvania [Voss] said") are two phrases. */
const joinsMention = (clause: Clause, i: number): boolean => {
  const here = clause.mention[i] ?? -1;
  const next = clause.mention[i + 1] ?? -1;
  if (here === -1 || next === -1 || here === next) return true;
  const type = clause.mentions[here]?.type;
  return type !== 'PLACE' || !clause.words.prepositions.has(low(clause, i - 1));
};

/** Whether the preposition at `i` links a noun (a role noun unless it is "of") to what follows it. */
const linked = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  if (word === 'of' && clause.words.quantities.has(low(clause, i - 1)) && isPlain(clause, i - 1)) return true;
  if (!clause.words.links.has(word) || !isNominal(clause, i - 1) || !isPlain(clause, i - 1)) return false;
  return word === 'of' || clause.words.roleNouns.has(low(clause, i - 1));
};

/** `the`, `two`; not the capitalised second word of a name (`Channel [One]`). */
const isDeterminer = (clause: Clause, i: number): boolean =>
  clause.words.determiners.has(low(clause, i)) && !(isCapital(clause, i) && isCapital(clause, i - 1));

const joinsNames = (clause: Clause, and: number): boolean => {
  const left = and - 1;
  if (!isNominal(clause, left) || !(isCapital(clause, left) || clause.words.roleNouns.has(low(clause, left))))
    return false;
  let first = left;
  while (first > 0 && left - first < 10 && isNominal(clause, first - 1) && clause.timed[first - 1] !== 1)
    first--;
  if (clause.words.determiners.has(low(clause, first - 1))) first--;
  const before = low(clause, first - 1);
  // "met with Voss and [Moreau] said": what a verb or preposition governs is no first half of a subject.
  return !clause.words.prepositions.has(before) && !clause.words.verbForms.has(before);
};

/** The head: the last capitalised token before any linking preposition, else the last token before one. */
const headOf = (clause: Clause, from: number, to: number): number => {
  let end = to;
  for (let i = from + 1; i < to; i++) {
    if (clause.words.links.has(low(clause, i)) && clause.words.prepositions.has(low(clause, i))) {
      end = i;
      break;
    }
  }
  return end - 1;
};

/**
 * The noun phrase that begins at token `start`, read rightwards, with its apposition: said `[Ada Voss, an envoy of
 * Freedonia]`, adding … It ends before a verb, a clause, or a preposition that opens an adverbial.
 */
export const nounPhraseAfter = (clause: Clause, start: number): NounPhrase | null => {
  if (start >= clause.tokens.length || !isPlain(clause, start)) return null;
  const word = low(clause, start);
  if (clause.words.subjectPronouns.has(word) || clause.words.objectPronouns.has(word))
    return { from: start, to: start + 1, head: start, form: 'pronoun' };
  const core = walkRight(clause, start);
  if (core === start) return null;
  const head = headOf(clause, start, core);
  const form = isCapital(clause, head) ? 'name' : 'nominal';
  const owner = { from: start, to: core, head, form } as const;
  if (!isComma(clause, core)) return owner;
  const apposition = walkRight(clause, core + 1);
  if (apposition === core + 1 || !apposes(clause, core + 1, apposition)) return owner;
  return { ...owner, to: apposition };
};

/** An apposition names a role or a name, and nothing but a comma, a stop or the end follows it. */
const apposes = (clause: Clause, from: number, to: number): boolean => {
  if (!clause.words.determiners.has(low(clause, from)) && !clause.words.roleNouns.has(low(clause, from)))
    return false;
  const after = low(clause, to);
  if (after !== '' && after !== ',' && after !== '.' && isPlain(clause, to) && isNominal(clause, to))
    return false;
  for (let i = from; i < to; i++) if (clause.words.roleNouns.has(low(clause, i))) return true;
  return false;
};

const walkRight = (clause: Clause, start: number): number => {
  let i = start;
  while (i < clause.tokens.length && i - start < MAX_TOKENS && isPlain(clause, i) && goesOn(clause, i, start))
    i++;
  while (i > start && (clause.words.links.has(low(clause, i - 1)) || low(clause, i - 1) === 'and')) i--;
  return i;
};

/** Whether token `i` goes on the phrase that began at `start`. */
const goesOn = (clause: Clause, i: number, start: number): boolean => {
  const word = low(clause, i);
  const before = low(clause, i - 1);
  if (isDeterminer(clause, i))
    return (
      i === start || clause.words.links.has(before) || before === 'and' || clause.words.counters.has(word)
    );
  if (clause.words.links.has(word)) return i > start && linked(clause, i);
  if (word === 'and') return isCapital(clause, i - 1) && joinsNext(clause, i + 1);
  if (clause.timed[i] === 1 && clause.mention[i] === -1) return describes(clause, i, start);
  return isNominal(clause, i) && !isPastVerb(clause, i, start);
};

/** `a [2008] veteran of the party`, `the [46-year-old]`: a time right behind the determiner belongs to the noun. */
const describes = (clause: Clause, i: number, start: number): boolean =>
  i === start + 1 && isDeterminer(clause, start) && /^\d/.test(low(clause, i));

/** `Voss and [Moreau]`, `the Herald and [the Tribune]`. */
const joinsNext = (clause: Clause, i: number): boolean => {
  const at = low(clause, i) === 'the' ? i + 1 : i;
  return isCapital(clause, at) && isNominal(clause, at);
};

/** `the minister [accepted] an invitation`: a word in -ed behind a noun and before an object is a verb. */
const isPastVerb = (clause: Clause, i: number, start: number): boolean => {
  if (i === start || !/ed$/.test(low(clause, i)) || isCapital(clause, i)) return false;
  const next = low(clause, i + 1);
  const { determiners, prepositions, possessives } = clause.words;
  return determiners.has(next) || prepositions.has(next) || possessives.has(next) || isCapital(clause, i + 1);
};
