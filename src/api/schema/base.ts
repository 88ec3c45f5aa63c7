import { z } from '@hono/zod-openapi';
import type {
  ArticleId,
  ClaimId,
  Day,
  Digest,
  Edtf,
  EntityId,
  Instant,
  PageId,
  RuleId,
} from '../../model/brand.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { DeskState, ListHead, Placed, Problem } from '../../view/desk/types.ts';

/** A text that the answer carries under a nominal type: what the type promises was checked where the value was made. */
const branded = <T extends string>(schema: z.ZodType<string>): z.ZodType<T> =>
  schema as unknown as z.ZodType<T>;

/** Any text. */
export const text: z.ZodString = z.string();
/** A whole number, 0 at least. */
export const count: z.ZodInt = z.int().min(0);
/** What `orNull` makes. A union, since the description of a nullable component would not allow null. */
export type OrNull<T extends z.ZodType> = z.ZodUnion<[T, z.ZodNull]>;
/** `schema`, or null for what is known to be absent. */
export const orNull = <T extends z.ZodType>(schema: T): OrNull<T> => z.union([schema, z.null()]);

/** A calendar day. */
export const day: z.ZodType<Day> = branded<Day>(
  z
    .string()
    .regex(/^-?\d{4}-\d{2}-\d{2}$/)
    .openapi({ description: 'a calendar day, YYYY-MM-DD' }),
);
/** A date or interval in EDTF. */
export const edtf: z.ZodType<Edtf> = branded<Edtf>(
  z.string().openapi({ description: 'a date or interval in EDTF (ISO 8601-2)' }),
);
/** A moment in UTC. */
export const instant: z.ZodType<Instant> = branded<Instant>(
  z.string().openapi({ description: 'a moment in UTC, YYYY-MM-DDTHH:MM:SSZ' }),
);
/** A sha256. */
export const digest: z.ZodType<Digest> = branded<Digest>(z.string().regex(/^[0-9a-f]{64}$/));
/** The id of a page: sha256 of its bytes. */
export const pageId: z.ZodType<PageId> = branded<PageId>(z.string().regex(/^[0-9a-f]{64}$/));
/** The id of an article. */
export const articleId: z.ZodType<ArticleId> = branded<ArticleId>(z.string().regex(/^[0-9a-f]{16}$/));
/** The id of a claim. */
export const claimId: z.ZodType<ClaimId> = branded<ClaimId>(z.string().regex(/^[sepcd]-[0-9a-f]{12}$/));
/** The id of a thing of the world's knowledge or of a pack. */
export const entityId: z.ZodType<EntityId> = branded<EntityId>(z.string());
/** A rule and its version. */
export const rule: z.ZodType<RuleId> = branded<RuleId>(
  z.string().openapi({ description: 'the rule that decided, and its version' }),
);

/** A thing under its id and name. */
export const entity: z.ZodType<EntityRef> = z.strictObject({ id: entityId, name: text }).openapi('Entity');

/** The two ends of a stretch of text. */
export const ends: { readonly start: z.ZodInt; readonly end: z.ZodInt } = { start: count, end: count };
/** A stretch of text, [start, end) in UTF-16 units. */
export const span: z.ZodType<Span> = z.strictObject(ends).openapi('Span');

/** How well a time is known. */
export const certainty: z.ZodEnum<{ dated: 'dated'; bounded: 'bounded'; undated: 'undated' }> = z.enum([
  'dated',
  'bounded',
  'undated',
]);

/** The fields of a time for show. */
export const placedFields: {
  readonly edtf: z.ZodType<Edtf>;
  readonly earliest: OrNull<z.ZodType<Day>>;
  readonly latest: OrNull<z.ZodType<Day>>;
  readonly text: z.ZodString;
  readonly certainty: typeof certainty;
} = { edtf, earliest: orNull(day), latest: orNull(day), text, certainty };
/** A time for show. */
export const placed: z.ZodType<Placed> = z.strictObject(placedFields).openapi('Placed');

/** A stretch of days. */
export const days: z.ZodType<{ readonly from: Day; readonly to: Day }> = z
  .strictObject({ from: day, to: day })
  .openapi('Days');

/** How far the record has been read. */
export const deskState: z.ZodType<DeskState> = z
  .union([
    z.strictObject({ kind: z.literal('ready') }),
    z.strictObject({ kind: z.literal('empty') }),
    z.strictObject({ kind: z.literal('opening'), done: count, total: orNull(count) }),
    z.strictObject({ kind: z.literal('unreconciled'), pages: count }),
    z.strictObject({ kind: z.literal('failed'), code: text, message: text, hint: orNull(text) }),
  ])
  .openapi('DeskState');

/** What stands above every list. */
export const headFields: { readonly [K in keyof ListHead]: z.ZodType<ListHead[K]> } = {
  state: deskState,
  version: text,
  unknown: z.array(text),
  total: count,
  of: count,
  offset: count,
  limit: count,
};

/** An error as RFC 9457 has it. */
export const problem: z.ZodType<Problem> = z
  .strictObject({
    type: text,
    title: text,
    status: z.int().min(400).max(599),
    detail: text,
    code: text,
    hint: orNull(text),
  })
  .openapi('Problem');
