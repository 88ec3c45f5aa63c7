import { speechSubjectOf } from '../../language/index.ts';
import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isCapital, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { dependentsBy, type Grammar, subtreeOf } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAfter, nounPhraseBefore } from './noun-phrase.ts';

/** How a cue came by its source. */
export type Relation = 'subject' | 'inverted' | 'carried' | 'as' | 'passive' | 'none';

/** A cue with its source: `phrase` is null when the source is carried over or missing. */
export interface Sourced {
  readonly cue: CueAt;
  readonly phrase: NounPhrase | null;
  readonly relation: Relation;
  /** Whether the phrase is that of a noun right before a participle: `a [letter] saying …`. */
  readonly described?: boolean;
}

/** Decides for a cue verb whether its source stands before it, after it, or is that of an earlier verb. */
export const findSource = (clause: Clause, cue: CueAt): Sourced => {
  const grammar = clause.grammar();
  if (cue.voice === 'passive')
    return grammar === null ? { cue, phrase: null, relation: 'none' } : passiveSource(clause, grammar, cue);
  const byWords = sourceByWords(clause, cue);
  if (grammar === null || byWords.relation === 'inverted' || byWords.relation === 'as') return byWords;
  return sourceByTree(clause, grammar, cue, byWords) ?? byWords;
};

const FAR: ReadonlySet<string> = new Set(['joined', 'beside', 'described']);

const sourceByTree = (clause: Clause, grammar: Grammar, cue: CueAt, byWords: Sourced): Sourced | null => {
  const verb = grammar.wordOf[cue.from] ?? -1;
  const governor = cue.voice === 'infinitive' ? governorOf(grammar, verb) : verb;
  if (verb < 0 || governor === null) return null;
  const { head, extent, way } = speechSubjectOf(grammar.tagged, governor);
  if (head === null || extent === null) return null;
  const phrase = phraseOf(clause, grammar, head, extent);
  if (phrase === null || clause.timed[phrase.head] === 1) return null;
  if (way === 'inverted') return phrase.from >= cue.to ? { cue, phrase, relation: 'inverted' } : null;
  if (way === 'relative') return relativeSource(clause, cue, phrase);
  const far = FAR.has(way) || phrase.to > cue.group;
  if (
    byWords.relation === 'subject' &&
    (far
      ? closesAside(clause, cue, byWords)
      : isWhole(clause, byWords, phrase) || isSetOff(clause, cue, byWords))
  )
    return byWords;
  if (!far && cue.voice === 'active') return { cue, phrase, relation: 'subject' };
  if (clause.words.relatives.has(low(clause, phrase.head)))
    return byWords.phrase === null ? { cue, phrase: null, relation: 'carried' } : byWords;
  if (way !== 'described') return { cue, phrase, relation: 'carried' };
  return { cue, phrase: issuerOf(clause, grammar, head) ?? phrase, relation: 'carried', described: true };
};

/** `[Voss, an envoy whose firm runs the ferry], said`: an aside ends right before the cue, or a pronoun stands there. */
const closesAside = (clause: Clause, cue: CueAt, { phrase }: Sourced): boolean =>
  phrase?.form === 'pronoun' ||
  isComma(clause, cue.group - 1) ||
  isDash(clause, cue.group - 1) ||
  isSetOff(clause, cue, { cue, phrase, relation: 'subject' });

/** `The pier is safe, [the minister] said, and …`: source and cue stand alone between marks. */
const isSetOff = (clause: Clause, cue: CueAt, { phrase }: Sourced): boolean =>
  phrase !== null &&
  phrase.to === cue.group &&
  isComma(clause, phrase.from - 1) &&
  isPlain(clause, phrase.from - 1) &&
  !isComma(clause, cue.group - 1) &&
  clause.tokens[cue.to]?.kind === 'mark';

