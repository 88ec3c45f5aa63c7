import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isCapital, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import type { CueAt } from './cues.ts';
import { isBehindAside, takes } from './cues.ts';
import { isFiniteAt } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAfter, nounPhraseBefore } from './noun-phrase.ts';
import type { Sourced } from './sourced.ts';
import { passiveSource, phraseFrom, sourceByTree } from './tree-source.ts';

/** Decides for a cue verb whether its source stands before it, after it, or is that of an earlier verb. */
export const findSource = (clause: Clause, cue: CueAt): Sourced => {
  const grammar = clause.grammar();
  if (cue.voice === 'passive')
    return grammar === null ? { cue, phrase: null, relation: 'none' } : passiveSource(clause, grammar, cue);
  const byWords = absoluteSource(clause, cue) ?? sourceByWords(clause, cue);
  if (byWords.described === true) return byWords;
  if (grammar === null || byWords.relation === 'inverted' || byWords.relation === 'as') return byWords;
  return sourceByTree(clause, grammar, cue, byWords) ?? byWords;
};

/** `…, with [Ada Voss] calling it a farce`, `the sight of [Tal] denouncing the pact`: a name right between a preposition and a participle. */
const absoluteSource = (clause: Clause, cue: CueAt): Sourced | null => {
  if (cue.entry.form !== 'ing' || isComma(clause, cue.group - 1) || isDash(clause, cue.group - 1))
    return null;
  if (low(clause, cue.group - 1) === 'as') return quotedSource(clause, cue);
  const phrase = nounPhraseBefore(clause, cue.group);
  if (phrase === null || phrase.form !== 'name' || low(clause, phrase.from - 1) !== 'with') return null;
  return { cue, phrase, relation: 'carried', described: true };
};

const RELAYS: ReadonlySet<string> = new Set(['quoted', 'cited', 'quotes', 'quoting']);

/** `Kestrel quoted [Tal] as saying`, `[Tal] was quoted as saying`: whose words they are. */
const quotedSource = (clause: Clause, cue: CueAt): Sourced | null => {
  const as = cue.group - 1;
  if (RELAYS.has(low(clause, as - 1))) {
    let group = as - 1;
    while (group > 0 && clause.words.auxiliaries.has(low(clause, group - 1))) group--;
    const phrase = nounPhraseBefore(clause, group);
    return phrase === null ? null : { cue: { ...cue, group }, phrase, relation: 'subject', described: true };
  }
  const phrase = nounPhraseBefore(clause, as);
  if (phrase === null || !RELAYS.has(low(clause, phrase.from - 1))) return null;
  const relay = nounPhraseBefore(clause, phrase.from - 1);
  const whole = { ...phrase, from: relay?.from ?? phrase.from - 1, span: sourceSpan(clause, phrase) };
  return { cue: { ...cue, group: as }, phrase: whole, relation: 'subject', described: true };
};

const sourceByWords = (clause: Clause, cue: CueAt): Sourced => {
  if (cue.entry.form === 'ing' && cue.group === cue.from) return { cue, phrase: null, relation: 'carried' };
  const reporter = reporterBehind(clause, cue);
  if (reporter !== null) return { cue, phrase: reporter, relation: 'inverted' };
  const phrase = nounPhraseBefore(clause, cue.group);
  if (phrase !== null && !isObject(clause, phrase)) {
    const as = isAside(clause, phrase.from - 1) && clause.words.asVerbs.has(low(clause, cue.from));
    return { cue, phrase, relation: as ? 'as' : 'subject' };
  }
  const after = invertedSource(clause, cue);
  if (after !== null) return { cue, phrase: after, relation: 'inverted' };
  return { cue, phrase: null, relation: isCoordinated(clause, cue) ? 'carried' : 'none' };
};

