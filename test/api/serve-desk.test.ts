import { createServer as createPlain, request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { Serving } from '../../src/api/serve-desk.ts';
import { isPortTaken, serveDesk } from '../../src/api/serve-desk.ts';
import { createServer } from '../../src/api/server.ts';
import type { FakeDesk, FakeJobs } from './support/desk.ts';
import { fakeDesk, fakeJobs } from './support/desk.ts';
import { statementRow } from './support/rows.ts';

interface Open extends Serving {
  readonly desk: FakeDesk;
  readonly jobs: FakeJobs;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const serve = async (): Promise<Open> => {
  const desk = fakeDesk();
  const jobs = fakeJobs();
  const hosts = ['127.0.0.1'];
  const app = createServer({ desk, jobs, assets: null, key: null, hosts, version: '9.9.9' });
  const serving = await serveDesk(app, { host: '127.0.0.1', port: 0 });
  closers.push(serving.close);
  return { ...serving, desk, jobs };
};

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 6000 && !holds(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a server that listens', () => {
  test('answers at its address, on a free port', async () => {
    const { url, port } = await serve();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    const response = await fetch(`${url}/orland/overview.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ dispute: 'orland' });
  });

  test('refuses a name that was pointed at this machine', async () => {
    const { port } = await serve();
    const status = await new Promise((resolve, reject) => {
      const headers = { host: `rebound.example:${port}` };
      request({ port, host: '127.0.0.1', path: '/orland/overview.json', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('takes files and long texts', async () => {
    const { url, jobs } = await serve();
    const form = new FormData();
    form.append('files', new File([new Uint8Array(3_000_000)], 'big.html'), 'a/big.html');
    expect((await fetch(`${url}/orland/jobs`, { method: 'POST', body: form })).status).toBe(202);
    const body = JSON.stringify({ text: 'é'.repeat(1_000_000) });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/orland/jobs`, { method: 'POST', headers, body })).status).toBe(202);
    expect(jobs.inputs).toMatchObject([{ files: [{ name: 'a/big.html' }] }, { kind: 'text' }]);
  });

  test('measures a body that comes in pieces', async () => {
    const { url } = await serve();
    const piece = new Uint8Array(1024 * 1024).fill(0x20);
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    const answer = await fetch(`${url}/orland/jobs`, init as RequestInit).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('stops reading the record when the reader goes away', async () => {
    const { url, desk } = await serve();
    desk.rowsHeld = Array.from({ length: 100_000 }, (_, n) => statementRow(n));
    const stop = new AbortController();
    const { body } = await fetch(`${url}/orland/timeline.jsonl`, { signal: stop.signal });
    await body?.getReader().read();
    stop.abort();
    await until(() => desk.returned > 0);
    expect(desk.returned).toBe(1);
    expect(desk.pulled).toBeLessThan(100_000);
  });

  test('forgets a listener that goes away, and closes with one that stays', async () => {
    const { url, desk, close } = await serve();
    const stop = new AbortController();
    const gone = await fetch(`${url}/orland/live`, { signal: stop.signal });
    expect(new TextDecoder().decode((await gone.body?.getReader().read())?.value)).toContain('retry');
    stop.abort();
    await until(() => desk.listeners.size === 0);
    expect(desk.listeners.size).toBe(0);
    const stays = await fetch(`${url}/orland/live`);
    const reading = stays.text().catch(() => 'cut off');
    await close();
    await reading;
    await until(() => desk.listeners.size === 0);
    expect(desk.listeners.size).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('says that a port is taken, and what to do', async () => {
    const other = createPlain();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => other.close(() => resolve())));
    const { port } = other.address() as { readonly port: number };
    const app = createServer({
      desk: fakeDesk(),
      jobs: null,
      assets: null,
      key: null,
      hosts: [],
      version: '9',
    });
    const error: unknown = await serveDesk(app, { host: '127.0.0.1', port }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'usage', hint: expect.stringContaining('--port') });
    expect(isPortTaken(error)).toBe(true);
    const nowhere: unknown = await serveDesk(app, { host: '203.0.113.9', port: 0 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(nowhere).toMatchObject({ code: 'usage', hint: expect.stringContaining('--host') });
    expect(isPortTaken(nowhere)).toBe(false);
  });
});