/** `[Voss and Moreau] announced`: the phrase by words holds another name before that of the tree. */
const isWhole = (clause: Clause, { phrase }: Sourced, { from, to }: NounPhrase): boolean =>
  phrase?.form === 'name' && phrase.to === to && phrase.from < from && low(clause, from - 1) === 'and';

/** `[Voss] issued a statement condemning …`: who made the document that tells. */
const issuerOf = (clause: Clause, grammar: Grammar, head: number): NounPhrase | null => {
  const { lemma = '', deprel = '', head: verb = -1 } = grammar.tagged.analysis[head] ?? {};
  if (deprel !== 'obj' || verb < 0 || !clause.words.quoteNouns.has(lemma)) return null;
  const found = speechSubjectOf(grammar.tagged, verb);
  return found.head === null || found.extent === null
    ? null
    : phraseOf(clause, grammar, found.head, found.extent);
};

/** `[the envoy], who said`: what the word points back to. */
const relativeSource = (clause: Clause, cue: CueAt, { from, head }: NounPhrase): Sourced | null => {
  if (low(clause, head) !== 'who') return null;
  const phrase = nounPhraseBefore(clause, from + 1);
  return phrase === null ? null : { cue, phrase, relation: 'subject' };
};

/** The subject of the sentence's main verb. */
export const rootSubject = (clause: Clause, grammar: Grammar): NounPhrase | null => {
  const root = grammar.tagged.analysis.findIndex(({ head }) => head === -1);
  if (root < 0) return null;
  const { head, extent } = speechSubjectOf(grammar.tagged, root);
  const phrase = head === null || extent === null ? null : phraseOf(clause, grammar, head, extent);
  return phrase === null || clause.words.relatives.has(low(clause, phrase.head)) ? null : phrase;
};

/**
 * The noun phrase that begins at a token, with all that hangs on it by the tree up to a comma: `according to [a poll taken last week
 * by the Lantern]`; by words alone where there is no tree.
 */
export const phraseFrom = (clause: Clause, token: number): NounPhrase | null => {
  const byWords = nounPhraseAfter(clause, token);
  const grammar = clause.grammar();
  const first = grammar?.wordOf[token] ?? -1;
  if (grammar === null || first < 0 || byWords?.form === 'pronoun') return byWords;
  const head = nominalOver(grammar, first);
  if (head === null) return byWords;
  const [, last] = subtreeOf(grammar, head);
  const end = phraseEnd(clause, grammar, head, last);
  const phrase = phraseOf(clause, grammar, head, { from: first, to: end });
  return phrase !== null && byWords !== null && phrase.to < byWords.to ? byWords : phrase;
};

const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/;
/** Relations of what stands before a noun to it. */
const BEFORE_NOUN = /^(?:det|amod|nummod|compound|flat|nmod:poss|nmod:desc|advmod|case|cc|nmod:unmarked|obl)/;

/** The noun whose phrase a word opens. */
const nominalOver = ({ tagged }: Grammar, first: number): number | null => {
  let word = first;
  for (let n = 0; n < 6; n++) {
    const { head = -1, deprel = '' } = tagged.analysis[word] ?? {};
    if (head <= word || head - first > 12 || !BEFORE_NOUN.test(deprel)) break;
    word = head;
  }
  return NOMINAL.test(tagged.analysis[word]?.upos ?? '') ? word : null;
};

/** The end of a phrase: before a comma behind its head, unless an apposition or relative clause stands between commas. */
const phraseEnd = (clause: Clause, { tagged, tokenOf }: Grammar, head: number, last: number): number => {
  for (let word = head + 1; word <= last; word++) {
    if (!isPlain(clause, tokenOf[word] ?? 0)) return word;
    const form = tagged.words[word]?.form ?? '';
    if (/^[,;—–]$|^--?$/.test(form)) return word;
  }
  return last + 1;
};

