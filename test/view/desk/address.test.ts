import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleId, day } from '../../../src/model/brand.ts';
import {
  CLOCKS,
  claimQuery,
  readClaimQuery,
  readSourceQuery,
  SOURCE_SORTS,
  sourceQuery,
  writeClaimQuery,
  writeFacetValue,
  writeSourceQuery,
} from '../../../src/view/desk/address.ts';
import type { FacetFilter } from '../../../src/view/desk/types.ts';
import { FACETS, SORTS, SOURCE_FACETS } from '../../../src/view/desk/types.ts';

const read = (text: string) => readClaimQuery(new URLSearchParams(text));

const someValue = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom('-', '--', '-x', '--x', '---', 'a&b=c', '%2d', '+', 'Абэ', '安倍', '__proto__'),
);
const someFilter: fc.Arbitrary<FacetFilter> = fc
  .uniqueArray(someValue, { minLength: 1, maxLength: 6 })
  .chain((values) =>
    fc.nat(values.length).map((cut) => ({ in: values.slice(0, cut), out: values.slice(cut) })),
  );
const someFilters = <F extends string>(facets: readonly F[]) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...facets), someFilter), {
    selector: ([name]) => name,
    maxLength: 5,
  });
const someDay = fc
  .constantFrom('2016-09-02', '2020-02-29', '0001-01-01', '-0043-03-15', '9999-12-31')
  .map(day);
const paging = { offset: fc.nat(999_999_999), limit: fc.nat(1000) };
const someSearch = fc.string({ maxLength: 60, unit: 'grapheme' });

const someClaimQuery = fc.record({
  q: someSearch,
  facets: someFilters(FACETS).map((entries) => Object.fromEntries(entries)),
  from: fc.option(someDay),
  to: fc.option(someDay),
  clock: fc.constantFrom(...CLOCKS),
  asOf: fc.option(someDay),
  article: fc.option(fc.constant(articleId('0123456789abcdef'))),
  sort: fc.constantFrom(...SORTS),
  ...paging,
});
const someSourceQuery = fc.record({
  q: someSearch,
  facets: someFilters(SOURCE_FACETS).map((entries) => Object.fromEntries(entries)),
  from: fc.option(someDay),
  to: fc.option(someDay),
  fold: fc.boolean(),
  sort: fc.constantFrom(...SOURCE_SORTS),
  ...paging,
});

describe('laws', () => {
  test('what is written is read back, also through the text of an address', () => {
    fc.assert(
      fc.property(someClaimQuery, (query) => {
        expect(readClaimQuery(writeClaimQuery(query))).toEqual({ query, unknown: [] });
        expect(read(String(writeClaimQuery(query)))).toEqual({ query, unknown: [] });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(someSourceQuery, (query) => {
        expect(readSourceQuery(writeSourceQuery(query))).toEqual({ query, unknown: [] });
      }),
    );
  });

  test('reading any parameters never throws, and what was read is written the same again', () => {
    const name = fc.oneof(fc.constantFrom(...FACETS, 'q', 'from', 'to', 'as_of', 'limit', 'sort'), someValue);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 12 }))), (pairs) => {
        const { query } = readClaimQuery(new URLSearchParams(pairs));
        expect(readClaimQuery(writeClaimQuery(query))).toEqual({ query, unknown: [] });
        const sources = readSourceQuery(new URLSearchParams(pairs)).query;
        expect(readSourceQuery(writeSourceQuery(sources)).query).toEqual(sources);
      }),
    );
  });
});

test('defaults are left out, and the order is always one', () => {
  expect(String(writeClaimQuery(claimQuery()))).toBe('');
  expect(String(writeSourceQuery(sourceQuery()))).toBe('');
  const query = claimQuery({
    limit: 20,
    sort: '-time',
    asOf: day('2019-02-01'),
    facets: { party: { in: ['jpn'], out: [] }, kind: { in: [], out: ['event'] } },
    q: 'two islands',
  });
  expect(String(writeClaimQuery(query))).toBe(
    'q=two+islands&kind=-event&party=jpn&as_of=2019-02-01&sort=-time&limit=20',
  );
});

