import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { openAssets } from '../api/assets.ts';
import { isLoopback, LOOPBACK } from '../api/guard.ts';
import { isPortTaken, type Serving, serveDesk } from '../api/serve-desk.ts';
import { createServer } from '../api/server.ts';
import { openDesk } from '../app/desk/open.ts';
import type { Desk } from '../app/desk/types.ts';
import { createJobs } from '../app/jobs/create-jobs.ts';
import { loadKnowledge, packageRoot } from '../app/knowledge.ts';
import { openRecord } from '../app/record-file.ts';
import { VERSION } from '../app/version.ts';
import { isDemarcheError } from '../model/error.ts';
import type { RecordStore } from '../model/store-port.ts';

/** The port at which a desk is looked for. */
export const USUAL_PORT = 4747;
/** Ports that are tried after one that is taken, before any free one. */
const NEXT_PORTS = 9;

/** How a desk is served. */
export interface ServingOptions {
  readonly file: string;
  readonly host: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Whether to take a later port when that one is taken. */
  readonly orNext: boolean;
  readonly key: string | null;
  /** Other names under which it is called. */
  readonly names: readonly string[];
  readonly readonly: boolean;
}

/** A desk that is served. */
export interface Served {
  /** Its address, `http://127.0.0.1:4747`. */
  readonly url: string;
  /** The address of the overview. */
  readonly start: string;
  readonly desk: Desk;
  /** Whether the web application has been built. */
  readonly hasPages: boolean;
  /** Ends it: streams first, then requests, imports, and the record. */
  readonly close: () => Promise<void>;
}

const WILDCARDS: readonly string[] = ['0.0.0.0', '::'];

const machineNames = (): readonly string[] => [
  ...LOOPBACK,
  hostname().toLowerCase(),
  ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
];

/** Names and addresses under which a server that listens at `host` may be called. */
const hostsOf = (host: string, names: readonly string[]): readonly string[] => {
  if (WILDCARDS.includes(host)) return [...machineNames(), ...names];
  return [...(isLoopback(host) ? LOOPBACK : []), host, ...names];
};

/** Whether anyone but programs of this machine may reach it: it listens elsewhere too, or something passes requests on. */
export const isOpenToOthers = ({ host, names }: Pick<ServingOptions, 'host' | 'names'>): boolean =>
  !isLoopback(host) || names.length > 0;

/** Opens a record for looking at; one of an earlier version is brought up to date first, unless it must stay as it is. */
const openForLooking = async (file: string, readonly: boolean): Promise<RecordStore> => {
  try {
    return await openRecord(file, { readonly: true });
  } catch (error) {
    if (readonly || !isDemarcheError(error) || error.code !== 'permission') throw error;
    await (await openRecord(file)).close();
    return openRecord(file, { readonly: true });
  }
};

const portsOf = ({ port, orNext }: ServingOptions): readonly number[] =>
  orNext && port !== 0 ? [...Array.from({ length: NEXT_PORTS + 1 }, (_, n) => port + n), 0] : [port];

const listenAtOne = async (
  app: Parameters<typeof serveDesk>[0],
  options: ServingOptions,
): Promise<Serving> => {
  const [first = 0, ...others] = portsOf(options);
  try {
    return await serveDesk(app, { host: options.host, port: first });
  } catch (error) {
    const [next] = others;
    if (next === undefined || !isPortTaken(error)) throw error;
    return listenAtOne(app, { ...options, port: next });
  }
};

/** The address to tell people: a wildcard is no address to go to. */
const shownUrl = ({ url, port }: Serving, host: string): string =>
  WILDCARDS.includes(host) ? `http://127.0.0.1:${port}` : url;

/** Closes one after the other, whatever becomes of each; the first fault is thrown at the end. */
const closeAll = async (closers: readonly (() => Promise<void>)[]): Promise<void> => {
  const faults: unknown[] = [];
  for (const close of closers) await close().catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
};

/** Opens a record and serves it. @throws DemarcheError as opening a record and listening do */
export const startDesk = async (options: ServingOptions): Promise<Served> => {
  const { file, host, key, names, readonly } = options;
  const closers: (() => Promise<void>)[] = [];
  try {
    const store = await openForLooking(file, readonly);
    closers.unshift(store.close);
    const { dispute, pack } = await store.info();
    let url = '';
    const pageAddress = (kind: 'statement' | 'event', id: string): string =>
      `${url}/${dispute}/${kind === 'statement' ? 'statements' : 'events'}/${id}`;
    const desk = await openDesk({ store, knowledge: await loadKnowledge({ pack }), pageAddress });
    closers.unshift(desk.close);
    const jobs = readonly ? null : createJobs({ recordFile: file });
    if (jobs !== null) closers.unshift(jobs.close);
    const assets = await openAssets(join(packageRoot(), 'dist', 'web'));
    const closing = new AbortController();
    const hosts = hostsOf(host, names);
    const app = createServer({ desk, jobs, assets, key, hosts, version: VERSION, closing: closing.signal });
    const serving = await listenAtOne(app, options);
    closers.unshift(async () => closing.abort(), serving.close);
    url = shownUrl(serving, host);
    return {
      url,
      start: `${url}/${dispute}`,
      desk,
      hasPages: assets !== null,
      close: () => closeAll(closers),
    };
  } catch (error) {
    await closeAll(closers).catch(() => undefined);
    throw error;
  }
};

/** Resolves when the process is asked to end (Ctrl-C, or by its owner); asked again, it ends at once. */
export const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const ask = (): void => {
      for (const signal of signals) {
        process.off(signal, ask);
        process.once(signal, () => process.exit(130));
      }
      resolve();
    };
    for (const signal of signals) process.on(signal, ask);
  });
