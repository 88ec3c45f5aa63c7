import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimId } from '../../../src/model/brand.ts';
import { articleId, day } from '../../../src/model/brand.ts';
import type { ClaimHead } from '../../../src/model/store-port.ts';
import { claimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimIndex, ClaimSets, IndexResult } from '../../../src/view/desk/claim-index.ts';
import { createClaimIndex } from '../../../src/view/desk/claim-index.ts';
import type { ClaimListQuery, Facet } from '../../../src/view/desk/types.ts';
import { FACETS, SORTS } from '../../../src/view/desk/types.ts';
import { sortKey } from '../../../src/view/timeline.ts';
import { anEntity, aValidTime } from '../../support/builders.ts';
import { aTelling, eventHead, idOf, LABELS, someDay, someHead, statementHead } from './heads.ts';
import { answerSlowly } from './oracle.ts';

const ALL: ClaimSets = { hits: null, citing: null };

const indexOf = (heads: readonly ClaimHead[]): ClaimIndex => {
  const index = createClaimIndex(LABELS);
  for (const head of heads) index.put(head);
  return index;
};

const found = (
  index: ClaimIndex,
  given: Partial<ClaimListQuery>,
  sets: ClaimSets = ALL,
): readonly ClaimId[] => index.run(claimQuery(given), sets).ids;

const countsOf = (
  index: ClaimIndex,
  given: Partial<ClaimListQuery>,
  facet: Facet,
): Record<string, number> => {
  const counts = index.run(claimQuery(given), ALL).facets.find((one) => one.facet === facet);
  return Object.fromEntries((counts?.values ?? []).map(({ value, count }) => [value, count]));
};

const VALUES: Partial<Record<Facet, readonly string[]>> = {
  kind: ['statement', 'event'],
  speaker: ['ada-voss', 'unknown', 'nobody'],
  party: ['orland', 'southmark'],
  outlet: ['the-harbour-post', 'unknown'],
  via: ['northern-wire'],
  issue: ['the-ferry'],
  stance: ['none stated', 'rejects'],
  status: ['happened', 'planned', 'held', 'cancelled'],
  certainty: ['dated', 'bounded', 'undated'],
  place: ['Port Halm'],
  differs: ['yes'],
  background: ['yes'],
};

const someFacets: fc.Arbitrary<ClaimListQuery['facets']> = fc
  .uniqueArray(fc.constantFrom(...FACETS), { maxLength: 3 })
  .chain((facets) =>
    fc.tuple(
      ...facets.map((facet) =>
        fc
          .tuple(fc.subarray([...(VALUES[facet] ?? ['en', 'said', 'direct', 'meet'])]), fc.boolean())
          .map(
            ([values, isOut]) => [facet, isOut ? { in: [], out: values } : { in: values, out: [] }] as const,
          ),
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries));

const someQuery: fc.Arbitrary<ClaimListQuery> = fc
  .record({
    facets: someFacets,
    from: fc.option(someDay),
    to: fc.option(someDay),
    asOf: fc.option(someDay),
    clock: fc.constantFrom('happened' as const, 'said' as const, 'published' as const),
    sort: fc.constantFrom(...SORTS),
  })
  .map(claimQuery);

const shownCounts = (values: IndexResult['facets'][number]['values']): Record<string, number> =>
  Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));

/** Puts claims, and removes those of which only the id is given. */
const change = (
  index: ClaimIndex,
  held: Map<ClaimId, ClaimHead>,
  changes: readonly (ClaimHead | ClaimId)[],
): void => {
  for (const one of changes) {
    if (typeof one === 'string') {
      index.remove(one);
      held.delete(one);
    } else {
      index.put(one);
      held.set(one.id, one);
    }
  }
};

describe('the index against claim by claim', () => {
  const ids = [...Array(12).keys()].flatMap((n) => [idOf('s', n + 1), idOf('e', n + 1)]);
  const someChanges = fc.array(fc.oneof(someHead, fc.constantFrom(...ids)), { maxLength: 5 });

  test('finds the same claims and counts the same, whatever came, changed and went', () => {
    const someHeads = fc.array(someHead, { maxLength: 14 });
    fc.assert(
      fc.property(
        someHeads,
        someChanges,
        someQuery,
        fc.option(fc.subarray(ids)),
        (heads, changes, query, hits) => {
          const [index, held] = [createClaimIndex(LABELS), new Map<ClaimId, ClaimHead>()];
          const sets: ClaimSets = { hits: hits && new Set(hits), citing: null };
          change(index, held, heads);
          // The orders that are kept from here on are stale after the changes.
          index.run(query, sets);
          change(index, held, changes);
          const result = index.run(query, sets);
          const expected = answerSlowly([...held.values()], query, sets);
          expect(new Set(result.ids)).toEqual(expected.ids);
          expect(result).toMatchObject({ total: expected.ids.size, of: held.size });
          for (const { facet, values } of result.facets)
            expect(shownCounts(values), facet).toEqual(expected.facets[facet]);
          expect(result.ids).toEqual(indexOf([...held.values()]).run(query, sets).ids);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is in the order of the timeline', () => {
    fc.assert(
      fc.property(fc.array(someHead, { maxLength: 14 }), fc.option(someDay), (heads, asOf) => {
        const index = indexOf(heads);
        const all = [...new Map(heads.map((head) => [head.id, head])).values()];
        const { known } = answerSlowly(all, claimQuery({ asOf }), ALL);
        const sorted = [...known].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ id }) => id);
        expect(found(index, { asOf })).toEqual(sorted);
      }),
    );
  });
});

