import type { Statement } from '../model/claim.ts';
import type { Wording } from './wording.ts';
import { containment, matchWords, numbersDiffer, sharedCount } from './wording.ts';

/** How strong the likeness of two wordings is, 0 to 1, and by which rule; null when they are not the same statement. */
export interface WordingMatch {
  readonly rule: string;
  readonly score: number;
}

type Issues = readonly Statement['issues'][number]['id'][];

/**
 * Whether two articles put the same statement in these wordings. Numbers that differ and a negation on one side only
 * exclude it.
 *
 * - `record/und/same-words@1` — the same words, four or more.
 * - `record/und/same-quotation@1` — both direct, at least four words, .8 of the shorter in the longer in order:
 *   “We will not sell the lighthouse” in “We will not sell the lighthouse, today or ever”.
 * - `record/und/same-quoted-part@1` — six or more quoted words of a mixed wording, .8 of them in the other in order.
 * - `record/und/same-report@1` — one or both indirect: .8 of the content words of the shorter, four or more; or .6 of
 *   five or more, of like length, about the same issues or with a number in common.
 */
export const matchWordings = (
  a: Wording,
  b: Wording,
  issuesA: Issues,
  issuesB: Issues,
): WordingMatch | null => {
  if (a.form === b.form) return a.words.length >= 4 ? { rule: 'record/und/same-words@1', score: 1 } : null;
  if (numbersDiffer(a, b)) return null;
  if (a.mode === 'direct' && b.mode === 'direct') return matchQuotations(a, b);
  return matchQuotedParts(a, b) ?? matchReports(a, b, issuesA, issuesB);
};

/**
 * Whether one article tells the statement twice (the summary and the detail): `record/und/told-twice@1`, .8 of four or
 * more content words; or six or more quoted words again, as in `record/und/same-quoted-part@1`.
 */
export const matchWithinArticle = (a: Wording, b: Wording): WordingMatch | null => {
  const part = numbersDiffer(a, b) ? null : matchQuotedParts(a, b);
  if (part !== null) return part;
  const smaller = Math.min(a.content.size, b.content.size);
  const share = containment(a.content, b.content);
  if (smaller < 4 || share < 0.8 || numbersDiffer(a, b)) return null;
  if (matchWords(a.words, b.words).negationDiffers) return null;
  return { rule: 'record/und/told-twice@1', score: share };
};

const matchQuotations = (a: Wording, b: Wording): WordingMatch | null => {
  if (Math.min(a.words.length, b.words.length) < 4) return null;
  const shared = sharedCount(a.content, b.content);
  if (shared < 2 || shared < 0.6 * Math.min(a.content.size, b.content.size)) return null;
  const { share, negationDiffers } = matchWords(a.words, b.words);
  if (share < 0.8 || negationDiffers) return null;
  return { rule: 'record/und/same-quotation@1', score: share };
};

const matchQuotedParts = (a: Wording, b: Wording): WordingMatch | null => {
  const parts = ([one, other]: readonly [Wording, Wording]): WordingMatch | null => {
    // A short quoted scrap in a long report is too little to go by: speakers repeat their phrases.
    if (one.mode === 'indirect' || one.quoted.length < Math.max(6, 0.4 * one.words.length)) return null;
    const against = other.mode === 'indirect' ? other.words : other.quoted;
    if (against.length < one.quoted.length) return null;
    const { share, negationDiffers } = matchWords(one.quoted, against);
    return share >= 0.8 && !negationDiffers ? { rule: 'record/und/same-quoted-part@1', score: share } : null;
  };
  return parts([a, b]) ?? parts([b, a]);
};

const matchReports = (a: Wording, b: Wording, issuesA: Issues, issuesB: Issues): WordingMatch | null => {
  const smaller = Math.min(a.content.size, b.content.size);
  const share = containment(a.content, b.content);
  if (smaller < 4 || share < 0.6) return null;
  if (share < 0.8) {
    const isLike = smaller >= 5 && 3 * smaller >= Math.max(a.content.size, b.content.size);
    const isAboutSame = sameMembers(issuesA, issuesB) || sharedCount(a.numbers, b.numbers) > 0;
    if (!isLike || !isAboutSame) return null;
  }
  if (matchWords(a.words, b.words).negationDiffers) return null;
  return { rule: 'record/und/same-report@1', score: share };
};

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));