/** The verb whose subject an infinitive shares: `[went] on to say`. */
const governorOf = ({ tagged }: Grammar, verb: number): number | null => {
  let at = verb;
  for (let n = 0; n < 3; n++) {
    const { head = -1, deprel = '' } = tagged.analysis[at] ?? {};
    if (head < 0 || !/^(?:xcomp|advcl|conj|ccomp)/.test(deprel)) return null;
    at = head;
    if (tagged.words[at - 1]?.form.toLowerCase() !== 'to')
      return tagged.analysis[at]?.upos === 'VERB' ? at : null;
  }
  return null;
};

const phraseOf = (
  clause: Clause,
  { tagged, tokenOf }: Grammar,
  head: number,
  extent: { readonly from: number; readonly to: number },
): NounPhrase | null => {
  const [first, last] = [tagged.words[extent.from], tagged.words[extent.to - 1]];
  const [from, to, at] = [tokenOf[extent.from] ?? -1, tokenOf[extent.to - 1] ?? -1, tokenOf[head] ?? -1];
  if (first === undefined || last === undefined || from < 0 || to < 0 || at < 0) return null;
  const upos = tagged.analysis[head]?.upos;
  const form = upos === 'PRON' ? 'pronoun' : isCapital(clause, at) ? 'name' : 'nominal';
  return { from, to: to + 1, head: at, form, span: { start: first.start, end: last.end } };
};

/** `He was told by [Voss] that …`: who stands behind "by"; nobody else is named. */
const passiveSource = (clause: Clause, grammar: Grammar, cue: CueAt): Sourced => {
  const none: Sourced = { cue, phrase: null, relation: 'passive' };
  const verb = grammar.wordOf[cue.from] ?? -1;
  const { analysis, words } = grammar.tagged;
  const agent = dependentsBy(grammar, verb, ['obl']).find((word) =>
    (grammar.dependents[word] ?? []).some(
      (index) => analysis[index]?.deprel === 'case' && words[index]?.form.toLowerCase() === 'by',
    ),
  );
  if (agent === undefined) return none;
  const [from] = subtreeOf(grammar, agent);
  const by = grammar.tokenOf[from] ?? -1;
  const phrase = by < cue.to ? null : nounPhraseAfter(clause, by + 1);
  return phrase === null || clause.timed[phrase.head] === 1 || /ing$/.test(low(clause, by + 1))
    ? none
    : { ...none, phrase };
};

const sourceByWords = (clause: Clause, cue: CueAt): Sourced => {
  if (cue.entry.form === 'ing' && cue.group === cue.from) return { cue, phrase: null, relation: 'carried' };
  const phrase = nounPhraseBefore(clause, cue.group);
  if (phrase !== null && !isObject(clause, phrase)) {
    const as = low(clause, phrase.from - 1) === 'as' && clause.words.asVerbs.has(low(clause, cue.from));
    return { cue, phrase, relation: as ? 'as' : 'subject' };
  }
  const after = invertedSource(clause, cue);
  if (after !== null) return { cue, phrase: after, relation: 'inverted' };
  return { cue, phrase: null, relation: isCoordinated(clause, cue) ? 'carried' : 'none' };
};

/** `the talks in [Sylvania] said`: a phrase behind a preposition is no subject (but "the envoy of Sylvania" is one phrase). */
const isObject = (clause: Clause, phrase: NounPhrase): boolean => {
  if (phrase.form === 'relative') return false;
  const before = low(clause, phrase.from - 1);
  if (before === 'as' || before === 'that') return false;
  return (
    clause.words.prepositions.has(before) && before !== 'since' && before !== 'until' && before !== 'after'
  );
};

