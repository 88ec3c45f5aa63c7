import { describe, expect, it } from 'vitest';
import { ruleId } from '../../src/model/brand.ts';
import type { TimeView } from '../../src/view/desk/types.ts';
import { timeDetail } from '../../web/src/reader/time-words.ts';

const time = (given: Partial<TimeView> = {}): TimeView => ({
  span: { start: 0, end: 8 },
  type: 'DATE',
  value: '2031-12-18',
  text: '18 Dec 2031',
  anchor: 'counted from the day of publication, 17 Dec 2031',
  how: 'published',
  others: [],
  stretch: null,
  rule: ruleId('time/en/weekday@1'),
  ...given,
});

describe('what a time was counted from', () => {
  it('stands alone without doubt', () => {
    expect(timeDetail(time())).toBe('counted from the day of publication, 17 Dec 2031');
  });

  it('has the stretch, that it is a guess, and the other readings in whole percent behind it', () => {
    const others = [
      { text: '11 Dec 2031', weight: 0.414 },
      { text: '25 Dec 2031', weight: 0.02 },
    ];
    const detail = timeDetail(time({ how: 'guessed', others, stretch: '18–20 Dec 2031' }));
    expect(detail.split('; ').slice(1)).toEqual([
      'one end of 18–20 Dec 2031',
      'the likeliest reading',
      'or 11 Dec 2031 (41 %)',
      'or 25 Dec 2031 (2 %)',
    ]);
  });

  it('of an older record says no more than it knows', () => {
    expect(timeDetail(time({ how: null }))).toBe('counted from the day of publication, 17 Dec 2031');
  });
});
