import { z } from '@hono/zod-openapi';
import type { ClaimKind, Difference, EventClaim, Witnesses } from '../../model/claim.ts';
import type { NonEmpty } from '../../model/span.ts';
import type {
  Anchor,
  Citations,
  ClaimCard,
  ClaimList,
  ClaimListQuery,
  DeskAccount,
  DeskRow,
  FacetCounts,
  FacetFilter,
  FacetValue,
  GoneClaim,
  Status,
} from '../../view/desk/types.ts';
import { FACETS, SORTS } from '../../view/desk/types.ts';
import type { PassageMark } from '../../view/passage.ts';
import {
  articleId,
  claimId,
  count,
  day,
  digest,
  ends,
  entity,
  entityId,
  headFields,
  instant,
  orNull,
  placed,
  placedFields,
  span,
  text,
} from './base.ts';
import { act, mode, outcome, role, stance } from './codebook.ts';

/** The clocks. */
export const clock: z.ZodEnum<{ happened: 'happened'; said: 'said'; published: 'published' }> = z.enum([
  'happened',
  'said',
  'published',
]);

const kind: z.ZodType<ClaimKind> = z.enum(['statement', 'event']);

/** How an event stands. */
export const status: z.ZodType<Status> = z.enum([
  'happened',
  'held',
  'ongoing',
  'standing',
  'planned',
  'proposed',
  'possible',
  'did not happen',
  'cancelled',
  'postponed',
  'lapsed',
]);

const anchor: z.ZodType<Anchor> = z
  .strictObject({ ...ends, article: articleId, revision: digest })
  .openapi('Anchor');

const witnesses: z.ZodType<Witnesses> = z
  .strictObject({ articles: count, outlets: count, independent: count })
  .openapi('Witnesses');

/** A claim as a row of a list. */
export const deskRow: z.ZodType<DeskRow> = z
  .strictObject({
    id: claimId,
    kind,
    times: z.strictObject({ happened: orNull(placed), said: orNull(placed), published: orNull(placed) }),
    label: text,
    parties: z.array(entity),
    speaker: orNull(z.strictObject({ id: orNull(text), name: text })),
    behalf: orNull(entity),
    addressee: orNull(text),
    act: orNull(act),
    mode: orNull(mode),
    wording: orNull(text),
    language: orNull(text),
    chain: orNull(text),
    issues: z.array(z.strictObject({ id: text, label: text, stance: orNull(stance) })),
    type: orNull(z.strictObject({ id: text, label: text })),
    status: orNull(status),
    place: orNull(text),
    background: z.boolean(),
    witnesses,
    differs: z.array(text),
    at: anchor,
    hit: orNull(z.strictObject({ text, marks: z.array(span) })),
  })
  .openapi('Row');

/** One value of a facet. */
const facetValue: z.ZodType<FacetValue> = z
  .strictObject({ value: text, label: text, count, chosen: orNull(z.enum(['in', 'out'])) })
  .openapi('FacetValue');

/** The values of a facet and how many more there are. */
export const facetFields: {
  readonly values: z.ZodArray<z.ZodType<FacetValue>>;
  readonly more: z.ZodInt;
} = { values: z.array(facetValue), more: count };

const facetCounts: z.ZodType<FacetCounts> = z
  .strictObject({ facet: z.enum(FACETS), ...facetFields })
  .openapi('FacetCounts');

const facetFilter: z.ZodType<FacetFilter> = z
  .strictObject({ in: z.array(text), out: z.array(text) })
  .openapi('FacetFilter');

const claimListQuery: z.ZodType<ClaimListQuery> = z
  .strictObject({
    q: text,
    facets: z.partialRecord(z.enum(FACETS), facetFilter),
    from: orNull(day),
    to: orNull(day),
    clock,
    asOf: orNull(day),
    article: orNull(articleId),
    sort: z.enum(SORTS),
    offset: count,
    limit: count,
  })
  .openapi('ClaimQuery');

/** A page of a list of claims. */
export const claimList: z.ZodType<ClaimList> = z
  .strictObject({
    ...headFields,
    query: claimListQuery,
    rows: z.array(deskRow),
    facets: z.array(facetCounts),
    explained: orNull(text),
    relax: z.array(z.strictObject({ parameter: text, value: text, total: count })),
    known: orNull(z.strictObject({ first: orNull(day), undated: count })),
  })
  .openapi('ClaimList');

/** A span under which a claim's words stand, with the part they play. */
export const passageMark: z.ZodType<PassageMark> = z
  .strictObject({
    ...ends,
    role: z.enum(['content', 'cue', 'source', 'trigger', 'clause', 'time', 'place', 'participant']),
  })
  .openapi('Mark');

const account: z.ZodType<DeskAccount> = z
  .strictObject({
    telling: count,
    article: articleId,
    outlet: orNull(entity),
    published: text,
    via: z.array(entity),
    witness: count,
    values: z.record(text, text),
    differs: z.array(text),
    chain: text,
    title: orNull(text),
    url: orNull(text),
    path: orNull(text),
    publishedBy: orNull(z.strictObject({ rule: text, raw: orNull(text) })),
    passage: orNull(z.strictObject({ text, marks: z.array(passageMark), at: orNull(span) })),
    at: orNull(anchor),
    language: text,
    wording: orNull(text),
    wires: z.array(entity),
  })
  .openapi('Account');

/** A list with at least one element. */
const some = <T>(schema: z.ZodType<T>): z.ZodType<NonEmpty<T>> =>
  z.array(schema).min(1) as unknown as z.ZodType<NonEmpty<T>>;

const difference: z.ZodType<Difference> = z
  .strictObject({
    slot: text,
    values: some(z.strictObject({ value: text, tellings: some(count) })),
  })
  .openapi('Difference');

const participant: z.ZodType<EventClaim['participants'][number]> = z
  .strictObject({ id: entityId, name: text, role, party: orNull(entity) })
  .openapi('Participant');

const citations: z.ZodType<Citations> = z
  .strictObject({ chicago: text, bibtex: text, csl: text, markdown: text })
  .openapi('Citations');

/** All that is known of a claim. */
export const claimCard: z.ZodType<ClaimCard> = z
  .strictObject({
    row: deskRow,
    valid: orNull(z.strictObject({ ...placedFields, basis: text })),
    confidence: z.number().min(0).max(1),
    accounts: z.array(account),
    differences: z.array(difference),
    variants: z.array(z.strictObject({ wording: text, tellings: z.array(count) })),
    addressee: orNull(text),
    venue: orNull(text),
    participants: z.array(participant),
    object: orNull(text),
    outcome: orNull(outcome),
    versions: z.array(z.strictObject({ from: instant, to: orNull(instant) })),
    cite: citations,
    related: z.array(deskRow),
    version: text,
  })
  .openapi('ClaimCard');

/** A claim that is no longer asserted, or never was. */
export const goneClaim: z.ZodType<GoneClaim> = z
  .strictObject({
    id: text,
    what: z.enum(['closed', 'unknown']),
    until: orNull(instant),
    label: orNull(text),
    exact: z.array(z.strictObject({ article: articleId, text })),
    successors: z.array(deskRow),
  })
  .openapi('GoneClaim');
