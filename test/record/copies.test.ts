import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';
import type { CopyPair } from '../../src/record/copies.ts';
import { findCopies } from '../../src/record/copies.ts';
import { anEntity, anExtraction, aRange } from '../support/builders.ts';
import { prose } from './told.ts';

const article = (text: string, outlet: string | null, published = '2031-05-14'): Article =>
  anExtraction({ text, outlet: outlet === null ? null : anEntity(outlet), published }).article;

const pairOf = (a: Article, b: Article, rest: readonly Article[] = []): CopyPair | undefined =>
  findCopies([a, b, ...rest]).pairs.find(
    (pair) => [pair.a, pair.b].includes(a.id) && [pair.a, pair.b].includes(b.id),
  );

describe('findCopies', () => {
  test.each([
    [
      'retitled and signed otherwise',
      `${prose(1, 150)}`,
      `Our own headline\n${prose(1, 150)}\n(Post)`,
      'copy',
    ],
    ['cut to two thirds', prose(1, 150), prose(1, 100), 'copy'],
    ['half of it, with as much of its own', prose(1, 150), `${prose(1, 60)}\n${prose(2, 95)}`, 'derived'],
    ['one paragraph of many', prose(1, 200), `${prose(1, 45)}\n${prose(2, 170)}`, 'passage'],
    ['one sentence of many', prose(1, 300), `${prose(1, 20)}\n${prose(2, 300)}`, 'fragment'],
    ['nothing in common', prose(1, 150), prose(2, 150), undefined],
  ])('%s', (_, one, other, tier) => {
    expect(pairOf(article(one, 'Wire'), article(other, 'Post'))?.tier).toBe(tier);
  });

  test('quoting the same speech is not copying', () => {
    const speech = prose(3, 90);
    const a = article(`${prose(1, 60)}\n“${speech}”\n${prose(4, 40)}`, 'Wire');
    const b = article(`${prose(2, 60)}\n“${speech}”\n${prose(5, 40)}`, 'Post');
    expect(pairOf(a, b)).toBeUndefined();
    const unquoted = (own: Article): Article =>
      article(own.text.replace(/[“”]/g, ''), own.outlet?.name ?? null);
    expect(pairOf(unquoted(a), unquoted(b))?.tier).toBe('derived');
  });

  test('passages name the very characters, astral ones before them', () => {
    const shared = prose(1, 80);
    const a = article(`😀 𝕏 ${prose(6, 20)}\n${shared}`, 'Wire');
    const b = article(`${shared}\n𝕏 ${prose(7, 90)}`, 'Post');
    const pair = pairOf(a, b);
    const passage = pair?.passages[0];
    if (pair === undefined || passage === undefined) throw new Error('no pair');
    const [first, second] = pair.a === a.id ? [a, b] : [b, a];
    expect(cover(first.text, passage.a)).toBe(shared.slice(0, -1));
    expect(cover(second.text, passage.b)).toBe(shared.slice(0, -1));
    expect(passage.words).toBe(80);
  });

  test('a passage runs on over a few changed words', () => {
    const words = prose(1, 60).split(' ');
    const changed = [...words.slice(0, 30), 'quite', 'different', ...words.slice(32)].join(' ');
    const pair = pairOf(article(words.join(' '), 'Wire'), article(`${changed} Post`, 'Post'));
    expect(pair?.passages.map(({ words: count }) => count)).toEqual([58]);
    expect(pair?.longestRun).toBe(30);
  });

  test('what an outlet prints day after day is house background, what many print on one day is copy', () => {
    const house = prose(9, 60);
    const pages = [1, 2, 3, 4].map((day) =>
      article(`${prose(20 + day, 70)}\n${house}`, 'Post', `2031-05-1${day}`),
    );
    const [a, b] = pages;
    if (a === undefined || b === undefined) throw new Error('no pages');
    expect(pairOf(a, b)?.tier).toBe('derived');
    expect(pairOf(a, b, pages.slice(2))).toBeUndefined();
    const wire = [1, 2, 3, 4].map((n) => article(`${prose(20 + n, 70)}\n${house}`, `Outlet ${n}`));
    expect(findCopies(wire).pairs).toHaveLength(6);
  });

  test('more than sixty printings of one text hang together', () => {
    const copies = Array.from({ length: 70 }, (_, n) =>
      article(`${prose(1, 80)}\nPrinting ${n}`, `Outlet ${n}`),
    );
    expect(findCopies(copies).groups).toHaveLength(1);
    expect(findCopies(copies).groups[0]).toHaveLength(70);
  });

  test('only copies make a group: an article that mixes two wires does not glue them', () => {
    const [one, other] = [prose(1, 120), prose(2, 120)];
    const mixed = article(`${one}\n${other}`, 'Mixer');
    const cut = article(`${prose(1, 50)}\n${prose(2, 50)}\n${prose(3, 130)}`, 'Cutter');
    const [a, b] = [article(one, 'Wire'), article(other, 'Post')];
    expect(findCopies([a, b, cut]).groups).toEqual([]);
    expect(pairOf(a, b, [mixed, cut])).toBeUndefined();
  });

  test('the order of the articles makes no difference; empty and tiny ones are no trouble', () => {
    const articles = [prose(1, 90), `${prose(1, 90)} Two`, prose(2, 40), 'Five words are too few', ' '].map(
      (text) => article(text, null),
    );
    expect(findCopies([...articles].reverse())).toEqual(findCopies(articles));
    expect(findCopies([])).toEqual({ pairs: [], groups: [] });
  });

  test('unknown days of one outlet count each for itself', () => {
    const house = prose(9, 60);
    const undated = [1, 2, 3].map((n) => ({
      ...article(`${prose(30 + n, 70)}\n${house}`, 'Post'),
      published: [],
    }));
    expect(findCopies(undated).pairs).toEqual([]);
    const sameDay = undated.map((own) => ({ ...own, published: publishedOn('2031-05-14') }));
    expect(findCopies(sameDay).pairs).toHaveLength(3);
  });
});

const publishedOn = (value: string): Article['published'] => {
  const [reading] = anExtraction({ text: 'x' }).article.published;
  return reading === undefined ? [] : [{ ...reading, value: aRange(value) }];
};
