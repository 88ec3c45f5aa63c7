import { overlapping } from '../../../lib/sorted.ts';
import type { Mention, TimeExpression } from '../../../model/annotation.ts';
import type { AnnotatorInput } from '../../../model/annotator.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { Draft, OtherDrafts } from '../draft.ts';
import { readClause, type Setting } from './clause.ts';
import { findTurns, quotationWithAside } from './dialogue.ts';
import { compileRussian } from './lexicon.ts';
import { findInClause, findSummed } from './sentence-finder.ts';

/** No mention and no expression of time is longer, in UTF-16 code units. */
const LONGEST = 300;

/**
 * Attributions of a Russian article: by cues within sentences, within quotations too, in transcripts (`Лидия Корр: …`) and
 * in dialogues with dashes.
 */
export const findRussianDrafts = (input: AnnotatorInput, lexicon: SpeechLexicon): OtherDrafts => {
  const setting: Setting = { text: input.article.text, words: compileRussian(lexicon) };
  const regions: Span[] = [];
  const turns = findTurns(input, setting.words);
  const drafts: Draft[] = [...turns.drafts];
  let previous: Sentence | null = null;
  for (const sentence of input.sentences) {
    const own = turns.without(sentence);
    if (own === null) continue;
    const clause = clauseOf(setting, input, own, own.tokens);
    regions.push(...clause.regions);
    const before = previous?.paragraph === sentence.paragraph ? previous : null;
    const summed = before === null ? null : findSummed(clause, before, sentence.paragraph);
    drafts.push(...(summed === null ? findInClause(clause, sentence.paragraph) : [summed]));
    previous = sentence;
    for (const region of clause.regions) {
      const told = quotationWithAside(setting.text, region, setting.words, sentence.paragraph);
      drafts.push(...(told === null ? insideOf(setting, input, own, region) : [told]));
    }
  }
  return { drafts, regions: [...regions, ...turns.regions] };
};

const clauseOf = (setting: Setting, input: AnnotatorInput, at: Span, tokens: readonly Token[]) =>
  readClause(
    setting,
    at,
    tokens,
    overlapping<Mention>(input.annotations.mentions, at, ({ span }) => span, LONGEST),
    overlapping<TimeExpression>(input.annotations.times, at, ({ span }) => span, LONGEST).map(
      ({ span }) => span,
    ),
  );

/** Shorter quotations hold no attribution of their own, in tokens. */
const MIN_INNER = 6;

/** What a quotation tells of others' words: each of its sentences is read for itself. */
const insideOf = (
  setting: Setting,
  input: AnnotatorInput,
  sentence: Sentence,
  region: Span,
): readonly Draft[] => {
  const inner = sentence.tokens.filter(({ start, end }) => start > region.start && end < region.end);
  if (inner.length < MIN_INNER) return [];
  return splitAtStops(inner).flatMap((tokens) => {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) return [];
    const at = { start: first.start, end: last.end };
    return findInClause(clauseOf(setting, input, at, tokens), sentence.paragraph);
  });
};

/** The tokens in stretches that end with a stop. */
export const splitAtStops = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    parts.at(-1)?.push(token);
    if (/^[.!?…。]+$/u.test(token.text)) parts.push([]);
  }
  return parts.filter((part) => part.length > 2);
};
