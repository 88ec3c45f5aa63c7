import type { Day } from '../model/brand.ts';
import type { Claim, ValidTime } from '../model/claim.ts';
import { DemarcheError } from '../model/error.ts';
import type { ClaimQuery } from '../model/store-port.ts';

/** How an entity stands to a claim in the filters of `ClaimQuery`. */
type EntityPart = 'speaker' | 'party' | 'outlet';
/** An entity a claim is listed under. */
export interface ClaimEntity {
  readonly part: EntityPart;
  readonly entity: string;
}

/** A claim's valid time as two numbers that order like days; null where it is open or unknown. */
export interface ValidKeys {
  readonly earliest: number | null;
  readonly latest: number | null;
}

const DAY_PARTS = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/**
 * A number that orders like the day: year times 10,000 plus month times 100 plus day, for years before 1 too. A year or
 * a month alone stands for the `fill` of its missing parts. Null when `value` is none of these.
 */
const dayKey = (value: string, fill: readonly [month: number, day: number]): number | null => {
  const parts = DAY_PARTS.exec(value);
  if (!parts) return null;
  const [, year, month, date] = parts;
  return Number(year) * 10_000 + Number(month ?? fill[0]) * 100 + Number(date ?? fill[1]);
};

const boundKey = (value: Day | null): number | null => (value === null ? null : dayKey(value, [1, 1]));

/** The bounds of a claim's valid time as numbers. */
export const validKeys = (valid: ValidTime | null): ValidKeys => ({
  earliest: boundKey(valid?.earliest ?? null),
  latest: boundKey(valid?.latest ?? null),
});

const given = (name: string, value: string | undefined, fill: readonly [number, number]): number | null => {
  if (value === undefined) return null;
  const key = dayKey(value, fill);
  if (key === null)
    throw new DemarcheError('usage', `not a day: ${name} ${JSON.stringify(value)}`, {
      hint: 'write 2024, 2024-05 or 2024-05-31',
    });
  return key;
};

/**
 * The window a query asks for; null for an end that was not given. A year or a month stands for its first day in `from`
 * and its last in `to`. @throws DemarcheError `usage` when an end is no day.
 */
export const windowOf = (
  query: ClaimQuery,
): { readonly from: number | null; readonly to: number | null } => ({
  from: given('from', query.from, [1, 1]),
  to: given('to', query.to, [12, 31]),
});

const listedUnder = (claim: Claim): readonly (ClaimEntity | null)[] => {
  const one = (part: EntityPart, entity: { readonly id: string } | null): ClaimEntity | null =>
    entity === null ? null : { part, entity: entity.id };
  const outlets = claim.tellings.map((telling) => one('outlet', telling.outlet));
  if (claim.kind === 'statement')
    return [one('speaker', claim.speaker), one('party', claim.behalf), ...outlets];
  return [...claim.participants.flatMap((who) => [one('speaker', who), one('party', who.party)]), ...outlets];
};

/** Every entity a claim is listed under, each once. */
export const entitiesOf = (claim: Claim): readonly ClaimEntity[] => {
  const entities = new Map<string, ClaimEntity>();
  for (const entry of listedUnder(claim)) if (entry) entities.set(`${entry.part} ${entry.entity}`, entry);
  return [...entities.values()];
};

const inWindow = (keys: ValidKeys, window: ReturnType<typeof windowOf>): boolean => {
  if (window.from === null && window.to === null) return true;
  if (keys.earliest === null && keys.latest === null) return false;
  return (
    (window.to === null || keys.earliest === null || keys.earliest <= window.to) &&
    (window.from === null || keys.latest === null || keys.latest >= window.from)
  );
};

/** Whether a claim meets every condition of the query; `asOf` is not looked at. @throws DemarcheError `usage` */
export const matchesQuery = (query: ClaimQuery): ((claim: Claim) => boolean) => {
  const window = windowOf(query);
  const parts = (['speaker', 'party', 'outlet'] as const).filter((part) => query[part] !== undefined);
  const ids = query.ids === undefined ? null : new Set(query.ids);
  return (claim) =>
    (ids === null || ids.has(claim.id)) &&
    (query.kind === undefined || claim.kind === query.kind) &&
    inWindow(validKeys(claim.valid), window) &&
    parts.every((part) => entitiesOf(claim).some((of) => of.part === part && of.entity === query[part]));
};

const compare = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b;

/**
 * The order of every list: by the first day it may have been (the last one when the beginning is open), then by the
 * last (an open end after a closed one), then by id. Unknown times come last.
 */
export const byValid = (a: Claim, b: Claim): number => {
  const [x, y] = [validKeys(a.valid), validKeys(b.valid)];
  return (
    compare(x.earliest ?? x.latest, y.earliest ?? y.latest) ||
    compare(x.latest, y.latest) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
};
