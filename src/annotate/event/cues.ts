import type { EventCue, EventLexicon } from '../../model/knowledge/event-lexicon.ts';
import type { Token } from '../../model/sentence.ts';
import { dayBefore } from './clause.ts';
import { BE, DETERMINERS, HARD_MARKS, isAdverb, isOrdinal, OPENERS, PREPOSITIONS } from './english.ts';
import type { VerbForm } from './inflect.ts';
import { verbForms } from './inflect.ts';
import { scanCues } from './scan.ts';

interface RestWord {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  /** Up to six words may come before it. */
  readonly gap: boolean;
}

interface CompiledCue {
  readonly cue: EventCue;
  readonly form: VerbForm | 'noun';
  readonly rest: readonly RestWord[];
  readonly about: ReadonlySet<string> | null;
}

/** The cues of a language by the first word of each form. */
export type CueIndex = ReadonlyMap<string, readonly CompiledCue[]>;

/** Whether the word at a place may be read as that form of a verb, or as a noun. */
export type ReadsAs = (form: VerbForm | 'noun', tokens: readonly Token[], i: number) => boolean;

/** A cue met in a sentence; positions are indices into the sentence's tokens, `last` included. */
export interface Trigger {
  readonly cue: EventCue;
  readonly form: VerbForm | 'noun';
  readonly first: number;
  readonly last: number;
  /** The tokens that matched, in order: with a gap they are not all from `first` to `last`. */
  readonly matched: readonly number[];
  /** What the words tell where the one who does it is not the `doer` that the cue wants; null when nothing. */
  readonly otherwise: Trigger | null;
  /** What the words tell where it is said that somebody will not do it; absent when nothing. */
  readonly refusal?: Trigger;
}

const GAP = 6;

/** Compiles the cues of a lexicon. */
export const compileCues = (lexicon: EventLexicon): CueIndex => {
  const index = new Map<string, CompiledCue[]>();
  const put = (word: string, compiled: CompiledCue): void => {
    const list = index.get(word) ?? [];
    list.push(compiled);
    index.set(word, list);
  };
  for (const cue of lexicon.cues) {
    const about = cue.about === undefined ? null : new Set(cue.about);
    for (const pattern of cue.verbs) {
      const [head = '', ...rest] = pattern.split(' ');
      for (const [word, form] of headForms(head)) put(word, { cue, form, rest: compileRest(rest), about });
    }
    for (const pattern of cue.nouns) {
      const [head = '', ...rest] = pattern.split(' ');
      for (const word of head.split('|')) put(word, { cue, form: 'noun', rest: compileRest(rest), about });
    }
  }
  return index;
};

/** `lodge,make/made` are two verbs, and so are `recognise|recognize`; `go|goes|went` are the forms of one. */
const headForms = (head: string): readonly (readonly [string, VerbForm])[] => {
  if (head.includes(',')) return head.split(',').flatMap(headForms);
  const parts = head.split('|');
  return parts.length === 2 && parts.every((part) => /[^s]e$|[^e]se$/.test(part))
    ? parts.flatMap((part) => verbForms(part))
    : verbForms(head);
};

const compileRest = (parts: readonly string[]): readonly RestWord[] => {
  const rest: RestWord[] = [];
  let gap = false;
  for (const part of parts) {
    if (part === '…') {
      gap = true;
      continue;
    }
    const optional = part.endsWith('?');
    rest.push({ words: new Set((optional ? part.slice(0, -1) : part).split('|')), optional, gap });
    gap = false;
  }
  return rest;
};

/**
 * The cues in `tokens`, left to right; each token belongs to one cue at most, and of several that begin at one word the
 * one with most words wins, then the one listed first. Words of a gap stay free for other cues.
 */
export const findTriggers = (
  index: CueIndex,
  tokens: readonly Token[],
  reads: ReadsAs = readsAs,
): readonly Trigger[] => scanCues(tokens.length, (i, taken) => bestAt(index, tokens, i, taken, reads));

