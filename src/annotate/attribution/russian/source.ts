import type { Span } from '../../../model/span.ts';
import { between, type Clause, isBreak, isDash, isPlain } from './clause.ts';
import type { CueAt } from './cues.ts';

/** A noun phrase that speaks, as tokens `[from, to)`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** Its characters. */
export const phraseSpan = (clause: Clause, { from, to }: Phrase): Span => between(clause, from, to);

/**
 * The subject before a cue: from the last break of the clause to the verb, without what opens the clause and without
 * adverbs and hearers beside the verb. `[Министр Вальдории Села Варга] сообщила`, `В среду [он] заявил`,
 * `[Эксперты, опрошенные газетой,] полагают`, `[В Хейле] говорят`. What stands between two commas belongs to it when it
 * describes it, or when the verb `opens` a content and so does not close one. Null when nothing stands there.
 */
export const subjectBefore = (clause: Clause, cue: CueAt, floor: number, opens: boolean): Phrase | null => {
  let to = cue.group;
  while (to > floor && isBesideVerb(clause, to - 1)) to--;
  const aside = asideBefore(clause, to, floor, opens);
  const from = clauseStart(clause, aside?.from ?? to, floor);
  const end = aside === null ? to : aside.connective ? aside.from : to - 1;
  return trimmedSubject(clause, cue, from, end);
};

/** An adverb, a pronoun or a word for the hearer that stands between subject and verb. */
const isBesideVerb = (clause: Clause, i: number): boolean => {
  const word = clause.low[i] ?? '';
  if (!isPlain(clause, i)) return false;
  return (
    clause.words.openers.has(word) ||
    clause.timed[i] === true ||
    /^(?:нам|мне|ему|ей|им|бы|не|об|этом|о|том)$/.test(word)
  );
};

const CONNECTIVE =
  /^(?:в свою очередь|напротив|однако|впрочем|со своей стороны|в ответ|кроме того|тем временем)$/;

/** What stands between two commas right before the verb, behind the subject. */
const asideBefore = (
  clause: Clause,
  to: number,
  floor: number,
  opens: boolean,
): { readonly from: number; readonly connective: boolean } | null => {
  if (clause.low[to - 1] !== ',' || !isPlain(clause, to - 1)) return null;
  for (let i = to - 2; i > floor && to - i < 16; i--) {
    if (!isPlain(clause, i)) continue;
    if (clause.low[i] === ',') {
      const words = clause.low.slice(i + 1, to - 1).join(' ');
      const connective = CONNECTIVE.test(words);
      return connective || opens || describes(clause, i + 1) ? { from: i, connective } : null;
    }
    if (isBreak(clause, i)) return null;
  }
  return null;
};

const PARTICIPLE =
  /(?:вш|нн|щ|[еи]м|т|ом)(?:ий|ый|ая|ое|ее|ие|ые|ого|их|ых|ой|ую)(?:ся)?$|^котор|^знаком|^бывш/u;

/** Whether what begins at token `i` describes the subject: a participle, a relative clause, an office or a name. */
const describes = (clause: Clause, i: number): boolean =>
  PARTICIPLE.test(clause.low[i] ?? '') ||
  clause.mentions.some(({ span, form }) => form !== 'pronoun' && span.start === clause.tokens[i]?.start);

/** The token behind the last break or conjunction before `to`. */
const clauseStart = (clause: Clause, to: number, floor: number): number => {
  for (let i = to - 1; i >= floor; i--) {
    if (!isPlain(clause, i)) return i + 1;
    if (isBreak(clause, i)) return i + 1;
    if (clause.words.boundaries.has(clause.low[i] ?? '') && !joinsNames(clause, i)) return i + 1;
  }
  return floor;
};

/** `Санд [и] Странд`, `президент Санд [и] премьер-министр Орланда Странд`: both are the subject. */
const joinsNames = (clause: Clause, i: number): boolean => {
  if (clause.low[i] !== 'и') return false;
  const before = clause.tokens[i - 1];
  const after = clause.tokens[i + 1];
  const names = clause.mentions.filter(({ form, type }) => form !== 'pronoun' && type === 'PERSON');
  return (
    names.some(({ span }) => span.end === before?.end) &&
    names.some(({ span }) => span.start === after?.start)
  );
};

const trimmedSubject = (clause: Clause, cue: CueAt, from: number, to: number): Phrase | null => {
  let start = from;
  while (start < to && isOpener(clause, start, to)) start++;
  if (start >= to) return null;
  if (!isPreposition(clause, start)) return { from: start, to: cutTail(clause, start, to) };
  // `На прощание Таль добавляет`: whoever is named right before the verb.
  const at = namedBefore(clause, start, to);
  if (at !== null) return { from: at, to };
  // `В Хейле говорят`: a place that speaks has a verb in the plural.
  return /^в[о]?$/.test(clause.low[start] ?? '') && isPlural(clause, cue) ? { from: start, to } : null;
};

