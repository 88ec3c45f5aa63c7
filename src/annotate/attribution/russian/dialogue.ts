import type { AnnotatorInput } from '../../../model/annotator.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { NonEmpty, Span } from '../../../model/span.ts';
import { cover, isNonEmpty, trimmed } from '../../../model/span.ts';
import { worldOf } from '../../../model/world/index.ts';
import type { Draft } from '../draft.ts';
import type { RussianLexicon } from './lexicon.ts';
import { plain } from './lexicon.ts';

/** What dialogues and transcripts give, and what is left of a sentence to be read by its cues. */
export interface Turns {
  readonly drafts: readonly Draft[];
  /** The turns themselves: they count as quotations. */
  readonly regions: readonly Span[];
  /** The part of a sentence that is to be read, or null. */
  readonly without: (sentence: Sentence) => Sentence | null;
}

/** A paragraph: its characters and its place. */
interface Paragraph extends Span {
  readonly index: number;
  readonly headline: boolean;
}

const paragraphsOf = (sentences: readonly Sentence[]): readonly Paragraph[] => {
  const found: { index: number; start: number; end: number; headline: boolean }[] = [];
  for (const { paragraph, start, end, headline } of sentences) {
    const last = found.at(-1);
    if (last !== undefined && last.index === paragraph) last.end = end;
    else found.push({ index: paragraph, start, end, headline });
  }
  return found;
};

/** So many turns make a dialogue: a single line with a dash is an aside. */
const MIN_TURNS = 2;

/** Turns of a dialogue (`– Паром будет, – говорит министр.`) and of a transcript (`Лидия Корр: Пока не просят.`). */
export const findTurns = (input: AnnotatorInput, words: RussianLexicon): Turns => {
  const { text } = input.article;
  const paragraphs = paragraphsOf(input.sentences);
  const dashed = paragraphs.filter((at) => /^[–—-]\s/.test(text.slice(at.start, at.start + 2)));
  const answers = dashed.length < MIN_TURNS ? [] : answersAmong(dashed, text);
  const spoken = paragraphs.flatMap((at) => spokenTurn(input, at) ?? []);
  const drafts: Draft[] = [];
  const regions: Span[] = [];
  const narrated = new Map<number, Span>();
  for (const answer of answers) {
    const { draft, aside } = dashTurn(text, answer, words);
    drafts.push(draft);
    regions.push(...draft.content);
    if (aside !== null) narrated.set(answer.index, aside);
  }
  for (const { draft } of spoken) {
    drafts.push(draft);
    regions.push(...draft.content);
  }
  const questions = new Set(dashed.filter((at) => !answers.includes(at)).map(({ index }) => index));
  const opening = new Map(spoken.map(({ index, draft }) => [index, draft.content[0].start]));
  return {
    drafts,
    regions,
    without: (sentence) => {
      if (dashed.length >= MIN_TURNS && questions.has(sentence.paragraph)) return beyondDash(sentence);
      const aside = narrated.get(sentence.paragraph);
      if (aside !== undefined) return cutOut(sentence, aside);
      return cutBefore(sentence, opening.get(sentence.paragraph) ?? sentence.start);
    },
  };
};

const beyondDash = (sentence: Sentence): Sentence => cutBefore(sentence, sentence.start + 2) ?? sentence;

const cutBefore = (sentence: Sentence, start: number): Sentence | null => {
  if (start <= sentence.start) return sentence;
  const tokens = sentence.tokens.filter((token) => token.start >= start);
  return tokens.length === 0 ? null : { ...sentence, start: tokens[0]?.start ?? start, tokens };
};

/** The longer part of a sentence beside the narrator's words. */
const cutOut = (sentence: Sentence, aside: Span): Sentence | null => {
  if (aside.end <= sentence.start || sentence.end <= aside.start) return beyondDash(sentence);
  const before = sentence.tokens.filter(({ end }) => end <= aside.start);
  const after = sentence.tokens.filter(({ start }) => start >= aside.end);
  const tokens = before.length >= after.length ? before : after;
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined
    ? null
    : { ...sentence, start: first.start, end: last.end, tokens };
};

/** Of the lines with a dash those that answer: every second one, and none that asks. */
const answersAmong = (dashed: readonly Paragraph[], text: string): readonly Paragraph[] => {
  const answers: Paragraph[] = [];
  let asked = false;
  for (const at of dashed) {
    const asks: boolean = /[?？]$/.test(cover(text, at)) || (!asked && answers.length === 0);
    if (asked && !asks) answers.push(at);
    if (!asked && !asks) {
      asked = true;
      continue;
    }
    asked = asks || !asked;
    if (!asks) asked = false;
  }
  return answers;
};

