import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';

/** Year, month and day in the address. Example: `/news/[2020/03/03]/strait-talks`. */
export const URL_DATE: RuleId = ruleId('clean/published/url@2');
/** The hour of capture in the address of a web archive. Example: `web.archive.org/web/[20200303]061200/…` */
export const ARCHIVE_DATE: RuleId = ruleId('clean/published/archive-url@1');

const ARCHIVED =
  /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|ph|is|org)|arquivo\.pt\/wayback)\/(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]{0,4}\/(?=.)/;

/** The address a web archive's address stands for; any other address as it is. */
export const originalUrl = (url: string | null): string | null => {
  const rest = url?.replace(ARCHIVED, '') ?? null;
  return rest === null || rest === url || /^[a-z]+:\/\//i.test(rest) ? rest : `http://${rest}`;
};

/** The day of capture in a web archive's address, as a reading that is never taken. */
export const archiveDates = (url: string | null): readonly DateCandidate[] => {
  const match = ARCHIVED.exec(url ?? '');
  if (match === null) return [];
  return [candidateOf(match[0], match[1], match[2], match[3], ARCHIVE_KIND, 'crawl-clock')];
};

const ARCHIVE_KIND: DateKind = { rule: ARCHIVE_DATE, source: 'url', weight: WEIGHTS.url };
const URL_KIND: DateKind = { rule: URL_DATE, source: 'url', weight: WEIGHTS.url };

const candidateOf = (
  raw: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  kind: DateKind,
  rejected: string | null,
): DateCandidate => ({
  ...kind,
  year: Number(year),
  month: Number(month),
  day: Number(day),
  ambiguous: false,
  raw,
  at: null,
  guess: false,
  rejected,
});

const URL_FORMS = [
  /\/(?<y>(?:19|20)\d\d)[/-](?<m>0?[1-9]|1[0-2])[/-](?<d>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/,
  /[/_-](?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?=[/_.T-]|$|\d{4,6}\b)/,
];

/** The day in a URL, or nothing. */
export const urlDates = (url: string | null, kind: DateKind = URL_KIND): readonly DateCandidate[] => {
  if (url === null) return [];
  for (const form of URL_FORMS) {
    const match = form.exec(url);
    if (match?.groups === undefined) continue;
    return [candidateOf(match[0], match.groups.y, match.groups.m, match.groups.d, kind, null)];
  }
  return [];
};
