import { createServer } from '../../../src/api/server.ts';
import type { AssetReader, ServerOptions } from '../../../src/api/types.ts';
import type { Problem } from '../../../src/view/desk/types.ts';
import type { FakeDesk, FakeJobs } from './desk.ts';
import { fakeDesk, fakeJobs } from './desk.ts';

/** A server over a small desk, asked without a network. */
export interface TestServer {
  readonly desk: FakeDesk;
  readonly jobs: FakeJobs;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly json: <T>(path: string, init?: RequestInit) => Promise<T>;
  readonly problem: (path: string, init?: RequestInit) => Promise<Problem>;
}

const file = (text: string, mediaType: string) => ({ bytes: new TextEncoder().encode(text), mediaType });
const FILES: Readonly<Record<string, ReturnType<typeof file>>> = {
  'index.html': file('<!doctype html><title>the app</title>', 'text/html; charset=utf-8'),
  'assets/index-BxYz12_4.js': file('export const desk = 1;\n'.repeat(200), 'text/javascript; charset=utf-8'),
  'assets/icon.svg': file('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
};
const assets: AssetReader = { read: async (path) => FILES[path] ?? null };

export const testServer = (over: Partial<ServerOptions> = {}): TestServer => {
  const desk = fakeDesk();
  const jobs = fakeJobs();
  const app = createServer({
    desk,
    jobs,
    assets,
    key: null,
    hosts: ['localhost', '127.0.0.1', '::1'],
    version: '9.9.9',
    ...over,
  });
  const ask: TestServer['ask'] = async (path, init) => app.request(`http://localhost:4747${path}`, init);
  return {
    desk,
    jobs,
    ask,
    json: async <T>(path: string, init?: RequestInit) => (await (await ask(path, init)).json()) as T,
    problem: async (path, init) => {
      const response = await ask(path, init);
      if (response.headers.get('content-type') !== 'application/problem+json')
        throw new Error(`no problem: ${response.status} ${await response.text()}`);
      return (await response.json()) as Problem;
    },
  };
};
