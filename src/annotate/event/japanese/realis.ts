import type { Fate, Realis } from '../../../model/annotation.ts';
import type { EventGrammar } from '../../../model/knowledge/event-lexicon.ts';
import type { JapaneseTrigger } from './cues.ts';

const has = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** What became of an occasion, by what its clause says of it. */
export const fateOf = ({ tail, cue }: JapaneseTrigger, grammar: EventGrammar): Fate | null => {
  if (cue.setting !== true) return null;
  // `訪問を延期し`, `会談は11月に延期された`; what is put off in the next clause is something else.
  const here = /^[^、]*/u.exec(tail)?.[0] ?? '';
  if (has(grammar.postponed, here)) return 'postponed';
  return has(grammar.cancelled, here) ? 'cancelled' : null;
};

/** Types that last while they are told in the present. */
const LASTING: ReadonlySet<string> = new Set(
  'negotiate cooperate exercise mediate deploy aid attack host_multilateral protest_pub visit investigate meet restrict incident'.split(
    ' ',
  ),
);

const NOT = /(?:ない|なかった|ず(?=[、。に]|$)|ません)/u;
const NOT_BUT =
  /(?:かもしれない|に違いない|ざるを得ない|ねばならない|なければならない|にほかならない|間違いない)/u;

/**
 * The realis of a cue by what follows it in its clause: endings of the verb, and what it is under (`する予定だ`, `する可能性`,
 * `しなかった`). `rest` is the sentence behind the cue, for a clause that the next one goes on (`…し、`).
 */
export const realisOf = (trigger: JapaneseTrigger, rest: string, grammar: EventGrammar): Realis => {
  const { tail, cue } = trigger;
  if (cue.realis !== undefined) return cue.realis;
  if (fateOf(trigger, grammar) !== null) return 'planned';
  const word = byWords(tail, grammar);
  if (word !== null) return word;
  if (has(grammar.ongoing, tail) && !isPast(tail)) return LASTING.has(cue.type) ? 'ongoing' : 'actual';
  if (isPast(tail) || !isPresent(tail, rest)) return 'actual';
  if (!SPOKEN.has(cue.type)) return 'planned';
  // `方針を支持する。`: what one says in the present and on no occasion is where one stands.
  return /^する。?$/u.test(tail) ? 'standing' : 'actual';
};

/** What its own ending and the words it is under make of it; null when they say that it is so. */
const byWords = (tail: string, grammar: EventGrammar): Realis | null => {
  if (/^(?:し)?なければ/u.test(tail)) return 'hypothetical';
  if (isDone(tail)) return null;
  if (isNot(tail, grammar)) return 'negated';
  if (has(grammar.hypothetical, tail) || has(grammar.conditions, tail)) return 'hypothetical';
  if (/^(?:し)?たい/u.test(tail)) return 'planned';
  if (has(grammar.proposed, tail)) return 'proposed';
  return has(grammar.planned, tail) ? 'planned' : null;
};

/** The verb itself stands in the past: `会談した後に…予定`. */
const isDone = (tail: string): boolean =>
  /^(?:を)?(?:し|さ(?:れ|せ))?(?:た|ていた)(?!い|ら|場合|とは|わけ|こともな)/u.test(tail);

const isNot = (tail: string, grammar: EventGrammar): boolean =>
  (NOT.test(tail) && !NOT_BUT.test(tail) && !/ない(?:か|で|わけ)/u.test(tail)) || has(grammar.refused, tail);

/** Acts that are done by saying so: their present tells that they are done. */
const SPOKEN: ReadonlySet<string> = new Set(
  'demand request propose accuse protest_dip threaten support reject promise recognise claim offer'.split(
    ' ',
  ),
);

/** `した`, `行われた`, `だった`, before the end of the clause or a word that reports it. */
const isPast = (tail: string): boolean =>
  /(?:た|いだ|んだ)(?:(?:が|と|ことを|という|とみられる|ため|ほか|上で|うえで|後|ものの|。|、|$)|(?=[^ぁ-ん]))/u.test(
    tail,
  ) && !/(?:した場合|たら)/u.test(tail);

/** Ends in the present, or is joined to a clause that does. */
const isPresent = (tail: string, rest: string): boolean => {
  if (/(?:する|行う|開く|[うくすつぬむるぐぶ])(?:。|$|と|見|方|こと)/u.test(tail)) return true;
  return (
    /へ(?:。|$)/u.test(tail) ||
    (/[しいりきみえけせてで]、$/u.test(tail) && /(?:する|[うくすつぬむる])(?:。|$)/u.test(rest))
  );
};
