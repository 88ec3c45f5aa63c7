import type { Act } from '../../../model/annotation.ts';
import type { NonEmpty, Span } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { type Clause, regionAt, slice } from './clause.ts';
import type { VerbStem } from './lexicon.ts';
import { pastAdverbs, pastOpener, type Topic, topicAt } from './topic.ts';

/** A verb of speech in its clause. */
interface CueAt extends Span {
  readonly verb: VerbStem;
}

/** Endings of a verb that belong to the cue. */
const ENDING = /^(?:れた|れて|ている|ていた|てきた|ていない|た|て|る|う|い(?:る|た)|れた)?/u;

const cuesIn = (clause: Clause): readonly CueAt[] => {
  const found: CueAt[] = [];
  for (let i = clause.start; i < clause.end; i++) {
    const region = regionAt(clause, i);
    if (region !== null) {
      i = region.end - 1;
      continue;
    }
    const verb = clause.words.verbs.get(clause.text[i] ?? '')?.find(({ stem }) => standsAt(clause, stem, i));
    if (verb === undefined) continue;
    const end = i + verb.stem.length - (clause.text.startsWith(verb.stem, i) ? 0 : 1);
    const tail = ENDING.exec(slice(clause, end, Math.min(clause.end, end + 4)))?.[0] ?? '';
    const before = found.at(-1);
    // `繰り返し警告している`: the first only tells how.
    const joined = before !== undefined && before.end === i;
    if (joined) found.pop();
    found.push({ verb, start: joined ? before.start : i, end: end + tail.length });
    i = end - 1;
  }
  return found;
};

/** The stem, or its noun alone at the end of the sentence: `「…」と[強調]。` */
const standsAt = ({ text, end }: Clause, stem: string, i: number): boolean => {
  if (text.startsWith(stem, i)) return true;
  if (!stem.endsWith('し') || !text.startsWith(stem.slice(0, -1), i)) return false;
  const behind = i + stem.length - 1;
  return behind >= end || text[behind] === '。';
};

/** What is carried from one sentence to the next: who spoke last. */
export interface Carried {
  source: Span | null;
}

/** The attributions that one clause tells by its own cues, in order. */
export const findInClause = (clause: Clause, paragraph: number, carried: Carried): readonly Draft[] => {
  const told = byTelling(clause, paragraph);
  if (told !== null) {
    carried.source = told.source[0] ?? carried.source;
    return [told];
  }
  const drafts: Draft[] = [];
  const opening = pastOpener(clause, clause.start);
  const question = byQuestion(clause, paragraph, opening);
  if (question !== null) drafts.push(question.draft);
  let floor = question?.end ?? opening;
  for (const cue of cuesIn(clause)) {
    if (cue.start < floor) continue;
    const topic = topicAt(clause, floor, cue.start);
    const giver = giverBefore(clause, cue, topic?.end ?? floor);
    const draft = giver ?? byCue(clause, cue, floor, topic, carried);
    if (draft === null) continue;
    drafts.push({ ...draft, sentence: paragraph });
    // Behind what was given (`…と助言されたことも明かした`) the subject goes on.
    if (giver === null) floor = behind(clause, cue.end);
  }
  return drafts;
};

/** What one cue tells of the subject in its clause, or of who spoke before. */
const byCue = (
  clause: Clause,
  cue: CueAt,
  floor: number,
  topic: Topic | null,
  carried: Carried,
): Draft | null => {
  const from = topic?.end ?? floor;
  const content =
    beforeTopic(clause, topic) ?? contentBefore(clause, cue, pastAdverbs(clause, from, cue.start));
  if (content === null) return null;
  const source = topic?.source ?? carried.source;
  carried.source = source;
  const contents: NonEmpty<Span> = [content.span];
  return {
    ...draftOf(source === null ? [] : [source], cue, contents, cue.verb.act, content.rule, 0),
    hearer: hearerIn(clause, from, content.span.start),
  };
};

const PASSIVE = /さ(?:れ)/u;

/** `[前任のストランド氏]から「…」と助言された`: who gave it stands before `から`. */
const giverBefore = (clause: Clause, cue: CueAt, from: number): Draft | null => {
  if (!PASSIVE.test(slice(clause, cue.start, cue.end))) return null;
  const match = /^(.{2,30}?)(?:から|に)(?=「)/u.exec(slice(clause, from, cue.start));
  if (match?.[1] === undefined) return null;
  const start = from + (match[1].startsWith('、') ? 1 : 0);
  const end = from + match[1].length;
  const region = regionAt(clause, from + match[0].length);
  if (region === null || end <= start) return null;
  const content: NonEmpty<Span> = [region];
  return draftOf([{ start, end }], cue, content, cue.verb.act, 'quote-to', 0);
};

const CONFIDENCE: Readonly<Record<string, number>> = {
  'quote-to': 0.95,
  'clause-to': 0.85,
  'by-telling-of': 0.85,
  'object-cue': 0.7,
};

/** The place behind a cue and the particle and pause that follow it. */
const behind = (clause: Clause, end: number): number => {
  const tail = /^(?:が|ものの|うえで|上で|し)?、/u.exec(slice(clause, end, end + 6));
  return end + (tail?.[0].length ?? 0);
};

interface Content {
  readonly span: Span;
  readonly rule: string;
}

/** `[「…」]とホリス首相は語った`. */
const beforeTopic = (clause: Clause, topic: Topic | null): Content | null => {
  if (topic === null || clause.text[topic.source.start - 1] !== 'と') return null;
  const region = regionAt(clause, topic.source.start - 2);
  return region === null ? null : { span: region, rule: 'quote-to' };
};

/** Nouns that take what was thought as a clause before them: `応じない[考えを示した]`. */
const HELD = /^(?:考え|方針|意向|見通し|認識|見方|見解|姿勢|意欲|懸念)を/u;

