import { speechSubjectOf } from '../../language/index.ts';
import type { Clause } from './clause.ts';
import { isCapital, isComma, isDash, isPlain, low } from './clause.ts';
import { type CueAt, isBehindAside } from './cues.ts';
import { dependentsBy, type Grammar, subtreeOf } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAfter, nounPhraseBefore } from './noun-phrase.ts';
import type { Sourced } from './sourced.ts';

const FAR: ReadonlySet<string> = new Set(['joined', 'beside', 'described']);

/**
 * The source of a cue by the finder of subjects and the tree, `byWords` where the words around the cue know better; null when the
 * finder knows none.
 */
export const sourceByTree = (
  clause: Clause,
  grammar: Grammar,
  cue: CueAt,
  byWords: Sourced,
): Sourced | null => {
  const verb = grammar.wordOf[cue.from] ?? -1;
  const governor = cue.voice === 'infinitive' ? governorOf(grammar, verb) : verb;
  if (verb < 0 || governor === null) return null;
  const found = subjectPhrase(clause, grammar, governor);
  if (found === null || clause.timed[found.phrase.head] === 1) return null;
  const { phrase, head } = found;
  const way = standingOf(clause, grammar, cue, found);
  if (way === 'inverted')
    return phrase.from >= cue.to && !isBehindAside(clause, cue)
      ? { cue, phrase, relation: 'inverted' }
      : null;
  if (way === 'relative') return relativeSource(clause, cue, phrase);
  const far = FAR.has(way) || phrase.to > cue.group;
  if (wordsKnow(clause, cue, byWords, phrase, far)) return byWords;
  if (!far && cue.voice === 'active') return { cue, phrase, relation: 'subject' };
  return carriedFrom(clause, grammar, cue, byWords, { phrase, head, described: way === 'described' });
};

/**
 * How the subject stands to its verb. What the finder has learnt to choose it names only so; then the places tell: behind the
 * cue, right before it, or with another verb between the two.
 */
const standingOf = (clause: Clause, grammar: Grammar, cue: CueAt, { phrase, way }: SubjectPhrase): string => {
  if (way !== 'learnt' && way !== 'tree') return way;
  if (phrase.from >= cue.to) return 'inverted';
  if (clause.words.relatives.has(low(clause, phrase.head))) return 'relative';
  for (let i = phrase.to; i < cue.group; i++) {
    const word = grammar.tagged.analysis[grammar.wordOf[i] ?? -1];
    if (word?.upos === 'VERB' || word?.upos === 'AUX') return 'joined';
  }
  return 'before';
};

interface SubjectPhrase {
  readonly phrase: NounPhrase;
  /** The word of its head. */
  readonly head: number;
  readonly way: string;
}

/** The subject of a verb, as the finder of subjects has it. */
const subjectPhrase = (clause: Clause, grammar: Grammar, verb: number): SubjectPhrase | null => {
  const { head, extent, way } = speechSubjectOf(grammar.tagged, verb);
  const phrase = head === null || extent === null ? null : phraseOf(clause, grammar, head, extent);
  return phrase === null || head === null ? null : { phrase, head, way };
};

/** Whether the phrase right before the cue is to be believed rather than that of the finder. */
const wordsKnow = (
  clause: Clause,
  cue: CueAt,
  byWords: Sourced,
  phrase: NounPhrase,
  far: boolean,
): boolean => {
  if (byWords.relation !== 'subject') return false;
  if (far) return closesAside(clause, cue, byWords);
  return isWhole(clause, byWords, phrase) || isSetOff(clause, cue, byWords);
};

interface FarPhrase {
  readonly phrase: NounPhrase;
  /** The word of its head. */
  readonly head: number;
  readonly described: boolean;
}

/** A source that does not stand beside the cue. */
const carriedFrom = (
  clause: Clause,
  grammar: Grammar,
  cue: CueAt,
  byWords: Sourced,
  { phrase, head, described }: FarPhrase,
): Sourced => {
  if (clause.words.relatives.has(low(clause, phrase.head))) {
    const owner = byWords.phrase === null ? nounPhraseBefore(clause, phrase.from + 1) : null;
    if (owner !== null) return { cue, phrase: owner, relation: 'carried', described: true };
    return byWords.phrase === null ? { cue, phrase: null, relation: 'carried' } : byWords;
  }
  // `[Voss] toured the isle, which Sylvania claims, and promised …`: a closed relative clause shares no subject.
  const closed = clause.words.relatives.has(low(clause, phrase.from - 1)) && isComma(clause, cue.group - 2);
  if (closed) return { cue, phrase: null, relation: 'carried' };
  if (!described) return { cue, phrase, relation: 'carried' };
  return { cue, phrase: issuerOf(clause, grammar, head) ?? phrase, relation: 'carried', described };
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
  return subjectPhrase(clause, grammar, verb)?.phrase ?? null;
};

/** `[the envoy], who said`: what the word points back to. */
const relativeSource = (clause: Clause, cue: CueAt, { from }: NounPhrase): Sourced | null => {
  const phrase = nounPhraseBefore(clause, from + 1);
  return phrase === null ? null : { cue, phrase, relation: 'subject' };
};

/** The subject of the sentence's main verb. */
export const rootSubject = (clause: Clause, grammar: Grammar): NounPhrase | null => {
  const root = grammar.tagged.analysis.findIndex(({ head }) => head === -1);
  if (root < 0) return null;
  const phrase = subjectPhrase(clause, grammar, root)?.phrase ?? null;
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
export const passiveSource = (clause: Clause, grammar: Grammar, cue: CueAt): Sourced => {
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
