import { describe, expect, test } from 'vitest';
import { testServer } from './support/server.ts';

describe('exports', () => {
  test('plover is an event a line, to be saved under the name of the dispute', async () => {
    const response = await testServer().ask('/orland/plover.jsonl');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="orland-plover.jsonl"');
    const rows = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([{ event_type: 'CONSULT', quad_code: 1, demarche: { type: 'meet' } }]);
    expect(rows[0].demarche.passages[0].exact).not.toBe('');
  });

  test.each([
    ['cameo.csv', 'GLOBALEVENTID,', 3],
    ['icow.csv', 'attempt,mode,', 2],
  ])('%s is a table with a line of names', async (name, head, count) => {
    const response = await testServer().ask(`/orland/${name}`);
    const text = await response.text();
    expect([response.status, text.startsWith(head)]).toEqual([200, true]);
    expect(text.trimEnd().split('\r\n')).toHaveLength(count);
  });

  test('the filters of the address narrow it', async () => {
    const response = await testServer().ask('/orland/icow.csv?q=nothing-of-the-kind');
    expect((await response.text()).trimEnd().split('\r\n')).toHaveLength(1);
  });

  test('an error of the record is a problem, not a broken file', async () => {
    const { desk, problem } = testServer();
    desk.stateHeld = { kind: 'failed', code: 'record-locked', message: 'locked', hint: null };
    expect((await problem('/orland/plover.jsonl')).status).toBe(503);
  });
});
