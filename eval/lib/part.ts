import { createHash } from 'node:crypto';

/** Share of the hosts whose pages a model may be trained on. */
export const TRAINED_SHARE = 0.6;

/** Where a host stands between 0 and 1, by the md5 of its name: hosts are parted for good, whatever else is in a set. */
export const placeOf = (host: string): number =>
  Number.parseInt(createHash('md5').update(host).digest('hex').slice(0, 8), 16) / 2 ** 32;

/** The host of an address without `www.`, as pages are parted by it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Whether the pages of a host are in the part that models are trained on. */
export const isTrainedHost = (host: string): boolean => placeOf(host) < TRAINED_SHARE;