/** The first token of the names and offices that end at `to`, when no preposition governs them. */
const namedBefore = (clause: Clause, floor: number, to: number): number | null => {
  const end = clause.tokens[to - 1]?.end ?? 0;
  let last = clause.mentions.findLastIndex(({ span, type }) => span.end === end && type !== 'PLACE');
  if (last < 0) return null;
  for (; last > 0; last--) {
    const before = clause.mentions[last - 1];
    if (before === undefined || before.form === 'pronoun') break;
    if (clause.text.slice(before.span.end, clause.mentions[last]?.span.start) !== ' ') break;
    if (before.type === 'PLACE' || before.type === 'STATE') break;
  }
  const from = clause.tokens.findIndex(({ start }) => start === clause.mentions[last]?.span.start);
  const named = clause.mentions[last]?.form !== 'nominal' || from - floor > 2;
  return from > floor && named && !isPreposition(clause, from - 1) ? from : null;
};

const isPlural = (clause: Clause, cue: CueAt): boolean =>
  /(?:ли|лись|ют|ят|ут|ат|ены)$/.test(clause.low[cue.from] ?? '');

const isOpener = (clause: Clause, i: number, to: number): boolean => {
  if (clause.timed[i] === true) return true;
  const word = clause.low[i] ?? '';
  if (clause.words.openers.has(word) && !(word === 'сам' || word === 'сама')) return true;
  if (isBreak(clause, i) || isDash(clause, i)) return true;
  // `в среду`, `при этом`, `кроме того`.
  const next = clause.low[i + 1] ?? '';
  return (
    (isPreposition(clause, i) &&
      i + 2 <= to &&
      (clause.timed[i + 1] === true || /^(?:этом|того|тем|том|начале|итоге|очередь)$/.test(next))) ||
    /^(?:этом|того|тем|том)$/.test(word)
  );
};

const isPreposition = (clause: Clause, i: number): boolean =>
  clause.words.prepositions.has(clause.low[i] ?? '');

/** Ends the phrase where an adverbial begins that belongs to the verb: `Холлис [в пятницу]`. */
const cutTail = (clause: Clause, from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) {
    if (isPreposition(clause, i) && (clause.timed[i + 1] === true || isPronoun(clause, from))) return i;
    if (clause.timed[i] === true) return i;
  }
  return to;
};

const isPronoun = (clause: Clause, i: number): boolean => clause.words.pronouns.has(clause.low[i] ?? '');

/**
 * The subject behind a cue: `заявила [Санд] журналистам`, `сообщил журналистам [пресс-секретарь Пелль].`, `говорится в
 * [отчёте]`, `считает [он],`. Hearers, adverbs and times before it are passed over.
 */
export const subjectAfter = (clause: Clause, cue: CueAt): Phrase | null => {
  let from = pastBeside(clause, cue.to);
  while (isHearer(clause, from)) from = pastHearer(clause, from);
  from = pastBeside(clause, from);
  if (/^(?:говорится|отмечается|сказано|говорилось)$/.test(clause.low[cue.from] ?? ''))
    from = pastPreposition(clause, from);
  else if (isPreposition(clause, from)) return null;
  const to = endOfPhrase(clause, from);
  const speaks = to > from && /[\p{L}\p{N}]/u.test(clause.low[from] ?? '');
  return speaks || isNameMark(clause, from) ? { from, to: Math.max(to, from + 1) } : null;
};

const pastBeside = (clause: Clause, at: number): number => {
  let i = at;
  while (i < clause.tokens.length && isBesideVerb(clause, i)) i++;
  return i;
};

/** The token behind the phrase that begins at `from`; a hearer at its end is not of it. */
const endOfPhrase = (clause: Clause, from: number): number => {
  let to = from;
  while (to < clause.tokens.length && !endsPhrase(clause, to, from)) to++;
  while (to - 1 > from && isHearer(clause, to - 1)) to--;
  return to;
};

const isNameMark = (clause: Clause, i: number): boolean => isPlain(clause, i) && clause.low[i] === '«';

const pastPreposition = (clause: Clause, i: number): number => (isPreposition(clause, i) ? i + 1 : i);

/** Whether a word for somebody spoken to stands at token `i`. */
export const isHearer = (clause: Clause, i: number): boolean =>
  isPlain(clause, i) && clause.words.hearers.has(clause.low[i] ?? '');

/** The token behind the hearer: `газете «Теск пост»` is one. */
const pastHearer = (clause: Clause, i: number): number => {
  if (!isNameMark(clause, i + 1)) return i + 1;
  let k = i + 1;
  while (k < clause.tokens.length && clause.low[k] !== '»') k++;
  return k + 1;
};

const endsPhrase = (clause: Clause, i: number, from: number): boolean => {
  if (!isPlain(clause, i) || isBreak(clause, i)) return true;
  if (i === from) return false;
  const word = clause.low[i] ?? '';
  if (clause.timed[i] === true || isHearer(clause, i)) return true;
  if (clause.words.boundaries.has(word) && !joinsNames(clause, i)) return true;
  return isPreposition(clause, i) && !/^(?:по|из|с|от|при)$/.test(word);
};
