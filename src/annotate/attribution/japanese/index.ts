import { quotedRegions } from '../../../language/quotes.ts';
import { overlapping } from '../../../lib/sorted.ts';
import type { AnnotatorInput } from '../../../model/annotator.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { NonEmpty, Span } from '../../../model/span.ts';
import type { Draft, OtherDrafts } from '../draft.ts';
import type { Clause } from './clause.ts';
import { compileJapanese, type JapaneseLexicon } from './lexicon.ts';
import { type Carried, findInClause } from './sentence-finder.ts';

/** No mention and no expression of time is longer, in UTF-16 code units. */
const LONGEST = 100;

/**
 * Attributions of a Japanese article, by characters and marks: `…は「…」と述べた`, `…によると、…という`, interviews whose
 * questions begin with a dash.
 */
export const findJapaneseDrafts = (input: AnnotatorInput, lexicon: SpeechLexicon): OtherDrafts => {
  const words = compileJapanese(lexicon);
  const reading: Reading = {
    input,
    words,
    interview: isInterview(input),
    carried: { source: null },
    bare: null,
  };
  const drafts: Draft[] = [];
  const regions: Span[] = [];
  let paragraph = -1;
  for (const sentence of input.sentences) {
    if (sentence.paragraph !== paragraph) {
      reading.bare = null;
      if (reading.interview || sentence.paragraph - paragraph > 1) reading.carried.source = null;
      paragraph = sentence.paragraph;
    }
    const turn = spokenTurn(input, sentence);
    if (turn !== null) regions.push(...turn.content);
    else regions.push(...quotedRegions(input.article.text, sentence));
    drafts.push(...(turn === null ? inSentence(reading, sentence) : [turn]));
  }
  return { drafts, regions };
};

/** What is carried through an article. */
interface Reading {
  readonly input: AnnotatorInput;
  readonly words: JapaneseLexicon;
  readonly interview: boolean;
  readonly carried: Carried;
  /** The quotation that filled the last sentence of the paragraph. */
  bare: Span | null;
}

const inSentence = (reading: Reading, sentence: Sentence): readonly Draft[] => {
  const { input, words, carried } = reading;
  const quotations = quotedRegions(input.article.text, sentence);
  const whole = quotationAlone(input.article.text, sentence, quotations);
  const found = findInClause(clauseOf(input, words, sentence, quotations), sentence.paragraph, carried);
  const echo =
    found.length === 0 && reading.bare !== null ? soSaid(input, words, sentence, reading.bare) : null;
  if (whole !== null) reading.bare = whole;
  return [
    ...(whole !== null && reading.interview ? [answer(whole, sentence.paragraph)] : []),
    ...found,
    ...(echo === null ? [] : [echo]),
    ...quotations.flatMap((region) => insideOf(input, words, region, sentence.paragraph)),
  ];
};

const clauseOf = (
  { article, annotations }: AnnotatorInput,
  words: JapaneseLexicon,
  at: Span,
  regions: readonly Span[],
): Clause => ({
  start: at.start,
  end: at.end,
  text: article.text,
  regions,
  words,
  mentions: overlapping(annotations.mentions, at, ({ span }) => span, LONGEST),
  times: overlapping(annotations.times, at, ({ span }) => span, LONGEST).map(({ span }) => span),
});

const isQuestion = (text: string, at: Span): boolean =>
  /^(?:――|──|—|―|――)/u.test(text.slice(at.start, at.start + 2));

const isInterview = ({ article, sentences }: AnnotatorInput): boolean =>
  sentences.filter((at) => isQuestion(article.text, at)).length >= 2;

/** The quotation that fills a sentence, but for a stop. */
const quotationAlone = (text: string, at: Sentence, regions: readonly Span[]): Span | null => {
  const [region] = regions;
  if (region === undefined || regions.length !== 1 || at.headline) return null;
  const rest = text.slice(at.start, region.start) + text.slice(region.end, at.end);
  return /^[。\s]*$/u.test(rest) ? region : null;
};

