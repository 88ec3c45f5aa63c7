import { foldWords, stemWord } from '../lib/word-fold.ts';
import { contains, cover, overlaps } from '../model/span.ts';
import type { EventItem } from './event-items.ts';
import { FUNCTION_WORDS, numberOf } from './word-lists.ts';

/** The values that one mention gives for the slots of its event: `time`, `place`, `realis`, …, `number:hour`, `framing:CONCEPT`. */
export const valuesOf = (item: EventItem): Readonly<Record<string, string>> => {
  const { event, article } = item;
  const optional: readonly (readonly [string, string | null])[] = [
    ['time', event.time?.edtf ?? null],
    ['place', event.place],
    ['object', event.object],
    ['fate', event.fate],
    ['outcome', event.outcome ?? (event.type === 'no_agreement' ? 'none' : null)],
  ];
  return {
    type: event.type,
    realis: event.realis,
    stance: event.stance,
    wording: cover(article.text, event.trigger),
    ...Object.fromEntries(optional.filter(([, value]) => value !== null)),
    ...Object.fromEntries(numbersOf(item)),
    ...Object.fromEntries(framingOf(item)),
  };
};

/** What is counted, with its number: `three hours` gives `number:hour` = `3 hours`. Numbers in expressions of time are no counts. */
const numbersOf = ({ article, extraction, event }: EventItem): readonly (readonly [string, string])[] => {
  const times = extraction.annotations.times.filter(
    ({ span, type }) => type !== 'DURATION' && overlaps(span, event.span),
  );
  const words = foldWords(article.text, event.span.start, event.span.end);
  const found: (readonly [string, string])[] = [];
  for (const [index, word] of words.entries()) {
    const number = numberOf(word.word);
    if (number === null || times.some(({ span }) => overlaps(span, word))) continue;
    const next = words[index + 1];
    const isOrdinal = next !== undefined && ORDINAL.has(next.word) && next.start === word.end;
    const noun = isOrdinal ? words[index + 2] : next;
    if (noun === undefined || !isNoun(noun.word)) continue;
    const slot = `number:${isOrdinal ? 'nth ' : ''}${stemWord(noun.word)}`;
    found.push([slot, `${number}${isOrdinal ? next.word : ''} ${noun.word}`]);
  }
  return found;
};

const ORDINAL: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

const isNoun = (word: string): boolean =>
  numberOf(word) === null && word.length > 2 && FUNCTION_WORDS.en?.has(word) !== true;

const framingOf = ({ extraction, event }: EventItem): readonly (readonly [string, string])[] =>
  extraction.annotations.framing
    .filter(({ span }) => contains(event.span, span))
    .map(({ concept, wording }) => [`framing:${concept}`, wording] as const);
