import type { ArticleId, ClaimId, Day } from '../../model/brand.ts';
import { claimId } from '../../model/brand.ts';
import type { Citation, Claim, ClaimKind } from '../../model/claim.ts';
import type { RecordInfo, RecordStore } from '../../model/store-port.ts';
import { claimCard } from '../../view/desk/card.ts';
import { knownBy } from '../../view/desk/known-by.ts';
import { labelOf } from '../../view/desk/row.ts';
import type { DeskRow, GoneClaim } from '../../view/desk/types.ts';
import type { DeskParts } from './lists.ts';
import { rowKnownBy } from './lists.ts';
import type { Desk } from './types.ts';

/** What cards are made from. */
export interface CardParts extends DeskParts {
  readonly info: RecordInfo;
  /** The claim's address in the desk, for citations. */
  readonly pageAddress: (kind: ClaimKind, id: ClaimId) => string;
}

/** Claims told in the same clauses that are shown. */
const MOST_RELATED = 20;
/** Articles of a claim in which others are looked for: a claim told by a hundred has the same neighbours in most. */
const ARTICLES_LOOKED_AT = 12;
const LABEL_WIDTH = 160;

/** Whether a claim tells of the other in the same characters. */
type Meets = (one: Citation, other: Citation) => boolean;

const isSameText = (one: Citation, other: Citation): boolean =>
  one.article === other.article && one.revision === other.revision;

/** A statement tells of an event whose trigger stands in what was said. */
const covers: Meets = (content, trigger) =>
  isSameText(content, trigger) &&
  content.span.start <= trigger.span.start &&
  trigger.span.end <= content.span.end;

/** In another revision the characters moved, but they are the same. */
const overlaps: Meets = (one, other) => {
  if (one.article !== other.article) return false;
  if (one.revision !== other.revision)
    return one.exact.includes(other.exact) || other.exact.includes(one.exact);
  return one.span.start < other.span.end && other.span.start < one.span.end;
};

const roleOf = (claim: Claim, role: Citation['role']): readonly Citation[] =>
  claim.evidence.filter((citation) => citation.role === role);

const isRelated = (claim: Claim, other: Claim): boolean => {
  const [statement, event] = claim.kind === 'statement' ? [claim, other] : [other, claim];
  const contents = roleOf(statement, 'content');
  return roleOf(event, 'trigger').some((trigger) => contents.some((content) => covers(content, trigger)));
};

const isSuccessor = (gone: Claim, other: Claim): boolean => {
  const [role] = gone.kind === 'statement' ? (['content'] as const) : (['trigger'] as const);
  return roleOf(gone, role).some((one) => roleOf(other, role).some((two) => overlaps(one, two)));
};

/** The present claims of a kind that cite articles of the claim, in the order of lists. */
const neighbours = async (store: RecordStore, claim: Claim, kind: ClaimKind): Promise<readonly Claim[]> => {
  const articles = [...new Set(claim.evidence.map(({ article }) => article))].slice(0, ARTICLES_LOOKED_AT);
  const ids = new Set<ClaimId>();
  const letter = kind === 'statement' ? 's-' : 'e-';
  for (const article of articles)
    for (const id of await store.citing(article)) if (id.startsWith(letter) && id !== claim.id) ids.add(id);
  return ids.size === 0 ? [] : store.claims({ ids: [...ids] });
};

const rowsOf = (claims: readonly Claim[], parts: DeskParts, asOf: Day | null): readonly DeskRow[] =>
  claims.flatMap((claim) => rowKnownBy(claim, parts, asOf) ?? []).slice(0, MOST_RELATED);

const asClaimId = (id: string): ClaimId | null => {
  try {
    return claimId(id);
  } catch {
    return null;
  }
};

const NEVER: Omit<GoneClaim, 'id'> = { what: 'unknown', until: null, label: null, exact: [], successors: [] };

const goneClaim = async (id: string, parts: CardParts): Promise<GoneClaim> => {
  const whole = asClaimId(id.toLowerCase());
  const last = whole === null ? undefined : (await parts.store.history(whole)).at(-1);
  if (whole === null || last === undefined) return { id, ...NEVER };
  const { claim, recorded } = last;
  const successors = (await neighbours(parts.store, claim, claim.kind)).filter((other) =>
    isSuccessor(claim, other),
  );
  const role = claim.kind === 'statement' ? 'content' : 'clause';
  const cited = roleOf(claim, role);
  return {
    id: whole,
    what: 'closed',
    until: recorded.to,
    label: labelOf(claim, LABEL_WIDTH),
    exact: (cited.length > 0 ? cited : claim.evidence).map(({ article, exact }) => ({
      article,
      text: exact,
    })),
    successors: rowsOf(successors, parts, null),
  };
};

/** Makes the cards of claims, and of those that are gone. */
export const createCards = (parts: CardParts): Pick<Desk, 'card'> => ({
  card: async (id, asOf) => {
    const { store, holdings, info } = parts;
    const claim = await store.claim(id);
    if (claim === null) return goneClaim(id, parts);
    const known = asOf === null ? claim : knownBy(claim, asOf);
    if (known === null) return { id: claim.id, ...NEVER, label: labelOf(claim, LABEL_WIDTH) };
    const others = await neighbours(store, known, known.kind === 'statement' ? 'event' : 'statement');
    const versions = await store.history(claim.id);
    return claimCard(known, {
      reader: { extraction: (article: ArticleId) => store.extraction(article) },
      labels: holdings.labels,
      versions: versions.map(({ recorded: { from, to } }) => ({ from, to })),
      related: rowsOf(
        others.filter((other) => isRelated(known, other)),
        parts,
        asOf,
      ),
      version: holdings.version(),
      address: parts.pageAddress(claim.kind, claim.id),
      title: info.title,
    });
  },
});
