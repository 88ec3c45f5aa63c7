import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventFaults } from '../../eval/lib/events-check.ts';
import { eventsDev2Articles, eventsDev2Pack, eventsDev2Rows } from '../../eval/lib/events-dev2.ts';
import { goldEvents } from '../../eval/lib/events-gold.ts';
import { interval, type Metric, withoutItems } from '../../eval/lib/metric.ts';
import { knownIds } from '../../eval/lib/statements-check.ts';

const types = new Set(
  (
    JSON.parse(
      readFileSync(new URL('../../knowledge/codebook/event-types.json', import.meta.url), 'utf8'),
    ) as readonly { readonly id: string }[]
  ).map(({ id }) => id),
);
const pack = eventsDev2Pack();
const articles = eventsDev2Articles();
const rows = eventsDev2Rows();
const firm = rows.filter(({ doubtful }) => !doubtful);

describe('the second set of events', () => {
  test('keeps to its own form in every row', () => {
    const known = { types, actors: knownIds(pack).actors };
    const found = goldEvents(rows, articles);
    const faults = articles.flatMap((article) =>
      eventFaults(
        article,
        rows.filter((row) => row.article === article.id),
        found.get(article.id) ?? [],
        known,
      ),
    );
    expect(faults).toEqual([]);
  });

  test('has its articles once each, in order, from outlets of the pack', () => {
    const ids = articles.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const outlets = new Set(pack.outlets?.map(({ id }) => id));
    expect(articles.filter(({ outlet }) => !outlets.has(outlet))).toEqual([]);
  });

  test('has firm rows of every type of the codebook and of every realis', () => {
    const of = new Set(firm.map(({ type }) => type));
    expect([...types].filter((type) => !of.has(type))).toEqual([]);
    expect(new Set(firm.map(({ realis }) => realis)).size).toBe(7);
    expect(firm.length).toBeGreaterThanOrEqual(350);
  });

  test.each([
    ['en', 26],
    ['ru', 9],
    ['ja', 9],
  ])('has its articles in %s in two halves of like size', (language, count) => {
    const parts = articles.filter((article) => article.language === language).map(({ part }) => part);
    const read = parts.filter((part) => part === 'read').length;
    const kept = parts.filter((part) => part === 'kept').length;
    expect(read + kept).toBe(count);
    expect(Math.abs(read - kept)).toBeLessThanOrEqual(1);
  });

  test('has no register in one half alone, but reviews of the press', () => {
    const inHalf = (half: string) =>
      new Set(articles.flatMap(({ part, register }) => (part === half ? [register] : [])));
    expect([...inHalf('read')].filter((register) => !inHalf('kept').has(register))).toEqual(['press-review']);
    expect([...inHalf('kept')].filter((register) => !inHalf('read').has(register))).toEqual([]);
  });
});

describe('withoutItems', () => {
  const items = [
    { id: 'a', ok: true },
    { id: 'b', ok: false },
    { id: 'c', ok: true },
  ];

  test('keeps the value and the interval, and tells of no item', () => {
    const told = withoutItems({ metric: 'm', value: 2 / 3, n: 3, items });
    expect(told).toEqual({ metric: 'm', value: 2 / 3, n: 3, spread: interval(items) });
    expect(told.spread).toBeGreaterThan(0);
  });

  test('leaves a figure that has its own spread, and one without items, as they are', () => {
    const own: Metric = { metric: 'm', value: 0.5, n: 3, spread: 0.1 };
    expect(withoutItems({ ...own, items })).toEqual(own);
    expect(withoutItems(own)).toEqual(own);
  });
});
