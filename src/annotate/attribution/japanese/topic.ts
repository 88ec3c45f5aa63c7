import type { Span } from '../../../model/span.ts';
import { type Clause, namesSpeaker, regionAt, slice } from './clause.ts';

/** Who a clause is about, and where what is told of them begins. */
export interface Topic {
  readonly source: Span;
  readonly end: number;
}

/** What those who speak are called besides names: offices, groups, papers. */
const SPEAKER =
  /(?:氏|さん|者|員|筋|側|相|長|人|師|家|紙|団体|組合|連盟|府|省|局|官|たち|周辺|議会|政府|裁判所|住民|当局|首脳|大使|特使|党首|代表|双方|国|通信|新聞|放送|テレビ|ラジオ|社|会|側近)$|(?:紙|通信|新聞|放送|テレビ|ラジオ)[\p{Script=Katakana}ー・]+$/u;

/** No subject is longer, in characters. */
const LONGEST = 44;

/**
 * The topic of the clause behind `from`: `[ウェイド外相]は同日、…`. A comma ends the search, and what is not somebody (`領土問題は`)
 * is no topic. `が` marks one only where a pause, a time or a quotation follows.
 */
export const topicAt = (clause: Clause, from: number, limit: number): Topic | null => {
  let start = from;
  for (let i = from; i < limit; i++) {
    const region = regionAt(clause, i);
    if (region !== null) i = region.end - 1;
    if (opensAt(clause, i)) start = i + 1;
    const found = region === null ? markedAt(clause, start, i, limit) : null;
    if (found !== null) return found === 'none' ? null : found;
  }
  return null;
};

/** Whether a subject may begin behind `i`: after a pause, and after `「…」と` (`「…」とホリス首相は語った`). */
const opensAt = (clause: Clause, i: number): boolean => {
  const c = clause.text[i] ?? '';
  return /[、。]/u.test(c) || (c === 'と' && isClosing(clause, i));
};

const isClosing = (clause: Clause, i: number): boolean => /[」』]/u.test(clause.text[i - 1] ?? '');

/** The topic that the particle at `i` marks; `none` when it marks something that does not speak; null when it is no particle. */
const markedAt = (clause: Clause, start: number, i: number, limit: number): Topic | 'none' | null => {
  if (i - start > LONGEST) return 'none';
  const c = clause.text[i] ?? '';
  if (i === start || !isMarker(clause, c, i, limit)) return null;
  const source = { start, end: i };
  if (isSpeaker(clause, source)) return { source: withoutAdverbs(clause, source), end: i + 1 };
  return c === 'は' ? 'none' : null;
};

const isMarker = (clause: Clause, c: string, i: number, limit: number): boolean => {
  if (c === 'は')
    return !/^(?:ない|なく|じめ|っきり)/u.test(slice(clause, i + 1, i + 4)) && clause.text[i - 1] !== 'で';
  if (c === 'も') return /[、「]/u.test(clause.text[i + 1] ?? '');
  if (c !== 'が') return false;
  const next = clause.text[i + 1] ?? '';
  if (next === '、' || clause.times.some(({ start }) => start === i + 1)) return true;
  // `首相が「…」と述べた`, but not `相手が「…」と呼ぶなら、…と述べた`.
  const region = regionAt(clause, i + 1);
  return region !== null && !slice(clause, region.end, limit).includes('、');
};

const isSpeaker = (clause: Clause, at: Span): boolean => {
  const words = slice(clause, at.start, at.end);
  if (clause.words.pairs.some((pair) => words.endsWith(pair))) return true;
  const tail = { start: Math.max(at.start, at.end - 8), end: at.end };
  return (
    SPEAKER.test(words) || (namesSpeaker(clause, tail) && !/(?:に|で|から|まで|では|には)$/u.test(words))
  );
};

/** `会談後の共同記者会見で[両首脳]は`: the place before the subject is not of it. */
const withoutAdverbs = (clause: Clause, at: Span): Span => {
  const words = slice(clause, at.start, at.end);
  const match = /^.*(?:会見で|会合で|演説で|電話で|議会で|最後に|後に|席で|では)(?=.{2,})/u.exec(words);
  return match === null ? at : { start: at.start + match[0].length, end: at.end };
};

/** Where the content begins behind the topic: times, places and hearers that end with a pause are passed over. */
export const pastAdverbs = (clause: Clause, from: number, limit: number): number => {
  let at = from;
  if (clause.text[at] === '、') at++;
  for (;;) {
    const comma = clause.text.indexOf('、', at);
    if (comma < 0 || comma >= limit || regionAt(clause, comma) !== null) return at;
    if (!isAdverb(clause, { start: at, end: comma })) return at;
    at = comma + 1;
  }
};

const ADVERB =
  /(?:で|に対し|に対して|に|後|まで|日|朝|夜|夕|同日|改めて|また|一方|演説し|会見し|応じ|触れ|について|めぐり|巡り)$/u;

const isAdverb = (clause: Clause, at: Span): boolean => {
  const words = slice(clause, at.start, at.end);
  if (words.length > 30) return false;
  if (clause.words.openers.includes(words)) return true;
  return ADVERB.test(words) && !/[はがを「]/u.test(words.replace(/を(?:前に|受け|めぐり|巡り)/gu, ''));
};

/** The place behind a word that opens the sentence (`一方、`). */
export const pastOpener = (clause: Clause, from: number): number => {
  const opener = clause.words.openers.find((word) => clause.text.startsWith(word, from));
  if (opener === undefined) return from;
  const end = from + opener.length;
  return clause.text[end] === '、' ? end + 1 : from;
};
