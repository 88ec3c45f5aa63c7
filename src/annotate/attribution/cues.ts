import type { Clause } from './clause.ts';
import { isCapital, isComma, isNominal, isPlain, low } from './clause.ts';
import type { CueEntry } from './lexicon.ts';
import { type Voice, voiceByTags, voiceByWords } from './voice.ts';

/** A cue found in a sentence: tokens `[from, to)`, with the verb group's first token (auxiliaries, adverbs) at `group`. */
export interface CueAt {
  readonly entry: CueEntry;
  readonly from: number;
  readonly to: number;
  readonly group: number;
  readonly negated: boolean;
  readonly voice: Voice;
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

/** Whether the cue has the frame. */
export const takes = (cue: CueAt, frame: string): boolean => cue.entry.verb?.frames.includes(frame) ?? false;

/** `The League, Voss said, [called] it rash`: the comma before it closes another cue, and its source stands before that. */
export const isBehindAside = (clause: Clause, { group }: CueAt): boolean =>
  isComma(clause, group - 1) &&
  isPlain(clause, group - 2) &&
  clause.words.verbForms.has(low(clause, group - 2));
