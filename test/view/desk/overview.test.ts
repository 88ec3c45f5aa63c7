import { describe, expect, test } from 'vitest';
import { disputeId, instant, ruleId } from '../../../src/model/brand.ts';
import { overviewOf } from '../../../src/view/desk/overview.ts';
import { anEntity, anEvent, anExtraction, aRange, aStatement, aValidTime } from '../../support/builders.ts';
import { LABELS, rowOfPage } from './support.ts';

const info = {
  dispute: disputeId('straits'),
  title: 'The Straits',
  pack: null,
  schema: 1,
  created: instant('2031-05-15T00:00:00Z'),
};
const clock = (reason: string) => ({
  text: '2 Jan 2035',
  edtf: aRange('2035-01-02').edtf,
  raw: null,
  at: null,
  rule: ruleId('clean/published/crawl-clock@1'),
  why: 'a clock',
  rejected: { reason, words: `${reason} in words` },
  bounds: [],
});
const page = (text: string, published: string | null, outlet = 'The Harbour Post') =>
  rowOfPage(anExtraction({ text, published, outlet: anEntity(outlet) }), {}, { statements: 1, events: 2 });

const parts = {
  info,
  labels: LABELS,
  failures: 2,
  changed: null,
  state: { kind: 'ready' },
  version: 'v1',
  heads: [],
  sources: [],
} as const;

describe('overview', () => {
  test('counts claims by what is known of them', () => {
    const values = [
      { value: '80', tellings: [0] },
      { value: '68', tellings: [0] },
    ] as const;
    const orland = anEntity('Republic of Orland', 'orl');
    const overview = overviewOf({
      ...parts,
      heads: [
        aStatement({ behalf: orland, valid: aValidTime('2031-05-14') }),
        aStatement({ speaker: null, behalf: null, valid: null, differences: [{ slot: 'said', values }] }),
        anEvent({ valid: aValidTime('1999'), differences: [{ slot: 'framing:x', values }] }),
        anEvent({ valid: aValidTime('2029/2040', 'bounded'), realis: 'planned' }),
        anEvent({ valid: aValidTime('2032-01'), realis: 'planned', fate: 'held' }),
        anEvent({ valid: aValidTime('2032-01'), realis: 'proposed' }),
      ],
    });
    expect(overview).toMatchObject({
      title: 'The Straits',
      statements: 2,
      events: 4,
      span: { from: '1999-01-01', to: '2032-01-31' },
      boundedClaims: 1,
      undatedClaims: 1,
      unresolved: 1,
      differing: 1,
      planned: 2,
      failures: 2,
      pages: 0,
      publishedSpan: null,
    });
    expect(overview.parties.map(({ tag, claims }) => [tag, claims])).toEqual([
      ['OR', 1],
      ['SO', 0],
    ]);
  });

  test('counts pages by outlet, text, day and what was caught', () => {
    const one = page('one', '2031-05-14');
    const group = { id: one.id, articles: 2 };
    const overview = overviewOf({
      ...parts,
      sources: [
        { ...one, group, rejected: [clock('crawl-clock'), clock('crawl-clock'), clock('same-day')] },
        { ...page('two', '2031-05-31', 'Northern Wire'), group },
        page('three', '2031-07', 'Northern Wire'),
        page('four', '2020/2031'),
        { ...page('five', null), outlet: null, language: 'ja' },
      ],
    });
    expect(overview).toMatchObject({
      pages: 5,
      texts: 4,
      outlets: 2,
      publishedSpan: { from: '2031-05-14', to: '2031-07-31' },
      boundedPages: 1,
      undatedPages: 1,
      caught: [{ reason: 'crawl-clock', words: 'crawl-clock in words', pages: 1 }],
      languages: [
        { language: 'en', pages: 4 },
        { language: 'ja', pages: 1 },
      ],
      coverage: [
        { from: '2031-05-01', to: '2031-05-31', pages: 2 },
        { from: '2031-07-01', to: '2031-07-31', pages: 1 },
      ],
    });
    expect(overview.byOutlet.map(({ outlet, pages, texts }) => [outlet.name, pages, texts])).toEqual([
      ['Northern Wire', 2, 2],
      ['The Harbour Post', 2, 2],
    ]);
  });

  test('of an empty record', () => {
    const overview = overviewOf({ ...parts, state: { kind: 'empty' } });
    expect(overview).toMatchObject({
      pages: 0,
      texts: 0,
      span: null,
      coverage: [],
      caught: [],
      statements: 0,
    });
    expect(JSON.parse(JSON.stringify(overview))).toEqual(overview);
  });
});
