import { describe, expect, test } from 'vitest';
import { entityId } from '../../../src/model/brand.ts';
import type { Article } from '../../../src/model/page.ts';
import { annotate } from './support.ts';

// Sul Marin lies in the south; Valdoria's fiscal year begins in April and goes by the year it begins in, Orland's begins
// in October and goes by the year it ends in. All three are invented.
const from = (place: string): Partial<Article> => ({ dateline: { place, at: { start: 0, end: 1 } } });
const LANTERN: Partial<Article> = { outlet: { id: entityId('orland-lantern'), name: 'Orland Lantern' } };

const read = (text: string, about: Partial<Article> = {}, published = '2016-12-16'): string => {
  const [time] = annotate(text, published, 'en', about).output;
  return `${time?.value} ${time?.edtf} ${time?.earliest} ${time?.latest}`;
};

describe('seasons', () => {
  test.each([
    ['in the summer of 2016', '2016-SU 2016-22 2016-06-01 2016-08-31'],
    ['in the winter of 1945-46', '1945-WI 1945-24 1945-12-01 1946-02-28'],
    ['in the winter of 1945-1946', '1945-WI 1945-24 1945-12-01 1946-02-28'],
    ['in the winter of 2015/16', '2015-WI 2015-24 2015-12-01 2016-02-29'],
  ])('of the north: %s', (phrase, expected) => {
    expect(read(`They met ${phrase}.`)).toBe(expected);
  });

  test.each([
    ['The ferry stopped in the Marinian summer of 2016.', {}],
    ['The ferry stopped in the summer of 2016 in Sul Marin.', {}],
    ['The ferry stopped in the summer of 2016.', from('Sul Marin')],
  ])('of the south have its days under their own name: %s', (text, about) => {
    expect(read(text, about)).toBe('2016-SU 2016-22 2016-12-01 2017-02-28');
  });

  test('last summer of the south is the last that was there', () => {
    expect(read('They met last summer.', from('Sul Marin'), '2017-04-20')).toBe(
      '2016-SU 2016-22 2016-12-01 2017-02-28',
    );
    expect(read('They met last winter.', from('Sul Marin'), '2017-04-20')).toBe(
      '2016-WI 2016-24 2016-06-01 2016-08-31',
    );
  });

  test('the place in the phrase goes before the dateline, and the outlet says nothing', () => {
    const text = 'The ferry stopped in the summer of 2016 in Valdoria.';
    expect(read(text, from('Sul Marin'))).toBe('2016-SU 2016-22 2016-06-01 2016-08-31');
    expect(read('They met in the summer of 2016.', LANTERN)).toBe('2016-SU 2016-22 2016-06-01 2016-08-31');
  });
});

describe('fiscal years', () => {
  test.each([
    ['Valdorian exports fell in fiscal 2016.', {}, '2016 2016-04/2017-03 2016-04-01 2017-03-31'],
    ['Exports fell in fiscal 2016.', from('Valdoria'), '2016 2016-04/2017-03 2016-04-01 2017-03-31'],
    ['Exports fell in fiscal 2016.', LANTERN, '2016 2015-10/2016-09 2015-10-01 2016-09-30'],
    ['Exports fell in fiscal year 2016.', from('Orland'), '2016 2015-10/2016-09 2015-10-01 2016-09-30'],
    [
      'Exports fell in the fiscal first quarter of 2016.',
      from('Orland'),
      '2016-Q1 2015-10/2015-12 2015-10-01 2015-12-31',
    ],
    [
      'Exports fell in the fiscal fourth quarter of 2016.',
      from('Valdoria'),
      '2016-Q4 2017-01/2017-03 2017-01-01 2017-03-31',
    ],
  ])('%s %o is %s', (text, about, expected) => {
    expect(read(text, about)).toBe(expected);
  });

  test('this fiscal year is the one that publication lies in', () => {
    expect(read('Exports fell this fiscal year.', from('Valdoria'), '2016-02-10')).toBe(
      '2015 2015-04/2016-03 2015-04-01 2016-03-31',
    );
    expect(read('Exports fell last fiscal year.', from('Orland'), '2016-11-10')).toBe(
      '2016 2015-10/2016-09 2015-10-01 2016-09-30',
    );
  });

  test('of a state that is not known: the label, no EDTF, and the widest days', () => {
    expect(read('Exports fell in fiscal 2016.')).toBe('2016 null 2015-07-01 2017-03-31');
    expect(read('Exports of Valdoria and Orland fell in fiscal 2016.')).toBe(
      '2016 null 2015-07-01 2017-03-31',
    );
  });

  test('nothing else is moved', () => {
    expect(read('Exports fell in 2016.', from('Valdoria'))).toBe('2016 2016 2016-01-01 2016-12-31');
    expect(read('Exports fell in the third quarter of 2016.', from('Valdoria'))).toBe(
      '2016-Q3 2016-35 2016-07-01 2016-09-30',
    );
  });
});
