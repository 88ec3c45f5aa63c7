import type { SentenceAnalyser, TextSplitter, Word, WordAnalysis } from '../../model/analysis.ts';
import { NO_TREE } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { LanguageTools } from '../analyse-text.ts';
import { segmenterSplitter } from '../split/segmenter.ts';
import { baseOf, type IpadicRow, type Neighbours, uposOf, xposOf } from './ipadic.ts';
import { type MorphemeReader, type Placed, placeMorphemes } from './morphemes.ts';

/** A stretch without white space is read in pieces of so many code units: readers look back over all they have been given. */
const LONGEST = 1_000;

const isNumber = ({ details }: Placed): boolean => details[0] === '名詞' && details[1] === '数';
const DIGITS = /^[\p{Nd}.,，．]+$/u;

/** Whether half a pair of surrogates would be cut off at `at`. */
const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000;
};

const piecesOf = (text: string): readonly { readonly start: number; readonly end: number }[] => {
  const pieces = [];
  for (const { 0: run, index } of text.matchAll(/\S+/g))
    for (let from = 0; from < run.length; ) {
      let to = Math.min(run.length, from + LONGEST);
      if (to < run.length && splitsPair(run, to)) to--;
      pieces.push({ start: index + from, end: index + to });
      from = to;
    }
  return pieces;
};

/**
 * The morphemes of a text without white space. Digits that the dictionary has one by one are one number. What the reader
 * leaves out is a morpheme of its own, so that no sign is lost.
 */
export const morphemesOf = (text: string, reader: MorphemeReader): readonly Placed[] => {
  const all: Placed[] = [];
  const push = (one: Placed): void => {
    const last = all.at(-1);
    const form = text.slice(one.start, one.end);
    const joins =
      last !== undefined &&
      last.end === one.start &&
      DIGITS.test(form) &&
      /^\p{Nd}/u.test(text.slice(last.start, last.end)) &&
      DIGITS.test(text.slice(last.start, last.end));
    if (joins) all[all.length - 1] = { ...last, end: one.end };
    else all.push(one);
  };
  for (const { start, end } of piecesOf(text)) {
    let at = start;
    for (const one of placeMorphemes(text.slice(start, end), reader.read(text.slice(start, end)))) {
      if (start + one.start > at) push({ start: at, end: start + one.start, details: ['UNK'] });
      at = start + one.end;
      push({ start: start + one.start, end: at, details: one.details });
    }
    if (at < end) push({ start: at, end, details: ['UNK'] });
  }
  return all;
};

/** The morphemes that lie in a word, those that reach beyond it when none does; and what stands beside the last one. */
interface Under extends Neighbours {
  readonly parts: readonly Placed[];
}

/**
 * What the morphemes under a word say of it: the tags of the last one, which is the head of a Japanese word, and the forms
 * of the others before its dictionary form. Numbers stay numbers.
 */
const wordOf = (form: string, around: Under, text: string, rows: readonly IpadicRow[]): WordAnalysis => {
  const { parts } = around;
  const last = parts.at(-1);
  const details = last?.details ?? UNKNOWN;
  const whole = last === undefined ? form : text.slice(last.start, last.end);
  const isInside = whole.length <= form.length;
  const own = isInside ? whole : form;
  const stem = form.slice(0, form.length - own.length);
  const isNumeral = /\p{N}/u.test(form) && (DIGITS.test(form) || (parts.length > 0 && parts.every(isNumber)));
  return {
    lemma: stem + (isInside && !isNumeral ? (baseOf(details) ?? own) : own),
    upos: isNumeral ? 'NUM' : uposOf(rows, own, details, around),
    xpos: xposOf(details),
    feats: null,
    head: NO_TREE,
    deprel: '_',
  };
};

const UNKNOWN: readonly string[] = ['UNK'];

const under = (morphemes: readonly Placed[], touched: Span, word: Span): Under => {
  const all = morphemes.slice(touched.start, touched.end);
  const inside = all.filter(({ start, end }) => start >= word.start && end <= word.end);
  const parts = inside.length > 0 ? inside : all;
  const last = parts.at(-1);
  const index = last === undefined ? -1 : morphemes.indexOf(last, touched.start);
  return {
    parts,
    before: morphemes[index - 1]?.details ?? null,
    behind: last === undefined ? null : (morphemes[index + 1]?.details ?? null),
  };
};

/** The morphemes under each word, in one walk over both. */
const underWords = (forms: readonly string[], morphemes: readonly Placed[]): readonly Under[] => {
  let at = 0;
  let first = 0;
  return forms.map((form) => {
    const word = { start: at, end: at + form.length };
    const endAt = (i: number): number => morphemes[i]?.end ?? Number.POSITIVE_INFINITY;
    const startAt = (i: number): number => morphemes[i]?.start ?? Number.POSITIVE_INFINITY;
    while (endAt(first) <= word.start) first++;
    let next = first;
    while (startAt(next) < word.end) next++;
    const found = under(morphemes, { start: first, end: next }, word);
    at = word.end;
    first = Math.max(first, next - 1);
    return found;
  });
};

const analyserOf = (reader: MorphemeReader, rows: readonly IpadicRow[]): SentenceAnalyser => ({
  id: reader.id,
  analyse: (forms) => {
    const text = forms.join('');
    const parts = underWords(forms, morphemesOf(text, reader));
    return forms.map((form, i) => wordOf(form, parts[i] as Under, text, rows));
  },
});

const splitterOf = (reader: MorphemeReader): TextSplitter => ({
  sentences: segmenterSplitter('ja').sentences,
  words: (text, { start, end }) =>
    morphemesOf(text.slice(start, end), reader).map(
      (one): Word => ({
        start: start + one.start,
        end: start + one.end,
        form: text.slice(start + one.start, start + one.end),
      }),
    ),
});

/**
 * The tools of Japanese by the morphemes of a dictionary: words, universal parts of speech by the table given, tags of the
 * dictionary and lemmas; no features and no trees. Sentences are cut by the rules of Unicode.
 */
export const japaneseTools = (reader: MorphemeReader, rows: readonly IpadicRow[]): LanguageTools => ({
  language: 'ja',
  splitter: splitterOf(reader),
  analyser: analyserOf(reader, rows),
});