describe('order', () => {
  const early = statementHead(1, { valid: aValidTime('2030'), speaker: anEntity('Tarn Vesh') }, [
    aTelling(1, '2031-09-01'),
  ]);
  const late = statementHead(2, { valid: aValidTime('2031-05-14'), speaker: anEntity('ada voss') }, [
    aTelling(1, '2031-06-01'),
    aTelling(2, '2031-06-02'),
  ]);
  const bounded = eventHead(3, { valid: aValidTime('../2020-01-01', 'bounded') }, [aTelling(1, null)]);
  const undated = statementHead(4, { valid: null, speaker: null }, [
    aTelling(1, '2031-07-01'),
    aTelling(2, '2031-07-01'),
    aTelling(3, '2031-07-01'),
  ]);
  const index = indexOf([undated, bounded, late, early]);

  test.each([
    ['time', [early, late, bounded, undated]],
    ['-time', [late, early, bounded, undated]],
    ['published', [late, undated, early, bounded]],
    ['-published', [early, undated, late, bounded]],
    ['witnesses', [undated, late, early, bounded]],
    ['speaker', [late, early, undated, bounded]],
  ] as const)('by %s', (sort, heads) => {
    expect(found(index, { sort })).toEqual(heads.map(({ id }) => id));
  });

  test('claims of one time are in order of their ids', () => {
    const heads = [5, 3, 11, 4].map((n) => statementHead(n));
    expect(found(indexOf(heads), {})).toEqual([3, 4, 5, 11].map((n) => idOf('s', n)));
  });

  test('of years before 1 too', () => {
    const [old, older] = [aValidTime('-0043-03-15'), aValidTime('-0100-07-12')];
    const heads = [statementHead(1, { valid: old }), statementHead(2, { valid: older }), statementHead(3)];
    expect(found(indexOf(heads), {})).toEqual([2, 1, 3].map((n) => idOf('s', n)));
  });
});

describe('facets', () => {
  const index = indexOf([
    statementHead(1, { issues: [{ id: 'the-lighthouse', stance: 'rejects' }] }),
    statementHead(2, { behalf: anEntity('Southmark') }),
    eventHead(3, { background: true }),
  ]);

  test('are named by the pack, the codebook, or the claims', () => {
    const { facets } = index.run(claimQuery(), ALL);
    const labels = facets.flatMap(({ values }) => values.map(({ label }) => label));
    expect(labels).toEqual(
      expect.arrayContaining(['Republic of Orland', 'Who keeps the lighthouse', 'meets with']),
    );
    expect(facets.map(({ facet }) => facet)).toEqual([...FACETS]);
  });

  test('count what another choice would give', () => {
    expect(countsOf(index, { facets: { party: { in: ['southmark'], out: [] } } }, 'party')).toEqual({
      orland: 2,
      southmark: 2,
    });
    expect(countsOf(index, { facets: { party: { in: ['southmark'], out: [] } } }, 'kind')).toEqual({
      statement: 1,
      event: 1,
    });
    expect(countsOf(index, { facets: { background: { in: [], out: ['yes'] } } }, 'kind')).toEqual({
      statement: 2,
    });
  });

  test('list thirty values and those chosen', () => {
    const many = indexOf(
      [...Array(40).keys()].flatMap((n) =>
        [...Array(n < 35 ? 2 : 1).keys()].map((m) =>
          statementHead(n * 2 + m, { speaker: anEntity(`Speaker ${String(n).padStart(2, '0')}`) }),
        ),
      ),
    );
    const speaker = FACETS.indexOf('speaker');
    const all = many.run(claimQuery(), ALL).facets[speaker];
    expect([all?.values.length, all?.more]).toEqual([30, 10]);
    const query = claimQuery({ facets: { speaker: { in: ['speaker-39', 'nobody'], out: ['speaker-38'] } } });
    const chosen = many.run(query, ALL);
    expect(chosen.facets[speaker]?.values.slice(-3)).toEqual([
      { value: 'speaker-38', label: 'Speaker 38', count: 1, chosen: 'out' },
      { value: 'speaker-39', label: 'Speaker 39', count: 1, chosen: 'in' },
      { value: 'nobody', label: 'nobody', count: 0, chosen: 'in' },
    ]);
    expect([chosen.facets[speaker]?.more, chosen.unknownValues]).toEqual([8, ['speaker=nobody']]);
  });

  test('a value is unknown again when its last claim has gone', () => {
    const small = indexOf([statementHead(1), statementHead(2, { language: 'ja' })]);
    const query = claimQuery({ facets: { language: { in: ['ja'], out: ['-x'] } } });
    expect(small.run(query, ALL).unknownValues).toEqual(['language=---x']);
    small.remove(idOf('s', 2));
    expect(small.run(query, ALL).unknownValues).toEqual(['language=ja', 'language=---x']);
  });

  test('names that objects have of themselves are values like others', () => {
    const odd = statementHead(1, {
      speaker: anEntity('Ada Voss', '__proto__'),
      issues: [{ id: 'constructor', stance: null }],
    });
    expect(countsOf(indexOf([odd]), {}, 'issue')).toEqual({ constructor: 1 });
    expect(found(indexOf([odd]), { facets: { speaker: { in: ['__proto__'], out: [] } } })).toEqual([odd.id]);
  });
});

