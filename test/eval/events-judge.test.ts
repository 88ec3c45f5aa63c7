import { describe, expect, test } from 'vitest';
import { judgeEvents, type Reading } from '../../eval/lib/events-judge.ts';
import { eventMetrics } from '../../eval/lib/events-metrics.ts';
import { castOfGold, compareCasts, sidesOfPack } from '../../eval/lib/events-sides.ts';
import { statementPack } from '../../eval/lib/statements-gold.ts';

const sideOf = sidesOfPack(statementPack());
const TEXT = 'Headline of it\n\nOren visited Hale and rejected the plan. Wade met him.';

const cast = (...actors: readonly string[]) =>
  castOfGold({ actors, targets: [], mediators: [], maybe: [] }, sideOf);

const reading = (word: string, type: string, more: Partial<Reading> = {}): Reading => ({
  id: word,
  rule: 'r@1',
  at: { start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length },
  types: [type],
  cast: cast('davit-oren', 'orland'),
  edtf: '2013-05',
  realis: 'actual',
  fate: null,
  outcome: null,
  stance: 'asserts',
  background: false,
  doubtful: false,
  ...more,
});

const judge = (gold: readonly Reading[], told: readonly Reading[]) =>
  judgeEvents(TEXT, gold, told, (type) => (type === 'visit' || type === 'meet' ? 'CONSULT' : type));

const figure = (name: string, ...pair: readonly [readonly Reading[], readonly Reading[]]): number =>
  eventMetrics('e', [judge(...pair)]).find(({ metric }) => metric === `e/${name}`)?.value ?? Number.NaN;

describe('judgeEvents', () => {
  test('pairs by type at the anchor, or else within the sentence, and no further', () => {
    const gold = [reading('visited', 'visit')];
    expect(judge(gold, [reading('visited', 'visit')]).told[0]?.ok).toBe(true);
    expect(judge(gold, [reading('plan', 'visit')]).told[0]?.ok).toBe(true);
    expect(judge(gold, [reading('met', 'visit')]).told[0]?.ok).toBe(false);
    expect(judge(gold, [reading('visited', 'meet')]).told[0]?.ok).toBe(false);
  });

  test('takes another type that the gold lets pass', () => {
    const gold = [reading('visited', 'visit', { types: ['visit', 'meet'] })];
    expect(judge(gold, [reading('visited', 'meet')]).gold[0]?.right).not.toBeNull();
  });

  test('pairs each once, what overlaps before what is near', () => {
    const judged = judge(
      [reading('visited', 'visit'), reading('rejected', 'visit')],
      [reading('rejected', 'visit'), reading('plan', 'visit'), reading('Hale', 'visit')],
    );
    expect(judged.told.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  test('counts neither what is doubtful, nor what stands at it, nor the headline', () => {
    const gold = [reading('visited', 'visit', { doubtful: true })];
    const told = [reading('visited', 'visit'), reading('Headline', 'meet'), reading('rejected', 'reject')];
    expect(judge(gold, told)).toMatchObject({ gold: [], told: [{ id: 'rejected', ok: false }] });
    expect(judge(gold, [reading('visited', 'reject')]).told).toEqual([]);
  });

  test('tells root and type of what stands at the very place', () => {
    const [row] = judge([reading('visited', 'visit')], [reading('visited', 'meet')]).gold;
    expect(row).toMatchObject({ right: null, rootFound: true, there: { second: 'meet', sameRoot: true } });
  });

  test('judges each field on its own', () => {
    const [row] = judge(
      [reading('visited', 'visit', { fate: 'postponed', realis: 'planned' })],
      [reading('visited', 'visit', { edtf: '2013-05-03', stance: 'denies', realis: 'planned' })],
    ).gold;
    expect(row?.right).toEqual({
      participants: true,
      parties: true,
      realis: true,
      'time-overlap': true,
      'time-equal': false,
      fate: false,
      'fate-where-any': false,
      outcome: true,
      'outcome-where-any': null,
      stance: false,
      'stance-where-any': false,
      background: true,
    });
  });
});

describe('compareCasts', () => {
  test.each([
    ['a person in office and the state are one side', ['davit-oren'], ['valdoria'], [], true],
    ['so are two of one state', ['davit-oren'], ['ruben-tal'], [], true],
    ['somebody missing', ['valdoria', 'orland'], ['valdoria'], [], false],
    ['somebody too many', ['valdoria'], ['valdoria', 'ulmira'], [], false],
    ['somebody who may be there', ['valdoria'], ['valdoria', 'ulmira'], ['ulmira'], true],
    ['somebody who may be there and is not', ['valdoria'], ['valdoria'], ['ulmira'], true],
    ['nobody of the pack', ['text: a skipper'], ['text: a sailor'], [], true],
  ] as const)('%s', (_name, named, told, maybe, same) => {
    const gold = castOfGold({ actors: named, targets: [], mediators: [], maybe }, sideOf);
    const { covered, gold: all, right, told: said } = compareCasts(gold, cast(...told));
    expect(covered === all && right === said).toBe(same);
  });
});

describe('eventMetrics', () => {
  const gold = [reading('visited', 'visit'), reading('rejected', 'reject')];
  test.each([
    ['f1', 0.5],
    ['type-f1', 1],
    ['parties-f1', 1],
    ['participants-f1', 6 / 7],
    ['realis', 0.5],
  ])('%s of two events, one without its target and with another realis, is %f', (name, value) => {
    const told = [
      reading('visited', 'visit'),
      reading('rejected', 'reject', { cast: cast('davit-oren'), realis: 'planned' }),
    ];
    expect(figure(name, gold, told)).toBeCloseTo(value);
  });

  test('an event too many costs precision, a missing one recall', () => {
    expect(figure('type-f1', gold, [reading('visited', 'visit'), reading('met', 'meet')])).toBe(0.5);
    expect(figure('type-f1', gold, [])).toBe(0);
  });
});
