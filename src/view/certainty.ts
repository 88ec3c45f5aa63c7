import { parseDay } from '../lib/calendar.ts';
import type { ClaimHead } from '../model/store-port.ts';
import { formatEdtf } from './edtf-text.ts';

/**
 * How well the time of a claim is known: `dated` by its own words or its page's day, only `bounded` because its pages have no
 * day of their own, or `undated`.
 */
export type Certainty = 'dated' | 'bounded' | 'undated';

/** A stretch of time longer than this many days places nothing on a timeline. */
const WIDE = 400;

/** Tells how well the time of a claim is known. What says its own time (`since 1945`, `the 1970s`) is dated. */
export const certaintyOf = (claim: ClaimHead): Certainty => {
  const { valid } = claim;
  if (valid === null) return 'undated';
  if (valid.basis === 'explicit' || valid.basis === 'inferred') return 'dated';
  const isVague = claim.tellings.every(
    ({ published }) => published === null || isWide(published.earliest, published.latest),
  );
  return isVague || (valid.earliest !== null && valid.latest !== null && isWide(valid.earliest, valid.latest))
    ? 'bounded'
    : 'dated';
};

/** Whether a stretch of time is open, or too long to place anything on a timeline. */
export const isWide = (earliest: string | null, latest: string | null): boolean => {
  const from = earliest === null ? null : parseDay(earliest);
  const to = latest === null ? null : parseDay(latest);
  return from === null || to === null || to - from > WIDE;
};

/** The valid time of a claim for people: what is only to come is `after` its lower bound, not `since` it. */
export const whenOf = (claim: ClaimHead): string => {
  if (claim.valid === null) return 'undated';
  const text = formatEdtf(claim.valid.edtf);
  if (certaintyOf(claim) === 'bounded' && text.includes(' – '))
    return `between ${text.replace(' – ', ' and ')}`;
  return isToCome(claim) ? text.replace(/^since /, 'after ') : text;
};

const isToCome = (claim: ClaimHead): boolean =>
  claim.kind === 'event' && ['planned', 'proposed', 'hypothetical'].includes(claim.realis);
