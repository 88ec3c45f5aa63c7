import type { Span } from '../../../model/span.ts';
import type { JapaneseCue, JapaneseTables } from './lists.ts';
import { wordAt } from './lists.ts';

/** A cue met in a sentence. A noun that `する` follows is a verb. */
export interface JapaneseTrigger extends Span {
  readonly cue: JapaneseCue['cue'];
  readonly isNoun: boolean;
  /** What follows it in its clause, up to the next pause or stop. */
  readonly tail: string;
}

/** The longest tail that is read, in characters. */
const TAIL = 60;

/** The cues of a stretch of text, left to right; of several at one place the longest, then the first listed. */
export const findJapaneseTriggers = (
  { cues }: JapaneseTables,
  text: string,
  { start, end }: Span,
): readonly JapaneseTrigger[] => {
  const found: JapaneseTrigger[] = [];
  for (let i = start; i < end; i++) {
    const row = wordAt(cues, text, i);
    const to = i + (row?.words.length ?? 0);
    if (row === null || to > end) continue;
    const tail = tailOf(text, to, end);
    if (!stands(row, tail) || !isAbout(row, text, start, end)) continue;
    found.push({ cue: row.cue, start: i, end: to, isNoun: row.kind === 'noun' && !DOES.test(tail), tail });
    i = to - 1;
  }
  return found;
};

const tailOf = (text: string, from: number, end: number): string =>
  /^[^、。「」\n]*[、]?/u.exec(text.slice(from, Math.min(end, from + TAIL)))?.[0] ?? '';

/** `会談した`, `会談する`, `占領された`, `撤退させた`. */
const DOES = /^(?:し(?!て(?:の|は))|する|せ(?:ず|よ)|さ[れせ]|すべき|すれ|でき)/u;

/** Characters that go on a noun without making another of it. */
const GOES_ON =
  /^(?:中|後|前|時|先|延期|中止|終了|開始|拒否|再開|要請|実施|予定|続|解除|違反|協力|要求|を|の)/u;

/** `訪問予約` is no visit: a noun that another noun goes on with is a part of that. */
const stands = ({ kind }: JapaneseCue, tail: string): boolean =>
  kind === 'verb' || !/^[\p{Script=Han}\p{Script=Katakana}ー]/u.test(tail) || GOES_ON.test(tail);

const isAbout = ({ cue }: JapaneseCue, text: string, start: number, end: number): boolean => {
  if (cue.about === undefined) return true;
  const sentence = text.slice(start, end);
  return cue.about.some((word) => sentence.includes(word));
};
