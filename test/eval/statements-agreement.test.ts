import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type AgreementAspect, compareArticle, headPlace } from '../../eval/lib/statements-agreement.ts';
import { knownIds, statementFaults } from '../../eval/lib/statements-check.ts';
import {
  type GoldStatement,
  goldStatements,
  resolveStatement,
  type StatementArticle,
  type StatementRow,
  statementArticles,
  statementPack,
  statementParts,
  statementRows,
} from '../../eval/lib/statements-gold.ts';

// Everything in these articles is invented.
const article: StatementArticle = {
  id: 'x',
  language: 'en',
  outlet: '',
  published: '2019-05-14',
  style: '',
  text: '😀 Ana Kestrel, the mayor of Hale, said on Monday that the ferry would sail if the ice broke. Kestrel says two officials told it the quota was cut. She hopes so.',
};

const blank: StatementRow = {
  article: 'x',
  source: [{ text: 'Ana Kestrel, the mayor of Hale', n: 1 }],
  cue: [{ text: 'said', n: 1 }],
  content: [{ text: 'that the ferry would sail if the ice broke', n: 1 }],
  mode: 'indirect',
  act: 'said',
  nested: false,
  inside: null,
  unsaid: false,
  doubtful: false,
  speaker: ['ana-kestrel'],
  speakerText: null,
  behalf: [],
  via: [],
  addressee: null,
  venue: null,
  said: '2019-05-13',
  saidBasis: 'deictic',
  issues: [{ id: 'joint-zone', stance: 'supports', condition: null }],
};

const row = (change: Partial<StatementRow>): GoldStatement =>
  resolveStatement({ ...blank, ...change }, article);

const OTHER = { content: [{ text: 'so', n: 1 }] };

