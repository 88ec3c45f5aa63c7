import {
  articleId,
  claimId,
  day,
  digest,
  entityId,
  instant,
  pageId,
  ruleId,
} from '../../../src/model/brand.ts';
import { edtf } from '../../../src/model/edtf/index.ts';
import type { EntityRef } from '../../../src/model/page.ts';
import type {
  ClaimCard,
  DeskRow,
  Job,
  MapPlace,
  Overview,
  Placed,
  ReaderView,
  SourceRow,
} from '../../../src/view/desk/types.ts';

export const ref = (id: string, name: string): EntityRef => ({ id: entityId(id), name });
export const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0');

export const placed = (date: string): Placed => ({
  edtf: edtf(date),
  earliest: day(date),
  latest: day(date),
  text: date,
  certainty: 'dated',
});

export const ARTICLE = articleId(hex(0xa1, 16));
export const PAGE = pageId(hex(0xb1, 64));
export const REVISION = digest(hex(0xc1, 64));

export const statementRow = (n: number, over: Partial<DeskRow> = {}): DeskRow => ({
  id: claimId(`s-${hex(n, 12)}`),
  kind: 'statement',
  times: { happened: placed('2016-12-15'), said: placed('2016-12-15'), published: null },
  label: 'Ada Voss said: we keep the lighthouse',
  parties: [ref('orl', 'Republic of Orland')],
  speaker: { id: 'ada-voss', name: 'Ada Voss' },
  behalf: ref('orl', 'Republic of Orland'),
  addressee: null,
  act: 'said',
  mode: 'direct',
  wording: 'we keep the lighthouse',
  language: 'en',
  chain: 'Ada Voss → The Harbour Post',
  issues: [{ id: 'lighthouse', label: 'The lighthouse', stance: 'supports' }],
  type: null,
  status: null,
  place: null,
  background: false,
  witnesses: { articles: 3, outlets: 2, independent: 1 },
  differs: [],
  at: { article: ARTICLE, revision: REVISION, start: 4, end: 30 },
  hit: null,
  ...over,
});

export const eventRow = (n: number, over: Partial<DeskRow> = {}): DeskRow => ({
  ...statementRow(n),
  id: claimId(`e-${hex(n, 12)}`),
  kind: 'event',
  label: 'Ada Voss and Tam Brill meet in Port Sel',
  speaker: null,
  behalf: null,
  act: null,
  mode: null,
  wording: null,
  language: null,
  chain: null,
  issues: [],
  type: { id: 'meeting', label: 'meeting' },
  status: 'happened',
  place: 'Port Sel',
  ...over,
});

export const sourceRow = (over: Partial<SourceRow> = {}): SourceRow => ({
  id: ARTICLE,
  page: PAGE,
  title: 'Lighthouse stays',
  outlet: ref('harbour-post', 'The Harbour Post'),
  wires: [],
  byline: 'Nils Orme',
  language: 'en',
  published: {
    text: '16 Dec 2016',
    edtf: edtf('2016-12-16'),
    raw: '16 December 2016',
    at: { start: 0, end: 16 },
    rule: ruleId('published/dateline@1'),
    why: 'the dateline',
    rejected: null,
    bounds: [],
  },
  dated: 'dated',
  rejected: [
    {
      text: '15 May 2021',
      edtf: edtf('2021-05-15'),
      raw: '15 May 2021',
      at: null,
      rule: ruleId('published/clock@1'),
      why: 'the head of the page',
      rejected: { reason: 'crawl-clock', words: 'the clock of the capture' },
      bounds: [],
    },
  ],
  path: 'pages/lighthouse.html',
  url: 'https://harbour-post.example/lighthouse',
  mediaType: 'text/html',
  statements: 2,
  events: 1,
  group: null,
  copies: [],
  error: null,
  ...over,
});

export const place = (over: Partial<MapPlace> = {}): MapPlace => ({
  id: 'port-sel',
  name: 'Port Sel',
  at: [41.5, -12.25],
  disputed: true,
  names: [{ party: ref('orl', 'Republic of Orland'), language: 'en', name: 'Port Sel' }],
  events: 1,
  asked: ['Port Sel'],
  ...over,
});

export const job = (id: string, over: Partial<Job> = {}): Job => ({
  id,
  state: 'running',
  what: '1 file',
  created: instant('2024-05-01T10:00:00Z'),
  ended: null,
  step: 'pages',
  done: 0,
  total: 1,
  lines: [],
  counts: { added: 0, known: 0, reread: 0, failed: 0 },
  claims: null,
  error: null,
  ...over,
});

export const card = (row: DeskRow, version: string): ClaimCard => ({
  row,
  valid: { ...placed('2016-12-15'), basis: 'explicit' },
  confidence: 0.9,
  accounts: [],
  differences: [
    {
      slot: 'number',
      values: [
        { value: '3', tellings: [0] },
        { value: '4', tellings: [1, 2] },
      ],
    },
  ],
  variants: [{ wording: 'we keep the lighthouse', tellings: [0] }],
  addressee: null,
  venue: null,
  participants: [{ ...ref('ada-voss', 'Ada Voss'), role: 'host', party: ref('orl', 'Republic of Orland') }],
  object: null,
  outcome: null,
  versions: [{ from: instant('2024-05-01T10:00:00Z'), to: null }],
  cite: { chicago: 'Voss', bibtex: '@misc{voss}', csl: '[]', markdown: '[Voss](#)' },
  related: [],
  version,
});

export const reader = (row: SourceRow, version: string): ReaderView => ({
  source: row,
  revision: REVISION,
  isPresent: true,
  revisions: [REVISION],
  text: 'and we keep the lighthouse now',
  segments: [{ start: 0, end: 30, kind: 'body', rule: ruleId('segment/body@1'), why: 'a paragraph' }],
  attributions: [],
  times: [],
  events: [],
  framing: [],
  cited: [{ claim: statementRow(1), marks: [{ start: 4, end: 26, role: 'content' }] }],
  copies: [],
  diagnostics: [],
  version,
});

export const overview = (over: Partial<Overview>): Overview => ({
  state: { kind: 'ready' },
  version: '1',
  dispute: 'orland',
  title: 'The lighthouse of Orland',
  pack: null,
  pages: 1,
  texts: 1,
  outlets: 1,
  statements: 1,
  events: 1,
  span: { from: day('2016-12-15'), to: day('2016-12-15') },
  publishedSpan: null,
  boundedPages: 0,
  undatedPages: 0,
  boundedClaims: 0,
  undatedClaims: 0,
  unresolved: 0,
  differing: 0,
  planned: 0,
  failures: 0,
  caught: [{ reason: 'crawl-clock', words: 'the clock of the capture', pages: 1 }],
  languages: [{ language: 'en', pages: 1 }],
  byOutlet: [{ outlet: ref('harbour-post', 'The Harbour Post'), pages: 1, texts: 1 }],
  coverage: [{ from: day('2016-12-01'), to: day('2016-12-31'), pages: 1 }],
  parties: [{ ...ref('orl', 'Republic of Orland'), tag: 'OR', slot: 0, claims: 2 }],
  changed: instant('2024-05-01T10:00:00Z'),
  ...over,
});
