import type { FoldedWord } from '../lib/word-fold.ts';
import { foldWords, stemWord } from '../lib/word-fold.ts';
import type { Attribution } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { contains, cover, overlaps } from '../model/span.ts';
import type { EventItem } from './event-items.ts';
import { FUNCTION_WORDS, numberOf } from './word-lists.ts';

/**
 * The values that one mention gives for the slots of its event: `time`, `place`, `realis`, …, `number:hour`,
 * `framing:CONCEPT`. `speaker` and `said` are no slots to compare: they tell whose words the mention stands in, and
 * when these were spoken.
 */
export const valuesOf = (item: EventItem): Readonly<Record<string, string>> => {
  const { event, article } = item;
  const within = attributionOf(item);
  const optional: readonly (readonly [string, string | null])[] = [
    ['time', event.time?.edtf ?? null],
    ['place', event.place],
    ['object', event.object],
    ['fate', event.fate],
    ['speaker', within === null ? null : speakerOf(within, article.text)],
    ['said', within?.said?.edtf ?? null],
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

/** The attribution with the smallest stretch of content around the trigger; the surest, then the first, of equal ones. */
const attributionOf = ({ event, extraction }: EventItem): Attribution | null => {
  const around = extraction.annotations.attributions.flatMap((attribution) => {
    const pieces = attribution.content.filter((span) => contains(span, event.trigger));
    return pieces.map((span) => ({ attribution, length: span.end - span.start }));
  });
  const [smallest] = around.sort(
    (x, y) => x.length - y.length || y.attribution.confidence - x.attribution.confidence,
  );
  return smallest?.attribution ?? null;
};

/** The speaker's name; the words of the source when nobody knows who that is; null when there are none. */
const speakerOf = ({ speaker, source }: Attribution, text: string): string | null => {
  if (speaker !== null) return speaker.name;
  const words = source.map((span) => cover(text, span)).join(' … ');
  return words.replace(/\s+/g, ' ').trim() || null;
};

/**
 * What is counted, with its number, in the clause and in the object: `three hours` gives `number:hour` = `3 hours`.
 * Numbers in expressions of time are no counts.
 */
const numbersOf = ({ article, extraction, event }: EventItem): readonly (readonly [string, string])[] => {
  const times = extraction.annotations.times.filter(
    ({ span, type }) => type !== 'DURATION' && overlaps(span, event.span),
  );
  const clause = countsIn(foldWords(article.text, event.span.start, event.span.end));
  return [
    ...clause.filter(({ at }) => !times.some(({ span }) => overlaps(span, at))),
    ...countsIn(foldWords(event.object ?? '')),
  ].map(({ slot, value }) => [slot, value] as const);
};

interface Count {
  readonly slot: string;
  readonly value: string;
  readonly at: Span;
}

const countsIn = (words: readonly FoldedWord[]): readonly Count[] => {
  const found: Count[] = [];
  for (const [index, at] of words.entries()) {
    const number = numberOf(at.word);
    if (number === null) continue;
    const next = words[index + 1];
    const ordinal = next !== undefined && ORDINAL.has(next.word) && next.start === at.end ? next.word : '';
    const noun = ordinal === '' ? next : words[index + 2];
    if (noun === undefined || !isNoun(noun.word)) continue;
    const slot = `number:${ordinal === '' ? '' : 'nth '}${stemWord(noun.word)}`;
    found.push({ slot, value: `${number}${ordinal} ${noun.word}`, at });
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
