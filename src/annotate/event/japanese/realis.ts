import type { Fate, Realis } from '../../../model/annotation.ts';
import type { EventGrammar } from '../../../model/knowledge/event-lexicon.ts';
import type { JapaneseTrigger } from './cues.ts';

const has = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** What became of an occasion, by what its clause says of it. */
export const fateOf = ({ tail, cue, isNoun }: JapaneseTrigger, grammar: EventGrammar): Fate | null => {
  if (cue.setting !== true && !isNoun) return null;
  // `訪問を延期し`, `会談は11月に延期された`; what is put off in the next clause is something else.
  const here = /^[^、]*/u.exec(tail)?.[0] ?? '';
  if (cue.setting !== true && !/^を/u.test(here)) return null;
  if (has(grammar.postponed, here)) return 'postponed';
  return has(grammar.cancelled, here) ? 'cancelled' : null;
};

/** Types that last while they are told in the present. */
const LASTING: ReadonlySet<string> = new Set(
  'negotiate cooperate exercise mediate deploy aid attack host_multilateral protest_pub visit investigate meet restrict incident comply withdraw'.split(
    ' ',
  ),
);

const NOT = /(?:ない|なかった|ず(?=[、。に]|$)|ません)/u;
const NOT_BUT =
  /(?:かもしれない|に違いない|ざるを得ない|ねばならない|なければならない|にほかならない|間違いない|辞さない|排除し(?:ない|なかった|ていない)|否定し(?:ない|なかった|ていない)|欠かせない|言うまでもない)/u;

/** Types that are a position while they are told in the present: `支持している`. */
const POSITIONS: ReadonlySet<string> = new Set(
  'support claim recognise sanction seize_territory reject'.split(' '),
);

/** A verb whose ending the cue has taken: `就く`, `結べ|ば`. */
const ENDING = /[うくぐすつぬぶむるえけげせてねべめれ]$/u;

/**
 * The realis of a cue by what follows it in its clause: endings of the verb, and what it is under (`する予定だ`, `する可能性`,
 * `しなかった`). `text` is read up to `stop`, for a clause that the next one goes on (`…し、`).
 */
export const realisOf = (
  trigger: JapaneseTrigger,
  text: string,
  stop: number,
  grammar: EventGrammar,
): Realis => {
  const { cue, end } = trigger;
  if (cue.realis !== undefined) return cue.realis;
  if (fateOf(trigger, grammar) !== null) return 'planned';
  const tail = wholeTail(trigger, text);
  const word = byWords(tail, grammar);
  if (word !== null) return word;
  if (POSITIONS.has(cue.type) && isPosition(text.slice(trigger.start, end) + tail)) return 'standing';
  if (has(grammar.ongoing, tail) && !isPast(tail)) return LASTING.has(cue.type) ? 'ongoing' : 'actual';
  return byTense(cue.type, tail, text.slice(end, stop));
};

/** What follows a cue, with the ending of a verb that the cue has taken. */
const wholeTail = (trigger: JapaneseTrigger, text: string): string => {
  const { start, end, isNoun, describes } = trigger;
  // `[科した]国は態度を変えていない`: behind the noun that it tells of something else is told.
  const tail =
    describes && OF_NOUN.test(trigger.tail) ? (/^[ぁ-ん]*/u.exec(trigger.tail)?.[0] ?? '') : trigger.tail;
  return isNoun || /^[たてらな]/u.test(tail) ? tail : (ENDING.exec(text.slice(start, end))?.[0] ?? '') + tail;
};

/** Nouns that say nothing of what the verb before them is to be. */
const OF_NOUN =
  /^[ぁ-ん]*(?!声明|談話|コメント|見解|書簡|親書|決議|公算|手はず|段取り|運び|観測|動き|狙い)[\p{Script=Han}\p{Script=Katakana}]/u;

const byTense = (type: string, tail: string, rest: string): Realis => {
  if (!SPOKEN.has(type) && PLANS.test(tail)) return 'planned';
  if (isPast(tail) || !isPresent(tail, rest)) return 'actual';
  if (!SPOKEN.has(type)) return 'planned';
  // `方針を支持する。`: what one says in the present and on no occasion is where one stands.
  return /^する。$/u.test(tail) ? 'standing' : 'actual';
};

/** `支持している。`, `認めていない。`, `維持している。` */
const isPosition = (told: string): boolean =>
  /て(?:いる|いない|おり、|おらず)[。、]?$|^(?:続け|維持|堅持)|(?:を|は)(?:維持|堅持|継続|続行|続け)/u.test(
    told,
  );

/** `…を[開く]と発表した`: what is announced in the present is to come. */
const PLANS = /^(?:を)?(?:する|[うくぐすつぬぶむる])(?:と|との|旨)[^い]/u;

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
  /^(?:を)?(?:し|さ(?:れ|せ)|られ|れ)?(?:[ただ]|て(?:い|き|しまっ)た)(?!い|ら|場合|とは|わけ|こともな)/u.test(
    tail,
  );

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
