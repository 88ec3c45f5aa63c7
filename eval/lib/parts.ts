import { createHash } from 'node:crypto';

/** The half of a benchmark that a host falls into: rules are made looking at pages of part a only, part b checks them. */
export type Part = 'a' | 'b';

/** By the md5 of the host's name, even or odd: stable, and pages of one host never stand on both sides. */
export const partOf = (host: string): Part =>
  Number.parseInt(createHash('md5').update(host.toLowerCase()).digest('hex').slice(-1), 16) % 2 === 0
    ? 'a'
    : 'b';

/**
 * Whether a text of the English sets of times is in the half whose texts nobody read while the rules were written; their
 * figures were looked at.
 */
export const isUnreadText = (id: string): boolean =>
  ((createHash('md5').update(id).digest()[0] ?? 0) & 1) === 1;

/** The host of an address without `www.`; the empty string when it is none. */
export const hostOfUrl = (url: string): string => {
  const address = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/^www\./, '') : '';
};

/** Share of the hosts whose pages a model may be trained on. */
export const TRAINED_SHARE = 0.6;

/** Where a host stands between 0 and 1, by the md5 of its name: hosts are parted for good, whatever else is in a set. */
export const placeOf = (host: string): number =>
  Number.parseInt(createHash('md5').update(host).digest('hex').slice(0, 8), 16) / 2 ** 32;

/** Whether the pages of a host are in the part that models are trained on. */
export const isTrainedHost = (host: string): boolean => placeOf(host) < TRAINED_SHARE;