const answer = (content: Span, paragraph: number): Draft => {
  const contents: NonEmpty<Span> = [content];
  return {
    source: [],
    cue: [],
    content: contents,
    act: 'said',
    negated: false,
    hearer: null,
    rule: 'dialogue-turn',
    confidence: 0.8,
    sentence: paragraph,
  };
};

/** `「…」。[ある老漁師]は本紙にそう[語った]。`: the quotation stands in the sentence before. */
const soSaid = (
  { article }: AnnotatorInput,
  words: JapaneseLexicon,
  sentence: Sentence,
  content: Span,
): Draft | null => {
  const text = article.text.slice(sentence.start, sentence.end);
  const match = /^([^は、。]{1,30})は.{0,20}?(?:そう|こう)(?=.)/u.exec(text);
  if (match?.[1] === undefined) return null;
  const at = sentence.start + match[0].length;
  const verb = words.verbs.get(article.text[at] ?? '')?.find(({ stem }) => article.text.startsWith(stem, at));
  if (verb === undefined) return null;
  const contents: NonEmpty<Span> = [content];
  const hearer = words.hearers.find((word) => match[0].includes(`${word}に`));
  const heard = hearer === undefined ? -1 : match[0].indexOf(hearer);
  return {
    source: [{ start: sentence.start, end: sentence.start + match[1].length }],
    cue: [{ start: at, end: at + verb.stem.length }],
    content: contents,
    act: verb.act,
    negated: false,
    hearer:
      hearer === undefined
        ? null
        : { start: sentence.start + heard, end: sentence.start + heard + hearer.length },
    rule: 'so-said',
    confidence: 0.8,
    sentence: sentence.paragraph,
  };
};

/** Shorter quotations hold no attribution of their own, in characters. */
const MIN_INNER = 12;

const insideOf = (
  input: AnnotatorInput,
  words: JapaneseLexicon,
  region: Span,
  paragraph: number,
): readonly Draft[] => {
  if (region.end - region.start < MIN_INNER) return [];
  const { text } = input.article;
  const found: Draft[] = [];
  let start = region.start + 1;
  for (let i = start; i < region.end; i++) {
    if (text[i] !== '。' && i < region.end - 1) continue;
    const at = { start, end: i };
    found.push(...innerOf(clauseOf(input, words, at, quotedRegions(text, at)), paragraph));
    start = i + 1;
  }
  return found;
};

/** Who leaves the subject out speaks of himself, and then only a clause he thinks or says counts. */
const innerOf = (clause: Clause, paragraph: number): readonly Draft[] =>
  findInClause(clause, paragraph, { source: null }).filter(
    ({ source, rule }) => source.length > 0 || rule === 'quote-to' || rule === 'clause-to',
  );

const TURN = /^([^：:。「」\n]{2,24})[：:]\s*/u;

/** `[タル氏]：通航料は下げません。`: a turn of a transcript, by its first sentence. */
const spokenTurn = ({ article, annotations }: AnnotatorInput, at: Sentence): Draft | null => {
  const head = TURN.exec(article.text.slice(at.start, at.end));
  if (head?.[1] === undefined || at.headline) return null;
  const source = { start: at.start, end: at.start + head[1].length };
  const named = annotations.mentions.some(
    ({ span, type }) => type === 'PERSON' && span.start >= source.start && span.end <= source.end,
  );
  const start = at.start + head[0].length;
  if (!named || start >= at.end) return null;
  const line = article.text.indexOf('\n', start);
  const contents: NonEmpty<Span> = [{ start, end: line < 0 ? article.text.length : line }];
  return {
    source: [source],
    cue: [{ start: source.end, end: source.end + 1 }],
    content: contents,
    act: 'said',
    negated: false,
    hearer: null,
    rule: 'transcript-turn',
    confidence: 0.85,
    sentence: at.paragraph,
  };
};
