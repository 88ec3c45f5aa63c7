import { describe, expect, test } from 'vitest';
import { ruleId } from '../../../src/model/brand.ts';
import { sourceQuery } from '../../../src/view/desk/address.ts';
import { listSources } from '../../../src/view/desk/source-list.ts';
import type { SourceListQuery, SourceRow } from '../../../src/view/desk/types.ts';
import { anEntity, anExtraction, aRange } from '../../support/builders.ts';
import { shareOfBound } from '../../support/pace.ts';
import { rowOfPage } from './support.ts';

const page = (
  title: string,
  published: string | null,
  outlet: string | null,
  given: Partial<SourceRow> = {},
) =>
  rowOfPage(
    anExtraction({
      text: `${title} ${published} ${outlet}`,
      title,
      published,
      outlet: outlet === null ? null : anEntity(outlet),
    }),
    given,
  );

const first = page('Straits stay open', '2031-05-14', 'Northern Wire', { statements: 2 });
const group = { id: first.id, articles: 3 };
const rows: readonly SourceRow[] = [
  page('Les détroits restent ouverts', '2031-05-15', 'Le Phare', { language: 'fr', statements: 9 }),
  { ...first, group },
  page('Straits to stay open', '2031-05-16', 'The Harbour Post', {
    group,
    wires: [anEntity('Northern Wire')],
  }),
  page('Straits STAY open, says Voss', '2031-05-15', 'The Harbour Post', { group }),
  page('No day at all', null, null, { error: { code: 'poison', message: 'too long' } }),
  page('Some time', '2029/2033', 'Le Phare', {
    rejected: [
      {
        text: '2 Jan 2035',
        edtf: aRange('2035-01-02').edtf,
        raw: null,
        at: null,
        rule: ruleId('clean/published/crawl-clock@1'),
        why: 'a clock',
        rejected: { reason: 'crawl-clock', words: 'the page’s own clock' },
        bounds: [],
      },
    ],
  }),
];

const list = (given: Partial<SourceListQuery> = {}) => listSources(rows, sourceQuery(given));
const titles = (given: Partial<SourceListQuery> = {}) => list(given).rows.map(({ title }) => title);
const counts = (facet: string, given: Partial<SourceListQuery> = {}) =>
  list(given)
    .facets.find((one) => one.facet === facet)
    ?.values.map(({ value, count, chosen }) => [value, count, chosen]);

describe('list of sources', () => {
  test('copies are folded below the earliest, and counted once', () => {
    const { total, of, texts, rows: shown } = list();
    expect({ total, of, texts }).toEqual({ total: 6, of: 6, texts: 4 });
    expect(shown.map(({ title, copies }) => [title, copies.map((copy) => copy.title)])).toEqual([
      ['Some time', []],
      ['Straits stay open', ['Straits STAY open, says Voss', 'Straits to stay open']],
      ['Les détroits restent ouverts', []],
      ['No day at all', []],
    ]);
    expect(counts('outlet')).toEqual([
      ['le-phare', 2, null],
      ['northern-wire', 1, null],
      ['the-harbour-post', 1, null],
      ['unknown', 1, null],
    ]);
  });

  test('unfolded, every page is a row and counts', () => {
    expect(titles({ fold: false })).toHaveLength(6);
    expect(counts('outlet', { fold: false })?.slice(0, 2)).toEqual([
      ['le-phare', 2, null],
      ['the-harbour-post', 2, null],
    ]);
  });

  test('a copy that alone matches stands by itself', () => {
    const facets = { wire: { in: ['northern-wire'], out: [] } };
    expect(titles({ facets })).toEqual(['Straits to stay open']);
    expect(list({ facets }).rows[0]?.copies).toEqual([]);
  });

  test('all words must be there, whatever their case and accents', () => {
    expect(titles({ q: 'DETROITS  phare' })).toEqual(['Les détroits restent ouverts']);
    expect(titles({ q: 'voss harbour' })).toEqual(['Straits STAY open, says Voss']);
    expect(titles({ q: 'voss phare' })).toEqual([]);
    expect(titles({ q: '.txt timeout' })).toEqual([]);
  });

  test('counts are under all filters but their own; what is chosen is always listed', () => {
    const facets = { outlet: { in: ['le-phare'], out: [] }, language: { in: [], out: ['fr'] } };
    expect(titles({ facets })).toEqual(['Some time']);
    expect(counts('outlet', { facets })).toEqual([
      ['le-phare', 1, 'in'],
      ['northern-wire', 1, null],
      ['the-harbour-post', 1, null],
      ['unknown', 1, null],
    ]);
    expect(counts('language', { facets })).toEqual([
      ['en', 1, null],
      ['fr', 1, 'out'],
    ]);
    const gone = { outlet: { in: ['constructor'], out: [] } };
    expect(counts('outlet', { facets: gone })?.at(-1)).toEqual(['constructor', 0, 'in']);
    expect(titles({ facets: gone })).toEqual([]);
  });

  test('what was caught, what is undated and what was trouble are facets', () => {
    expect(titles({ facets: { caught: { in: ['crawl-clock'], out: [] } } })).toEqual(['Some time']);
    expect(titles({ facets: { trouble: { in: ['poison'], out: [] } } })).toEqual(['No day at all']);
    expect(counts('dated')).toEqual([
      ['dated', 2, null],
      ['bounded', 1, null],
      ['undated', 1, null],
    ]);
  });

  test('a window holds what was possibly published in it; undated pages are in none', () => {
    const window = sourceQuery({
      fold: false,
      from: aRange('2031-05-15').earliest,
      to: aRange('2031-05-15').earliest,
    });
    const found = listSources(rows, window).rows.map(({ title }) => title);
    expect(new Set(found)).toEqual(
      new Set(['Some time', 'Les détroits restent ouverts', 'Straits STAY open, says Voss']),
    );
    expect(listSources(rows, { ...window, from: null, to: aRange('2028').latest }).rows).toEqual([]);
  });

  test('orders, with undated pages last both ways', () => {
    expect(titles({ fold: false, sort: '-published' }).slice(0, 2)).toEqual([
      'Some time',
      'Straits to stay open',
    ]);
    expect(titles({ fold: false, sort: '-published' }).at(-1)).toBe('No day at all');
    expect(titles({ sort: 'statements' })[0]).toBe('Les détroits restent ouverts');
    expect(titles({ sort: 'outlet' }).at(-1)).toBe('No day at all');
  });

  test('pages of rows', () => {
    expect(titles({ offset: 1, limit: 2 })).toEqual(['Straits stay open', 'Les détroits restent ouverts']);
    expect(titles({ offset: 99 })).toEqual([]);
    expect(list({ offset: 99 }).total).toBe(6);
  });

  test('an empty record gives an empty list with every facet', () => {
    expect(listSources([], sourceQuery()).facets.map(({ values }) => values)).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  test('20,000 pages are filtered in time', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => ({ ...(rows[n % rows.length] ?? first) }));
    listSources(many, sourceQuery({ q: 'straits' }));
    const filter = (): unknown =>
      listSources(many, sourceQuery({ q: 'straits open', facets: { language: { in: ['en'], out: [] } } }));
    expect(shareOfBound(1_000, filter)).toBeLessThan(1);
  });
});
