import type { Clause } from './clause.ts';
import { isCapital, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import { analysisAt, type Grammar } from './grammar.ts';
import type { CueEntry } from './lexicon.ts';
import { nounPhraseBefore } from './noun-phrase.ts';

/** A cue found in a sentence: tokens `[from, to)`, with the verb group's first token (auxiliaries, adverbs) at `group`. */
export interface CueAt {
  readonly entry: CueEntry;
  readonly from: number;
  readonly to: number;
  readonly group: number;
  readonly negated: boolean;
  /** How the verb stands: `passive` with its auxiliary, `infinitive` behind "to", else `active`. */
  readonly voice: 'active' | 'passive' | 'infinitive';
}

/** No sentence of prose tells more; what hostile text piles up beyond is left alone, so that a sentence costs bounded time. */
const MAX_CUES = 24;

/** The cues of a sentence outside quotation marks, left to right, never overlapping. */
export const findCues = (clause: Clause): readonly CueAt[] => {
  const cues: CueAt[] = [];
  for (let i = 0; i < clause.tokens.length && cues.length < MAX_CUES; i++) {
    if (!isPlain(clause, i)) continue;
    const matched = entryAt(clause, i);
    if (matched === null) continue;
    const cue = asCue(clause, matched.entry, i, matched.to);
    if (cue === null) continue;
    cues.push(cue);
    i = cue.to - 1;
  }
  return cues;
};

interface Matched {
  readonly entry: CueEntry;
  /** Token behind its last word. */
  readonly to: number;
}

const entryAt = (clause: Clause, i: number): Matched | null => {
  for (const entry of clause.words.cues.get(low(clause, i)) ?? []) {
    const to = matchedTo(clause, entry, i);
    if (to !== null) return { entry, to };
  }
  return null;
};

/** Where the words of a cue end that begin at `i`; an adverb may stand behind the first (`spoke [briefly] about`). */
const matchedTo = (clause: Clause, { words }: CueEntry, i: number): number | null => {
  let at = i;
  for (const [k, word] of words.entries()) {
    if (k === 1 && low(clause, at) !== word && /..ly$/.test(low(clause, at))) at++;
    if (low(clause, at) !== word || !isPlain(clause, at)) return null;
    at++;
  }
  return at;
};

const asCue = (clause: Clause, entry: CueEntry, from: number, to: number): CueAt | null => {
  if (entry.verb === null) return { entry, from, to, group: from, negated: false, voice: 'active' };
  const group = groupStart(clause, from);
  const grammar = clause.grammar();
  const voice =
    grammar === null
      ? voiceByWords(clause, entry, from, group)
      : voiceByTags(clause, grammar, entry, from, group);
  if (voice === null) return null;
  let negated = false;
  for (let i = group; i < from; i++) if (clause.words.negations.has(low(clause, i))) negated = true;
  return { entry, from, to, group, negated, voice };
};

/** Whether the word is a verb that tells of speech, by its neighbours alone; passives are none here. */
const voiceByWords = (
  clause: Clause,
  entry: CueEntry,
  from: number,
  group: number,
): CueAt['voice'] | null => {
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
const voiceByTags = (
  clause: Clause,
  grammar: Grammar,
  entry: CueEntry,
  from: number,
  group: number,
): CueAt['voice'] | null => {
  const tags = analysisAt(grammar, from);
  const byWords = voiceByWords(clause, entry, from, group);
  if (tags === null) return byWords;
  if (isOnlyVerb(clause, entry, from, group)) return 'active';
  if (tags.upos !== 'VERB')
    return entry.form === 'past' || isSurelyVerb(clause, from, group) || closesSentence(clause, entry, from)
      ? byWords
      : null;
  // `pledged delegates`, `the reporting team`: it describes a noun.
  if (entry.form !== 'base' && group === from && /^(?:amod|compound)/.test(tags.deprel)) return null;
  if (entry.form === 'past' && isPassive(clause, entry, from, group)) return 'passive';
  if (isAsked(clause, entry, from, group)) return 'passive';
  if (entry.form === 'past' && tags.xpos === 'VBN' && group === from)
    return tags.deprel.startsWith('acl') ? null : byWords;
  if (entry.form !== 'base') return 'active';
  if (low(clause, group - 1) === 'to') return 'infinitive';
  return tags.xpos === 'VB' && group === from ? byWords : 'active';
};

/** `Others, however, [say] …`: a form that is no noun behind a comma or a noun, whatever its tag. */
const isOnlyVerb = (clause: Clause, entry: CueEntry, from: number, group: number): boolean =>
  entry.form === 'base' &&
  group > 0 &&
  ONLY_VERBS.has(low(clause, from)) &&
  isPlain(clause, group - 1) &&
  (isComma(clause, group - 1) || isNominal(clause, group - 1)) &&
  clause.tokens[from + 1]?.kind === 'word';

/** `She [jokes], “…”`: behind a pronoun, or before a quotation. */
const isSurelyVerb = (clause: Clause, from: number, group: number): boolean =>
  clause.words.subjectPronouns.has(low(clause, group - 1)) ||
  ((isComma(clause, from + 1) || low(clause, from + 1) === ':') &&
    from + 2 < clause.tokens.length &&
    !isPlain(clause, from + 2));

/** `…, the Lantern [recalls].`, `as the paper [notes], …`: nothing but a mark behind it, a comma or "as" before its subject. */
const closesSentence = (clause: Clause, entry: CueEntry, from: number): boolean => {
  if (entry.form !== 'third' || (clause.tokens[from + 1]?.kind ?? 'mark') !== 'mark') return false;
  const phrase = nounPhraseBefore(clause, from);
  return phrase !== null && (isComma(clause, phrase.from - 1) || low(clause, phrase.from - 1) === 'as');
};

/** `When [asked] whether …`, `[Asked] about the ferry, …`: somebody was. */
const isAsked = (clause: Clause, entry: CueEntry, from: number, group: number): boolean =>
  entry.form === 'past' &&
  entry.act === 'asked' &&
  group === from &&
  (from === 0 ||
    (clause.words.conjunctions.has(low(clause, from - 1)) &&
      !['and', 'but', 'or'].includes(low(clause, from - 1))));

/** First token of the verb group: auxiliaries, negations and adverbs left of the verb. */
const groupStart = (clause: Clause, verb: number): number => {
  let i = verb;
  while (i > 0 && verb - i < 6 && isPlain(clause, i - 1) && inGroup(clause, i - 1)) i--;
  // A time word or adverb that opens the sentence is no part of the group.
  while (
    i < verb &&
    clause.words.adverbs.has(low(clause, i)) &&
    !isNominal(clause, i - 1) &&
    !isPronoun(clause, i - 1)
  )
    i++;
  return i;
};

const inGroup = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  const { words } = clause;
  if (clause.timed[i] === 1 && clause.mention[i] === -1) return true;
  if (words.auxiliaries.has(word) || words.adverbs.has(word) || words.negations.has(word)) return true;
  return word.endsWith('ly') && word.length > 4 && !isCapital(clause, i);
};

const isPronoun = (clause: Clause, i: number): boolean =>
  clause.words.subjectPronouns.has(low(clause, i)) || clause.words.relatives.has(low(clause, i));

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
    isPlural(clause, group - 1) && (clause.words.roleNouns.has(before) || ONLY_VERBS.has(low(clause, from)))
  );
};

/** Base forms that are hardly ever nouns: behind any plural they are its verb (`Voters [say]`, `Voss and Moreau [insist]`). */
const ONLY_VERBS: ReadonlySet<string> = new Set(
  'say tell argue insist agree believe think acknowledge admit contend assert allege deny predict expect warn suggest describe criticize criticise accuse complain concede confirm explain maintain'.split(
    ' ',
  ),
);

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

/** Whether the cue has the frame. */
export const takes = (cue: CueAt, frame: string): boolean => cue.entry.verb?.frames.includes(frame) ?? false;
