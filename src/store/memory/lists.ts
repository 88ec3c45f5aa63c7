import type { ArticleId, ClaimId, Digest } from '../../model/brand.ts';
import type { Claim } from '../../model/claim.ts';
import type {
  ArticleHead,
  ArticleText,
  ClaimHead,
  ClaimQuery,
  SearchHit,
  VersionEvidence,
  VersionHead,
} from '../../model/store-port.ts';
import { byValid, matchesQuery } from '../claim-query.ts';
import { isRevisionStart } from '../revisions.ts';
import { hitOf } from '../search-hit.ts';
import { parseSearch } from '../search-query.ts';
import type { State } from './state.ts';
import { claimsAt, textKey, versionsAt } from './state.ts';

/** As the port has it, as all that follow. */
export const list = (state: State, query: ClaimQuery): readonly Claim[] =>
  claimsAt(state, query.asOf).filter(matchesQuery(query)).sort(byValid);

/** In the order of lists. */
export const search = (
  state: State,
  query: string,
  options: ClaimQuery & { readonly limit?: number },
): readonly SearchHit[] => {
  const terms = parseSearch(query);
  const hits = list(state, options).flatMap((claim) => hitOf(claim, terms) ?? []);
  return hits.slice(0, Math.max(0, options.limit ?? hits.length));
};

/** As small as this so that readers meet more than one batch. */
const BATCH = 100;

const headOf = ({ evidence: _, ...head }: Claim): ClaimHead => head;

/** The present claims without their evidence. */
export async function* heads(state: State): AsyncGenerator<readonly VersionHead[]> {
  const present = versionsAt(state, undefined);
  for (let at = 0; at < present.length; at += BATCH)
    yield present
      .slice(at, at + BATCH)
      .map(({ claim, recorded }) => ({ claim: headOf(claim), from: recorded.from }));
}

/** The evidence of the present claims. */
export async function* evidence(state: State): AsyncGenerator<readonly VersionEvidence[]> {
  const present = [...versionsAt(state, undefined)].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  for (let at = 0; at < present.length; at += BATCH)
    yield present
      .slice(at, at + BATCH)
      .map(({ claim, recorded }) => ({ id: claim.id, from: recorded.from, evidence: claim.evidence }));
}

/** Pages and articles without texts. */
export async function* articleHeads(state: State): AsyncGenerator<readonly ArticleHead[]> {
  const readings = [...state.readings.values()].sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  for (let at = 0; at < readings.length; at += BATCH)
    yield readings.slice(at, at + BATCH).map(({ page, article: { text: _, ...article }, error }) => ({
      page,
      article,
      error,
    }));
}

/** The present claims that cite the article. */
export const citing = (state: State, article: ArticleId): readonly ClaimId[] =>
  claimsAt(state, undefined)
    .filter(({ evidence }) => evidence.some((citation) => citation.article === article))
    .map(({ id }) => id);

/** The present revision first, then the one kept last before those kept earlier. */
export const revisions = ({ readings, texts }: State, article: ArticleId): readonly Digest[] => {
  const present = readings.get(article)?.article.revision;
  const held = [...texts].flatMap(([key, { revision }]) =>
    key === textKey({ article, revision }) ? [revision] : [],
  );
  const others = held.filter((revision) => revision !== present).reverse();
  return present === undefined ? others : [present, ...others];
};

/** A text by the beginning of its revision. */
export const articleText = (state: State, article: ArticleId, revision: string): ArticleText | null => {
  const start = revision.toLowerCase();
  if (!isRevisionStart(start)) return null;
  const picked = revisions(state, article).find((held) => held.startsWith(start));
  const held = picked === undefined ? undefined : state.texts.get(textKey({ article, revision: picked }));
  return held === undefined ? null : { article, ...held };
};