const bestAt = (
  index: CueIndex,
  tokens: readonly Token[],
  i: number,
  taken: ReadonlySet<number>,
  reads: ReadsAs,
): Trigger | null => {
  const listed = index.get(tokens[i]?.lower ?? '');
  if (listed === undefined) return null;
  const held: Record<Kind, Trigger | null> = { plain: null, doer: null, refused: null };
  // Most cues of a word are of one form, which is read once; few have their other words here, so these are asked first.
  let form: Trigger['form'] | null = null;
  let isRead = false;
  for (const compiled of listed) {
    const found = triggerAt(compiled, tokens, i, taken);
    if (found === null) continue;
    if (compiled.form !== form) isRead = reads(compiled.form, tokens, i);
    form = compiled.form;
    if (isRead) held[kindOf(compiled.cue)] = longer(held[kindOf(compiled.cue)], found);
  }
  const { doer, refused } = held;
  const open = doer === null ? held.plain : { ...doer, otherwise: held.plain };
  if (open === null || refused === null || open.matched.length > refused.matched.length)
    return open ?? refused;
  return { ...open, refusal: refused };
};

/** What a cue hangs on beside its words: who does it, or that somebody will not. */
type Kind = 'plain' | 'doer' | 'refused';

const kindOf = ({ refused, doer }: EventCue): Kind => {
  if (refused === true) return 'refused';
  return doer === undefined ? 'plain' : 'doer';
};

/** The one that takes more words, the first of those that take as many. */
const longer = (held: Trigger | null, found: Trigger): Trigger =>
  held !== null && held.matched.length >= found.matched.length ? held : found;

const triggerAt = (
  { cue, form, rest, about }: CompiledCue,
  tokens: readonly Token[],
  i: number,
  taken: ReadonlySet<number>,
): Trigger | null => {
  const matched = matchRest(rest, tokens, i, taken) ?? matchFronted(rest, form, tokens, i, taken);
  if (matched === null || (about !== null && !isAbout(about, tokens, i))) return null;
  return { cue, form, first: i, last: Math.max(...matched), matched, otherwise: null };
};

/** How far before a passive verb the noun that it is done with may stand, in tokens. */
const FRONT_REACH = 10;

/**
 * The words of a cue whose noun stands before its verb: "a [protest] was [lodged]", "the [plan] [unveiled] by Voss", "the
 * [deal] that they [struck]" is none. Null when the verb is told in the active, or when they do not stand there.
 */
const matchFronted = (
  rest: readonly RestWord[],
  form: VerbForm | 'noun',
  tokens: readonly Token[],
  i: number,
  taken: ReadonlySet<number>,
): readonly number[] | null => {
  const noun = rest.at(-1);
  if (noun?.gap !== true || (form !== 'participle' && form !== 'past+participle')) return null;
  const behind = matchRest(rest.slice(0, -1), tokens, i, taken);
  if (behind === null) return null;
  const be = passiveStart(tokens, i);
  const isReduced = be === null && tokens[(behind.at(-1) ?? i) + 1]?.lower === 'by';
  if (be === null && !isReduced) return null;
  const found = seekBack(noun.words, tokens, be ?? i);
  return found === null ? null : [...behind, found];
};

/** Where the form of "be" stands that makes the verb a passive one: "[was] never formally lodged". */
const passiveStart = (tokens: readonly Token[], i: number): number | null => {
  let at = i - 1;
  while (
    at >= 0 &&
    i - at < 5 &&
    (isAdverb(tokens[at]?.lower ?? '') || PASSIVE_PARTS.has(tokens[at]?.lower ?? ''))
  ) {
    if (BE.has(tokens[at]?.lower ?? '')) return at;
    at--;
  }
  return null;
};

const PASSIVE_PARTS: ReadonlySet<string> = new Set([...BE, 'to', 'being']);

const seekBack = (words: ReadonlySet<string>, tokens: readonly Token[], from: number): number | null => {
  for (let at = from - 1; at >= Math.max(0, from - FRONT_REACH); at--) {
    const token = tokens[at];
    if (token === undefined || isEnd(token)) return null;
    if (words.has(token.lower)) return at;
  }
  return null;
};

const matchRest = (
  rest: readonly RestWord[],
  tokens: readonly Token[],
  from: number,
  taken: ReadonlySet<number>,
): readonly number[] | null => {
  let matched: number[] | null = null;
  let at = from + 1;
  for (const word of rest) {
    const found = seek(word, tokens, at, taken);
    if (found < 0 && !word.optional) return null;
    if (found < 0) continue;
    matched ??= [from];
    matched.push(found);
    at = found + 1;
  }
  return matched ?? [from];
};

const isEnd = ({ text }: Token): boolean => HARD_MARKS.has(text) || text === '.';

/** Beyond "to" and "that" another verb begins: "had agreed [to] start talks" is not "had … talks". */
const isEdge = (token: Token): boolean => isEnd(token) || token.lower === 'to' || OPENERS.has(token.lower);

