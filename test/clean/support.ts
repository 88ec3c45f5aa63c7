import { readFileSync } from 'node:fs';
import { acquireText } from '../../src/acquire/index.ts';
import type { CleanOptions } from '../../src/clean/index.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { EntityId } from '../../src/model/brand.ts';
import type { CleanLexicon } from '../../src/model/knowledge/clean-lexicon.ts';
import type { Knowledge, OutletEntry } from '../../src/model/knowledge.ts';
import type { Article, Capture } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';

const lexicon = (language: string): CleanLexicon =>
  JSON.parse(readFileSync(new URL(`../../knowledge/${language}/clean.json`, import.meta.url), 'utf8'));

const outlet = (id: string, name: string, more: Partial<OutletEntry> = {}): OutletEntry => ({
  id: id as EntityId,
  name,
  aliases: [],
  domains: [],
  country: null,
  kind: 'newspaper',
  wire: [],
  ...more,
});

/** Invented agencies and papers, an invented president, and the word lists of the repository. */
export const KNOWLEDGE: Knowledge = {
  version: 'test',
  persons: [
    { id: 'ana-kestrel' as EntityId, name: 'Ana Kestrel', surname: 'Kestrel', aliases: [] },
    { id: 'ivo-marsh' as EntityId, name: 'Ivo Marsh', surname: 'Marsh', aliases: [] },
  ],
  offices: [
    {
      country: 'VAL',
      office: 'head_of_state',
      title: 'President',
      person: 'ana-kestrel' as EntityId,
      from: '2010-05-07' as never,
      to: '2014-05-07' as never,
      soft: false,
    },
    {
      country: 'VAL',
      office: 'head_of_state',
      title: 'President',
      person: 'ana-kestrel' as EntityId,
      from: '2018-05-07' as never,
      to: '2022-05-07' as never,
      soft: false,
    },
    {
      country: 'ORR',
      office: 'head_of_government',
      title: 'Prime Minister',
      person: 'ivo-marsh' as EntityId,
      from: '2012-12-26' as never,
      to: '2020-09-16' as never,
      soft: false,
    },
  ],
  places: [
    {
      id: 'val' as EntityId,
      kind: 'country',
      name: 'Valdoria',
      names: {},
      demonyms: ['Valdorian'],
      capital: null,
      metonyms: [],
      at: null,
      country: null,
    },
    {
      id: 'orr' as EntityId,
      kind: 'country',
      name: 'Orrland',
      names: {},
      demonyms: ['Orrish'],
      capital: null,
      metonyms: [],
      at: null,
      country: null,
    },
  ],
  outlets: [
    outlet('merrow-agency', 'Merrow Agency', {
      aliases: ['Merrow'],
      wire: ['MRW'],
      kind: 'agency',
      domains: ['merrow.example'],
    }),
    outlet('tidewire', 'Tidewire', { wire: ['Tidewire', 'TDW'], kind: 'agency' }),
    outlet('port-ana-post', 'Port Ana Post', { domains: ['portanapost.example'] }),
    outlet('shiosai', '潮騒通信', { aliases: ['潮騒'], wire: ['潮騒'], kind: 'agency' }),
  ],
  gatherings: [],
  instruments: [],
  eventTypes: [],
  framing: [],
  languages: Object.fromEntries(
    ['en', 'ru', 'ja'].map((language) => [
      language,
      { language, clean: lexicon(language), mention: null, time: null, attribution: null, event: null },
    ]),
  ),
  pack: null,
};

/** A capture of plain text or HTML. */
export const captureOf = (input: { text?: string; html?: string; url?: string }): Capture => {
  const acquired = acquireText({ ...input, url: input.url ?? null, id: 'test' });
  if (!acquired.ok) throw new Error(acquired.message);
  return acquired.capture;
};

/** The article of some text. */
export const cleanText = (text: string, options: CleanOptions & { url?: string } = {}): Article =>
  cleanPage(
    captureOf({ text, ...(options.url === undefined ? {} : { url: options.url }) }),
    KNOWLEDGE,
    options,
  ).output;

/** The article of some HTML. */
export const cleanHtml = (html: string, options: CleanOptions & { url?: string } = {}): Article =>
  cleanPage(
    captureOf({ html, ...(options.url === undefined ? {} : { url: options.url }) }),
    KNOWLEDGE,
    options,
  ).output;

/** Segments as `kind: text`. */
export const labelled = (article: Article): readonly string[] =>
  article.segments.map((segment) => `${segment.kind}: ${cover(article.text, segment.article)}`);

/** The kind of the segment that holds `part`. */
export const kindOf = (article: Article, part: string): string | undefined => {
  const at = article.text.indexOf(part);
  return article.segments.find((segment) => at >= segment.article.start && at < segment.article.end)?.kind;
};

/** Three paragraphs of a story, long enough to be one. */
export const STORY: readonly string[] = [
  'The foreign ministers of Valdoria and Orrland ended two days of talks on the Merrin strait without an agreement on Friday, officials of both delegations told reporters.',
  'The strait, which both states claim, has been closed to the fishing boats of either side for eleven years, and the ministers could not agree on when it should be opened again.',
  '"We have come a little closer to each other, and we will meet again in the spring," the Orrish minister said before his departure from the Valdorian capital.',
];
