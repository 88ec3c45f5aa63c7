import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { job } from './support/rows.ts';
import type { TestServer } from './support/server.ts';
import { testServer } from './support/server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Listens and gives what has been sent so far. */
const listen = async (server: TestServer) => {
  const response = await server.ask('/orland/live');
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const state = { text: '', ended: false };
  const pump = async (): Promise<void> => {
    for (let part = await reader?.read(); part !== undefined; part = await reader?.read()) {
      if (part.done) {
        state.ended = true;
        return;
      }
      state.text += decoder.decode(part.value);
    }
  };
  void pump();
  await vi.advanceTimersByTimeAsync(1);
  return { response, state, cancel: () => reader?.cancel() };
};

describe('the stream of events', () => {
  test('begins with how things stand', async () => {
    const server = testServer();
    server.jobs.held.push(job('j1'), job('j2', { state: 'done' }));
    const { response, state } = await listen(server);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(state.text).toContain('event: state\ndata: {"state":{"kind":"ready"},"version":"1"}\n\n');
    expect(state.text).toContain('"id":"j1"');
    expect(state.text).not.toContain('"id":"j2"');
  });

  test('tells of changes and imports, joined when they come fast', async () => {
    const server = testServer();
    const { state } = await listen(server);
    state.text = '';
    server.desk.tell({ kind: 'state', state: { kind: 'ready' }, version: '2' });
    for (let done = 1; done <= 50; done++) server.jobs.tell(job('j1', { done }));
    server.jobs.tell(job('j2'));
    await vi.advanceTimersByTimeAsync(200);
    const events = state.text.split('\n\n').filter((event) => event !== '');
    expect(events.map((event) => event.split('\n')[0])).toEqual(['event: state', 'event: job', 'event: job']);
    expect(events[1]).toContain('"done":50');
  });

  test('gives a sign of life every fifteen seconds', async () => {
    const { state } = await listen(testServer());
    state.text = '';
    await vi.advanceTimersByTimeAsync(45_000);
    expect(state.text).toBe(': \n\n'.repeat(3));
  });

  test('a listener that goes away is forgotten', async () => {
    const server = testServer();
    const { cancel } = await listen(server);
    expect([server.desk.listeners.size, server.jobs.listeners.size]).toEqual([1, 1]);
    await cancel();
    expect([server.desk.listeners.size, server.jobs.listeners.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  test('ends when the server does', async () => {
    const closing = new AbortController();
    const server = testServer({ closing: closing.signal });
    const { state } = await listen(server);
    closing.abort();
    await vi.advanceTimersByTimeAsync(1);
    expect([state.ended, server.desk.listeners.size, vi.getTimerCount()]).toEqual([true, 0, 0]);
  });

  test('there is an end to how many may listen', async () => {
    const server = testServer();
    const all = await Promise.all(Array.from({ length: 64 }, () => listen(server)));
    expect(await server.problem('/orland/live')).toMatchObject({ status: 503, code: 'too-many-streams' });
    await all[0]?.cancel();
    expect((await server.ask('/orland/live')).status).toBe(200);
  });
});
