import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { timeAnnotator } from '../../../src/annotate/time/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../../src/model/annotation.ts';
import { articleOf, digest, entityId, pageId, ruleId } from '../../../src/model/brand.ts';
import type { StageResult } from '../../../src/model/diagnostic.ts';
import { edtf, rangeOf } from '../../../src/model/edtf/index.ts';
import type { TimeLexicon } from '../../../src/model/knowledge/time-lexicon.ts';
import type {
  FiscalYearEntry,
  GatheringEntry,
  Knowledge,
  LanguageLexicon,
  OutletEntry,
  PeriodEntry,
  PlaceEntry,
} from '../../../src/model/knowledge.ts';
import type { Article } from '../../../src/model/page.ts';
import type { Span } from '../../../src/model/span.ts';

/** The languages that have a grammar of time. */
export const LANGUAGES = ['en', 'ru', 'ja'] as const;

/** The grammar of a language as it is shipped. */
export const lexiconOf = (language: string): TimeLexicon => {
  const path = fileURLToPath(new URL(`../../../knowledge/${language}/time.json`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as TimeLexicon;
};

const languages: Record<string, LanguageLexicon> = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    { language, clean: null, time: lexiconOf(language), mention: null, attribution: null, event: null },
  ]),
);

const edition = (
  id: string,
  series: string,
  name: string,
  days: string,
  more: Partial<GatheringEntry> = {},
): GatheringEntry => ({
  id: entityId(id),
  series,
  name,
  aliases: [],
  year: Number(days.slice(0, 4)),
  edtf: edtf(days),
  from: null,
  to: null,
  place: null,
  country: null,
  ...more,
});

/** Editions of invented gatherings: one that meets in one place, one that moves about, one that may meet twice a year. */
const GATHERINGS: readonly GatheringEntry[] = [
  ...[2015, 2016].map((year, n) =>
    edition(`harbour-forum-${year}`, 'harbour-forum', 'Harbour Forum', `${year}-09-02/${year}-09-03`, {
      aliases: ['Port Liss forum', 'Harbour Nine'],
      place: 'Port Liss',
      ordinal: n + 1,
    }),
  ),
  ...['Lakeport', 'Old Ferry', 'Lakeport'].map((place, n) =>
    edition(`nine-${2014 + n}`, 'nine', 'Reef Nine summit', `${2014 + n}-05-1${n}`, {
      aliases: ['R9'],
      place,
    }),
  ),
  edition('tidal-2015-02', 'tidal', 'Tidal Congress', '2015-02-03/2015-02-05'),
  edition('tidal-2015-10', 'tidal', 'Tidal Congress', '2015-10-06/2015-10-08'),
  edition('tidal-2016', 'tidal', 'Tidal Congress', '2016-12-20/2016-12-22'),
];

const world = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../knowledge/world/${name}.json`, import.meta.url)), 'utf8'),
  ) as readonly T[];

/** The periods that are shipped, and some of an invented world. */
export const PERIODS: readonly PeriodEntry[] = [
  ...world<PeriodEntry>('periods'),
  {
    id: entityId('second-harbour-war'),
    kind: 'war',
    names: { en: ['Second Harbour War', 'Six-Day Harbour War'] },
    edtf: edtf('1961-03-04/1963-10-20'),
    source: 'invented',
  },
  {
    id: entityId('lantern-congress'),
    kind: 'conference',
    names: { en: ['Lantern Congress'] },
    edtf: edtf('1950-05-02/1950-05-09'),
    source: 'invented',
  },
  {
    id: entityId('harbour-occupation'),
    kind: 'occupation',
    names: { en: ['occupation of Port Liss'] },
    edtf: edtf('1963-10-21/..'),
    source: 'invented',
  },
];

const place = (name: string, demonym: string, country: string, latitude: number): PlaceEntry => ({
  id: entityId(name.toLowerCase().replaceAll(' ', '-')),
  kind: 'country',
  name,
  names: {},
  demonyms: [demonym],
  capital: null,
  metonyms: [],
  at: [latitude, 20],
  country,
});

// Invented states: one in the south, and two with fiscal years of their own; and an invented paper of the second.
const PLACES: readonly PlaceEntry[] = [
  place('Sul Marin', 'Marinian', 'XSM', -34),
  place('Valdoria', 'Valdorian', 'XVA', 48),
  place('Orland', 'Orlandic', 'XOR', 55),
];
const FISCAL_YEARS: readonly FiscalYearEntry[] = [
  ...world<FiscalYearEntry>('fiscal-years'),
  { country: 'XVA', month: 4, day: 1, named: 'start', source: 'invented' },
  { country: 'XOR', month: 10, day: 1, named: 'end', source: 'invented' },
];
const LANTERN: OutletEntry = {
  id: entityId('orland-lantern'),
  name: 'Orland Lantern',
  aliases: [],
  domains: [],
  country: 'XOR',
  kind: 'newspaper',
  wire: [],
};

const KNOWLEDGE: Knowledge = {
  version: 'test',
  persons: [],
  offices: [],
  places: PLACES,
  outlets: [LANTERN],
  gatherings: GATHERINGS,
  instruments: [],
  periods: PERIODS,
  fiscalYears: FISCAL_YEARS,
  eventTypes: [],
  framing: [],
  languages,
  pack: null,
};

const readingOf = (value: string, rejected: string | null): Article['published'][number] => ({
  value: rangeOf(edtf(value)),
  at: null,
  raw: null,
  rule: ruleId('test/article@1'),
  rejected,
});

/** An article of one body paragraph. `published` is EDTF or null; `rivals` are days that others on the page speak for. */
const articleWith = (
  text: string,
  published: string | null,
  language = 'en',
  rivals: readonly string[] = [],
): Article => {
  const page = pageId('a'.repeat(64));
  const rule = ruleId('test/article@1');
  return {
    id: articleOf(page),
    page,
    text,
    revision: digest('b'.repeat(64)),
    language,
    segments:
      text === '' ? [] : [{ kind: 'body', article: { start: 0, end: text.length }, page: null, rule }],
    title: null,
    byline: null,
    outlet: null,
    wires: [],
    dateline: null,
    published: [
      ...(published === null ? [] : [readingOf(published, null)]),
      ...rivals.map((rival) => readingOf(rival, 'outranked')),
    ],
    updated: null,
    url: null,
  };
};

/** Runs the annotator. */
export const annotate = (
  text: string,
  published: string | null = '2016-12-16',
  language = 'en',
  about: Partial<Article> = {},
  rivals: readonly string[] = [],
): StageResult<readonly TimeExpression[]> => {
  const article = { ...articleWith(text, published, language, rivals), ...about };
  return timeAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations: NO_ANNOTATIONS,
    knowledge: KNOWLEDGE,
  });
};

/** A text with its `[marks]` taken out, and where they stood. */
export const unmark = (marked: string): { readonly text: string; readonly spans: readonly Span[] } => {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([[\]])/)) {
    if (piece === '[') start = text.length;
    else if (piece === ']') spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
};