/** How many characters may stand between the particle and the verb: `と[これまでの立場を]繰り返し`. */
const GAP = 16;

/** What was said before the particle `と`, before `こと`, or as the object of the verb. */
const contentBefore = (clause: Clause, cue: CueAt, from: number): Content | null => {
  const to = particleBefore(clause, cue, from);
  if (to !== null) return quotedOrClause(clause, from, to);
  if (HELD.test(cue.verb.stem) && isClauseEnd(clause, cue.start) && cue.start > from)
    return { span: { start: from, end: cue.start }, rule: 'clause-to' };
  const words = slice(clause, from, cue.start);
  const fact = /こと(?=[をもはが]$)/u.exec(words);
  if (fact !== null && fact.index > 0)
    return { span: { start: from, end: from + fact.index + 2 }, rule: 'clause-to' };
  if (!cue.verb.frames.includes('n')) return null;
  const object = /^(.+)を[^をは、「」]{0,6}$/u.exec(words);
  if (object?.[1] === undefined) return null;
  const start = from + (object[1].lastIndexOf('、') + 1);
  return { span: { start, end: from + object[1].length }, rule: 'object-cue' };
};

/** The place of the quotative particle before the cue, or null. */
const particleBefore = (clause: Clause, cue: CueAt, from: number): number | null => {
  for (let i = cue.start - 1; i > from && cue.start - i <= GAP; i--) {
    const c = clause.text[i] ?? '';
    if (isGround(clause, i)) return i - 3;
    if (c === '、' || c === '」') return null;
    if (c === 'と' && regionAt(clause, i) === null && isSaid(clause, i)) return withoutNado(clause, i);
  }
  return null;
};

/** `「…」[として、]抗議した`. */
const isGround = (clause: Clause, i: number): boolean =>
  slice(clause, i - 3, i + 1) === 'として、' && regionAt(clause, i - 4) !== null;

/** Whether a quotation or a clause ends before `と`. */
const isSaid = (clause: Clause, i: number): boolean =>
  /[」』]/u.test(clause.text[i - 1] ?? '') || isClauseEnd(clause, i);

const withoutNado = (clause: Clause, i: number): number => (slice(clause, i - 2, i) === 'など' ? i - 2 : i);

/** Whether a verb, an adjective or the copula ends before `と`: after a noun it means "with". */
const isClauseEnd = (clause: Clause, i: number): boolean =>
  /(?:[るうくすつぬむぶぐただいかよね]|ず|ろ|せよ)$/u.test(slice(clause, i - 2, i)) &&
  !/(?:こと|もの)$/u.test(slice(clause, i - 2, i));

/** Before a quotation what it is said about stays outside: `通航料について[「…」]と`. */
const quotedOrClause = (clause: Clause, from: number, to: number): Content | null => {
  if (to <= from) return null;
  const region = regionAt(clause, to - 1);
  if (region === null || region.end !== to) return { span: { start: from, end: to }, rule: 'clause-to' };
  const before = slice(clause, from, region.start);
  const whole = before !== '' && !/(?:について|に関し|に関して|をめぐり|に対し|に|で|、|から)$/u.test(before);
  return { span: whole ? { start: from, end: to } : region, rule: 'quote-to' };
};

/** `[ウェイド外相]によると、…という。` */
const byTelling = (clause: Clause, paragraph: number): Draft | null => {
  const text = slice(clause, clause.start, clause.end);
  const match = /^(.{1,40}?)(によると|によれば)、/u.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const start = pastOpener(clause, clause.start);
  const source = { start, end: clause.start + match[1].length };
  const from = clause.start + match[0].length;
  const end = clause.start + text.replace(/(?:という|とのこと(?:だ|です)?|と伝えた)?[。.]?$/u, '').length;
  if (end <= from || source.end <= source.start) return null;
  const content: NonEmpty<Span> = [{ start: from, end }];
  const cue = { start: source.end, end: source.end + match[2].length };
  return draftOf([source], cue, content, 'said', 'by-telling-of', paragraph);
};

/** `[軍艦も対象になるのか]との質問には、…`: nobody is named who asked. */
const byQuestion = (
  clause: Clause,
  paragraph: number,
  from: number,
): { readonly draft: Draft; readonly end: number } | null => {
  const match = /^([^、「」]{4,60}か)との(質問|問い)に(?:は)?(?:対し)?、?/u.exec(
    slice(clause, from, clause.end),
  );
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const cue = from + match[1].length + 2;
  const content: NonEmpty<Span> = [{ start: from, end: from + match[1].length }];
  const draft = draftOf(
    [],
    { start: cue, end: cue + match[2].length },
    content,
    'asked',
    'question-to',
    paragraph,
  );
  return { draft, end: from + match[0].length };
};

const draftOf = (
  source: readonly Span[],
  { start, end }: Span,
  content: NonEmpty<Span>,
  act: Act,
  rule: string,
  paragraph: number,
): Draft => ({
  source,
  cue: [{ start, end }],
  content,
  act,
  negated: false,
  hearer: null,
  rule,
  confidence: CONFIDENCE[rule] ?? 0.7,
  sentence: paragraph,
});

/** `[記者団]に対し`, `[本紙]の取材に`, `[本紙]にそう語った`. */
const hearerIn = (clause: Clause, from: number, to: number): Span | null => {
  const words = slice(clause, from, to);
  for (const hearer of clause.words.hearers) {
    const at = words.indexOf(hearer);
    if (at < 0 || !/^(?:に|の取材|との|のインタビュー)/u.test(words.slice(at + hearer.length))) continue;
    return { start: from + at, end: from + at + hearer.length };
  }
  return null;
};
