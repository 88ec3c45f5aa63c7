import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isPlain, low } from './clause.ts';
import { contentSpan } from './content-end.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAfter } from './noun-phrase.ts';
import type { Progress } from './progress.ts';
import { mainSubject, sourceSpan } from './source.ts';
import { rootSubject } from './tree-source.ts';

/** `Ada Voss: "…"`, `Voss: No second pier`, `Poll: Islanders want a pier`: who speaks stands before the first colon. */
export const byColon = (clause: Clause, sentence: number, progress: Progress): void => {
  const colon = clause.tokens.findIndex((token, i) => i < 12 && token.text === ':');
  if (colon < 1 || clause.tokens.length - colon < 3) return;
  const phrase = nounPhraseAfter(clause, 0);
  if (phrase === null || phrase.to !== colon || !isPlain(clause, 0)) return;
  const quoted = !isPlain(clause, colon + 1);
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
  const grammar = clause.grammar();
  const subject = grammar === null ? mainSubject(clause, mark) : rootSubject(clause, grammar);
  if (subject === null || subject.to > mark) return;
  const told = documentIn(clause, mark);
  if (told === null && low(clause, mark) !== ':') return;
  if (subject.form !== 'pronoun' && !canSpeak(clause, subject)) return;
  const content = contentSpan(clause, mark + 1, clause.tokens.length);
  if (content === null || low(clause, subject.head) === 'it') return;
  progress.drafts.push({
    source: [sourceSpan(clause, subject)],
    cue: [told === null ? between(clause, mark, mark + 1) : told],
    content: [content],
    act: 'said',
    negated: false,
    hearer: null,
    rule: 'lead-quote',
    confidence: 0.65,
    sentence,
  });
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
