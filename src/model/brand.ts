/** Nominal types over strings: a value gets its brand only by passing a parsing constructor of this folder. */
declare const brand: unique symbol;

/** `T` marked as checked under the name `B`; assignable to `T`, never from it. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** sha256 of some bytes, 64 lower-case hexadecimal digits. */
export type Digest = Brand<string, 'Digest'>;
/** Identity of a page: the digest of its bytes. The same bytes are the same page, wherever they came from. */
export type PageId = Brand<string, 'PageId'>;
/** Identity of the article read from a page: the first 16 hexadecimal digits of the page id. */
export type ArticleId = Brand<string, 'ArticleId'>;
/** Identity of a claim: `s-`, `e-`, `p-`, `c-` or `d-` and 12 hexadecimal digits. */
export type ClaimId = Brand<string, 'ClaimId'>;
/** Name of a dispute: lower-case letters, digits and hyphens, at most 64. In every primary key of every store. */
export type DisputeId = Brand<string, 'DisputeId'>;
/** Identity of an actor or thing in `knowledge/` or a pack, e.g. `vladimir-putin`, `rus`, `tass`. */
export type EntityId = Brand<string, 'EntityId'>;
/** A date, time or interval written in EDTF (ISO 8601-2), levels 0 and 1 and the parts of 2 that we emit. */
export type Edtf = Brand<string, 'Edtf'>;
/** A calendar day `YYYY-MM-DD`, proleptic Gregorian. */
export type Day = Brand<string, 'Day'>;
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = Brand<string, 'Instant'>;
/** A rule and its version, `layer/language/name@version`, e.g. `attribution/en/post-cue@1`. */
export type RuleId = Brand<string, 'RuleId'>;

const HEX_64 = /^[0-9a-f]{64}$/;
const DISPUTE = /^[a-z0-9][a-z0-9-]{0,63}$/;
const DAY = /^-?\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const RULE = /^[a-z]+(?:\/[a-z0-9-]+)+@\d+$/;

const parse = <B extends Brand<string, string>>(name: string, test: (value: string) => boolean) => {
  return (value: string): B => {
    if (!test(value)) throw new TypeError(`not a ${name}: ${JSON.stringify(value.slice(0, 80))}`);
    return value as B;
  };
};

/** @throws TypeError when `value` is not 64 lower-case hexadecimal digits. */
export const digest: (value: string) => Digest = parse<Digest>('digest', (v) => HEX_64.test(v));
/** @throws TypeError when `value` is not 64 lower-case hexadecimal digits. */
export const pageId: (value: string) => PageId = parse<PageId>('page id', (v) => HEX_64.test(v));
/** @throws TypeError when `value` is not 16 lower-case hexadecimal digits. */
export const articleId: (value: string) => ArticleId = parse<ArticleId>('article id', (v) =>
  /^[0-9a-f]{16}$/.test(v),
);
/** @throws TypeError when `value` is not a kind letter, a hyphen and 12 hexadecimal digits. */
export const claimId: (value: string) => ClaimId = parse<ClaimId>('claim id', (v) =>
  /^[sepcd]-[0-9a-f]{12}$/.test(v),
);
/** @throws TypeError when `value` is not a lower-case slug. */
export const disputeId: (value: string) => DisputeId = parse<DisputeId>('dispute id', (v) => DISPUTE.test(v));
/** @throws TypeError when `value` is empty or longer than 200 characters. */
export const entityId: (value: string) => EntityId = parse<EntityId>(
  'entity id',
  (v) => v.length > 0 && v.length <= 200,
);
/** @throws TypeError when `value` is not `YYYY-MM-DD`. The calendar itself is checked by `lib/calendar`. */
export const day: (value: string) => Day = parse<Day>('day', (v) => DAY.test(v));
/** @throws TypeError when `value` is not an ISO instant in UTC. */
export const instant: (value: string) => Instant = parse<Instant>('instant', (v) => INSTANT.test(v));
/** @throws TypeError when `value` is not `layer/…/name@version`. */
export const ruleId: (value: string) => RuleId = parse<RuleId>('rule id', (v) => RULE.test(v));

/** The article id of a page. */
export const articleOf = (page: PageId): ArticleId => page.slice(0, 16) as unknown as ArticleId;
