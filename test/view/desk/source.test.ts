import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../src/model/brand.ts';
import { articleId, ruleId } from '../../../src/model/brand.ts';
import type { EventClaim, Telling } from '../../../src/model/claim.ts';
import { edtf } from '../../../src/model/edtf/index.ts';
import { isNonEmpty } from '../../../src/model/span.ts';
import { copyGroups, datedOf, publishedText, sourceRow } from '../../../src/view/desk/source.ts';
import { anEntity, anEvent, anExtraction, aRange } from '../../support/builders.ts';
import { shareOfBound } from '../../support/pace.ts';

const page = anExtraction({
  text: 'Straits stay open.',
  title: 'Straits <b>stay</b> open',
  outlet: anEntity('The Harbour Post'),
  wires: [
    { ...anEntity('Northern Wire'), at: { start: 0, end: 7 } },
    { ...anEntity('Northern Wire'), at: null },
  ],
});

const reading = (value: string, rejected: string | null, rule = 'clean/published/json-ld@1') => ({
  value: aRange(value),
  at: null,
  raw: value,
  rule: ruleId(rule),
  rejected,
});

describe('source row', () => {
  test('tells the day used and why, and every day passed over with the reason', () => {
    const article = {
      ...page.article,
      published: [
        reading('2031-05-14', null),
        reading('2035-01-02', 'crawl-clock', 'clean/published/crawl-clock@1'),
        reading('2031-05-16', 'updated', 'clean/published/not-known@9'),
      ],
    };
    const row = sourceRow({ page: page.page, article, error: null }, { statements: 3, events: 2 });
    expect(row.published).toEqual({
      text: '14 May 2031',
      edtf: '2031-05-14',
      raw: '2031-05-14',
      at: null,
      rule: 'clean/published/json-ld@1',
      why: 'JSON-LD datePublished',
      rejected: null,
      bounds: [],
    });
    expect(
      row.rejected.map(({ text, why, rejected }) => [text, why, rejected?.reason, rejected?.words]),
    ).toEqual([
      [
        '2 Jan 2035',
        'the clock printed on the page',
        'crawl-clock',
        'the page’s own clock at the time of capture, not a day of publication',
      ],
      ['16 May 2031', 'clean/published/not-known@9', 'updated', 'the day of an update, not of publication'],
    ]);
    expect(row).toMatchObject({ dated: 'dated', statements: 3, events: 2, group: null, copies: [] });
    expect(row.wires).toEqual([anEntity('Northern Wire')]);
  });

  test('an error and a page’s own address are kept', () => {
    const row = sourceRow(
      {
        page: { ...page.page, url: 'https://post.example/1' },
        article: { ...page.article, published: [] },
        error: { code: 'poison', message: 'took too long' },
      },
      { statements: 0, events: 0 },
    );
    expect(row).toMatchObject({ url: 'https://post.example/1', published: null, dated: 'undated' });
    expect(row.error?.code).toBe('poison');
  });

  test('a stretch too long to place anything is only bounded', () => {
    expect(datedOf(aRange('2031'))).toBe('dated');
    expect(datedOf(aRange('2031/2033'))).toBe('bounded');
    expect(datedOf(aRange('../2031-05-14'))).toBe('bounded');
    expect(datedOf(null)).toBe('undated');
    expect(publishedText(edtf('2031/2033'))).toBe('between 2031 and 2033');
    expect(publishedText(edtf('../2031-05-14'))).toBe('by 14 May 2031');
  });
});

const article = (name: string): ArticleId => articleId(name.repeat(16));

/** An event told by pages named by one hexadecimal digit, with the number of each one's witness; each page has its outlet. */
const told = (
  ...tellings: readonly (readonly [name: string, witness: number, outlet?: string])[]
): EventClaim => {
  const event = anEvent();
  const made = tellings.map(
    ([name, witness, outlet = `Gazette ${name}`]): Telling => ({
      ...event.tellings[0],
      article: article(name),
      witness,
      outlet: anEntity(outlet),
    }),
  );
  if (!isNonEmpty(made)) throw new Error('no telling');
  const independent = new Set(tellings.map(([, witness]) => witness)).size;
  return { ...event, tellings: made, witnesses: { articles: made.length, outlets: 1, independent } };
};

describe('copies', () => {
  test('pages that are one witness in half of what both tell are copies', () => {
    const groups = copyGroups([
      told(['a', 0], ['b', 0], ['c', 1]),
      told(['a', 0], ['b', 1]),
      told(['c', 0], ['d', 1]),
    ]);
    expect(groups).toEqual([[article('a'), article('b')]]);
  });

  test('one shared passage of many is no copy', () => {
    const groups = copyGroups([told(['a', 0], ['b', 0]), told(['a', 0], ['b', 1]), told(['a', 0], ['b', 1])]);
    expect(groups).toEqual([]);
  });

  test('two stories of one outlet are one witness of what both tell, and no copies for that', () => {
    const both = told(['a', 0, 'Orland Courier'], ['b', 0, 'Orland Courier']);
    const alone = (name: string): EventClaim => told([name, 0, 'Orland Courier']);
    expect(copyGroups([both, alone('a'), alone('a'), alone('b'), alone('b')])).toEqual([]);
    expect(copyGroups([both, both, alone('a')])).toEqual([[article('a'), article('b')]]);
  });

  test('groups join, whatever the order of claims and tellings', () => {
    const claims = [told(['c', 1], ['b', 1], ['e', 0]), told(['b', 0], ['a', 0]), told(['f', 2], ['d', 2])];
    const expected = [
      [article('a'), article('b'), article('c')],
      [article('d'), article('f')],
    ];
    expect(copyGroups(claims)).toEqual(expected);
    expect(copyGroups([...claims].reverse())).toEqual(expected);
  });

  test('what only one page tells groups nothing', () => {
    expect(copyGroups([told(['a', 0]), told(['b', 0])])).toEqual([]);
    expect(copyGroups([])).toEqual([]);
  });

  test('thousands of copies of one text are one group, soon', () => {
    const names = Array.from({ length: 4_000 }, (_, n) => articleId(n.toString(16).padStart(16, '0')));
    const base = anEvent();
    const tellings = names.map((id): Telling => ({ ...base.tellings[0], article: id, witness: 0 }));
    if (!isNonEmpty(tellings)) throw new Error('no telling');
    const claim = { ...base, tellings, witnesses: { articles: 4_000, outlets: 1, independent: 1 } };
    const group = (): void => {
      const groups = copyGroups(Array.from({ length: 20 }, () => claim));
      expect(groups.map(({ length }) => length)).toEqual([4_000]);
    };
    expect(shareOfBound(5_000, group)).toBeLessThan(1);
  });
});
