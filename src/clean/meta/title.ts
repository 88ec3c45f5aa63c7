import type { EntityRef } from '../../model/page.ts';
import { foldLine } from '../lexicon.ts';

const SEPARATOR = /\s+[|\-–—·•:»«]+\s+/g;

/** Letters and digits only, so that titles can be compared over marks and case. */
export const foldTitle = (title: string): string =>
  foldLine(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A title without the site's name before or behind it: `Ministers meet | Kestrel` becomes `Ministers meet`. */
export const withoutSite = (title: string, site: readonly string[]): string => {
  const whole = title.replace(/\s+/g, ' ').trim();
  const names = site.map(foldTitle).filter((name) => name !== '');
  for (let round = 0, rest = whole; round < 3; round++) {
    const shorter = cutOnce(rest, names);
    if (shorter === null) return rest;
    rest = shorter;
  }
  return whole;
};

/**
 * The title that most of the mark-up's titles agree on once the site's name is off; the first of equals. What is nothing but
 * the site's name is no title. Example: `og:title` `[Ministers meet]`, `title` `[Ministers meet] | Kestrel`
 */
export const chooseTitle = (titles: readonly string[], site: readonly string[]): string | null => {
  const bare = titles.map((title) => withoutSite(title, site)).filter((title) => title !== '');
  const names = new Set(site.map(foldTitle));
  const own = bare.filter((title) => !names.has(foldTitle(title)));
  const votes = (title: string): number =>
    own.filter((other) => foldTitle(other) === foldTitle(title)).length;
  const best = Math.max(0, ...own.map(votes));
  return own.find((title) => votes(title) === best) ?? bare[0] ?? null;
};

const cutOnce = (title: string, names: readonly string[]): string | null => {
  const cuts = [...title.matchAll(SEPARATOR)];
  const last = cuts.at(-1);
  const first = cuts[0];
  if (first === undefined || last === undefined) return null;
  const tail = title.slice(last.index + last[0].length);
  const head = title.slice(0, first.index);
  if (isSite(tail, names) && last.index > 0) return title.slice(0, last.index).trim();
  if (isSite(head, names)) return title.slice(first.index + first[0].length).trim();
  return null;
};

const isSite = (part: string, names: readonly string[]): boolean => {
  const folded = foldTitle(part);
  const joined = folded.replaceAll(' ', '');
  return (
    folded !== '' &&
    names.some((name) => folded === name || joined === name.replaceAll(' ', '') || folded === `${name} com`)
  );
};

/** What the site may call itself in a title. */
export const siteNames = (
  outlet: EntityRef | null,
  siteName: string | null,
  publisher: string | null,
  host: string | null,
): readonly string[] => {
  const domain = host?.split('.').at(-2) ?? null;
  return [outlet?.name, outlet?.id, siteName, publisher, host, domain].filter(
    (name) => name !== null && name !== undefined,
  );
};
