import { describe, expect, test } from 'vitest';
import type { ClaimList, JobList, SourceList } from '../../src/view/desk/types.ts';
import { job, place, sourceRow, statementRow } from './support/rows.ts';
import { testServer } from './support/server.ts';

const lines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Reads CSV as RFC 4180 has it. */
const table = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/y;
  let row: string[] = [];
  for (let match = cell.exec(text); match !== null && match[0] !== ''; match = cell.exec(text)) {
    const [, value = '', end] = match;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
};

const cells = async (response: Response): Promise<readonly Readonly<Record<string, string>>[]> => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [names = [], ...rows] = table(text.slice(1));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
};

describe('lists of claims', () => {
  test('a page of the list is what the desk gives, with what could not be read', async () => {
    const { json } = testServer();
    const list = await json<ClaimList>('/orland/timeline.json?limit=1&offset=1&colour=red&from=1850-13');
    expect(list).toMatchObject({
      total: 3,
      of: 3,
      offset: 1,
      limit: 1,
      unknown: ['from=1850-13', 'colour=red'],
    });
    expect(list.rows).toHaveLength(1);
  });

  test.each([
    ['json', 'application/json'],
    ['jsonl', 'application/jsonl; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
  ])('.%s has its media type', async (format, mediaType) => {
    const response = await testServer().ask(`/orland/timeline.${format}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
  });

  test('the twins honour every filter, and hold all rows whatever the paging', async () => {
    const { ask } = testServer();
    const asked = 'speaker=-ada-voss&speaker=&limit=1&offset=1';
    const jsonl = await ask(`/orland/timeline.jsonl?${asked}`);
    expect(lines(await jsonl.text()).map((row) => (row as { id: string }).id)).toEqual([
      's-0000000aaaa2',
      'e-0000000bbbb1',
    ]);
    expect((await cells(await ask(`/orland/timeline.csv?${asked}`))).map(({ id }) => id)).toEqual([
      's-0000000aaaa2',
      'e-0000000bbbb1',
    ]);
    expect(jsonl.headers.get('content-disposition')).toBe('attachment; filename="orland-timeline.jsonl"');
  });

  test('statements are nothing but statements, whatever the address says', async () => {
    const { ask, json } = testServer();
    const list = await json<ClaimList>('/orland/statements.json?kind=event&kind=statement');
    expect([list.total, list.unknown]).toEqual([2, ['kind=event']]);
    expect((await cells(await ask('/orland/statements.csv?kind=event'))).map(({ kind }) => kind)).toEqual([
      'statement',
      'statement',
    ]);
  });

  test('a row of the table has ISO days, ids and names', async () => {
    const [row] = await cells(await testServer().ask('/orland/statements.csv'));
    expect(row).toMatchObject({
      said: '2016-12-15',
      said_from: '2016-12-15',
      published: '',
      speaker_id: 'ada-voss',
      speaker: 'Ada Voss',
      stances: 'supports',
      independent: '1',
      background: 'false',
      start: '4',
    });
  });

  test('no cell is a formula to a spreadsheet; quotes, commas and line ends come back as they were', async () => {
    const server = testServer();
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1',
      '－1',
      "'=1",
      'a "b", c\r\nd',
    ];
    server.desk.rowsHeld = hostile.map((wording, n) => statementRow(n, { wording, chain: null }));
    const rows = await cells(await server.ask('/orland/statements.csv'));
    expect(rows.map(({ wording }) => wording)).toEqual([
      ...hostile.slice(0, 9).map((text) => `'${text}`),
      "'=1",
      'a "b", c\r\nd',
    ]);
  });

  test('a file of many rows is whole', async () => {
    const server = testServer();
    server.desk.rowsHeld = Array.from({ length: 5000 }, (_, n) => statementRow(n));
    expect(await cells(await server.ask('/orland/timeline.csv'))).toHaveLength(5000);
    expect(lines(await (await server.ask('/orland/timeline.jsonl')).text())).toHaveLength(5000);
  });

  test('a reader that goes away ends the reading of the record', async () => {
    const server = testServer();
    server.desk.rowsHeld = Array.from({ length: 50_000 }, (_, n) => statementRow(n));
    const { body } = await server.ask('/orland/timeline.jsonl');
    const stream = body?.getReader();
    await stream?.read();
    await stream?.cancel();
    expect(server.desk.pulled).toBeLessThan(2000);
    expect(server.desk.returned).toBe(1);
  });

  test('an error at the start of a file is a problem, not a broken file', async () => {
    const server = testServer();
    server.desk.trouble = new Error('C:/secret/path');
    const response = await server.ask('/orland/timeline.csv');
    expect([response.status, (await response.text()).includes('secret')]).toEqual([500, false]);
  });

  test('a file waits for a record that can be read: a failed one is a problem, a list says so itself', async () => {
    const server = testServer();
    server.desk.stateHeld = { kind: 'failed', code: 'record-locked', message: 'locked', hint: 'wait' };
    const problem = await server.problem('/orland/timeline.csv');
    expect(problem).toMatchObject({ status: 503, code: 'record-locked', hint: 'wait' });
    const list = await server.json<ClaimList>('/orland/timeline.json');
    expect(list.state.kind).toBe('failed');
  });
});

