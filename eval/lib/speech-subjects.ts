import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '../../src/model/span.ts';

/** Halves of the first 300 sentences, what was written after the rules to see them once, and a second set for tuning. */
export const PARTS = ['tuning', 'test', 'fresh', 'second'] as const;

/** A sentence with one speech verb, and the head of its subject. */
export interface SpeechSentence {
  readonly id: string;
  /** How it is built: `inverted`, `mid`, `relative`, …; see the guidelines. */
  readonly kind: string;
  readonly text: string;
  readonly verb: Span;
  /** Each of them is right: a name may be met by any of its words. None when the verb has no subject. */
  readonly subjects: readonly Span[];
  /** The whole phrase of the subject, without a comma or dash at its end; null where it is not marked. */
  readonly extent: Span | null;
  /** Sentences with an odd number are for tuning, those with an even one only measure; 301 to 400 are fresh, the rest is the second set for tuning. */
  readonly part: (typeof PARTS)[number];
}

const FOLDER = new URL('../corpora/speech-subjects/', import.meta.url);
const FILES = ['sentences.txt', 'fresh.txt', 'tuning2.txt'] as const;
const MARK = /\[([^[\]]+)\](verb|subject)|[{}]/g;

/** A sentence without its marks, and where they stood. */
export const unmark = (
  marked: string,
): { readonly text: string; readonly marks: readonly { readonly span: Span; readonly label: string }[] } => {
  const marks: { readonly span: Span; readonly label: string }[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(at, match.index);
    const start = text.length;
    text += match[1] ?? '';
    marks.push({ span: { start, end: text.length }, label: match[2] ?? match[0] });
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), marks };
};

const partOf = (number: number): SpeechSentence['part'] => {
  if (number > 400) return 'second';
  if (number > 300) return 'fresh';
  return number % 2 === 1 ? 'tuning' : 'test';
};

/** From the mark that opens the phrase to the one that closes it, without what closes it in the sentence. */
const extentIn = (text: string, from: Span | undefined, to: Span | undefined): Span | null => {
  if (from === undefined || to === undefined) return null;
  const phrase = text.slice(from.start, to.start).replace(/[\s,–—-]+$/, '');
  return { start: from.start, end: from.start + phrase.length };
};

/** Reads one line, `NNN kind | sentence with [said]verb and {the [minister]subject}`; throws when it has not exactly one verb. */
export const readSpeechSentence = (line: string): SpeechSentence => {
  const match = /^(\d{3}) ([a-z-]+) \| (.+)$/.exec(line);
  if (match === null) throw new Error(`not a marked sentence: ${line.slice(0, 30)}`);
  const [, id = '', kind = '', marked = ''] = match;
  const { text, marks } = unmark(marked);
  const spans = (label: string): readonly Span[] =>
    marks.filter((m) => m.label === label).map(({ span }) => span);
  const [verb, second] = spans('verb');
  if (verb === undefined || second !== undefined) throw new Error(`sentence ${id} needs exactly one verb`);
  const extent = extentIn(text, spans('{')[0], spans('}')[0]);
  return { id, kind, text, verb, subjects: spans('subject'), extent, part: partOf(Number(id)) };
};

/** The 300 sentences of `eval/corpora/speech-subjects`, the fresh ones, and the second set for tuning. */
export const speechSentences = (): readonly SpeechSentence[] =>
  FILES.flatMap((file) =>
    readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(readSpeechSentence),
  );