describe('two annotations of one article', () => {
  test('that are the same agree on everything', () => {
    const { first, second, pairs, whole } = compareArticle(article, [row({})], [row({})]);
    expect([first, second, pairs.length]).toEqual([1, 1, 1]);
    expect(whole).toEqual({ first: 1, second: 1, both: 1 });
    expect(pairs[0]?.exact).toBe(true);
    expect(new Set(Object.values(pairs[0]?.agrees ?? {}))).toEqual(new Set([true, null]));
    expect(pairs[0]?.issues).toEqual([{ first: 'supports', second: 'supports' }]);
  });

  test('pair where the contents overlap by half, and are exact only when they are the same', () => {
    const shorter = row({ content: [{ text: 'the ferry would sail', n: 1 }] });
    const much = row({ content: [{ text: 'the ferry would sail if the ice broke', n: 1 }] });
    const marked = row({ content: [{ text: 'that the ferry would sail if the ice broke.', n: 1 }] });
    expect(compareArticle(article, [row({})], [shorter]).pairs).toEqual([]);
    expect(compareArticle(article, [row({})], [much]).pairs.map(({ exact }) => exact)).toEqual([false]);
    expect(compareArticle(article, [row({})], [marked]).pairs.map(({ exact }) => exact)).toEqual([true]);
  });

  test('pair one to one', () => {
    const compared = compareArticle(
      article,
      [row({})],
      [row({}), row({ content: [{ text: 'the ferry would sail if the ice broke', n: 1 }] })],
    );
    expect([compared.first, compared.second, compared.pairs.length]).toEqual([1, 2, 1]);
  });

  test('tell rows of the same content apart by their cues and sources', () => {
    const content = [{ text: 'the quota was cut', n: 1 }];
    const outer = { content, cue: [{ text: 'says', n: 1 }], source: [{ text: 'Kestrel', n: 2 }] };
    const inner = { content, cue: [{ text: 'told', n: 1 }], source: [{ text: 'two officials', n: 1 }] };
    const { pairs } = compareArticle(article, [row(outer), row(inner)], [row(inner), row(outer)]);
    expect(pairs.map(({ rows }) => rows)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('leave out what either calls doubtful, but tell the whole', () => {
    const compared = compareArticle(
      article,
      [row({ doubtful: true }), row(OTHER)],
      [row({}), row({ ...OTHER, doubtful: true })],
    );
    expect([compared.first, compared.second, compared.pairs]).toEqual([0, 0, []]);
    expect(compared.whole).toEqual({ first: 2, second: 2, both: 2 });
  });

  test.each<[AgreementAspect, Partial<StatementRow>]>([
    ['source-head', { source: [{ text: 'Ana', n: 1 }] }],
    ['source-overlap', { source: [] }],
    ['cue', { cue: [{ text: 'hopes', n: 1 }] }],
    ['mode', { mode: 'direct' }],
    ['act', { act: 'warned' }],
    ['speaker', { speaker: [], speakerText: 'unnamed: a mayor' }],
    ['behalf', { behalf: ['orland'] }],
    ['chain', { via: [{ id: 'kestrel', text: null }] }],
    ['chain-where-any', { via: [{ id: null, text: 'two officials' }] }],
    ['addressee', { addressee: 'two officials' }],
    ['venue', { venue: 'the ferry' }],
    ['said', { said: '2019-05' }],
    ['said-overlap', { said: '2019-05-12', saidBasis: 'deictic' }],
    ['unsaid', { unsaid: true }],
  ])('disagree on %s', (aspect, change) => {
    const [pair] = compareArticle(article, [row({})], [row(change)]).pairs;
    expect(pair?.agrees[aspect]).toBe(false);
  });

  test.each<[AgreementAspect, Partial<StatementRow>, Partial<StatementRow>]>([
    ['source-head', { source: [{ text: 'Ana Kestrel', n: 1 }] }, {}],
    [
      'speaker',
      { speaker: [], speakerText: 'unnamed: somebody' },
      { speaker: [], speakerText: 'named: a mayor' },
    ],
    ['addressee', { addressee: 'two officials' }, { addressee: 'officials' }],
    ['said-overlap', { said: '2019-05' }, {}],
    ['said-overlap', { said: '../2019-05-14', saidBasis: 'bounded' }, {}],
    ['venue', {}, {}],
  ])('agree on %s however it is worded', (aspect, first, second) => {
    const [pair] = compareArticle(article, [row(first)], [row(second)]).pairs;
    expect(pair?.agrees[aspect]).toBe(true);
  });

  test('have issues of one, of both, and with no stance', () => {
    const issue = (id: string, stance: 'open' | null) => ({ id, stance, condition: null });
    const [pair] = compareArticle(
      article,
      [row({ issues: [issue('fisheries', 'open'), issue('passage', null)] })],
      [row({ issues: [issue('passage', 'open'), issue('military', null)] })],
    ).pairs;
    expect(pair?.issues).toEqual([
      { first: 'open', second: null },
      { first: 'none', second: 'open' },
      { first: null, second: 'none' },
    ]);
  });
});

describe('the head of a source', () => {
  test.each([
    ['en', 'Ana [Kestrel], the mayor'],
    ['en', 'two [officials] of the ministry'],
    ['en', 'a [skipper] who asked not to be named'],
    ['ru', 'министр [Тальн], глава делегации'],
    ['ja', 'ヘイル市[長]'],
  ])('in %s is the marked one of %s', (language, marked) => {
    const text = marked.replace(/[[\]]/gu, '');
    expect(headPlace(text, [{ start: 0, end: text.length }], language)).toBe(marked.indexOf('['));
  });

  test('is none where the source is empty', () => {
    expect(headPlace('he said', [], 'en')).toBeNull();
  });
});

describe('the two passes', () => {
  const passes = ['first', 'second'].map((pass) =>
    statementRows(fileURLToPath(new URL(`../../eval/corpora/statements/${pass}.jsonl`, import.meta.url))),
  );
  const ids = knownIds(statementPack());
  const readTwice = statementArticles().filter(({ id }) => passes[1]?.some((one) => one.article === id));

  test('are over the same articles: every second one of each language, of both halves', () => {
    for (const rows of passes)
      expect([...new Set(rows.map((one) => one.article))]).toEqual(readTwice.map(({ id }) => id));
    for (const language of ['en', 'ru', 'ja']) {
      const own = statementArticles().filter((one) => one.language === language);
      expect(readTwice.filter((one) => one.language === language)).toEqual(
        own.filter((_, at) => at % 2 === 0),
      );
    }
    const parts = statementParts();
    expect(new Set(readTwice.map(({ id }) => parts.get(id)))).toEqual(new Set(['dev', 'held']));
    expect(passes[1]?.length).toBeGreaterThanOrEqual(250);
  });

  test.each(readTwice)('$id has no fault in either', (one) => {
    for (const rows of passes) {
      const own = rows.filter((statement) => statement.article === one.id);
      expect(statementFaults(one, own, goldStatements(own).get(one.id) ?? [], ids)).toEqual([]);
    }
  });
});
