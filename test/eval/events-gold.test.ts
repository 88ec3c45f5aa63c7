import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventFaults } from '../../eval/lib/events-check.ts';
import {
  type EventPass,
  type EventRow,
  eventRows,
  goldEvents,
  headlineEnd,
  settledRows,
} from '../../eval/lib/events-gold.ts';
import { knownIds } from '../../eval/lib/statements-check.ts';
import {
  type StatementArticle,
  statementArticles,
  statementPack,
  statementParts,
} from '../../eval/lib/statements-gold.ts';

const types = new Set(
  (
    JSON.parse(
      readFileSync(new URL('../../knowledge/codebook/event-types.json', import.meta.url), 'utf8'),
    ) as readonly { readonly id: string }[]
  ).map(({ id }) => id),
);
const known = { types, actors: knownIds(statementPack()).actors };
const articles = statementArticles();

describe.each<EventPass>(['first', 'second', 'gold'])('the %s pass of events', (pass) => {
  const rows = eventRows(pass);
  const found = goldEvents(rows, articles);

  test.runIf(rows.length > 0)('keeps to its own form in every row', () => {
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
});

test('the settled rows cover all sixty articles, in both halves and three languages', () => {
  const rows = settledRows();
  const parts = statementParts();
  expect(new Set(rows.map(({ article }) => article)).size).toBe(60);
  expect(rows.filter(({ doubtful }) => !doubtful).length).toBeGreaterThanOrEqual(330);
  const of = (part: string) => rows.filter((row) => !row.doubtful && parts.get(row.article) === part).length;
  expect(Math.min(of('dev'), of('held'))).toBeGreaterThan(150);
});

const article: StatementArticle = {
  id: 'x',
  language: 'en',
  outlet: 'kestrel',
  published: '2019-05-14',
  style: 'wire',
  text: 'Oren off to Hale\n\nOren will visit Hale. Orland rejected the offer.',
};
const row: EventRow = {
  article: 'x',
  anchor: { text: 'visit', n: 1 },
  type: 'visit',
  typeAlt: [],
  actors: ['davit-oren'],
  targets: ['orland'],
  mediators: [],
  maybe: [],
  object: null,
  place: 'Hale',
  edtf: null,
  basis: null,
  realis: 'planned',
  fate: null,
  outcome: null,
  stance: 'asserts',
  background: false,
  setting: null,
  doubtful: false,
};
const faultsOf = (...rows: readonly EventRow[]): readonly string[] =>
  eventFaults(article, rows, goldEvents(rows, [article]).get('x') ?? [], known);

describe('eventFaults', () => {
  test('finds none in a sound row', () => expect(faultsOf(row)).toEqual([]));

  test.each<[string, Partial<EventRow>]>([
    ['type journey', { type: 'journey' }],
    ['type journey', { typeAlt: ['journey'] }],
    ['its own type as another', { typeAlt: ['visit'] }],
    ['realis future', { realis: 'future' as never }],
    ['fate cancelled of what is actual', { realis: 'actual', fate: 'cancelled' }],
    ['outcome of visit', { outcome: 'none' }],
    ['edtf 2019-5', { edtf: '2019-5', basis: 'explicit' }],
    ['time without basis, or basis without time', { edtf: '2019-05' }],
    ['actor nobody', { maybe: ['nobody'] }],
    ['not in the text: a skipper', { targets: ['text: a skipper'] }],
    ['not in the text: Tesk', { place: 'Tesk' }],
    ['the same one twice', { maybe: ['orland'] }],
    ['setting 0', { setting: 0 }],
    ['in the headline', { anchor: { text: 'off', n: 1 } }],
  ])('says "%s"', (fault, change) => expect(faultsOf({ ...row, ...change })).toEqual([`x row 0: ${fault}`]));

  test('says when rows are out of order or share an anchor', () => {
    const later = { ...row, type: 'reject', anchor: { text: 'rejected', n: 1 } };
    expect(faultsOf(later, row)).toEqual(['x row 1: out of order']);
    expect(faultsOf(row, row)).toEqual(['x row 1: anchor of another']);
  });

  test('throws when an anchor is not in the article', () => {
    expect(() => faultsOf({ ...row, anchor: { text: 'visit', n: 2 } })).toThrow(/x: not found/);
  });
});

test.each([
  ['No flag on the rock\n\nOren spoke.', 19],
  ['“No,” says Oren\n\nHe spoke.', 15],
  ['HALE (Kestrel) – Oren spoke.\n\nHe left.', 0],
  ['He said: “No.”\n\nHe left.', 0],
  ['ニュースです。\n\n会談した。', 0],
  ['墓参で一致\n\n会談した。', 5],
  ['One line alone', 0],
])('the headline of %j ends at %i', (text, end) => expect(headlineEnd(text)).toBe(end));
