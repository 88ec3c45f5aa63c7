import { russianStem } from '../../lib/russian-stem.ts';
import type { StanceWords } from '../../model/knowledge/stance-words.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import type { PhraseHit, PhraseTable } from './phrases.ts';
import { compilePhrases, findPhrases, inflectedFold, plainFold, wordsIn } from './phrases.ts';

/** The classes of words that tell of a stance, each a list of the language's `stance.json`. */
const CLASSES = [
  'rejects',
  'demands',
  'opposes',
  'noncommittal',
  'supports',
  'open',
  'conditions',
  'softConditions',
  'obligations',
  'urgency',
  'absolutes',
  'readiness',
  'possibility',
  'talks',
  'intent',
  'endings',
  'beginnings',
  'barriers',
  'praise',
  'blame',
  'negators',
] as const;
type WordClass = (typeof CLASSES)[number];

/** The words of stance of one language, by class. A class has its own table: one word may be of several. */
export interface EvidenceTable {
  readonly language: string;
  readonly words: PhraseTable<readonly WordClass[]>;
}

/** Compiles the words of one language, those of several classes once. */
export const compileEvidence = (words: StanceWords, language: string): EvidenceTable => {
  const byPhrase = new Map<string, WordClass[]>();
  for (const name of CLASSES)
    for (const phrase of words[name]) byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), name]);
  const fold = language === 'ru' ? inflectedFold(language) : plainFold;
  return { language, words: compilePhrases(byPhrase, language, fold) };
};

/** What of a statement the evidence is read from. */
export interface StanceView {
  readonly text: string;
  readonly act: string;
  readonly cue: readonly Span[];
  /** The content, or those of its sentences that tell of the issue. */
  readonly scope: readonly Span[];
  /** The rest of the content. */
  readonly rest: readonly Span[];
  /** Where the issue is named in the scope; empty when it is taken up from before. */
  readonly issue: readonly Span[];
  /** Where something is named that stands against the issue's proposal, as its pack says. */
  readonly against: readonly Span[];
  /** Whether it tells what somebody else says. */
  readonly nests: boolean;
  /** The stance that the rules tell. */
  readonly ruled: string;
  readonly hasCondition: boolean;
}

/** Evidence with the first characters that bear it; null when it is borne by the act or the whole. */
export type Evidence = ReadonlyMap<string, Span | null>;

/** How far before a word a negation reaches, in words. */
const NEGATION_REACH = 4;
/** How far around the issue a word counts as near it, in words. */
const NEAR = 4;
/** What stands for the words that name the issue, and for those that name what stands against it. */
const ISSUE = '#';
const AGAINST = '%';

/**
 * The features of a statement by which its stance towards one issue is chosen, each with the characters that bear it:
 * `act:demanded`; classes of words in cue (`q:`) and content (`c:`; negated `c!`), near the issue (`n:`), with the act
 * (`demanded&c:endings`); stems (`cw:stop`) and the first of a content (`cf:to`), the words that name the issue aside.
 */
export const readEvidence = (table: EvidenceTable, view: StanceView): Evidence => {
  const found = new Map<string, Span | null>();
  const note: Note = (name, at = null) => {
    if (!found.has(name)) found.set(name, at);
  };
  noteWhole(view, note);
  for (const at of view.cue) noteRegion(table, view, at, 'q', note);
  for (const at of view.scope) noteRegion(table, view, at, 'c', note);
  for (const at of view.rest) noteClasses(table, view, at, 'o', note);
  noteJoined(view, found, note);
  return found;
};

type Note = (name: string, at?: Span | null) => void;

const noteWhole = (
  { act, ruled, hasCondition, issue, against, nests, scope, text }: StanceView,
  note: Note,
): void => {
  note('bias');
  note(`act:${act}`);
  note(`rule:${ruled}`);
  note(`rule:${ruled}&${act}`);
  if (hasCondition) note('condition');
  if (issue.length === 0) note('inherited');
  if (against.length > 0) note('against', against[0] ?? null);
  if (nests) note('nests');
  const length = scope.reduce((sum, { start, end }) => sum + end - start, 0);
  note(`length:${Math.min(5, Math.floor(Math.log2(length / 10 + 1)))}`);
  if (scope.some(({ start, end }) => /[?？]/.test(text.slice(start, end)))) note('?');
  if (scope.some(({ start, end }) => /[!！]/.test(text.slice(start, end)))) note('!');
  if (scope.some(({ start, end }) => /\d/.test(text.slice(start, end)))) note('number');
};