/** `"…," said [Ada Voss, an envoy]`; only after a quotation, comma or at the sentence's start, and before a name or role. */
const invertedSource = (clause: Clause, cue: CueAt): NounPhrase | null => {
  if (!takes(cue, 'i') || cue.entry.form === 'ing' || cue.entry.form === 'base') return null;
  const before = cue.group - 1;
  const opened = before < 0 || isComma(clause, before) || isDash(clause, before) || !isPlain(clause, before);
  const phrase = nounPhraseAfter(clause, cue.to);
  if (phrase === null || phrase.form === 'relative') return null;
  if (phrase.form === 'pronoun' && !clause.words.subjectPronouns.has(low(clause, phrase.head))) return null;
  // Behind a quotation whoever follows has said it: `"…," said the 46-year-old.`
  if (opened) return speaks(clause, phrase) || closesQuotation(clause, before) ? phrase : null;
  // `… at the forum, reports the agency.` without a comma: only with a capitalised source at the sentence's end.
  const atEnd = phrase.to >= clause.tokens.length - 1 && cue.entry.act === 'reported';
  return atEnd && isCapital(clause, phrase.head) ? phrase : null;
};

/** Whether the token is the last of a quotation, or a comma or dash behind one. */
const closesQuotation = (clause: Clause, i: number): boolean =>
  i >= 0 && (!isPlain(clause, i) || (i > 0 && !isPlain(clause, i - 1)));

const speaks = (clause: Clause, phrase: NounPhrase): boolean => {
  if (phrase.form === 'name' || phrase.form === 'pronoun') return true;
  for (let i = phrase.from; i < phrase.to; i++) if (clause.words.roleNouns.has(low(clause, i))) return true;
  return false;
};

/** Whether the cue is joined to an earlier verb: `…, but added`, `… and expressed hope`, `…, stressing`. */
export const isCoordinated = (clause: Clause, cue: CueAt): boolean => {
  const before = cue.group - 1;
  if (before < 0) return false;
  const word = low(clause, before);
  if (word === 'and' || word === 'but' || word === 'then') return true;
  return (
    isComma(clause, before) ||
    isDash(clause, before) ||
    (cue.entry.form === 'ing' && !isPlain(clause, before))
  );
};

/**
 * The subject of the sentence: the noun phrase after any opening adverbial. `During the talks [Ada Voss] thanked …`,
 * `In return, [the minister] accepted …`.
 */
export const mainSubject = (clause: Clause, before: number): NounPhrase | null => {
  let start = 0;
  const first = low(clause, 0);
  const opens =
    clause.words.prepositions.has(first) ||
    clause.words.conjunctions.has(first) ||
    clause.words.adverbs.has(first) ||
    /ing$/.test(first) ||
    clause.timed[0] === 1;
  if (opens) {
    start = pastOpening(clause, before);
  }
  while (start < before && !startsPhrase(clause, start)) start++;
  const phrase = nounPhraseAfter(clause, start);
  return phrase !== null && phrase.to <= before ? phrase : null;
};

/** The token behind the commas that set off what opens the sentence: `Speaking in Sylvania, after the talks, [Voss] …`. */
const pastOpening = (clause: Clause, before: number): number => {
  for (let i = 0; i < before; i++)
    if (isComma(clause, i) && isPlain(clause, i) && !opensAdverbial(clause, i + 1)) return i + 1;
  return 1;
};

const opensAdverbial = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  return (
    clause.words.prepositions.has(word) ||
    clause.words.adverbs.has(word) ||
    /ing$/.test(word) ||
    clause.timed[i] === 1
  );
};

const startsPhrase = (clause: Clause, i: number): boolean =>
  isPlain(clause, i) &&
  (clause.words.determiners.has(low(clause, i)) ||
    clause.words.subjectPronouns.has(low(clause, i)) ||
    isNominal(clause, i));

/** The characters of a source: one span, with a comma or dash at its end left off. */
export const sourceSpan = (clause: Clause, phrase: NounPhrase): Span => {
  if (phrase.span !== undefined) return phrase.span;
  let to = phrase.to;
  while (to > phrase.from + 1 && (isComma(clause, to - 1) || isDash(clause, to - 1))) to--;
  return between(clause, phrase.from, to);
};
