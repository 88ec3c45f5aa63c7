import type { EventMention } from '../model/annotation.ts';
import type { Article } from '../model/page.ts';

/** A telling as far as its words are read. */
interface Told {
  readonly article: Pick<Article, 'text'>;
  readonly event: Pick<EventMention, 'type' | 'realis' | 'trigger' | 'span'>;
}

/** What a telling itself says of an event, for its label. */
export interface LabelWords {
  /** The trigger when it is a finite verb of what happened: `thanked`, `fell short of agreement`; else null. */
  readonly verb: string | null;
  /** What stands behind the trigger in its clause, cut at a word; null when it is too little to say anything. */
  readonly rest: string | null;
  /** The clause that tells it, around its trigger: all there is to show of an act that nobody known has part in. */
  readonly clause: string | null;
}

/** Longest stretch of a telling's own words in a label, in UTF-16 units. */
const MAX_WORDS = 72;

const PAST =
  /^(?:\p{Ll}+ed|held|met|fell|built|took|made|gave|went|came|sent|left|put|spoke|told|withdrew|began|broke|cut|led|set|struck|froze|sought|flew|wrote|won)(?:\s|$)/u;
/** What makes the participle behind it passive, or the verb no deed. */
const NO_DEED =
  /\b(?:is|are|was|were|be|been|being|get|got|not|never|to|will|would|could|may|might|should|by)\s+(?:\p{L}+ly\s+)?$/iu;

/** A verb that ends so has its object still to come. */
export const OPEN_END: RegExp = /\s(?:to|on|with|from|of|in|about|for|against|that|as)$/;

/** Acts whose verb alone may be told of the occasion: "the negotiations [stopped altogether]", of nobody who stopped them. */
const OF_OCCASIONS: ReadonlySet<string> = new Set(['suspend', 'resume', 'no_agreement']);
/** Words that only name those who take part once more: "the two countries". */
const SIDES =
  /^(?:(?:in|of|between|by|from)\s+)?(?:the|both|these|their)\s+(?:two\s+|both\s+)?(?:countr|side|leader|nation|state|part|capital|government)\p{L}*$/iu;

/** The words of one telling of that type: of the first that tells its deed in full, else of the first that says anything. */
export const labelWords = (sorted: readonly Told[], type: string): LabelWords => {
  const told = sorted
    .filter(({ event }) => event.type === type)
    .map((item): LabelWords => {
      const clause = clauseOf(item);
      const rest = restOf(item);
      const verb = verbOf(item);
      const isBare = verb !== null && rest === null && (OPEN_END.test(verb) || OF_OCCASIONS.has(type));
      return { verb: isBare ? null : verb, rest, clause };
    });
  return (
    told.find(({ verb }) => verb !== null) ??
    told.find(({ rest }) => rest !== null) ??
    told[0] ?? { verb: null, rest: null, clause: null }
  );
};

const folded = (article: Told['article'], start: number, end: number): string =>
  article.text.slice(start, end).replace(/\s+/g, ' ').trim();

const verbOf = ({ article, event }: Told): string | null => {
  if (event.realis !== 'actual') return null;
  const verb = folded(article, event.trigger.start, event.trigger.end);
  if (!PAST.test(verb) || verb.length > MAX_WORDS) return null;
  return NO_DEED.test(article.text.slice(Math.max(0, event.trigger.start - 32), event.trigger.start))
    ? null
    : verb;
};

/** How far before its trigger a clause is shown, in UTF-16 units. */
const BEFORE_TRIGGER = 40;

const clauseOf = ({ article, event: { trigger, span } }: Told): string | null => {
  const from = Math.max(span.start, trigger.start - BEFORE_TRIGGER);
  const isCut = from > span.start && /\S/.test(article.text[from - 1] ?? '');
  const words = folded(article, from, span.end)
    .replace(isCut ? /^\S*\s+/ : /^[\s,;:]+/, '')
    .replace(/[\s,;:.]+$|[“”"«»]/g, '');
  if (words === '') return null;
  return words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS).replace(/\s+\S*$/, '')} …`;
};

const restOf = ({ article, event }: Told): string | null => {
  if (event.trigger.end >= event.span.end) return null;
  const rest = folded(article, event.trigger.end, event.span.end)
    .replace(/^[\s,;:]+|[\s,;:.]+$/g, '')
    .replace(/[“”"«»]/g, '');
  if (!/^\p{L}\S*(?:\s+\S+){2}/u.test(rest) || /^(?:it|them|him|her|this|that,)\b/i.test(rest)) return null;
  if (SIDES.test(rest)) return null;
  if (rest.length <= MAX_WORDS) return rest;
  return `${rest.slice(0, MAX_WORDS).replace(/\s+\S*$/, '')} …`;
};
