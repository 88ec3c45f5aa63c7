import { clauseFrom } from './clause.ts';
import type { JapaneseTrigger } from './cues.ts';
import type { JapanesePhrase } from './phrases.ts';
import type { JapaneseScene } from './scene.ts';

/** Who does it: the actor before `は` or `が`; `foreign` when whoever stands there is no actor. */
export interface Subject {
  readonly phrase: JapanesePhrase | null;
  readonly foreign: boolean;
  /** Of a foreign subject the words from the last pause, and whose it is: `[両国]の交渉`. */
  readonly noun: string;
  readonly owners: readonly JapanesePhrase[];
  /** The foreign subject acts in public, though nobody known is named: `野党は`. */
  readonly agent: boolean;
}

const isSubject = ({ particle }: JapanesePhrase): boolean => /^(?:は|が|も)$/u.test(particle);
/** Whether a phrase is what its sentence is about. */
export const isTopic = ({ particle }: JapanesePhrase): boolean => /^(?:は|も)$/u.test(particle);

const known = (phrase: JapanesePhrase | null): Subject => ({
  phrase,
  foreign: false,
  noun: '',
  owners: [],
  agent: false,
});

/** A clause that is spoken of or asked for ends between: `…が撤収する[よう]要求した`, `…が侵犯した[と]非難した`. */
const SPOKEN = /(?:[たるういくすむ]|ない)(?:と|よう(?:に)?|ことを)(?![きの])/u;

/** A clause of a subject with `が` is over: it is spoken of, quoted from or a condition. */
const INNER = new RegExp(`${SPOKEN.source}|」と|[えけげせてねべめれ]ば|(?:たら|なら|場合)、`, 'u');

/**
 * The subject of what is told at `at`: the nearest before it. Behind a clause that is spoken of, the topic of the sentence.
 * In a headline a pause marks the subject.
 */
export const subjectBefore = (scene: JapaneseScene, at: number): Subject => {
  const { phrases, sentence } = scene;
  const [from] = windowOf(scene, at);
  const before = phrases.filter(
    (phrase) =>
      phrase.end <= at &&
      phrase.start >= from &&
      isOpen(scene, phrase.start, at) &&
      (isSubject(phrase) || (sentence.headline && phrase.particle === '、')),
  );
  const near = before.at(-1) ?? null;
  const marked = lastMarked(scene, from, at);
  if (near !== null && near.behind >= marked) {
    const isInner = !isTopic(near) && INNER.test(scene.text.slice(near.behind, at));
    return known(isInner ? (before.findLast(isTopic) ?? null) : near);
  }
  if (marked < 0) return known(near);
  if (isOver(scene.text, marked, at)) return known(before.findLast(isTopic) ?? null);
  const topic = before.find(isTopic) ?? null;
  const isSecond =
    topic !== null && scene.text[marked - 1] === 'は' && SAYS.test(scene.text.slice(at, scene.sentence.end));
  return { phrase: isSecond ? topic : null, foreign: !isSecond, ...foreignAt(scene, from, marked) };
};

/** `政府は、[島は]領土だと主張した`: of two topics the first says what the second is told of. */
const SAYS = /^[^、。]{1,16}(?:と|よう|ことを)(?![きのも])/u;

/** How far behind its owner a noun may stand, in characters: `ヴァルドリア[との間の平和条約交渉]は`. */
const OWNED = 16;

/** The noun before a mark and whose it is. */
const foreignAt = (
  { text, phrases, grammar }: JapaneseScene,
  from: number,
  marked: number,
): Pick<Subject, 'noun' | 'owners' | 'agent'> => {
  const noun = text.slice(Math.max(from, text.lastIndexOf('、', marked) + 1), marked - 1);
  const owners = phrases.filter(
    ({ end, behind, start, particle }) =>
      start >= from &&
      end < marked &&
      marked - behind <= OWNED &&
      /^(?:の|と?の間で?の?|との)?$/u.test(particle) &&
      !text.slice(end, marked).includes('、'),
  );
  const bare = noun.replace(/(?:ら|側|幹部|首脳|の一部|の大半|の多く|など|[（(][^（）()]*[）)])+$/u, '');
  return { noun, owners, agent: grammar.agents.some((word) => bare.endsWith(word)) };
};

/** Another subject stands nearer; behind what is spoken of the topic goes on, as it does behind a clause with `が`. */
const isOver = (text: string, marked: number, at: number): boolean => {
  const between = text.slice(marked, at);
  return (
    SPOKEN.test(between) ||
    /[えけせてねめれ]ば/u.test(between) ||
    (text[marked - 1] === 'が' && between.includes('、'))
  );
};

/** Where what stands at `at` is told: the quotation it stands in, else the sentence. */
export const windowOf = ({ quotes, sentence }: JapaneseScene, at: number): readonly [number, number] => {
  const quote = quotes.find(({ start, end }) => start < at && at < end);
  return quote === undefined ? [sentence.start, sentence.end] : [quote.start + 1, quote.end - 1];
};

/** Whether a place is in no quotation that `at` is outside of. */
const isOpen = ({ quotes }: JapaneseScene, place: number, at: number): boolean =>
  !quotes.some(({ start, end }) => start < place && place < end && !(start < at && at < end));

/** The place behind the last `は` or `が` that marks a noun; -1 when there is none. */
const lastMarked = (scene: JapaneseScene, from: number, at: number): number => {
  const { text } = scene;
  for (let i = at - 1; i > from; i--)
    if ((text[i] === 'は' || text[i] === 'が') && MARKED.test(text[i - 1] ?? '') && isOpen(scene, i, at))
      return i + 1;
  return -1;
};

const MARKED = /[\p{Script=Han}\p{Script=Katakana}ー々」』）)0-9]/u;

/** The other actors of the clause: behind the subject, or from the last pause that ends a clause. */
export const othersBefore = (
  scene: JapaneseScene,
  trigger: JapaneseTrigger,
  { phrase }: Subject,
): readonly JapanesePhrase[] => {
  const [start] = windowOf(scene, trigger.start);
  const from = clauseFrom(scene.text, start, trigger.start);
  return scene.phrases.filter(
    (one) =>
      one !== phrase &&
      one.end <= trigger.start &&
      one.start >= from &&
      (!isSubject(one) || isInner(scene, one, trigger.start)) &&
      isOpen(scene, one.start, trigger.start),
  );
};

/** `[B]が侵犯したと非難した`: whose act it is that is spoken of. */
const isInner = ({ text }: JapaneseScene, { particle, behind }: JapanesePhrase, at: number): boolean =>
  particle === 'が' && INNER.test(text.slice(behind, at));