describe('as of a day', () => {
  const plan = aTelling(1, '2031-05-01', { realis: 'planned' });
  const report = aTelling(2, '2031-05-14', { realis: 'actual' }, { outlet: anEntity('Northern Wire') });
  const event = eventHead(1, { realis: 'actual', fate: 'held' }, [plan, report]);
  const undated = eventHead(2, {}, [aTelling(3, null)]);
  const index = indexOf([event, undated]);

  test.each([
    ['2031-04-30', {}, {}],
    ['2031-05-01', { planned: 1 }, { 'the-harbour-post': 1 }],
    ['2031-05-14', { held: 1 }, { 'the-harbour-post': 1, 'northern-wire': 1 }],
  ])('%s it stood as the accounts told by then', (asOf, status, outlet) => {
    expect(countsOf(index, { asOf: day(asOf) }, 'status')).toEqual(status);
    expect(countsOf(index, { asOf: day(asOf) }, 'outlet')).toEqual(outlet);
  });

  test('tells what is known first, and what no day can place', () => {
    expect(index.run(claimQuery({ asOf: day('2031-04-30') }), ALL).known).toEqual({
      first: '2031-05-01',
      undated: 1,
    });
    const query = { asOf: day('2032-01-01'), facets: { type: { in: ['sign'], out: [] } } };
    expect(index.run(claimQuery(query), ALL).known?.undated).toBe(0);
    expect(index.run(claimQuery(), ALL).known).toBeNull();
    expect(
      createClaimIndex(LABELS).run(claimQuery({ asOf: day('2031-01-01') }), ALL).known?.first,
    ).toBeNull();
  });
});

describe('when nothing matches', () => {
  const index = indexOf([
    statementHead(1),
    statementHead(2, { valid: aValidTime('2020-01-01') }),
    eventHead(3, {}, [aTelling(1, '2033-01-01')]),
  ]);

  test('says what taking away one filter would give, the most first', () => {
    const query = claimQuery({
      facets: { kind: { in: ['statement'], out: [] }, language: { in: [], out: ['en', 'ru'] } },
      asOf: day('2032-01-01'),
    });
    expect(index.run(query, ALL).relax).toEqual([{ parameter: 'language', value: '-en', total: 2 }]);
  });

  test('names every kind of filter as the address does', () => {
    const relaxOf = (given: Partial<ClaimListQuery>, sets: ClaimSets = ALL) =>
      index.run(claimQuery(given), sets).relax;
    const none: ClaimSets = { hits: new Set(), citing: null };
    expect(relaxOf({ q: 'moon' }, none)).toEqual([{ parameter: 'q', value: 'moon', total: 3 }]);
    const article = articleId('00000000000000aa');
    expect(relaxOf({ article }, { hits: null, citing: new Set() })).toEqual([
      { parameter: 'article', value: article, total: 3 },
    ]);
    expect(relaxOf({ from: day('2025-01-01'), to: day('2026-01-01') })).toEqual([
      { parameter: 'to', value: '2026-01-01', total: 2 },
      { parameter: 'from', value: '2025-01-01', total: 1 },
    ]);
    expect(relaxOf({ asOf: day('2019-01-01') })).toEqual([
      { parameter: 'as_of', value: '2019-01-01', total: 3 },
    ]);
    const several = { in: ['ja', 'ru'], out: [] };
    expect(relaxOf({ facets: { language: several } })).toEqual([
      { parameter: 'language', value: '', total: 3 },
    ]);
  });

  test('is silent when something does', () => {
    expect(index.run(claimQuery(), ALL).relax).toEqual([]);
  });
});

test('holds what was put and not removed', () => {
  const index = indexOf([statementHead(1), eventHead(2), statementHead(1, { language: 'ja' })]);
  expect([index.size(), [...index.ids()].sort()]).toEqual([2, [idOf('e', 2), idOf('s', 1)]]);
  index.remove(idOf('e', 2));
  index.remove(idOf('e', 7));
  expect([index.size(), index.has(idOf('e', 2)), index.has(idOf('s', 1))]).toEqual([1, false, true]);
  expect(countsOf(index, {}, 'language')).toEqual({ ja: 1 });
});

test('grows beyond its first columns', () => {
  const index = indexOf([...Array(3000).keys()].map((n) => statementHead(n)));
  expect(found(index, {})).toHaveLength(3000);
});