describe('lists of pages', () => {
  test('filters hold in every form', async () => {
    const { ask, json } = testServer();
    expect(await json<SourceList>('/orland/sources.json?outlet=harbour-post')).toMatchObject({ total: 1 });
    expect(await json<SourceList>('/orland/sources.json?outlet=another')).toMatchObject({ total: 0 });
    expect(await cells(await ask('/orland/sources.csv?outlet=another'))).toEqual([]);
    expect(await (await ask('/orland/sources.jsonl?outlet=another')).text()).toBe('');
  });

  test('folded copies have lines of their own, and what was passed over stands with its reason', async () => {
    const server = testServer();
    const copy = sourceRow({ title: 'Copy', published: null, rejected: [] });
    server.desk.sourcesHeld = [sourceRow({ copies: [copy] })];
    const rows = await cells(await server.ask('/orland/sources.csv'));
    expect(
      rows.map(({ title, copy_of, published, rejected }) => [title, copy_of, published, rejected]),
    ).toEqual([
      ['Lighthouse stays', '', '2016-12-16', '2021-05-15 (crawl-clock)'],
      ['Copy', copy.id, '', ''],
    ]);
  });
});

describe('places and imports', () => {
  test('places: the map, and its places one a line', async () => {
    const { ask, json } = testServer();
    expect(await json('/orland/places.json')).toMatchObject({ unplaced: 1, places: [{ id: 'port-sel' }] });
    expect(lines(await (await ask('/orland/places.jsonl')).text())).toEqual([place()]);
    expect(await cells(await ask('/orland/places.csv'))).toMatchObject([
      { latitude: '41.5', longitude: '-12.25', names: 'Port Sel (Republic of Orland, en)' },
    ]);
  });

  test('imports: the newest first, paged; a desk for reading says that it takes none', async () => {
    const server = testServer();
    const older = job('j1');
    const newer = job('j2', { created: '2024-05-02T10:00:00Z' as typeof older.created });
    server.jobs.held.push(older, newer);
    expect(await server.json<JobList>('/orland/jobs.json?limit=1')).toMatchObject({
      writable: true,
      total: 2,
      limit: 1,
      jobs: [{ id: 'j2' }],
    });
    expect((await cells(await server.ask('/orland/jobs.csv'))).map(({ id }) => id)).toEqual(['j2', 'j1']);
    const { json } = testServer({ jobs: null });
    expect(await json('/orland/jobs.json')).toMatchObject({ writable: false, jobs: [], total: 0 });
  });

  test('what is no page of a list is refused with the reason', async () => {
    const problem = await testServer().problem('/orland/jobs.json?limit=0&offset=x');
    expect(problem).toMatchObject({ status: 400, code: 'usage' });
    expect(problem.detail).toContain('limit');
    expect(problem.detail).toContain('offset');
  });
});
