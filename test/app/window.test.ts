import { describe, expect, test } from 'vitest';
import { windowOf } from '../../src/app/window.ts';
import type { Article } from '../../src/model/page.ts';

const article = (text: string, ...spans: [number, number][]): Article =>
  ({
    text,
    revision: 'r',
    segments: spans.map(([start, end]) => ({ kind: 'body', article: { start, end }, page: { start, end } })),
  }) as unknown as Article;

describe('windowOf', () => {
  test('leaves a short article as it is', () => {
    const short = article('abc', [0, 3]);
    expect(windowOf(short, 3)).toBe(short);
  });

  test('cuts the text, drops later segments and shortens the one it cuts', () => {
    const part = windowOf(article('abc def ghi', [0, 3], [4, 7], [8, 11]), 6);
    expect(part.text).toBe('abc de');
    expect(part.segments.map(({ article: at }) => [at.start, at.end])).toEqual([
      [0, 3],
      [4, 6],
    ]);
    expect(part.revision).toBe('r');
  });

  test('never cuts a surrogate pair', () => {
    expect(windowOf(article('ab𝕏c', [0, 5]), 3).text).toBe('ab');
    expect(windowOf(article('ab𝕏c', [0, 5]), 4).text).toBe('ab𝕏');
  });
});
