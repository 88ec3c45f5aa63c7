import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/model/brand.ts';
import type { Claim, Difference, EventClaim } from '../../../src/model/claim.ts';
import { knownBy } from '../../../src/view/desk/known-by.ts';
import { anEntity, anEvent, anExtraction, aStatement } from '../../support/builders.ts';
import { aTelling, eventHead, someDay, someHead, statementHead } from './heads.ts';

const page = (text: string, published: string | null, outlet = anEntity('The Harbour Post')) =>
  anExtraction({ text, published, outlet });
const wire = anEntity('Northern Wire');
const [first, second, third] = [
  page('[Orla Venn of Northland [met]trigger Tarn Vesh.]clause', '2031-05-10'),
  page('😀 [Orla Venn [met]trigger Tarn Vesh at noon.]clause', '2031-05-12', wire),
  page('[Ms Venn [met]trigger Mr Vesh.]clause', null),
];

const differing = (slot: string, ...values: readonly (readonly number[])[]): Difference =>
  ({ slot, values: values.map((tellings, n) => ({ value: `v${n}`, tellings })) }) as unknown as Difference;

describe('tellings', () => {
  const event = anEvent({
    from: [third, second, first],
    differences: [
      differing('time', [0, 1], [2]),
      differing('place', [0], [1, 2]),
      differing('fate', [0], [1]),
    ],
  });

  test('are kept when their last possible day has come, and numbered anew with what cites them', () => {
    const known = knownBy<Claim>(event, day('2031-05-12'));
    expect(known?.tellings.map(({ article }) => article)).toEqual([second.article.id, first.article.id]);
    expect(known?.witnesses).toEqual({ articles: 2, outlets: 2, independent: 2 });
    expect(known?.tellings.map(({ witness }) => witness)).toEqual([0, 1]);
    expect(known?.differences).toEqual([
      {
        slot: 'time',
        values: [
          { value: 'v0', tellings: [0] },
          { value: 'v1', tellings: [1] },
        ],
      },
    ]);
    expect(new Set(known?.evidence.map(({ article, telling }) => `${telling} ${article}`))).toEqual(
      new Set([`0 ${second.article.id}`, `1 ${first.article.id}`]),
    );
  });

  test.each([
    ['2031-05-09', null],
    ['2031-05-10', 1],
    ['2031-05-11', 1],
    ['2031-05-12', 2],
    ['9999-12-31', 2],
  ])('by %s: %s', (asOf, count) => {
    expect(knownBy(event, day(asOf))?.tellings.length ?? null).toBe(count);
  });

  test('of a month are known at its end', () => {
    const head = statementHead(1, {}, [aTelling(1, '2031-05')]);
    expect(knownBy(head, day('2031-05-30'))).toBeNull();
    expect(knownBy(head, day('2031-05-31'))).toBe(head);
  });

  test('a claim that is wholly known is left as it is', () => {
    const statement = aStatement();
    expect(knownBy(statement, day('2031-05-14'))).toBe(statement);
  });
});

describe('what became of an event', () => {
  const told = (...tellings: readonly (readonly [string, Record<string, string>])[]) =>
    eventHead(1, { realis: 'actual', fate: 'held' }, [
      ...tellings.map(([published, values], n) => aTelling(n + 1, published, values)),
      aTelling(9, null),
    ]);

  test.each<[string, string, EventClaim['realis'], EventClaim['fate']]>([
    ['a plan', '2031-05-01', 'planned', null],
    ['a plan put off', '2031-05-02', 'planned', 'postponed'],
    ['a plan put off and called off', '2031-05-03', 'planned', 'cancelled'],
    ['a plan that came about', '2031-05-04', 'actual', 'held'],
  ])('%s by %s', (_, asOf, realis, fate) => {
    const head = told(
      ['2031-05-01', { realis: 'planned' }],
      ['2031-05-02', { realis: 'planned', fate: 'postponed' }],
      ['2031-05-03', { realis: 'proposed', fate: 'cancelled' }],
      ['2031-05-04', { realis: 'actual' }],
    );
    expect(knownBy(head, day(asOf))).toMatchObject({ realis, fate });
  });

  test.each<[string[], EventClaim['realis'], EventClaim['fate']]>([
    [['negated', 'negated', 'actual'], 'negated', null],
    [['negated', 'actual'], 'actual', null],
    [['standing', 'ongoing'], 'ongoing', null],
    [['hypothetical', 'proposed'], 'proposed', null],
    [['hypothetical', 'actual'], 'actual', 'held'],
  ])('told as %j it is %s (%s)', (given, realis, fate) => {
    const head = told(...given.map((one) => ['2031-05-01', { realis: one }] as const));
    expect(knownBy(head, day('2031-05-01'))).toMatchObject({ realis, fate });
  });

  test('stays when the tellings kept no values', () => {
    expect(knownBy(told(['2031-05-01', {}]), day('2031-05-01'))).toMatchObject({
      realis: 'actual',
      fate: 'held',
    });
  });
});

test('a statement has the longest wording known', () => {
  const head = statementHead(1, { wording: 'We will never sell the old lighthouse.' }, [
    aTelling(1, '2031-05-01', { wording: 'never sell' }),
    aTelling(2, '2031-05-02', { wording: 'We will never sell it' }),
    aTelling(3, '2031-05-03', { wording: 'We will never sell the old lighthouse.' }),
  ]);
  const wordings = ['2031-05-01', '2031-05-02', '2031-05-03'].map(
    (asOf) => knownBy(head, day(asOf))?.wording,
  );
  expect(wordings).toEqual(['never sell', 'We will never sell it', 'We will never sell the old lighthouse.']);
  const bare = statementHead(1, {}, [aTelling(1, '2031-05-01'), aTelling(2, null)]);
  expect(knownBy(bare, day('2031-05-01'))?.wording).toBe(bare.wording);
});

test('what is known never shrinks, and its numbers hold', () => {
  fc.assert(
    fc.property(someHead, someDay, someDay, (head, one, other) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      const [before, after] = [knownBy(head, early), knownBy(head, late)];
      expect(before?.tellings.length ?? 0).toBeLessThanOrEqual(after?.tellings.length ?? 0);
      for (const { values } of after?.differences ?? [])
        for (const number of values.flatMap(({ tellings }) => tellings))
          expect(after?.tellings[number]).toBeDefined();
      if (after !== null) expect(knownBy(after, early)?.tellings).toEqual(before?.tellings);
    }),
  );
});