const ASIDE = /[,.!?…]\s[–—]\s([^–—]{3,90}?)[.,](?=\s[–—]\s|[»”"]?$)/u;

/** One answer; the narrator's words within it give its cue and source when they hold a verb of speech. */
const dashTurn = (
  text: string,
  at: Paragraph,
  words: RussianLexicon,
): { readonly draft: Draft; readonly aside: Span | null } => {
  const body = trimmed(text, { start: at.start + 2, end: at.end });
  const match = ASIDE.exec(cover(text, body));
  const aside =
    match === null
      ? null
      : { start: body.start + match.index + 1, end: body.start + match.index + match[0].length };
  const pieces: readonly Span[] =
    aside === null
      ? [body]
      : [
          { start: body.start, end: aside.start },
          trimmed(text, { start: skipDash(text, aside.end, body.end), end: body.end }),
        ].filter(({ start, end }) => end > start);
  const told = aside === null ? null : narratorOf(text, aside, words);
  return {
    aside,
    draft: {
      source: told?.source ?? [],
      cue: told === null ? [] : [told.cue],
      content: isNonEmpty(pieces) ? pieces : [body],
      act: told?.act ?? 'said',
      negated: false,
      hearer: null,
      rule: 'dialogue-turn',
      confidence: 0.8,
      sentence: at.index,
    },
  };
};

/** `«Мы готовы, – сказал [Ленц]. – Но не любой ценой»`: one quotation with the narrator's words inside its marks; else null. */
export const quotationWithAside = (
  text: string,
  region: Span,
  words: RussianLexicon,
  paragraph: number,
): Draft | null => {
  const { draft, aside } = dashTurn(
    text,
    { ...region, start: region.start - 2, index: paragraph, headline: false },
    words,
  );
  return aside === null || draft.cue.length === 0 ? null : { ...draft, rule: 'quote-aside', confidence: 0.9 };
};

const skipDash = (text: string, from: number, end: number): number => {
  const dash = /^[\s–—.,]+/.exec(text.slice(from, end));
  return from + (dash?.[0].length ?? 0);
};

/** `– твёрдо говорит министр.`: the verb, and what follows or precedes it. */
const narratorOf = (
  text: string,
  aside: Span,
  words: RussianLexicon,
): { readonly cue: Span; readonly source: readonly Span[]; readonly act: Draft['act'] } | null => {
  for (const match of cover(text, aside).matchAll(/\p{L}+/gu)) {
    const cue = words.cues.get(plain(match[0].toLowerCase()))?.find((row) => row.words.length === 1);
    if (cue === undefined || cue.preposition) continue;
    const start = aside.start + match.index;
    const end = start + match[0].length;
    const after = trimmed(text, { start: end, end: aside.end });
    const source = /^([^,.:–—]*)/u.exec(cover(text, after))?.[1] ?? '';
    const span = trimmed(text, { start: after.start, end: after.start + source.length });
    return { cue: { start, end }, source: span.end > span.start ? [span] : [], act: cue.act };
  }
  return null;
};

/** A name before a colon at the head of a paragraph, what follows being its words. Outlets ask; they are not heard. */
const spokenTurn = (
  input: AnnotatorInput,
  at: Paragraph,
): { readonly index: number; readonly draft: Draft } | null => {
  const { text } = input.article;
  const head = /^([^:.!?\n]{2,60}):\s/u.exec(cover(text, at));
  if (head?.[1] === undefined) return null;
  const source = { start: at.start, end: at.start + head[1].length };
  const named = input.annotations.mentions.filter(
    ({ span, form }) => form === 'name' && span.start >= source.start && span.end <= source.end,
  );
  const person = named.find(({ type }) => type === 'PERSON');
  const world = worldOf(input.knowledge);
  if (named.some(({ refersTo }) => refersTo !== null && world.outlet(refersTo.id) !== null)) return null;
  const exact = person !== undefined && person.span.end === source.end;
  if (!exact || /\s\p{Ll}+(?:л|ла|ли|т)\s/u.test(` ${head[1]} `)) return null;
  const start = at.start + head[0].length;
  const content = trimmed(text, { start, end: at.end });
  const contents: NonEmpty<Span> = [content];
  return {
    index: at.index,
    draft: {
      source: [source],
      cue: [{ start: source.end, end: source.end + 1 }],
      content: contents,
      act: 'said',
      negated: false,
      hearer: null,
      rule: at.headline ? 'headline-colon' : 'transcript-turn',
      confidence: 0.85,
      sentence: at.index,
    },
  };
};
