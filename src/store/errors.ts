import { articleOf } from '../model/brand.ts';
import type { Citation } from '../model/claim.ts';
import { DemarcheError } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import { cover } from '../model/span.ts';

const LISTED = 8;

/** A citation that does not hold, so that the claim may not be written. */
export const citationBroken = (claim: string, citation: Citation, why: string): DemarcheError =>
  new DemarcheError('citation-broken', `claim ${claim} cites ${citation.article}: ${why}`, {
    hint: 'add the pages again: the claims were made from another reading of this article',
    context: { claim, article: citation.article, start: citation.span.start, end: citation.span.end },
  });

/** Why the citation does not hold in `text` of `revision`, or null when it does. */
export const citationFault = (
  citation: Citation,
  held: { readonly revision: string; readonly text: string } | null,
): string | null => {
  if (held === null) return 'the article is not held';
  if (held.revision !== citation.revision) return 'the citation is of another revision of the article';
  const { start, end } = citation.span;
  if (start >= end || end > held.text.length) return `[${start}, ${end}) is no stretch of its text`;
  if (cover(held.text, citation.span) !== citation.exact) return `the text at [${start}, ${end}) differs`;
  return null;
};

/** One revision has one text: the digest covers the text. @throws DemarcheError `internal`, always */
export const refuseOtherText = (article: string, revision: string): never => {
  throw new DemarcheError('internal', 'one revision of an article came with two texts', {
    context: { article, revision },
  });
};

/** What was stored is no longer what was written. */
export const recordCorrupt = (what: string, id: string, cause?: unknown): DemarcheError =>
  new DemarcheError('record-corrupt', `the record is damaged: ${what}`, {
    hint: 'run `demarche verify` to see all that is damaged, then restore the record from a copy or build it again from the pages',
    context: { id },
    ...(cause === undefined ? {} : { cause }),
  });

/** The one id of `candidates` that `id` names, whole or by a beginning of at least four characters; null when none. */
export const pickClaim = (id: string, candidates: readonly string[]): string | null => {
  if (candidates.includes(id)) return id;
  if (id.length < 4)
    throw new DemarcheError('claim-unknown', `too short for a claim: ${JSON.stringify(id)}`, {
      hint: 'give the id, or at least its first four characters',
    });
  const [first = null, ...others] = candidates.filter((candidate) => candidate.startsWith(id)).sort();
  if (others.length === 0) return first;
  const listed = [first, ...others].slice(0, LISTED).join(', ');
  const more = others.length + 1 > LISTED ? `, and ${others.length + 1 - LISTED} more` : '';
  throw new DemarcheError('claim-unknown', `${id} may be any of ${listed}${more}`, {
    hint: 'give more characters of the id',
    context: { id, candidates: [first, ...others].join(' ') },
  });
};

/** @throws DemarcheError `internal` when two of the claims have one id. */
export const refuseTwins = (claims: readonly { readonly id: string }[]): void => {
  const seen = new Set<string>();
  for (const { id } of claims) {
    if (seen.has(id))
      throw new DemarcheError('internal', `two claims with the id ${id}`, { context: { id } });
    seen.add(id);
  }
};

/**
 * A page's id is the digest of its bytes, and its article's id is made from it.
 * @throws DemarcheError `internal` when the bytes are others, or the article is of another page.
 */
export const refuseStrangers = ({ page, article }: Extraction, digest: string): void => {
  if (digest !== page.id)
    throw new DemarcheError('internal', 'the bytes are not those of the page', {
      context: { page: page.id, digest },
    });
  if (article.page !== page.id || article.id !== articleOf(page.id))
    throw new DemarcheError('internal', 'the article is of another page', {
      context: { page: page.id, article: article.id },
    });
};
