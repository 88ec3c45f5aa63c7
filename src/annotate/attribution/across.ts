import type { NonEmpty, Span } from '../../model/span.ts';
import { isNonEmpty } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { isComma, isQuotation, low } from './clause.ts';
import { contentSpan } from './content.ts';
import type { Draft } from './draft.ts';
import type { Pending } from './sentence-finder.ts';
import { findPending } from './sentence-finder.ts';

/**
 * Completes the drafts of an article with what stands outside their sentences. A sentence that is all quotation belongs to
 * the attribution before it in its paragraph, else to the next one in it (as a further piece of its content), else — when
 * it opens a paragraph — to the source of the quotation that ends the paragraph before. Sentences that run on with
 * "Later, …", "Then …" behind `According to Voss, …` belong to its source.
 */
export const findAcross = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
): readonly Draft[] => {
  const all = drafts.map((list) => [...list]);
  joinPending(clauses, all);
  const apart = joinQuotations(clauses, all);
  return [...all.flat(), ...apart, ...runOnReports(clauses, drafts)];
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

/** Adds quotations without a cue to the drafts they belong to; returns those that open a paragraph as drafts of their own. */
const joinQuotations = (clauses: readonly Clause[], drafts: Draft[][]): readonly Draft[] => {
  const apart: Draft[] = [];
  const bare = clauses.map(
    (clause, index) => (drafts[index]?.length ?? 0) === 0 && !clause.sentence.headline && isQuotation(clause),
  );
  for (const [index, clause] of clauses.entries()) {
    if (bare[index] !== true) continue;
    const owner = ownerOf(clauses, drafts, index);
    const content = contentSpan(clause, 0, clause.tokens.length);
    if (owner === null || content === null) continue;
    const home = drafts[owner.sentence];
    const draft = home?.[owner.slot];
    if (home === undefined || draft === undefined) continue;
    if (owner.joins) home[owner.slot] = addPiece(draft, content);
    else
      apart.push({
        ...draft,
        cue: [],
        content: [content],
        hearer: null,
        rule: 'run-on-quote',
        confidence: 0.7,
        sentence: index,
      });
  }
  return apart;
};

/** The draft with one more piece of content, in text order. */
const addPiece = (draft: Draft, piece: Span): Draft => {
  const pieces = [...draft.content, piece].sort((a, b) => a.start - b.start);
  return isNonEmpty(pieces) ? { ...draft, content: pieces } : draft;
};

interface Owner {
  /** Where the owning draft stands: its sentence, and its place among the drafts of it. */
  readonly sentence: number;
  readonly slot: number;
  /** Whether the quotation is a further piece of the draft's content rather than a statement of its own. */
  readonly joins: boolean;
}

const ownerOf = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  index: number,
): Owner | null => {
  const paragraph = clauses[index]?.sentence.paragraph;
  for (let i = index - 1; i >= 0 && clauses[i]?.sentence.paragraph === paragraph; i--) {
    const list = drafts[i] ?? [];
    const slot = quotedSlot(clauses[i], list);
    const last = list[slot];
    if (last !== undefined) return { sentence: i, slot, joins: isQuoted(clauses[i], last) };
  }
  for (let i = index + 1; i < clauses.length && clauses[i]?.sentence.paragraph === paragraph; i++)
    if ((drafts[i]?.length ?? 0) > 0) return { sentence: i, slot: 0, joins: true };
  return lastQuotedBefore(clauses, drafts, index);
};

/** The attribution that ends the paragraph before, when its content is a quotation. */
const lastQuotedBefore = (
  clauses: readonly Clause[],
  drafts: readonly (readonly Draft[])[],
  index: number,
): Owner | null => {
  const paragraph = clauses[index]?.sentence.paragraph ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const clause = clauses[i];
    if (clause === undefined || clause.sentence.paragraph < paragraph - 1) return null;
    const list = drafts[i] ?? [];
    const slot = quotedSlot(clause, list);
    const last = list[slot];
    if (last === undefined) continue;
    return isQuoted(clause, last) ? { sentence: i, slot, joins: false } : null;
  }
  return null;
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
