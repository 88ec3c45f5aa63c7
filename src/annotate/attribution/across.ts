import type { NonEmpty, Span } from '../../model/span.ts';
import { isNonEmpty } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isDash, isQuotation, low } from './clause.ts';
import { contentSpan } from './content-end.ts';
import type { Draft } from './draft.ts';
import { nounPhraseAfter } from './noun-phrase.ts';
import type { Pending } from './sentence-finder.ts';
import { findPending } from './sentence-finder.ts';
import { sourceSpan } from './source.ts';

/**
 * Completes the drafts of an article with what stands outside their sentences. A sentence that is all quotation belongs to
 * the attribution before it in its paragraph, else to the next one in it, else — when it opens a paragraph — to the quotation that
 * ends the paragraph before: a further piece of its content. Sentences that run on with
 * "Later, …", "Then …" behind `According to Voss, …` belong to its source.
 */
export const findAcross = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
): readonly Draft[] => {
  const all = drafts.map((list) => [...list]);
  joinPending(clauses, all);
  joinSignatures(clauses, all);
  joinQuotations(clauses, all);
  return [...all.flat(), ...runOnReports(clauses, drafts)];
};

/**
 * Gives cues without content the quotation beside them: `"Are we to wait?" [Voss] asked.`, where the mark of the question ends a
 * sentence, and `[Voss] replied:` before a paragraph that is a quotation.
 */
const joinPending = (clauses: readonly Clause[], drafts: Draft[][]): void => {
  for (const [index, clause] of clauses.entries()) {
    if ((drafts[index]?.length ?? 0) > 0 || clause.sentence.headline) continue;
    const pending = findPending(clause);
    if (pending === null) continue;
    const at = pending.side === 'before' ? index - 1 : index + 1;
    const content = quotationAt(clauses, drafts, at, pending.side);
    if (content === null) continue;
    drafts[at]?.push({
      source: [pending.source],
      cue: [pending.cue],
      content,
      act: pending.act,
      negated: false,
      hearer: null,
      rule: pending.side === 'before' ? 'quote-sentence-cue' : 'cue-colon-quote',
      confidence: 0.85,
      sentence: at,
    });
  }
};

/** Gives a quotation the name that signs it on the line below: `“No pier.” — [Ada Voss]`. */
const joinSignatures = (clauses: readonly Clause[], drafts: Draft[][]): void => {
  for (const [index, clause] of clauses.entries()) {
    if ((drafts[index]?.length ?? 0) > 0 || !isDash(clause, 0)) continue;
    const phrase = nounPhraseAfter(clause, 1);
    if (phrase === null || phrase.form !== 'name' || !isEnd(clause, phrase.to)) continue;
    const content = isBare(clauses[index - 1]) ? quotationAt(clauses, drafts, index - 1, 'behind') : null;
    if (content === null) continue;
    drafts[index - 1]?.push({
      source: [sourceSpan(clause, phrase)],
      cue: [between(clause, 0, 1)],
      content,
      act: 'said',
      negated: false,
      hearer: null,
      rule: 'quote-signed',
      confidence: 0.8,
      sentence: index - 1,
    });
  }
};

const isEnd = (clause: Clause, i: number): boolean =>
  i >= clause.tokens.length || (i === clause.tokens.length - 1 && clause.tokens[i]?.kind === 'mark');

/** The bare quotation at a sentence, with those right before it in its paragraph when the cue stands behind; null when there is none. */
const quotationAt = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  at: number,
  side: Pending['side'],
): NonEmpty<Span> | null => {
  if (drafts[at] === undefined || drafts[at].length > 0 || !isBare(clauses[at])) return null;
  const first = side === 'before' ? firstOfQuotation(clauses, drafts, at) : at;
  if (first === null) return null;
  const content = clauses.slice(first, at + 1).flatMap((each) => contentSpanOf(each) ?? []);
  return isNonEmpty(content) ? content : null;
};

const isBare = (clause: Clause | undefined): boolean =>
  clause !== undefined && !clause.sentence.headline && isQuotation(clause);

/** The first of the bare quotations of one paragraph that end with sentence `at`; null when the next sentence is of another. */
const firstOfQuotation = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  at: number,
): number | null => {
  const paragraph = clauses[at]?.sentence.paragraph;
  if (clauses[at + 1]?.sentence.paragraph !== paragraph) return null;
  let first = at;
  while (
    isBare(clauses[first - 1]) &&
    clauses[first - 1]?.sentence.paragraph === paragraph &&
    (drafts[first - 1]?.length ?? 0) === 0
  )
    first--;
  return first;
};

/** Adds quotations without a cue, as further pieces, to the drafts they belong to. */
const joinQuotations = (clauses: readonly Clause[], drafts: Draft[][]): void => {
  const owners: (Owner | null)[] = [];
  for (const [index, clause] of clauses.entries()) {
    const free = (drafts[index]?.length ?? 0) === 0 && !clause.sentence.headline;
    const owner = free ? ownerOf(clauses, drafts, owners, index) : null;
    owners.push(owner);
    const content = owner === null ? null : contentSpan(clause, 0, clause.tokens.length);
    const home = owner === null ? undefined : drafts[owner.sentence];
    const draft = owner === null ? undefined : home?.[owner.slot];
    if (owner === null || content === null || home === undefined || draft === undefined) continue;
    home[owner.slot] = addPiece(draft, content);
  }
};

