import { describe, expect, test } from 'vitest';
import { dateByEvidence } from '../../../src/clean/evidence/date-by-evidence.ts';
import { ruleId } from '../../../src/model/brand.ts';
import { cover } from '../../../src/model/span.ts';
import { shareOfBound } from '../../support/pace.ts';
import { dated, WORLD } from './world.ts';

/** Body, interval, the rules that bind it. All states, persons and treaties are invented. */
const CASES: readonly (readonly [string, string, string | null, readonly string[]])[] = [
  [
    'an office is held within its term',
    'President Ana Kestrel received the fishermen of the strait and listened to them.',
    '2012-02-29/2020-03-08',
    ['office-begun@1', 'office@1'],
  ],
  [
    'two offices intersect',
    'President Ana Kestrel and Foreign Minister Mara Holt received the fishermen of the strait.',
    '2014-11-19/2018-05-22',
    ['office-begun@1', 'office@1'],
  ],
  [
    'a title without a capital is a title',
    'The fishermen of the strait were received by president Ana Kestrel in her garden.',
    '2012-02-29/2020-03-08',
    ['office-begun@1', 'office@1'],
  ],
  [
    'a former holder has left',
    'The fishermen of the strait were received by former President Ivo Marsh in his garden.',
    '2012-02-23/..',
    ['former-office@1'],
  ],
  [
    'an elect is chosen and not in office',
    'The fishermen of the strait were received by President-elect Lena Brook in her garden.',
    '2019-07-25/2020-03-08',
    ['elect@1'],
  ],
  [
    'then-President is no evidence',
    'The fishermen of the strait remember a dinner with then-President Ivo Marsh in his garden.',
    null,
    [],
  ],
  [
    'an office beside a year of history has only begun',
    'In 1957, President Aldo Quist refused to receive the fishermen of the strait.',
    '1957-01-01/..',
    ['past-date@1'],
  ],
  [
    'a quoted office may be of any time',
    '“I still see President Aldo Quist at the quay, with all the boats around him,” the pilot said.',
    '1950-12-31/..',
    ['office-begun@1'],
  ],
  [
    'a weekday beside a day of the month, within an office',
    'President Ana Kestrel received the fishermen of the strait on Wednesday, May 14.',
    '2014-05-14/2014-05-24',
    ['office@1', 'weekday-of-day@1'],
  ],
  [
    'a range whose days are told by their weekdays',
    'President Ana Kestrel left Hale on Friday.\n\nThe visit of February 12-13 was her first one to the port.\n\nOn Thursday she had seen the harbour of the town.',
    '2015-02-02/2015-02-23',
    ['office@1', 'weekdays-of-range@1'],
  ],
  [
    'next month a gathering in a named place',
    'The leaders of the strait will meet at the Northern Straits Forum in Hale next month.',
    '2016-09',
    ['gathering-near@1'],
  ],
  [
    'earlier this month at a gathering',
    'The leaders of the strait met at the Northern Straits Forum in Hale earlier this month.',
    '2016-10-06/2016-10-31',
    ['gathering-near@1'],
  ],
  [
    'a gathering to come on days without a year',
    'The Northern Straits Forum will be held in the old customs house on September 28-29.',
    '2017-01-31/2017-09-29',
    ['gathering-near@1'],
  ],
  [
    'next year beside the year',
    'The council has asked for a lower quota for next year. The quota for 2020 is to be set in the winter.',
    '2018-12-17/2020-01-15',
    ['next-year@1'],
  ],
  [
    'not next year but later is no evidence of this year',
    'The bridge will not be finished next year as planned, but only in 2020, the builders of it say.',
    '../2020-12-31',
    ['planned-date@1'],
  ],
  [
    'an anniversary whose day is told',
    'The town will mark the 60th anniversary of the 1956 treaty next month.\n\nThe treaty was signed on 19 October 1956 in the customs house.',
    '2016-09',
    ['anniversary@1'],
  ],
  [
    'years counted from a year',
    'Two ships of the navy called at the port for the first time in 11 years, since 2005.',
    '2015-11-02/2017-07-01',
    ['years-since@1'],
  ],
  [
    'a birthday beside a year of birth',
    'Ivo Marsh, who was born in 1948, celebrated his 70th birthday with old comrades in the port.',
    '2017-12-17/2019-01-15',
    ['age@1'],
  ],
  [
    'a past event below, a plan above',
    'The paper on the strait was signed on 17 November 2014.\n\nAn envoy will speak to the council on 12 January 2015 about it.',
    '2014-11-17/2015-01-12',
    ['past-date@1', 'planned-date@1'],
  ],
  [
    'a plan that was is no plan',
    'The envoy was to visit the council on 12 January 2015 but fell ill and stayed at home.',
    null,
    [],
  ],
  [
    'an instrument exists; one that is drafted need not',
    'The commission that the Strait Declaration founded sat for the first time in the port.',
    '2017-03-08/..',
    ['instrument@1'],
  ],
  [
    'a draft is no instrument yet',
    'The ministers of the strait are to sign a new Strait Declaration in the port, they say.',
    null,
    [],
  ],
  [
    'a period whose sum is told is over',
    'The port handled 310,000 tonnes of timber in the first nine months of 2015, its office said.',
    '2015-10-01/..',
    ['completed-period@1'],
  ],
  ['no clue, no interval', 'The herring was small this time and the boats came home half empty.', null, []],
];

