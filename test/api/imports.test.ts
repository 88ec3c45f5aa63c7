import { describe, expect, test } from 'vitest';
import { testServer } from './support/server.ts';

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('imports', () => {
  test('a pasted text and addresses', async () => {
    const { ask, jobs } = testServer();
    const first = await ask(
      '/orland/jobs',
      json({ text: 'Ada Voss said no.', url: 'https://harbour-post.example/' }),
    );
    expect([first.status, await first.json()]).toMatchObject([202, { id: 'j1', state: 'queued' }]);
    await ask('/orland/jobs', json({ addresses: ['https://harbour-post.example/a'] }));
    expect(jobs.inputs).toEqual([
      { kind: 'text', text: 'Ada Voss said no.', name: null, url: 'https://harbour-post.example/' },
      { kind: 'addresses', addresses: ['https://harbour-post.example/a'] },
    ]);
  });

  test('files with their folders', async () => {
    const { ask, jobs } = testServer();
    const form = new FormData();
    form.append('files', new File(['<p>one</p>'], '1.html'), 'coverage/день/1.html');
    form.append('files', new File([new Uint8Array([0, 255])], '2.bin'));
    form.append('note', 'no file');
    expect((await ask('/orland/jobs', { method: 'POST', body: form })).status).toBe(202);
    expect(jobs.inputs).toEqual([
      {
        kind: 'files',
        files: [
          { name: 'coverage/день/1.html', bytes: new TextEncoder().encode('<p>one</p>') },
          { name: '2.bin', bytes: new Uint8Array([0, 255]) },
        ],
      },
    ]);
  });

  test.each<[string, RequestInit, number, string]>([
    ['no JSON', json('{'), 400, 'usage'],
    ['bytes that are no text', { ...json(''), body: new Uint8Array([0xff, 0x7b]) }, 400, 'usage'],
    ['neither text nor addresses', json({ pages: [] }), 400, 'usage'],
    ['both', json({ text: 'a', addresses: ['b'] }), 400, 'usage'],
    ['an empty text', json({ text: ' ' }), 400, 'usage'],
    ['no addresses', json({ addresses: [] }), 400, 'usage'],
    ['a form without files', { method: 'POST', body: new FormData() }, 400, 'usage'],
    [
      'a broken form',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--y' },
      400,
      'usage',
    ],
    [
      'a form of words',
      { method: 'POST', body: new URLSearchParams({ text: 'a' }) },
      415,
      'unsupported-media',
    ],
    [
      'plain text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"text":"a"}' },
      415,
      'unsupported-media',
    ],
    ['nothing', { method: 'POST' }, 415, 'unsupported-media'],
    [
      'too much',
      { ...json('{}'), headers: { 'content-type': 'application/json', 'content-length': '99999999' } },
      413,
      'too-large',
    ],
    ['too long a text', json({ text: 'x'.repeat(8 * 1024 * 1024 + 1) }), 400, 'usage'],
  ])('%s is a problem', async (_, init, status, code) => {
    const { problem, jobs } = testServer();
    expect(await problem('/orland/jobs', init)).toMatchObject({ status, code });
    expect(jobs.inputs).toEqual([]);
  });

  test('a body without a length is measured while it is read', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent++;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect(await testServer().problem('/orland/jobs', init)).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect(sent).toBeLessThan(25);
  });

  test('an import can be looked at and stopped', async () => {
    const { ask, json: read } = testServer();
    await ask('/orland/jobs', json({ text: 'a' }));
    expect(await read('/orland/jobs/j1.json')).toMatchObject({ id: 'j1' });
    expect(await read('/orland/jobs/j1', { method: 'DELETE' })).toMatchObject({
      id: 'j1',
      state: 'cancelled',
    });
  });

  test('what is no import is not found', async () => {
    const { problem } = testServer();
    expect(await problem('/orland/jobs/j9.json')).toMatchObject({ status: 404 });
    expect(await problem('/orland/jobs/j9', { method: 'DELETE' })).toMatchObject({ status: 404 });
  });

  test('a desk for reading takes none', async () => {
    const { problem } = testServer({ jobs: null });
    expect(await problem('/orland/jobs', json({ text: 'a' }))).toMatchObject({
      status: 403,
      code: 'read-only',
    });
    expect(await problem('/orland/jobs/j1', { method: 'DELETE' })).toMatchObject({ code: 'read-only' });
    expect(await problem('/orland/jobs/j1.json')).toMatchObject({ status: 404 });
  });
});