const noteRegion = (table: EvidenceTable, view: StanceView, at: Span, kind: string, note: Note): void => {
  noteClasses(table, view, at, kind, note);
  if (table.words.solid !== null) noteEnding(view.text, at, kind, note);
  else noteWords(table, view, at, kind, note);
};

const noteClasses = (table: EvidenceTable, view: StanceView, at: Span, kind: string, note: Note): void => {
  let negatedAt = -1;
  for (const hit of findPhrases(table.words, view.text, at)) {
    const isNegated =
      isWithin(view.text, negatedAt, hit.start, NEGATION_REACH) || isTurnedBehind(table, view.text, hit.end);
    noteHit(hit, view, kind, isNegated, note);
    if (hit.value.includes('negators')) negatedAt = hit.end;
  }
};

const noteHit = (
  { start, end, value }: PhraseHit<readonly WordClass[]>,
  view: StanceView,
  kind: string,
  isNegated: boolean,
  note: Note,
): void => {
  const span = { start, end };
  const isClose = kind === 'c' && isNear(view, span);
  for (const name of value) {
    if (name === 'barriers' && isItself(view, span)) continue;
    note(`${kind}${isNegated && name !== 'negators' ? '!' : ':'}${name}`, span);
    if (isClose) note(`n${isNegated ? '!' : ':'}${name}`, span);
  }
};

/** Whether what bars is the issue's own proposal: a tariff, where the tariff is what is proposed. */
const isItself = ({ issue }: StanceView, at: Span): boolean =>
  issue.some((named) => named.start < at.end && at.start < named.end);

/** Whether at most `words` words stand between two places, and no stop. */
const isWithin = (text: string, from: number, to: number, words: number): boolean => {
  if (from < 0 || to < from || to - from > 60) return false;
  let blanks = 0;
  for (let i = from; i < to; i++) {
    const c = text[i] ?? '';
    if ('.,;:!?…'.includes(c)) return false;
    if (c === ' ' || c === '\n') blanks++;
  }
  return blanks <= words + 1;
};

const isNear = ({ text, issue }: StanceView, at: Span): boolean =>
  issue.some(
    (named) => isWithin(text, at.end, named.start, NEAR) || isWithin(text, named.end, at.start, NEAR),
  );

/** Japanese denies behind the word: `支持[しない]`. */
const isTurnedBehind = ({ language }: EvidenceTable, text: string, end: number): boolean =>
  language === 'ja' && /^(?:し|する|は|を|でき)?(?:ない|なかった|ません|ず)/u.test(text.slice(end, end + 5));

/** In languages without blanks the end of a clause tells most. */
const noteEnding = (text: string, { start, end }: Span, kind: string, note: Note): void => {
  const bare = text.slice(start, end).replace(/[」』。、]+$/u, '');
  for (const length of [2, 3]) note(`${kind}e:${bare.slice(-length)}`, { start, end });
};

const noteWords = (table: EvidenceTable, view: StanceView, at: Span, kind: string, note: Note): void => {
  for (const [i, token] of wordsIn(view.text, at).entries()) {
    const stem = stemOf(token, view, table.language);
    if (stem !== ISSUE && stem !== AGAINST) note(`${kind}w:${stem}`, token);
    if (i === 0) note(`${kind}f:${stem}`, token);
  }
};

const stemOf = (token: Token, { issue, against }: StanceView, language: string): string => {
  const covers = ({ start, end }: Span): boolean => start < token.end && token.start < end;
  if (against.some(covers)) return AGAINST;
  if (issue.some(covers)) return ISSUE;
  if (token.kind === 'number') return '0';
  if (language === 'ru') return russianStem(token.lower);
  return englishStem(token.lower);
};

const englishStem = (lower: string): string => {
  const word = plainFold(lower);
  if (word.length < 5) return word;
  return word.replace(/(?:ing|ed|es|s|e)$/, '');
};

const JOINED = [
  'endings',
  'beginnings',
  'praise',
  'blame',
  'obligations',
  'absolutes',
  'barriers',
  'negators',
];

/** What weighs otherwise with one act than with another, or beside what stands against the proposal. */
const noteJoined = (
  { act, against }: StanceView,
  found: ReadonlyMap<string, Span | null>,
  note: Note,
): void => {
  const hinders = against.length > 0 || found.has('c:barriers');
  for (const name of JOINED)
    for (const sign of [':', '!']) {
      const at = found.get(`c${sign}${name}`);
      if (at === undefined) continue;
      note(`${act}&c${sign}${name}`, at);
      if (hinders) note(`hinders&c${sign}${name}`, at);
    }
  if (hinders) note(`hinders&${act}`);
};
