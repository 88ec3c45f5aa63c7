import type { Span } from '../../model/span.ts';
import { contains, isNonEmpty } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isDash, isPlain, low } from './clause.ts';
import { contentSpan } from './content-end.ts';
import type { CueAt } from './cues.ts';
import { analysisAt } from './grammar.ts';
import type { Progress } from './progress.ts';
import { sourceSpan } from './source.ts';
import { phraseFrom } from './tree-source.ts';

/** `According to [Ada Voss], …` and `…, according to [Ada Voss].` */
export const accordingTo = (clause: Clause, cue: CueAt, sentence: number, progress: Progress): void => {
  const phrase = phraseFrom(clause, cue.to);
  if (phrase === null) return;
  const holder = holderOf(clause, cue, progress);
  const limit = holder?.to ?? clause.tokens.length;
  const leading =
    holder === null
      ? leadsOnly(clause, progress.free, cue.from) && (progress.free === 0 || joins(clause, cue.from))
      : cue.from - holder.from < 3;
  const spans = leading
    ? [contentSpan(clause, isComma(clause, phrase.to) ? phrase.to + 1 : phrase.to, limit)]
    : [
        contentSpan(clause, holder?.from ?? outerStart(clause, progress.free, cue.from), cue.from),
        trailing(clause, phrase.to, limit),
      ];
  const content = spans.filter((s): s is Span => s !== null);
  if (!isNonEmpty(content)) return;
  const source = sourceSpan(clause, phrase);
  progress.drafts.push({
    source: [source],
    cue: [between(clause, cue.from, cue.to)],
    content,
    act: cue.entry.act,
    negated: false,
    hearer: null,
    rule: 'according-to',
    confidence: 0.85,
    sentence,
  });
  if (holder !== null) return;
  progress.source = source;
  progress.free = leading ? limit : phrase.to;
};

interface Held {
  readonly from: number;
  readonly to: number;
}

/** The tokens of an earlier content that holds the cue: `Tal said that, [according to] the court, …` tells of what Tal said. */
const holderOf = (clause: Clause, cue: CueAt, { drafts }: Progress): Held | null => {
  const at = between(clause, cue.from, cue.to);
  const held = drafts.flatMap(({ content }) => content.filter((span) => contains(span, at))).at(-1);
  if (held === undefined) return null;
  const from = clause.tokens.findIndex((token) => token.end > held.start);
  const to = clause.tokens.findLastIndex((token) => token.start < held.end) + 1;
  return { from, to };
};

/** Whether nothing but joining words and marks stands in `[from, to)`: `But, [according to] …`. */
const leadsOnly = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (
      !isComma(clause, i) &&
      !clause.words.conjunctions.has(low(clause, i)) &&
      !clause.words.adverbs.has(low(clause, i))
    )
      return false;
  return true;
};

const joins = (clause: Clause, i: number): boolean => {
  const before = isComma(clause, i - 1) ? low(clause, i - 2) : low(clause, i - 1);
  return before === 'and' || before === 'but' || before === 'while';
};

/** Where the content before a closing `according to` begins: at the sentence's start when an inner attribution fills it. */
const outerStart = (clause: Clause, free: number, end: number): number => {
  let last = end;
  while (last > free && isPlain(clause, last - 1) && (isComma(clause, last - 1) || isDash(clause, last - 1)))
    last--;
  return last <= free || !isToldBetween(clause, free, last) ? 0 : free;
};

/** Whether a verb stands in `[from, to)`: without one, what stands there ends what was told before. */
const isToldBetween = (clause: Clause, from: number, to: number): boolean => {
  const grammar = clause.grammar();
  if (grammar === null || from === 0) return true;
  for (let i = from; i < to; i++) if (/^(?:VERB|AUX)$/.test(analysisAt(grammar, i)?.upos ?? '')) return true;
  return false;
};

/** A clause that goes on behind `…, according to [Voss], …`. */
const trailing = (clause: Clause, from: number, limit: number): Span | null => {
  if (!isComma(clause, from) || limit - from < 5) return null;
  const word = low(clause, from + 1);
  if (/ing$/.test(word) || clause.words.relatives.has(word) || word === 'and' || word === 'but') return null;
  return contentSpan(clause, from + 1, limit);
};

/** `Tal said he was glad, [according to] the Lantern.`: what ends the sentence behind a comma or a quotation tells of all of it. */
export const closesOver = (clause: Clause, cue: CueAt | undefined): boolean => {
  if (cue === undefined || !(isComma(clause, cue.from - 1) || !isPlain(clause, cue.from - 1))) return false;
  const phrase = phraseFrom(clause, cue.to);
  return phrase !== null && endsSentence(clause, phrase.to);
};

const endsSentence = (clause: Clause, i: number): boolean => {
  let at = i;
  while (at < clause.tokens.length && clause.tokens[at]?.kind === 'mark') at++;
  return at >= clause.tokens.length;
};
