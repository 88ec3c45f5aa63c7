import { describe, expect, test } from 'vitest';
import { knownIds, statementFaults } from '../../eval/lib/statements-check.ts';
import {
  goldStatements,
  placeOf,
  resolveStatement,
  type StatementRow,
  statementArticles,
  statementPack,
  statementParts,
  statementRows,
} from '../../eval/lib/statements-gold.ts';
import { lintPack } from '../../src/app/pack-lint.ts';

const articles = statementArticles();
const rows = statementRows();
const gold = goldStatements(rows, articles);
const ids = knownIds(statementPack());

describe('the articles', () => {
  test('are 60, in three languages, no id and no text twice', () => {
    expect(
      articles
        .map(({ language }) => language)
        .sort()
        .join(''),
    ).toBe('en'.repeat(35) + 'ja'.repeat(10) + 'ru'.repeat(15));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(60);
    expect(new Set(articles.map(({ text }) => text)).size).toBe(60);
  });

  test('are halved within each language, the same way every time', () => {
    const parts = statementParts(articles);
    const held = (language: string): number =>
      articles.filter((a) => a.language === language && parts.get(a.id) === 'held').length;
    expect([held('en'), held('ru'), held('ja')]).toEqual([17, 7, 5]);
    expect([...statementParts([...articles].reverse())].sort()).toEqual([...parts].sort());
  });
});

describe('the pack', () => {
  test('has no findings', () => {
    expect(lintPack(statementPack())).toEqual([]);
  });
});

describe('the gold', () => {
  test('has its numbers', () => {
    const of = (language: string): number =>
      rows.filter(({ article }) => article.includes(`-${language}-`)).length;
    expect(rows.length).toBeGreaterThanOrEqual(450);
    expect(of('en')).toBeGreaterThanOrEqual(250);
    for (const { id } of articles) expect([id, gold.get(id)?.length]).not.toEqual([id, 0]);
  });

  test.each(articles)('$id has no fault', (article) => {
    const own = rows.filter((row) => row.article === article.id);
    expect(statementFaults(article, own, gold.get(article.id) ?? [], ids)).toEqual([]);
  });
});

describe('the reader', () => {
  const article = {
    id: 'x',
    language: 'en',
    outlet: '',
    published: '',
    style: '',
    text: '😀 he said he said no',
  } as const;
  const row: StatementRow = {
    article: 'x',
    source: [{ text: 'he', n: 2 }],
    cue: [{ text: 'said', n: 2 }],
    content: [{ text: 'no', n: 1 }],
    mode: 'indirect',
    act: 'said',
    nested: false,
    inside: null,
    unsaid: false,
    doubtful: false,
    speaker: [],
    speakerText: 'unnamed: he',
    behalf: [],
    via: [],
    addressee: null,
    venue: null,
    said: null,
    saidBasis: null,
    issues: [],
  };

  test('finds the occurrence that is asked for, in code units', () => {
    expect(placeOf(article.text, { text: 'he', n: 2 })).toEqual({ start: 11, end: 13 });
    expect(resolveStatement(row, article).cue).toEqual([{ start: 14, end: 18 }]);
  });

  test.each([
    { text: 'she', n: 1 },
    { text: 'he', n: 3 },
    { text: '', n: 1 },
    { text: 'he', n: 0 },
  ])('throws for $n of "$text"', (piece) => {
    expect(() => resolveStatement({ ...row, cue: [piece] }, article)).toThrow(/^x: /);
  });

  test.each<[string, Partial<StatementRow>]>([
    ['act', { act: 'sang' as never }],
    ['actor', { speaker: ['nobody'] }],
    ['issue', { issues: [{ id: 'moon', stance: null, condition: null }] }],
    ['said', { said: 'soon', saidBasis: 'deictic' }],
    ['time without basis', { said: '2019-05-14' }],
    ['inside', { nested: true, inside: 0 }],
    ['not in the text', { venue: 'the moon' }],
    ['no speaker', { speakerText: null }],
  ])('tells a wrong %s', (fault, change) => {
    const wrong = { ...row, ...change };
    expect(statementFaults(article, [wrong], [resolveStatement(wrong, article)], ids).join()).toContain(
      fault,
    );
  });
});
