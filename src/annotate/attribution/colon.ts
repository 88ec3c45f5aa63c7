import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isDash, isPlain, low } from './clause.ts';
import { contentSpan } from './content-end.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAfter, nounPhraseBefore } from './noun-phrase.ts';
import type { Progress } from './progress.ts';
import { mainSubject, sourceSpan } from './source.ts';
import { rootSubject } from './tree-source.ts';

/** `Ada Voss: "…"`, `Voss: No second pier`, `Poll: Islanders want a pier`: who speaks stands before the first colon. */
export const byColon = (clause: Clause, sentence: number, progress: Progress): void => {
  const colon = clause.tokens.findIndex((token, i) => i < MAX_BEFORE && token.text === ':');
  if (colon < 1 || clause.tokens.length - colon < 3) return;
  const quoted = !isPlain(clause, colon + 1);
  const phrase = namedBeforeColon(clause, colon, quoted);
  if (phrase === null) return;
  if (quoted ? phrase.form !== 'name' : !canSpeak(clause, phrase)) return;
  const content = contentSpan(clause, colon + 1, clause.tokens.length);
  if (content === null) return;
  progress.drafts.push({
    source: [sourceSpan(clause, phrase)],
    cue: [between(clause, colon, colon + 1)],
    content: [content],
    act: 'said',
    negated: false,
    hearer: null,
    rule: quoted ? 'colon' : 'colon-plain',
    confidence: quoted ? 0.8 : 0.6,
    sentence,
  });
};

/** Tokens before a colon that names a speaker, and of them those before one that no quotation follows. */
const MAX_BEFORE = 30;
const MAX_PLAIN = 12;

/** The phrase a sentence opens with, or the name behind a dash that ends a headline: `Ferry late again - [Ada Voss]: “…”`. */
const namedBeforeColon = (clause: Clause, colon: number, quoted: boolean): NounPhrase | null => {
  const first = isPlain(clause, 0) && colon < MAX_PLAIN ? nounPhraseAfter(clause, 0) : null;
  if (first?.to === colon) return first;
  const last = quoted ? nounPhraseBefore(clause, colon) : null;
  return last?.form === 'name' && isDash(clause, last.from - 1) ? last : null;
};

/** Whether a phrase before a colon names somebody or something that speaks, and no column or list. */
const canSpeak = (clause: Clause, { from, to }: NounPhrase): boolean => {
  for (let i = from; i < to; i++) {
    const type = clause.mentions[clause.mention[i] ?? -1]?.type;
    if (type === 'PERSON' || type === 'STATE' || clause.words.roleNouns.has(low(clause, i))) return true;
  }
  return false;
};

/**
 * `[Ada Voss] issued [a statement]: “…”`, `[His] [response] was: “…”`, `[She] listed what was missing: “…”`: a sentence whose words
 * lead to the quotation it ends with. Who does what stands before it says what is quoted, when it is somebody that speaks.
 */
export const byLead = (clause: Clause, sentence: number, progress: Progress): void => {
  const mark = leadingMark(clause);
  if (mark === null) return;
  const lead = leadBefore(clause, mark);
  const content = contentSpan(clause, mark + 1, clause.tokens.length);
  if (lead === null || content === null) return;
  progress.drafts.push({
    source: [lead.source],
    cue: [lead.cue],
    content: [content],
    act: 'said',
    negated: false,
    hearer: null,
    rule: 'lead-quote',
    confidence: 0.65,
    sentence,
  });
};

/** Who is told to have said what a comma or colon leads to, and the words that tell it. */
const leadBefore = (clause: Clause, mark: number): { readonly source: Span; readonly cue: Span } | null => {
  const grammar = clause.grammar();
  const subject = (grammar === null ? null : rootSubject(clause, grammar)) ?? mainSubject(clause, mark);
  if (subject === null || subject.to > mark) return null;
  const told = documentIn(clause, mark);
  if (told === null && low(clause, mark) !== ':') return null;
  if (subject.form !== 'pronoun' && !canSpeak(clause, subject)) return null;
  if (low(clause, subject.head) === 'it') return null;
  return { source: sourceSpan(clause, subject), cue: told ?? between(clause, mark, mark + 1) };
};

/** `[Voss] issued the following [statement]:` at the end of a sentence, before a paragraph that is a quotation. */
export const leadAtEnd = (clause: Clause): { readonly source: Span; readonly cue: Span } | null => {
  const mark = clause.tokens.length - 1;
  return low(clause, mark) === ':' && documentIn(clause, mark) !== null ? leadBefore(clause, mark) : null;
};

/** The comma or colon before a quotation that ends the sentence. */
const leadingMark = (clause: Clause): number | null => {
  const first = clause.region.findIndex((region) => region !== -1);
  if (first < 4 || !(isComma(clause, first - 1) || low(clause, first - 1) === ':')) return null;
  for (let i = first; i < clause.tokens.length; i++)
    if (isPlain(clause, i) && clause.tokens[i]?.kind !== 'mark') return null;
  return first - 1;
};

/** The noun of what was said or written, before the mark: `issued the following [statement]`. */
const documentIn = (clause: Clause, mark: number): Span | null => {
  for (let i = mark - 1; i > 0 && mark - i < 8; i--)
    if (clause.words.quoteNouns.has(low(clause, i))) return between(clause, i, i + 1);
  return null;
};