describe('the interval and the rules that bind it', () => {
  test.each(CASES)('%s', (_, body, interval, rules) => {
    const found = dated(body);
    expect(found.interval).toBe(interval);
    expect(found.rules).toEqual([...rules].sort());
  });
});

describe('every bound can be checked', () => {
  test('its characters, its days, its note; the diagnostic tells them too', () => {
    const { because, text, diagnostics } = dated(
      '𝕏 President Ana Kestrel and Foreign Minister Mara Holt received the fishermen of the strait.',
    );
    for (const bound of because) expect(bound.at && cover(text, bound.at)).toBe(bound.raw);
    expect(because).toContainEqual(
      expect.objectContaining({
        raw: 'Foreign Minister Mara Holt',
        note: 'Foreign Minister Mara Holt in office 2014-11-20/2018-05-15',
        earliest: '2014-11-19',
        latest: '2018-05-22',
      }),
    );
    expect(diagnostics.find(({ code }) => code === 'date-none')?.message).toContain(
      '"Foreign Minister Mara Holt" (clean/evidence/office@1: Foreign Minister Mara Holt in office',
    );
  });

  test('the capture is an upper bound and is named as one', () => {
    const { interval, rules } = dated(
      'President Ana Kestrel received the fishermen of the strait and listened to them.',
      '2016-05-01T10:00:00Z',
    );
    expect(interval).toBe('2012-02-29/2016-05-01');
    expect(rules).toContain('captured@1');
  });
});

describe('contradictions', () => {
  test('an outvoted piece is named and does not move the interval', () => {
    const { interval, diagnostics } = dated(
      'A stamp for the 70th anniversary of the 1956 treaty shows the wrong flag.\n\nForeign Minister Mara Holt will show a new one at the Northern Straits Forum, which opens in Hale next month.\n\nPresident Ana Kestrel is not amused by it.',
    );
    expect(interval).toBe('2016-09');
    const conflict = diagnostics.find(({ code }) => code === 'date-conflict');
    expect(conflict).toMatchObject({ rule: 'clean/evidence/anniversary@1', severity: 'info' });
    expect(conflict?.message).toContain('"70th anniversary of the 1956"');
  });

  test('a holder of long ago is outvoted by one of now', () => {
    const { interval } = dated(
      'The quarrel began when fishermen wrote to President Aldo Quist.\n\nPresident Ana Kestrel and Foreign Minister Mara Holt received their grandsons in the port.',
    );
    expect(interval).toBe('2014-11-19/2018-05-22');
  });
});

describe('other languages', () => {
  const intervalOf = (text: string, language: string): string | null => {
    const pieces = [
      { kind: 'body' as const, at: { start: 0, end: text.length }, rule: ruleId('test/body@1') },
    ];
    return dateByEvidence(text, pieces, null, WORLD, null, language).reading?.value.edtf ?? null;
  };
  test('a full day told as past is a lower bound in Russian', () =>
    expect(intervalOf('Министры подписали соглашение о проливе 19 октября 2018 года.', 'ru')).toBe(
      '2018-10-19/..',
    ));
  test('a language that is not read has no evidence', () =>
    expect(intervalOf('Am 19. Oktober 2018 was der Hafen leer, said der Sprecher.', 'de')).toBeNull());
});

test('hostile text: linear in its length, and no exception', () => {
  const hostile = [
    'President '.repeat(20_000),
    'since 2013 '.repeat(20_000),
    '60th anniversary of the '.repeat(8_000),
    'Monday, March 8 '.repeat(12_000),
    'Northern Straits Forum next month '.repeat(6_000),
    `born in ${'1948 '.repeat(30_000)}`,
    '“'.repeat(100_000),
    `${'a'.repeat(150_000)} will `,
    'It was so. '.repeat(10_000),
  ];
  for (const text of hostile) {
    const pieces = [
      { kind: 'body' as const, at: { start: 0, end: text.length }, rule: ruleId('test/body@1') },
    ];
    const date = (): unknown => dateByEvidence(text, pieces, null, WORLD, null, 'en');
    expect(shareOfBound(4_000, date)).toBeLessThan(1);
  }
});
