/**
 * Usage: unshare -n node --import tsx test/acquire/support/ssrf-probe.ts
 * In a network of its own, with a loopback device alone: starts servers that count who connects, fetches every hostile address
 * once with the guard and once without it, and writes what was hit as JSON.
 */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { createFetcher } from '../../../src/acquire/web.ts';
import { instant } from '../../../src/model/brand.ts';
import { fakeClock } from './fake-clock.ts';
import { HOSTILE, INSIDE, NAMES, PUBLIC_V4, PUBLIC_V6 } from './hostile.ts';

/** What came of one address. */
export interface Probed {
  readonly address: string;
  /** Connections to anything but the public addresses. */
  readonly inside: number;
  readonly public: number;
  readonly code: string;
}

const hits = { inside: 0, public: 0 };
const count = (local: string | undefined): void => {
  const isPublic = local === PUBLIC_V6 || local?.replace('::ffff:', '') === PUBLIC_V4;
  hits[isPublic ? 'public' : 'inside']++;
};

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.on('error', reject);
    // Both families, every address of the device.
    server.listen({ port, host: '::', ipv6Only: false }, () => resolve(server.address() as AddressInfo));
  });

const startServers = async (): Promise<void> => {
  const web = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const isTrap = request.headers.host === 'robots-trap.example' && url.pathname === '/robots.txt';
    if (isTrap) response.writeHead(302, { location: 'http://169.254.169.254/robots.txt' }).end();
    else if (url.pathname === '/robots.txt') response.writeHead(404).end();
    else if (url.pathname === '/to')
      response.writeHead(302, { location: decodeURIComponent(url.search.slice(1)) }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>you are in');
  });
  web.on('connection', (socket) => count(socket.localAddress));
  await listen(web, 80);
  const tls = createTcpServer((socket) => {
    count(socket.localAddress);
    socket.on('error', () => undefined).destroy();
  });
  await listen(tls, 443);
};

/** A name server that changes its mind. */
const createResolver = (): ((host: string) => Promise<readonly string[]>) => {
  const asked = new Map<string, number>();
  return async (host) => {
    const answers = NAMES[host];
    if (answers === undefined) {
      if (/^localhost\.?$/.test(host)) return ['127.0.0.1', '::1'];
      throw Object.assign(new Error(`${host} is not known here`), { code: 'ENOTFOUND' });
    }
    const n = asked.get(host) ?? 0;
    asked.set(host, n + 1);
    return answers[Math.min(n, answers.length - 1)] ?? [];
  };
};

const probe = async (address: string, allowPrivate: boolean, ignoreRobots: boolean): Promise<Probed> => {
  hits.inside = 0;
  hits.public = 0;
  const { fetch } = createFetcher({
    agent: 'demarche/test',
    now: () => instant('2031-05-14T10:11:12.345Z'),
    clock: fakeClock(),
    // Much more than answering takes: on a busy machine a slow connection must not pass for a refused one.
    timeoutMs: 20_000,
    patience: { connectMs: 5_000, headersMs: 10_000, idleMs: 10_000 },
    resolve: createResolver(),
    allowPrivate,
    ignoreRobots,
  });
  const result = await fetch(address);
  return { address, ...hits, code: result.ok ? 'fetched' : result.code };
};

const probeAll = async (allowPrivate: boolean, ignoreRobots: boolean): Promise<readonly Probed[]> => {
  const all: Probed[] = [];
  for (const [address] of HOSTILE) all.push(await probe(address, allowPrivate, ignoreRobots));
  return all;
};

const ip = (...args: readonly string[]): void => void execFileSync('ip', args, { stdio: 'pipe' });

ip('link', 'set', 'lo', 'up');
for (const address of [...INSIDE, `${PUBLIC_V4}/32`, `${PUBLIC_V6}/128`])
  ip('addr', 'add', address, 'dev', 'lo');
await startServers();
const result = {
  guarded: await probeAll(false, false),
  guardedWithoutRobots: await probeAll(false, true),
  open: await probeAll(true, false),
  public: [
    await probe('http://public.example/', false, false),
    await probe('http://public6.example/', false, false),
    await probe(`http://${PUBLIC_V4}/`, false, false),
    await probe(`http://[${PUBLIC_V6}]/`, false, false),
  ],
};
process.stdout.write(JSON.stringify(result), () => process.exit(0));
