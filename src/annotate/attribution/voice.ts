import type { WordAnalysis } from '../../model/analysis.ts';
import type { Clause } from './clause.ts';
import { isCapital, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import { analysisAt, type Grammar } from './grammar.ts';
import type { CueEntry } from './lexicon.ts';
import { nounPhraseBefore } from './noun-phrase.ts';

/** How a verb of speech stands: `passive` with its auxiliary, `infinitive` behind "to", else `active`. */
export type Voice = 'active' | 'passive' | 'infinitive';

/** Whether the word is a verb that tells of speech, by its neighbours alone; passives are none here. */
export const voiceByWords = (clause: Clause, entry: CueEntry, from: number, group: number): Voice | null => {
  if (isCapital(clause, from) && from > 0) return null;
  if (isNounReading(clause, entry, from, group)) return null;
  if (isPassive(clause, entry, from, group)) return null;
  if (entry.form === 'base' && !isGoverned(clause, from, group)) return null;
  return 'active';
};

/**
 * Whether the word is a verb that tells of speech, by its tag: `the report [says]` and not `two [reports] say`. A past tense
 * that stands where only a verb can is one whatever its tag.
 */
export const voiceByTags = (
  clause: Clause,
  grammar: Grammar,
  entry: CueEntry,
  from: number,
  group: number,
): Voice | null =>
  isPluralNoun(clause, entry, from, group) ? null : voiceOf(clause, grammar, entry, from, group);

const voiceOf = (
  clause: Clause,
  grammar: Grammar,
  entry: CueEntry,
  from: number,
  group: number,
): Voice | null => {
  const tags = analysisAt(grammar, from);
  const byWords = voiceByWords(clause, entry, from, group);
  if (tags === null) return byWords;
  if (isOnlyVerb(clause, entry, from, group)) return 'active';
  if (tags.upos !== 'VERB') return isVerbByPlace(clause, entry, from, group) ? byWords : null;
  // `pledged delegates`, `the reporting team`: it describes a noun.
  if (entry.form !== 'base' && group === from && /^(?:amod|compound)/.test(tags.deprel)) return null;
  if (entry.form === 'base')
    return voiceOfBase(clause, tags, from, group, byWords, isPastAlike(clause, entry, from));
  if (entry.form !== 'past') return 'active';
  if (isPassive(clause, entry, from, group) || isAsked(clause, entry, from, group)) return 'passive';
  if (tags.xpos === 'VBN' && group === from) return tags.deprel.startsWith('acl') ? null : byWords;
  return 'active';
};

/** `read`, `put`: the past is the base. */
const isPastAlike = (clause: Clause, entry: CueEntry, from: number): boolean =>
  entry.words.length === 1 && entry.verb?.forms.past === low(clause, from);

const voiceOfBase = (
  clause: Clause,
  tags: WordAnalysis,
  from: number,
  group: number,
  byWords: Voice | null,
  isPastAlike: boolean,
): Voice | null => {
  if (low(clause, group - 1) === 'to') return 'infinitive';
  // `“…,” [read] the letter`: a past form that looks like the base.
  if (isPastAlike && group === from && from > 0 && !isPlain(clause, from - 1)) return 'active';
  return tags.xpos === 'VB' && group === from ? byWords : 'active';
};

/** `are also [states]`, `both [reports]`, `two [claims]`: no third person stands behind an auxiliary or a word that counts. */
const isPluralNoun = (clause: Clause, entry: CueEntry, from: number, group: number): boolean => {
  if (entry.form !== 'third') return false;
  for (let i = group; i < from; i++) if (clause.words.auxiliaries.has(low(clause, i))) return true;
  return COUNTING.has(low(clause, from - 1));
};

const COUNTING: ReadonlySet<string> = new Set([
  'both',
  'these',
  'those',
  'all',
  'several',
  'many',
  'two',
  'three',
]);

/** Whether a form must be a verb where it stands, though it is not tagged as one. */
const isVerbByPlace = (clause: Clause, entry: CueEntry, from: number, group: number): boolean =>
  entry.form === 'past' ||
  isSurelyVerb(clause, from, group) ||
  closesSentence(clause, entry, from) ||
  isInverted(clause, entry, from);

/** `…, [reports] the Lantern.`: a comma before it, a name behind it. */
const isInverted = (clause: Clause, entry: CueEntry, from: number): boolean =>
  entry.form === 'third' &&
  entry.act === 'reported' &&
  isComma(clause, from - 1) &&
  (isCapital(clause, from + 1) || isCapital(clause, from + 2));

/** `Others, however, [say] …`: a form that is no noun behind a comma or a noun, whatever its tag. */
const isOnlyVerb = (clause: Clause, entry: CueEntry, from: number, group: number): boolean =>
  entry.form === 'base' &&
  group > 0 &&
  clause.words.onlyVerbs.has(low(clause, from)) &&
  isPlain(clause, group - 1) &&
  (isComma(clause, group - 1) || isNominal(clause, group - 1)) &&
  clause.tokens[from + 1]?.kind === 'word';

/** `She [jokes], “…”`: behind a pronoun, or before a quotation. */
const isSurelyVerb = (clause: Clause, from: number, group: number): boolean =>
  clause.words.subjectPronouns.has(low(clause, group - 1)) ||
  ((isComma(clause, from + 1) || low(clause, from + 1) === ':') &&
    from + 2 < clause.tokens.length &&
    !isPlain(clause, from + 2));

/** `…, the Lantern [recalls].`, `“…,” the paper [states], “…”`, `as the paper [notes], …`: nothing but a mark behind it, a comma or "as" before its subject. */
const closesSentence = (clause: Clause, entry: CueEntry, from: number): boolean => {
  if (entry.form !== 'third' || (clause.tokens[from + 1]?.kind ?? 'mark') !== 'mark') return false;
  const phrase = nounPhraseBefore(clause, from);
  if (phrase === null || isAdjective(clause, phrase.head)) return false;
  const before = phrase.from - 1;
  return isComma(clause, before) || low(clause, before) === 'as' || (before > 0 && !isPlain(clause, before));
};

/** `uniform, concrete [questions]`: what stands before the form describes it. */
const isAdjective = (clause: Clause, i: number): boolean => {
  const grammar = clause.grammar();
  return grammar !== null && analysisAt(grammar, i)?.upos === 'ADJ';
};

/** `When [asked] whether …`, `[Asked] about the ferry, …`: somebody was. */
const isAsked = (clause: Clause, entry: CueEntry, from: number, group: number): boolean =>
  entry.form === 'past' &&
  entry.act === 'asked' &&
  group === from &&
  (from === 0 ||
    (clause.words.conjunctions.has(low(clause, from - 1)) &&
      !['and', 'but', 'or'].includes(low(clause, from - 1))));

/** `the report says` is a verb; `his claim`, `the reports of`, `a planned visit` are not. */
const isNounReading = (clause: Clause, entry: CueEntry, from: number, group: number): boolean => {
  const before = low(clause, from - 1);
  const next = low(clause, from + entry.words.length);
  if (group !== from && clause.words.auxiliaries.has(low(clause, group))) return false;
  if (clause.words.determiners.has(before) || clause.words.possessives.has(before)) return true;
  if (/'s$/.test(before) && entry.form !== 'past') return true;
  if (entry.form === 'third' && clause.words.prepositions.has(before)) return true;
  if (entry.form === 'ing') return isNounIng(clause, from);
  // `Voss said of the plan` is a verb; `the claim of` is none.
  if (next === 'of' && entry.form !== 'past' && !entry.verb?.frames.includes('of')) return true;
  return entry.form === 'past' && isModifier(clause, entry, from);
};

/** `a promised visit`, `the announced talks`: a participle between a determiner or adjective and a noun. */
const isModifier = (clause: Clause, entry: CueEntry, from: number): boolean =>
  entry.words.length === 1 &&
  clause.words.prepositions.has(low(clause, from - 1)) &&
  isNominal(clause, from + 1);

/** A gerund that is no participle of speech: `in saying`, `without naming` are; `the saying goes` is not. */
const isNounIng = (clause: Clause, from: number): boolean => {
  const before = from - 1;
  if (from === 0 || isComma(clause, before) || isDash(clause, before) || !isPlain(clause, before))
    return false;
  const word = low(clause, before);
  if (word === 'and' || word === 'but' || clause.words.passive.has(word)) return false;
  return !(
    clause.words.adverbs.has(word) &&
    (isComma(clause, before - 1) || low(clause, before - 1) === 'and')
  );
};

const isPassive = (clause: Clause, entry: CueEntry, from: number, group: number): boolean => {
  if (entry.form !== 'past') return false;
  for (let i = group; i < from; i++) if (clause.words.passive.has(low(clause, i))) return true;
  return false;
};

/** A base form counts after an auxiliary ("will say") or right after a plural or first-person subject ("we hope"). */
const isGoverned = (clause: Clause, from: number, group: number): boolean => {
  for (let i = group; i < from; i++)
    if (clause.words.auxiliaries.has(low(clause, i)) && !clause.words.passive.has(low(clause, i)))
      return true;
  const before = low(clause, group - 1);
  if (['we', 'they', 'i', 'you', 'who'].includes(before)) return true;
  return (
    isPlural(clause, group - 1) &&
    (clause.words.roleNouns.has(before) || clause.words.onlyVerbs.has(low(clause, from)))
  );
};

/** Whether a noun phrase of more than one ends at the token: a plural, or two names joined by "and". */
const isPlural = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  if (!isNominal(clause, i)) return false;
  if (/[^s]s$/.test(word) && !/'s$/.test(word)) return true;
  if (!isCapital(clause, i)) return false;
  let first = i;
  while (first > 0 && i - first < 4 && isCapital(clause, first - 1) && isNominal(clause, first - 1)) first--;
  return low(clause, first - 1) === 'and';
};
