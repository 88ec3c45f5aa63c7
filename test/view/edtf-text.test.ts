import { expect, test } from 'vitest';
import type { Edtf } from '../../src/model/brand.ts';
import { formatEdtf } from '../../src/view/edtf-text.ts';

test.each([
  ['2016-12-15', '15 Dec 2016'],
  ['2016-12-05', '5 Dec 2016'],
  ['2016-12', 'Dec 2016'],
  ['2016-12-XX', 'Dec 2016'],
  ['2016', '2016'],
  ['2016-XX', '2016'],
  ['2016-21', 'spring 2016'],
  ['2016-34', 'Q2 2016'],
  ['197X', '1970s'],
  ['19XX', '20th century'],
  ['20XX', '21st century'],
  ['11XX', '12th century'],
  ['1945~', 'about 1945'],
  ['1945-08?', 'perhaps Aug 1945'],
  ['1945%', 'perhaps about 1945'],
  ['-0043', '44 BC'],
  ['2016-12-15T18:30:00Z', '15 Dec 2016 18:30 UTC'],
  ['2016-12-15T18:30:00+09:00', '15 Dec 2016 18:30+09:00'],
  ['../2019-01-22', 'by 22 Jan 2019'],
  ['1945/..', 'since 1945'],
  ['/2019-01', 'to Jan 2019'],
  ['1945/', 'from 1945'],
  ['../..', 'at any time'],
  ['2016-09-02/2016-09-03', '2–3 Sep 2016'],
  ['2016-11-30/2016-12-02', '30 Nov – 2 Dec 2016'],
  ['2016-12-30/2017-01-02', '30 Dec 2016 – 2 Jan 2017'],
  ['2016-11/2016-12', 'Nov – Dec 2016'],
  ['1956/2021', '1956 – 2021'],
  ['1945-08~/1945-09~', 'about Aug 1945 – about Sep 1945'],
  ['next spring', 'next spring'],
])('%s is %s', (edtf, text) => {
  expect(formatEdtf(edtf as Edtf)).toBe(text);
});