const QUOTES: ReadonlySet<string> = new Set(['“', '"', '‘', '«', '”', '’', '»']);

const seek = (word: RestWord, tokens: readonly Token[], from: number, taken: ReadonlySet<number>): number => {
  const limit = word.gap ? from + GAP : from;
  for (let at = from; at <= limit && at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) return -1;
    // "called the words “sad”": a quotation may begin within what is called so.
    if (word.gap && QUOTES.has(token.text)) continue;
    const isWord = word.words.has(token.lower) && !taken.has(at);
    if (isWord && !isEnd(token)) return at;
    if (isEdge(token)) return -1;
  }
  return -1;
};

/** How far from a cue the word it is about may stand, in tokens. */
const ABOUT_REACH = 20;

const isAbout = (about: ReadonlySet<string>, tokens: readonly Token[], i: number): boolean => {
  for (let at = Math.max(0, i - ABOUT_REACH); at <= i + ABOUT_REACH && at < tokens.length; at++)
    if (about.has(tokens[at]?.lower ?? '')) return true;
  return false;
};

const BEFORE_BASE = new Set(
  "to will would can could may might shall should must do does did not n't never and or don't doesn't didn't won't cannot can't they we you i who both also 'll 'd please let help would-be jointly".split(
    ' ',
  ),
);
const BEFORE_NOUN = new Set(
  'the a an this that these those his her its their our my your no any some of for in on at with during after before following ahead first last next second third recent upcoming new official state planned joint annual bilateral rare historic another previous joint latest by'.split(
    ' ',
  ),
);

/** Whether the word may be read as that form where it stands: "to visit" and "they visit", but "the visit" and "his visit". */
export const readsAs: ReadsAs = (form, tokens, i) => {
  const before = tokens[i - 1]?.lower ?? '';
  if (form === 'noun') return !VERBAL_BEFORE.has(before);
  if (form === 'base') return readsAsBase(tokens, i);
  if (form === 'ing') return !ARTICLES.has(before) && !isOrdinal(before) && !/['’]s$/.test(before);
  return form === 's'
    ? !isDescriptive(before) && !DESCRIBES.test(tokens[i - 1]?.text ?? '')
    : !isAdjectival(tokens, i);
};

const isDescriptive = (before: string): boolean => BEFORE_NOUN.has(before) || /['’]s$/.test(before);

/** "Marlish sanctions", "economic sanctions": an adjective stands before a noun, never between a subject and its verb. */
const DESCRIBES =
  /^(?:\p{Lu}\p{L}+(?:ese|ian|ean|ish|ern)|[a-z-]+(?:ic|al|ive|ous|ary|ern)|more|further|fresh|new)$/u;

/** "the disputed islands", "a repeatedly postponed visit": an adjective, not an act. */
const isAdjectival = (tokens: readonly Token[], i: number): boolean => {
  let at = i - 1;
  while (at > 0 && (tokens[at]?.lower ?? '').endsWith('ly')) at--;
  const before = tokens[at]?.lower ?? '';
  if (!isDescriptive(before) || PREPOSITIONAL.has(before) || before === 'that') return false;
  // "Voss first visited", "the two last met": an ordinal without its article is an adverb.
  if (isOrdinal(before) && !DETERMINERS.has(tokens[at - 1]?.lower ?? '')) return false;
  const after = tokens[i + 1];
  return after?.kind === 'word' && !PREPOSITIONS.has(after.lower);
};

/** "to visit", "leaders visit"; never "the leader's visit" or "its visit". */
const readsAsBase = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]?.lower ?? '';
  if (BEFORE_BASE.has(before)) return true;
  // "will later this month host".
  const day = dayBefore(tokens, i);
  if (day < i) return BEFORE_BASE.has(tokens[day - 1]?.lower ?? '');
  if (BEFORE_NOUN.has(before) || before.includes("'")) return false;
  return /(?:[^s']s|ly)$/.test(before) || isNameBefore(tokens, i);
};

const VERBAL_BEFORE = new Set(
  "to will would could may might shall must do does did n't don't didn't doesn't won't".split(' '),
);
const ARTICLES = new Set('the a an this that these those his her its their our my no'.split(' '));
const PREPOSITIONAL = new Set('of for in on at with during after before following ahead by'.split(' '));

const isNameBefore = (tokens: readonly Token[], i: number): boolean =>
  i > 1 && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') && ['and', ','].includes(tokens[i - 2]?.lower ?? '');
