import { describe, expect, test } from 'vitest';
import { knownIds, statementFaults } from '../../eval/lib/statements-check.ts';
import {
  dev2Articles,
  dev2Pack,
  dev2Packs,
  dev2Rows,
  dev2Statements,
} from '../../eval/lib/statements-dev2.ts';
import { lintPack } from '../../src/app/pack-lint.ts';

const articles = dev2Articles();
const rows = dev2Rows();
const gold = dev2Statements();

describe('the second set of statements', () => {
  test('has articles of every dispute, no id and no text twice', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length);
    expect([...new Set(articles.map(({ pack }) => pack))].sort()).toEqual(dev2Packs());
    expect(rows.length).toBeGreaterThanOrEqual(400);
  });

  test.each(dev2Packs())('pack %s has no findings', (name) => {
    expect(lintPack(dev2Pack(name))).toEqual([]);
  });

  test.each(articles)('$id has no fault', (article) => {
    const own = rows.filter((row) => row.article === article.id);
    const ids = knownIds(dev2Pack(article.pack));
    expect(statementFaults(article, own, gold.get(article.id) ?? [], ids)).toEqual([]);
  });
});
