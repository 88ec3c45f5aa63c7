import { describe, expect, test } from 'vitest';
import { placesOf, timesOf } from '../../../src/view/desk/placed.ts';
import { aValidTime } from '../../support/builders.ts';
import { aTelling, eventHead, statementHead } from './heads.ts';

describe('happened', () => {
  test.each([
    [aValidTime('2031-05-12'), '12 May 2031', 'dated'],
    [aValidTime('2031-05'), 'May 2031', 'dated'],
    [aValidTime('1945/..'), 'since 1945', 'dated'],
    [aValidTime('2016/2019', 'bounded'), 'between 2016 and 2019', 'bounded'],
  ])('%o is %s, %s', (valid, text, certainty) => {
    const { edtf, earliest, latest } = valid;
    expect(timesOf(eventHead(1, { valid })).happened).toEqual({ edtf, earliest, latest, text, certainty });
  });

  test('is not known without a valid time', () => {
    expect(timesOf(eventHead(1, { valid: null })).happened).toBeNull();
  });

  test('of what is only planned is after its bound', () => {
    const head = eventHead(1, { valid: aValidTime('2031-05-12/..', 'bounded'), realis: 'planned' });
    expect(timesOf(head).happened?.text).toBe('after 12 May 2031');
  });
});

describe('said', () => {
  test('of a statement is when it was made', () => {
    const times = timesOf(statementHead(1));
    expect(times.said).toEqual(times.happened);
  });

  test('of an event is the first time at which it is quoted, or not known', () => {
    expect(timesOf(eventHead(1)).said).toBeNull();
    const told = ['2031-05-14', '2031-05-13', 'one Thursday', '2031-05'].map((said, n) =>
      aTelling(n, '2031-05-20', { said }),
    );
    expect(timesOf(eventHead(1, {}, told)).said).toMatchObject({ edtf: '2031-05', certainty: 'dated' });
    expect(timesOf(eventHead(1, {}, told.slice(0, 3))).said).toEqual({
      edtf: '2031-05-13',
      earliest: '2031-05-13',
      latest: '2031-05-13',
      text: '13 May 2031',
      certainty: 'dated',
    });
  });
});

describe('published', () => {
  test.each([
    [[null], null],
    [
      ['2031-05-14', '2031-05-12', null],
      ['12 May 2031', 'dated'],
    ],
    // Out by the 12th for certain, and perhaps before.
    [
      ['2031-05-12', '2031-05'],
      ['12 May 2031', 'dated'],
    ],
    [
      ['2020/2031-05-12', '2031-05-12'],
      ['12 May 2031', 'dated'],
    ],
    [
      ['2020/2040', '2031-05-12'],
      ['12 May 2031', 'dated'],
    ],
    [
      ['2020/2022', '2031-05-12'],
      ['between 2020 and 2022', 'bounded'],
    ],
    [['../2031-05-12'], ['by 12 May 2031', 'bounded']],
    [
      ['2031-05-12/..', null],
      ['since 12 May 2031', 'bounded'],
    ],
    [
      ['2031-05-12/..', '2031-09-01'],
      ['1 Sep 2031', 'dated'],
    ],
  ])('by tellings of %j is %j', (days, expected) => {
    const { published } = timesOf(
      eventHead(
        1,
        {},
        days.map((day, n) => aTelling(n, day)),
      ),
    );
    expect(published && [published.text, published.certainty]).toEqual(expected);
  });
});

test('the places are the times without words', () => {
  const head = eventHead(1, {}, [aTelling(1, '2031-05-14', { said: '2031-05-13' })]);
  for (const [clock, place] of Object.entries(placesOf(head)))
    expect(timesOf(head)).toMatchObject({ [clock]: place });
});