/** `As the Lantern notes, …`, `…, as Voss said`; not `as many as ten islanders said`, `just as she said she would`. */
const isAside = (clause: Clause, as: number): boolean => {
  if (low(clause, as) !== 'as') return false;
  const before = low(clause, as - 1);
  return !/^(?:many|few|much|little|just|even|exactly|same|such|well)$/.test(before);
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
  if (!canInvert(clause, cue)) return null;
  const before = cue.group - 1;
  const opened = before < 0 || isComma(clause, before) || isDash(clause, before) || !isPlain(clause, before);
  const phrase = inverted(clause, cue.to);
  if (phrase === null || phrase.form === 'relative') return null;
  if (phrase.form === 'pronoun' && !clause.words.subjectPronouns.has(low(clause, phrase.head))) return null;
  if (opensTold(clause, phrase)) return null;
  // Behind a quotation whoever follows has said it: `"…," said the 46-year-old.`
  if (opened) return speaks(clause, phrase) || closesQuotation(clause, before) ? phrase : null;
  // `… at the forum, reports the agency.` without a comma: only with a capitalised source at the sentence's end.
  const atEnd = phrase.to >= clause.tokens.length - 1 && cue.entry.act === 'reported';
  return atEnd && isCapital(clause, phrase.head) ? phrase : null;
};

/** Whether somebody may stand behind the verb who says it. */
const canInvert = (clause: Clause, cue: CueAt): boolean =>
  takes(cue, 'i') &&
  cue.entry.form !== 'ing' &&
  (cue.entry.form !== 'base' ||
    (cue.group === cue.from && cue.entry.verb?.forms.past === low(clause, cue.from))) &&
  !isBehindAside(clause, cue);

/** `…, a clerk, said [she] was ill`, `…, noted [that] the pier was safe`: the words open what is told, and tell of nobody who says it. */
const opensTold = (clause: Clause, { from, to, form }: NounPhrase): boolean => {
  if (to === from + 1 && low(clause, from) === 'that') return true;
  if (form !== 'pronoun') return false;
  return (
    (isPlain(clause, to) && isFiniteAt(clause.grammar(), to)) || clause.words.auxiliaries.has(low(clause, to))
  );
};

/** `…, said Voss, head of the port, reports [the Lantern].`: who passes it on ends the sentence. */
const reporterBehind = (clause: Clause, cue: CueAt): NounPhrase | null => {
  if (cue.entry.act !== 'reported' || cue.voice !== 'active' || !isComma(clause, cue.group - 1)) return null;
  const phrase = invertedSource(clause, cue);
  return phrase !== null && isCapital(clause, phrase.head) && endsAt(clause, phrase.to) ? phrase : null;
};

const endsAt = (clause: Clause, i: number): boolean =>
  i >= clause.tokens.length || (i === clause.tokens.length - 1 && clause.tokens[i]?.kind === 'mark');

/** The phrase behind the verb; that of the tree where the words stop before its head: `said [one unaligned Hale strategist]`. */
const inverted = (clause: Clause, from: number): NounPhrase | null => {
  const byWords = nounPhraseAfter(clause, from);
  if (byWords === null || byWords.form === 'pronoun') return byWords;
  const byTree = phraseFrom(clause, from);
  return byTree !== null && byTree.head >= byWords.to ? byTree : byWords;
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
  if (cue.entry.form === 'ing' && (word === 'while' || word === 'before' || word === 'after')) return true;
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
  if (phrase.span !== undefined) return withoutDateline(clause, phrase.span);
  let to = phrase.to;
  while (to > phrase.from + 1 && (isComma(clause, to - 1) || isDash(clause, to - 1))) to--;
  return between(clause, phrase.from, to);
};

/** `HALE, June 10 (Kestrel) — [Ada Voss]`: where a report was filed is no part of who speaks first in it. */
const withoutDateline = (clause: Clause, span: Span): Span => {
  if (span.start !== clause.sentence.start) return span;
  const opening = DATELINE.exec(clause.text.slice(span.start, Math.min(span.end, span.start + MAX_DATELINE)));
  return opening === null ? span : { start: span.start + opening[0].length, end: span.end };
};

/** In UTF-16 code units. */
const MAX_DATELINE = 90;
const DATELINE = /^\p{Lu}{3}[^()—–]{0,50}\([^()]{2,24}\) ?(?:[—–]|--?) ?(?=\p{L})/u;
