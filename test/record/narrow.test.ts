import { describe, expect, test } from 'vitest';
import { ruleId } from '../../src/model/brand.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Bound, DateRange, Reading } from '../../src/model/page.ts';
import { publishedOf } from '../../src/model/page.ts';
import { readCoverage } from '../../src/record/coverage.ts';
import { anEntity, anExtraction, aRange } from '../support/builders.ts';
import { at, KNOWLEDGE, part, prose } from './told.ts';

const BOUND: Bound = {
  at: null,
  raw: 'President Ada Voss',
  rule: ruleId('clean/evidence/office@1'),
  note: 'President Ada Voss in office 2029-01-01/2033-01-01',
  earliest: null,
  latest: null,
};

/** The extraction with a day of publication that is only bounded. */
const bounded = (extraction: Extraction, interval: string): Extraction => {
  const reading: Reading<DateRange> = {
    value: aRange(interval),
    at: null,
    raw: BOUND.raw,
    rule: ruleId('clean/published/bounded@2'),
    rejected: null,
    because: [BOUND],
  };
  return { ...extraction, article: { ...extraction.article, published: [reading] } };
};

const daysOf = (extractions: readonly Extraction[]): Readonly<Record<string, Reading<DateRange> | null>> =>
  Object.fromEntries(
    readCoverage(extractions, KNOWLEDGE).extractions.map(({ article }) => [
      article.outlet?.name ?? '',
      publishedOf(article),
    ]),
  );

const copy = (outlet: string, published: string | null): Extraction =>
  anExtraction({ text: `${prose(7, 80)} 😀 ${outlet}`, outlet: anEntity(outlet), published });

describe('copies', () => {
  test('a copy of a dated page is of its days, within its own bounds', () => {
    const days = daysOf([copy('Gazette', '2031-05-14'), bounded(copy('Lantern', null), '2029/2033')]);
    expect(days.Lantern).toMatchObject({
      rule: 'record/published/copy@1',
      value: { edtf: '2031-05-12/2031-05-21' },
    });
    expect(days.Lantern?.because?.map(({ note }) => note)).toEqual([
      'the same text, dated by Gazette',
      BOUND.note,
    ]);
    expect(days.Gazette?.value.edtf).toBe('2031-05-14');
  });

  test('several dated copies leave the days from the first to the last', () => {
    const days = daysOf([copy('Gazette', '2031-05-14'), copy('Herald', '2031-05-16'), copy('Lantern', null)]);
    expect(days.Lantern?.value.edtf).toBe('2031-05-12/2031-05-23');
  });

  test('a copy that the page’s own evidence excludes does not date it', () => {
    const days = daysOf([copy('Gazette', '2031-05-14'), bounded(copy('Lantern', null), '2040/2045')]);
    expect(days.Lantern?.value.edtf).toBe('2040/2045');
  });

  test('another text, and a page dated by others, date nothing', () => {
    const other = anExtraction({ text: prose(9, 80), outlet: anEntity('Herald'), published: '2031-05-14' });
    expect(daysOf([other, copy('Lantern', null)]).Lantern).toBeNull();
    expect(daysOf([copy('Gazette', null), copy('Lantern', null)]).Lantern).toBeNull();
  });

  test('the same in any order', () => {
    const pages = [copy('Gazette', '2031-05-14'), copy('Herald', '2031-05-16'), copy('Lantern', null)];
    expect(daysOf([...pages].reverse())).toEqual(daysOf(pages));
  });
});

describe('events that pages share', () => {
  const PARTICIPANTS = [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')];
  const meeting = (outlet: string, seed: number, when: string, published: string | null): Extraction => {
    const built = anExtraction({
      text: `${prose(seed, 60)} [Ada Voss [met]trigger Ivo Lind [on Thursday]time]clause. 😀 ${outlet}`,
      outlet: anEntity(outlet),
      published,
      events: [{ type: 'meet', participants: PARTICIPANTS, time: at(when), realis: 'actual' }],
    });
    const start = built.article.text.indexOf('on Thursday');
    const expression = { start, end: start + 'on Thursday'.length };
    const events = built.annotations.events.map((event) => ({
      ...event,
      time: event.time === null ? null : { ...event.time, expression },
    }));
    return { ...built, annotations: { ...built.annotations, events } };
  };
  // 15 May 2031 is a Thursday, 16 May a Friday.
  const undated = bounded(meeting('Lantern', 3, '2029/2033', null), '2029/2033');

  test('the same meeting on a Thursday dates the page to the week after it', () => {
    const days = daysOf([meeting('Gazette', 5, '2031-05-15', '2031-05-16'), undated]);
    expect(days.Lantern).toMatchObject({
      rule: 'record/published/shared-event@1',
      raw: 'on Thursday',
      value: { edtf: '2031-05-15/2031-05-22' },
    });
  });

  test('a meeting on a Friday is another one', () => {
    const days = daysOf([meeting('Gazette', 5, '2031-05-16', '2031-05-17'), undated]);
    expect(days.Lantern?.value.edtf).toBe('2029/2033');
  });

  test('two such meetings leave it open which is meant', () => {
    const days = daysOf([
      meeting('Gazette', 5, '2031-05-15', '2031-05-16'),
      meeting('Herald', 6, '2031-06-19', '2031-06-20'),
      undated,
    ]);
    expect(days.Lantern?.value.edtf).toBe('2029/2033');
  });
});
