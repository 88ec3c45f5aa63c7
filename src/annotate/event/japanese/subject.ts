import type { JapaneseScene } from './coder.ts';
import type { JapaneseTrigger } from './cues.ts';
import type { JapanesePhrase } from './phrases.ts';

/** Who does it: the actor before `は` or `が`; `foreign` when whoever stands there is no actor. */
export interface Subject {
  readonly phrase: JapanesePhrase | null;
  readonly foreign: boolean;
}

const isSubject = ({ particle }: JapanesePhrase): boolean => /^(?:は|が|も|側は)$/u.test(particle);
const isTopic = ({ particle }: JapanesePhrase): boolean => /^(?:は|も|側は)$/u.test(particle);

/** A clause that is spoken of or asked for ends between: `…が撤収する[よう]要求した`, `…が侵犯した[と]非難した`. */
const SPOKEN = /(?:[たるういくすむ]|ない)(?:と|よう(?:に)?|ことを)(?![きの])/u;

/**
 * The subject of what is told at `at`: the nearest before it. Behind a clause that is spoken of, the topic of the sentence.
 * In a headline a pause marks the subject.
 */
export const subjectBefore = (scene: JapaneseScene, at: number): Subject => {
  const { text, phrases, sentence } = scene;
  const before = phrases.filter(
    (phrase) => phrase.end <= at && (isSubject(phrase) || (sentence.headline && phrase.particle === '、')),
  );
  const near = before.at(-1) ?? null;
  const marked = lastMarked(text, sentence.start, at);
  if (near !== null && near.behind >= marked) {
    if (isTopic(near) || !SPOKEN.test(text.slice(near.behind, at))) return { phrase: near, foreign: false };
    return { phrase: before.findLast(isTopic) ?? near, foreign: false };
  }
  if (marked < 0) return { phrase: near, foreign: false };
  // Another subject stands nearer; behind what is spoken of the topic goes on, as it does over a clause with `が`.
  const isOver =
    SPOKEN.test(text.slice(marked, at)) ||
    (text[marked - 1] === 'が' && text.slice(marked, at).includes('、'));
  const topic = before.findLast(isTopic) ?? null;
  return isOver && topic !== null ? { phrase: topic, foreign: false } : { phrase: null, foreign: true };
};

/** The place behind the last `は` or `が` that marks a noun; -1 when there is none. */
const lastMarked = (text: string, from: number, at: number): number => {
  for (let i = at - 1; i > from; i--)
    if (
      (text[i] === 'は' || text[i] === 'が') &&
      /[\p{Script=Han}\p{Script=Katakana}ー々」』）)0-9]/u.test(text[i - 1] ?? '')
    )
      return i + 1;
  return -1;
};

/** The other actors of the clause: behind the subject, or from the last pause that ends a clause. */
export const othersBefore = (
  { phrases, text, sentence }: JapaneseScene,
  trigger: JapaneseTrigger,
  { phrase }: Subject,
): readonly JapanesePhrase[] => {
  const from = clauseFrom(text, sentence.start, trigger.start);
  return phrases.filter(
    (one) => one !== phrase && one.end <= trigger.start && one.start >= from && !isSubject(one),
  );
};

/** A pause behind a verb ends a clause: `…を呼び、`, `…したが、`, `…したため、`; one behind a noun or a particle does not. */
const clauseFrom = (text: string, start: number, at: number): number => {
  for (let i = at - 1; i > start; i--)
    if (
      text[i] === '、' &&
      /(?:[しびみりきいちえけせてで]|たが|るが|ため|ので|ば|ほか|たら|なら|ものの)$/u.test(
        text.slice(Math.max(start, i - 3), i),
      ) &&
      !/(?:に対し|について|として|において|に関し|をめぐり|にわたり|により|相手取り|ついで|として|[\p{Script=Han}\p{Script=Katakana}ー]で)$/u.test(
        text.slice(Math.max(start, i - 5), i),
      )
    )
      return i + 1;
  return start;
};
