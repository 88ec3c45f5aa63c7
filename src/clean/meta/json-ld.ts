import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import type { DateStyle } from '../marks/dates.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';
import { readDate } from './read-date.ts';

/** Example: `{"@type":"NewsArticle","datePublished":"[2020-03-03]T06:12:00+03:00"}` */
export const JSON_LD_DATE: RuleId = ruleId('clean/published/json-ld@2');

/** What the JSON-LD blocks of a page say. */
export interface JsonLd {
  readonly headlines: readonly string[];
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly dates: readonly DateCandidate[];
}

interface Found {
  readonly headlines: Ranked[];
  readonly authors: Ranked[];
  readonly publishers: Ranked[];
  readonly published: Ranked[];
  readonly modified: Ranked[];
}

interface Ranked {
  readonly value: string;
  readonly rank: number;
}

const MAX_DEPTH = 6;
const MAX_BLOCK = 2_000_000;
const MOST_FOUND = 50;
// What these hold is about something else than the page's article.
const OTHER_THINGS: ReadonlySet<string> = new Set([
  'comment',
  'comments',
  'video',
  'mainentityofpage',
  'review',
  'reviews',
  'itemreviewed',
  'ispartof',
  'haspart',
  'itemlistelement',
  'liveblogupdate',
  'subjectof',
  'image',
  'logo',
  'associatedmedia',
  '__proto__',
  'constructor',
  'prototype',
  'citation',
  'about',
  'mentions',
]);
const OTHER_TYPES =
  /comment|video|audio|event|product|offer|breadcrumb|person|organization|imageobject|list/i;

const FIRST: DateKind = { rule: JSON_LD_DATE, source: 'json-ld', weight: WEIGHTS.jsonLd };
const LATER: DateKind = { ...FIRST, weight: WEIGHTS.jsonLd / 4 };

/** Reads all blocks. One that does not parse is searched for `datePublished` by pattern. Prototypes are never touched. */
export const readJsonLd = (blocks: readonly string[], words: Words, style: DateStyle): JsonLd => {
  const found: Found = { headlines: [], authors: [], publishers: [], published: [], modified: [] };
  for (const block of blocks) readBlock(block.slice(0, MAX_BLOCK), found);
  const dates = [
    ...ranked(found.published).flatMap((raw, i) =>
      readDate(raw.value, i === 0 && raw.rank >= 1 ? FIRST : LATER, null, words, style),
    ),
    ...byRank(found.modified).flatMap((raw) => readDate(raw, FIRST, 'updated', words, style)),
  ];
  return {
    headlines: byRank(found.headlines),
    authors: byRank(found.authors),
    publisher: byRank(found.publishers)[0] ?? null,
    dates,
  };
};

const ranked = (list: readonly Ranked[]): readonly Ranked[] => [...list].sort((a, b) => b.rank - a.rank);
const byRank = (list: readonly Ranked[]): readonly string[] => ranked(list).map(({ value }) => value);

const readBlock = (block: string, found: Found): void => {
  const bare = block
    .replace(/^\s*(?:<!--|\/\*|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/[\u0000-\u001f]+/g, ' ');
  const value = parsed(bare) ?? parsed(repaired(bare));
  if (value !== null) {
    walk(value, found, 0);
    return;
  }
  for (const match of bare.matchAll(/"date(Published|Modified)"\s{0,5}:\s{0,5}"([^"]{8,40})"/g)) {
    const into = match[1] === 'Published' ? found.published : found.modified;
    if (into.length < MOST_FOUND) into.push({ value: match[2] ?? '', rank: 1 });
  }
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** What hand-made templates get wrong: numbers that are none, commas before a closing bracket, escaped quotation marks. */
const repaired = (json: string): string =>
  json
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/:\s{0,5}(?:NaN|undefined|-?Infinity)\b/g, ': null')
    .replace(/,\s{0,20}(?=[}\]])/g, '');

const walk = (value: unknown, found: Found, depth: number): void => {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) walk(item, found, depth + 1);
    return;
  }
  const object = new Map(Object.entries(value));
  readObject(object, found);
  for (const [key, inner] of object) if (!OTHER_THINGS.has(key.toLowerCase())) walk(inner, found, depth + 1);
};

const readObject = (object: ReadonlyMap<string, unknown>, found: Found): void => {
  const type = [object.get('@type')].flat().join(' ');
  if (OTHER_TYPES.test(type) && !/article|posting|report/i.test(type)) {
    // A page about a recording came out with it, when it says nothing of itself.
    const uploaded = object.get('uploadDate');
    if (typeof uploaded === 'string') found.published.push({ value: uploaded, rank: 0.5 });
    return;
  }
  const rank = /article|posting|report/i.test(type) ? 3 : type === '' ? 2 : 1;
  const take = (key: string, into: Ranked[], bonus = 0): void => {
    const value = object.get(key);
    if (typeof value === 'string' && value.trim() !== '' && into.length < MOST_FOUND)
      into.push({ value: value.trim(), rank: rank + bonus });
  };
  // A site is older than its pages.
  if (!/^website$/i.test(type)) {
    take('datePublished', found.published, 0.5);
    take('dateCreated', found.published);
    take('dateModified', found.modified);
  }
  if (rank < 3) return;
  take('headline', found.headlines);
  for (const name of namesOf(object.get('author') ?? object.get('creator')))
    found.authors.push({ value: name, rank });
  for (const name of namesOf(object.get('publisher'))) found.publishers.push({ value: name, rank });
};

/** Names of a person or organisation, of several, or given as plain strings. Several authors come as one string. */
const namesOf = (value: unknown): readonly string[] => {
  const names = [value].flat(2).flatMap((item): readonly string[] => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [item.trim()];
    if (typeof item !== 'object' || item === null) return [];
    const name = new Map(Object.entries(item)).get('name');
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
  return names.length === 0 ? [] : [names.slice(0, 6).join(', ')];
};
