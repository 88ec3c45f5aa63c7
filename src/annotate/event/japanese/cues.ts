import type { Span } from '../../../model/span.ts';
import { clauseFrom } from './clause.ts';
import type { JapaneseCue, JapaneseTables } from './lists.ts';
import { wordsAt } from './lists.ts';

/** A cue met in a sentence. A noun that `する` follows is a verb. */
export interface JapaneseTrigger extends Span {
  readonly cue: JapaneseCue['cue'];
  readonly isNoun: boolean;
  /** What follows it in its clause, up to the next pause or stop. */
  readonly tail: string;
  /** It is told of the noun behind it: `[拒む]船`. */
  readonly describes: boolean;
  /** The word before it that it needs: `[制裁]を科す`; null when it needs none. */
  readonly lead: Span | null;
}

/** The longest tail that is read, in characters. */
const TAIL = 60;

/** The cues of a stretch of text, left to right; of several at one place the one that takes most, then the first listed. */
export const findJapaneseTriggers = (
  { cues }: JapaneseTables,
  text: string,
  { start, end }: Span,
): readonly JapaneseTrigger[] => {
  const found: JapaneseTrigger[] = [];
  for (let i = start; i < end; i++) {
    const met = meantAt({ cues }, text, i, { start, end });
    if (met === null) continue;
    const { row, lead } = met;
    const to = i + row.words.length;
    const tail = tailOf(text, to, end);
    const isVerbal = row.kind !== 'verb' && DOES.test(tail);
    found.push({
      cue: row.cue,
      start: i,
      end: to,
      isNoun:
        (row.kind === 'noun' && !isVerbal) ||
        (row.kind === 'doing' && !isVerbal && tail !== '' && !/^[。」]/u.test(tail)),
      tail,
      describes: isDescribing((row.kind === 'verb' ? text.slice(to - 1, to) : '') + tail),
      lead: lead === 'none' ? null : lead,
    });
    i = to - 1;
  }
  return found;
};

interface Met {
  readonly row: JapaneseCue;
  readonly lead: Span | 'none';
}

/** The first cue at a place that stands there as it must, with the word that leads it in. */
const meantAt = (
  { cues }: Pick<JapaneseTables, 'cues'>,
  text: string,
  at: number,
  { start, end }: Span,
): Met | null => {
  for (const row of wordsAt(cues, text, at)) {
    const to = at + row.words.length;
    if (to > end || !stands(row, tailOf(text, to, end))) continue;
    if (isOfInterview(text, at) || isCompound(row, text, at) || !isAbout(row, text, start, end)) continue;
    const lead = leadOf(row, text, start, at);
    if (lead !== null) return { row, lead };
  }
  return null;
};

/** How far before a cue the words stand that it needs, in characters. */
const LEAD = 30;

/** The last of the words that a cue needs, in its clause; null when none stands there. */
const leadOf = ({ before }: JapaneseCue, text: string, start: number, at: number): Span | 'none' | null => {
  if (before === null) return 'none';
  const from = clauseFrom(text, Math.max(start, at - LEAD), at);
  const lead = text.slice(from, at);
  let found: Span | null = null;
  for (const word of before) {
    const i = lead.lastIndexOf(word);
    if (i >= 0 && from + i > (found?.start ?? -1)) found = { start: from + i, end: from + i + word.length };
  }
  return found;
};

/** `会談が12日、テスクで開かれた`: a pause behind a day does not end what is told of a noun. */
const RUNS_ON = /^(?:は|が|も|を)[^、]{0,14}(?:日|月|年|週|週間|夜|朝|夕|午後|午前|このほど|近く)、/u;

const tailOf = (text: string, from: number, end: number): string => {
  const rest = text.slice(from, Math.min(end, from + TAIL));
  const day = RUNS_ON.exec(rest)?.[0] ?? '';
  return day + (/^[^、。「」\n]*[、]?/u.exec(rest.slice(day.length))?.[0] ?? '');
};

/** `会談した`, `会談する`, `占領された`, `撤退させた`. */
const DOES = /^(?:を)?(?:し(?!て(?:の|は))|する|せ(?:ず|よ)|さ[れせ]|すべき|すれ|でき)/u;

/** Characters that go on a noun without making another of it. */
const GOES_ON =
  /^(?:中|後|前|時|先|延期|中止|終了|開始|拒否|再開|要請|実施|予定|続|解除|違反|協力|要求|を|の)/u;

/** `訪問予約` is no visit: a noun that another noun goes on with is a part of that. */
const stands = ({ kind, before }: JapaneseCue, tail: string): boolean => {
  if (kind === 'verb') return true;
  // `巡視船の[派遣]を指示した`: with the word that it needs a noun is enough.
  if (kind === 'doing')
    return (
      DOES.test(tail) || /^[。」]?$/u.test(tail) || (before !== null && /^(?:を|が|は|も|に)/u.test(tail))
    );
  return !/^[\p{Script=Han}\p{Script=Katakana}ー]/u.test(tail) || GOES_ON.test(tail);
};

/** `拒む[船]`, `署名した[文書]`: a verb before a noun describes it, save before nouns of planning, chance and time. */
const isDescribing = (told: string): boolean =>
  /^[^、。]{0,8}?(?:する|した|している|された|[くむぶぐつる]|んだ|った)(?=[\p{Script=Han}\p{Script=Katakana}])(?!方針|予定|考え|意向|見通し|構え|姿勢|用意|計画|可能性|恐れ|必要|見込|後|際|時|直後|前|直前|場合|上で|模様|疑い|両|こと|旨|方向|決|準備|権利|意思|立場|中|声明|談話|コメント|見解|書簡|親書|決議|公算|手はず|段取り|運び|様相|事態|異例|観測|動き|日程|狙い|試み)/u.test(
    told.slice(0, 14),
  );

/** `取材に[応じた]`, `「…」と[応じた]` answers; `条件に[応じた]` accepts. */
const isOfInterview = (text: string, at: number): boolean =>
  text.startsWith('応じ', at) &&
  !/(?<!取材|インタビュー|会見|質問|問い)に$/u.test(text.slice(Math.max(0, at - 8), at));

/** `繰り[返し]`: a short verb behind another makes one verb with it. */
const isCompound = ({ words, kind }: JapaneseCue, text: string, at: number): boolean =>
  kind === 'verb' &&
  words.length <= 2 &&
  /[\p{Script=Han}][りきしちみいびぎ]$/u.test(text.slice(Math.max(0, at - 2), at));

const isAbout = ({ cue }: JapaneseCue, text: string, start: number, end: number): boolean => {
  if (cue.about === undefined) return true;
  const sentence = text.slice(start, end);
  return cue.about.some((word) => sentence.includes(word));
};