/** The draft with one more piece of content, in text order. */
const addPiece = (draft: Draft, piece: Span): Draft => {
  const pieces = [...draft.content, piece].sort((a, b) => a.start - b.start);
  return isNonEmpty(pieces) ? { ...draft, content: pieces } : draft;
};

/** Where the draft stands that a quotation belongs to: its sentence, and its place among the drafts of it. */
interface Owner {
  readonly sentence: number;
  readonly slot: number;
}

const ownerOf = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  owners: readonly (Owner | null)[],
  index: number,
): Owner | null => {
  const clause = clauses[index];
  if (clause === undefined) return null;
  if (!isQuotation(clause)) return opensQuoted(clause) ? rightBefore(clauses, drafts, owners, index) : null;
  const { paragraph } = clause.sentence;
  for (let i = index - 1; i >= 0 && clauses[i]?.sentence.paragraph === paragraph; i--) {
    const last = lastOf(clauses, drafts, owners, i);
    if (last !== null) return last;
  }
  for (let i = index + 1; i < clauses.length && clauses[i]?.sentence.paragraph === paragraph; i++)
    if ((drafts[i]?.length ?? 0) > 0) return { sentence: i, slot: 0 };
  return lastQuotedBefore(clauses, drafts, owners, index);
};

/** The draft a sentence ends with: its own last quoted one, else the one its quotation has been added to. */
const lastOf = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  owners: readonly (Owner | null)[],
  i: number,
): Owner | null => {
  const list = drafts[i] ?? [];
  if (list.length === 0) return owners[i] ?? null;
  return { sentence: i, slot: quotedSlot(clauses[i], list) };
};

/** Whether a sentence begins with a quotation that fills half of it: `“They agree with him, but they aren't there yet” to vote for him.` */
const opensQuoted = (clause: Clause): boolean => {
  const first = clause.regions[0];
  if (first === undefined || first.start !== clause.sentence.start) return false;
  const quoted = clause.regions.reduce((sum, r) => sum + r.end - r.start, 0);
  return quoted >= 0.5 * (clause.sentence.end - clause.sentence.start);
};

/** The quoted draft of the sentence right before in the same paragraph: who was quoted there goes on. */
const rightBefore = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  owners: readonly (Owner | null)[],
  index: number,
): Owner | null => {
  if (clauses[index - 1]?.sentence.paragraph !== clauses[index]?.sentence.paragraph) return null;
  const owner = lastOf(clauses, drafts, owners, index - 1);
  const draft = owner === null ? undefined : drafts[owner.sentence]?.[owner.slot];
  return owner !== null && draft !== undefined && isQuoted(clauses[owner.sentence], draft) ? owner : null;
};

/** The attribution that ends the paragraph before, when its content is a quotation. */
const lastQuotedBefore = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  owners: readonly (Owner | null)[],
  index: number,
): Owner | null => {
  const paragraph = clauses[index]?.sentence.paragraph ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const clause = clauses[i];
    if (clause === undefined || clause.sentence.paragraph < paragraph - 1) return null;
    const owner = lastOf(clauses, drafts, owners, i);
    const draft = owner === null ? undefined : drafts[owner.sentence]?.[owner.slot];
    if (owner === null || draft === undefined) continue;
    return endsQuoted(clauses, draft, i) ? owner : null;
  }
  return null;
};

/** Whether the last piece of a content ends with a quotation: then a paragraph that is one goes on with it. */
const endsQuoted = (clauses: readonly Clause[], draft: Draft, i: number): boolean => {
  const end = draft.content.at(-1)?.end ?? -1;
  return [clauses[i], clauses[draft.sentence]].some(
    (clause) => clause?.regions.some((r) => r.start < end && end <= r.end) ?? false,
  );
};

/** The last of a sentence's drafts that holds a quotation, else the last of all: who was quoted speaks on. */
const quotedSlot = (clause: Clause | undefined, list: readonly Draft[]): number => {
  const quoted = list.findLastIndex((draft) => isQuoted(clause, draft));
  return quoted === -1 ? list.length - 1 : quoted;
};

/** Whether the draft's content holds a quotation. */
const isQuoted = (clause: Clause | undefined, draft: Draft): boolean =>
  draft.content.some((at) => clause?.regions.some((r) => r.start < at.end && at.start < r.end) ?? false);

const runOnReports = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
): readonly Draft[] => {
  const found: Draft[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const owner = drafts[i]?.at(-1);
    if (owner === undefined || owner.rule !== 'according-to') continue;
    let last = i;
    while (runsOn(clauses[last + 1], clauses[i], drafts[last + 1])) last++;
    if (last === i) continue;
    const first = contentSpanOf(clauses[i + 1]);
    const end = contentSpanOf(clauses[last]);
    if (first === null || end === null) continue;
    const content: Span = { start: first.start, end: end.end };
    found.push({
      ...owner,
      cue: [],
      content: [content],
      rule: 'run-on-report',
      confidence: 0.5,
      sentence: i + 1,
    });
  }
  return found;
};

const runsOn = (
  next: Clause | undefined,
  owner: Clause | undefined,
  drafts: readonly Draft[] | undefined,
): boolean => {
  if (next === undefined || owner === undefined || (drafts?.length ?? 0) > 0) return false;
  if (next.sentence.paragraph !== owner.sentence.paragraph) return false;
  const first = low(next, 0);
  return next.words.continuers.has(first) || (isComma(next, 1) && next.words.adverbs.has(first));
};

const contentSpanOf = (clause: Clause | undefined): Span | null =>
  clause === undefined ? null : contentSpan(clause, 0, clause.tokens.length);
