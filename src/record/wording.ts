import { quotedRegions } from '../language/quotes.ts';
import { align } from '../lib/align.ts';
import { foldWords, stemWord } from '../lib/word-fold.ts';
import type { AttributionMode } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { FUNCTION_WORDS, NEGATORS, numberOf } from './word-lists.ts';

/** The words of what was said, folded for comparison. */
export interface Wording {
  readonly mode: AttributionMode;
  /** Stems in order. */
  readonly words: readonly string[];
  /** Stems that stand between quotation marks, in order; all of them when the mode is direct. */
  readonly quoted: readonly string[];
  /** Stems that carry content. */
  readonly content: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** The folded words joined: equal forms are the same words. */
  readonly form: string;
}

/** Stems of `text` in the spans that carry content in the language. */
export const contentStems = (words: readonly string[], stop: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(words.filter((word) => !stop.has(word) && !NEGATORS.has(word)).map(stemWord));

/** The words without content of a language: the built-in ones and those of its lexicon. */
export const stopwordsOf = (language: string, lexicon: readonly string[]): ReadonlySet<string> =>
  new Set([...(FUNCTION_WORDS[language] ?? []), ...lexicon.map((word) => word.toLowerCase())]);

/** Reads the wording that lies in `spans`. Linear. */
export const readWording = (
  text: string,
  spans: readonly Span[],
  mode: AttributionMode,
  stop: ReadonlySet<string>,
): Wording => {
  const folded: string[] = [];
  const quoted: string[] = [];
  for (const at of spans) {
    const regions = mode === 'mixed' ? quotedRegions(text, at) : [];
    for (const { start, word } of foldWords(text, at.start, at.end)) {
      folded.push(word);
      const isQuoted =
        mode === 'direct' || regions.some((region) => region.start <= start && start < region.end);
      if (isQuoted) quoted.push(stemWord(word));
    }
  }
  return {
    mode,
    words: folded.map(stemWord),
    quoted,
    content: contentStems(folded, stop),
    numbers: new Set(folded.map(numberOf).filter((number) => number !== null)),
    form: folded.join(' '),
  };
};

/** Share of the smaller set that the other holds, 0 to 1; 0 when one is empty. */
export const containment = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size === 0 ? 0 : sharedCount(small, large) / small.size;
};

/** Number of members that the two sets have in common. */
export const sharedCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return shared;
};

/** Whether both name numbers and neither names all those of the other: `two islands` against `four islands`. */
export const numbersDiffer = (a: Wording, b: Wording): boolean => {
  const shared = sharedCount(a.numbers, b.numbers);
  return shared < a.numbers.size && shared < b.numbers.size;
};

/** How the shorter list of words lies in the other, and whether one of them negates what the other affirms. */
export interface WordMatch {
  /** Share of the shorter that is found, in order, in the longer. */
  readonly share: number;
  readonly negationDiffers: boolean;
}

/** Compares two lists of stems in order. The two words before the matched stretch are looked at for a negator as well. */
export const matchWords = (a: readonly string[], b: readonly string[]): WordMatch => {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length === 0) return { share: 0, negationDiffers: false };
  const { matched, from, to } = align(shorter, longer);
  const stretch = longer.slice(Math.max(0, from - 2), to);
  const negated = (words: readonly string[]): boolean => words.some((word) => NEGATORS.has(word));
  return { share: matched / shorter.length, negationDiffers: negated(shorter) !== negated(stretch) };
};