describe('reading', () => {
  test.each([
    ['from=2016&to=2016', { from: '2016-01-01', to: '2016-12-31' }],
    ['from=2016-02&to=2016-02', { from: '2016-02-01', to: '2016-02-29' }],
    ['from=2016-09-02&to=2017-02', { from: '2016-09-02', to: '2017-02-28' }],
    ['as_of=2019', { asOf: '2019-12-31' }],
    ['limit=5000', { limit: 1000 }],
    ['limit=0&offset=007', { limit: 0, offset: 7 }],
    ['speaker=ada-voss&speaker=-bo-lund', { facets: { speaker: { in: ['ada-voss'], out: ['bo-lund'] } } }],
    ['speaker=--ada&speaker=---bo', { facets: { speaker: { in: ['-ada'], out: ['-bo'] } } }],
    ['speaker=a&speaker=a&speaker=', { facets: { speaker: { in: ['a'], out: [] } } }],
    ['q=&from=&clock=&sort=', {}],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ query: claimQuery(expected as object), unknown: [] });
  });

  test.each([
    ['lens=wide', ['lens=wide']],
    ['from=2016-13', ['from=2016-13']],
    ['from=2016-02-30', ['from=2016-02-30']],
    ['to=yesterday&as_of=-0000', ['to=yesterday', 'as_of=-0000']],
    ['clock=recorded', ['clock=recorded']],
    ['sort=truth', ['sort=truth']],
    ['limit=-1&offset=1e3', ['offset=1e3', 'limit=-1']],
    ['article=../../etc', ['article=../../etc']],
    ['from=2016&from=2017', ['from=2017'], { from: '2016-01-01' }],
    ['kind=event&kind=-event', ['kind=-event'], { facets: { kind: { in: ['event'], out: [] } } }],
    ['kind=-', ['kind=-']],
    ['__proto__=x&constructor=y', ['__proto__=x', 'constructor=y']],
  ])('%s names what it does not understand', (text, unknown, expected?: object) => {
    expect(read(text)).toEqual({ query: claimQuery(expected ?? {}), unknown });
  });

  test('passes by what is the caller’s own', () => {
    const params = new URLSearchParams('density=close&lens=wide');
    expect(readClaimQuery(params, ['density']).unknown).toEqual(['lens=wide']);
    expect(readSourceQuery(params, ['density', 'lens']).unknown).toEqual([]);
  });

  test('is bounded in what it repeats and takes', () => {
    const flood = new URLSearchParams(
      [...Array(500).keys()].map((n): [string, string] => [`x${n}`, 'y'.repeat(1000)]),
    );
    const { unknown } = readClaimQuery(flood);
    expect([unknown.length, Math.max(...unknown.map(({ length }) => length))]).toEqual([50, 200]);
    const many = new URLSearchParams(
      [...Array(300).keys()].map((n): [string, string] => ['speaker', `s${n}`]),
    );
    expect(readClaimQuery(many).query.facets.speaker?.in).toHaveLength(100);
    expect(read(`q=${'a'.repeat(1001)}`).query.q).toBe('');
    expect(read(`speaker=${'a'.repeat(501)}`).query.facets).toEqual({});
  });

  test('a query of pages', () => {
    const { query, unknown } = readSourceQuery(
      new URLSearchParams('caught=crawl-clock&fold=no&sort=statements&outlet=-the-harbour-post&clock=said'),
    );
    expect(query).toEqual(
      sourceQuery({
        fold: false,
        sort: 'statements',
        facets: { outlet: { in: [], out: ['the-harbour-post'] }, caught: { in: ['crawl-clock'], out: [] } },
      }),
    );
    expect(unknown).toEqual(['clock=said']);
  });
});

test.each([
  ['a', false, 'a'],
  ['a', true, '-a'],
  ['-a', false, '--a'],
  ['-a', true, '---a'],
  ['--', false, '----'],
])('the value %s (not wanted: %s) is written %s', (value, isOut, written) => {
  expect(writeFacetValue(value, isOut)).toBe(written);
});
