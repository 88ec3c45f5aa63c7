import { describe, expect, test } from 'vitest';
import { variantOf } from '../../src/lib/name-variant.ts';

const SAME: readonly (readonly string[])[] = [
  ['Sergei', 'Sergey', 'Sergej', 'Sergeĭ'],
  ['Dmitry', 'Dmitri', 'Dmitriy', 'Dmitrii', 'Dmitrij'],
  ['Yevgeny', 'Evgeny', 'Evgenii', 'Yevgeniy'],
  ['Alexander', 'Aleksandr', 'Aleksander'],
  ['Yuri', 'Yury', 'Iurii', 'Jurij'],
  ['Tatyana', 'Tatiana', 'Tatjana'],
  ['Mikhail', 'Mihail'],
  ['Kuril', 'Kurils', 'Kurile', 'Kuriles'],
  ['Hokkaido', 'Hokkaidō'],
  ['Mohammed', 'Muhammad', 'Mohamed', 'Mohammad'],
  ['Ivanov', 'Ivanoff'],
];

const OTHER: readonly (readonly [string, string])[] = [
  ['Paris', 'Pari'],
  ['Sergei', 'Sergio'],
  ['Kuril', 'Karil'],
  ['Ivan', 'Ivanov'],
  ['Kunashir', 'Shikotan'],
];

describe('variantOf', () => {
  test.each(SAME)('%s and its spellings have one key', (...spellings) => {
    expect(new Set(spellings.map(variantOf)).size).toBe(1);
  });
  test.each(OTHER)('%s is not %s', (a, b) => {
    expect(variantOf(a)).not.toBe(variantOf(b));
  });
  test('words in other letters are only lowered', () => {
    expect(variantOf('Курилы')).toBe('курилы');
  });
});
