import { setImmediate as breathe } from 'node:timers/promises';
import { isDemarcheError } from '../../model/error.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { claimQuery } from '../../view/desk/address.ts';
import type { DeskState } from '../../view/desk/types.ts';
import type { Holdings } from './holdings.ts';
import { refresh } from './refresh.ts';
import type { DeskEvent } from './types.ts';

/** Keeps what is held in memory up to the record. */
export interface Watch {
  readonly state: () => DeskState;
  /** Resolves when the record has been read, or could not be. */
  readonly ready: () => Promise<DeskState>;
  readonly subscribe: (listener: (event: DeskEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** How a record is watched. */
export interface WatchOptions {
  readonly store: RecordStore;
  readonly holdings: Holdings;
  readonly pollMs: number;
}

/** While a record is being read, listeners hear of it that often. */
const PROGRESS_MS = 200;
/** After a refresh the record is left alone for so many times as long as it took, but no longer than a while. */
const REST_FACTOR = 4;
const LONGEST_REST_MS = 15_000;

const failed = (error: unknown): DeskState => ({
  kind: 'failed',
  code: isDemarcheError(error) ? error.code : 'internal',
  message: error instanceof Error ? error.message : String(error),
  hint: isDemarcheError(error) ? error.hint : null,
});

const settled = (holdings: Holdings): DeskState => {
  if (holdings.index.size() > 0) return { kind: 'ready' };
  return holdings.pages() === 0 ? { kind: 'empty' } : { kind: 'unreconciled', pages: holdings.pages() };
};

/** Makes what every first answer needs, one thing after the other, so that nobody has to wait for it. */
const warm = async (holdings: Holdings, isClosed: () => boolean): Promise<void> => {
  for (const make of [
    holdings.sources,
    holdings.overview,
    holdings.jump,
    () => holdings.index.run(claimQuery(), NO_SETS),
  ]) {
    if (isClosed()) return;
    make();
    await breathe();
  }
};

const NO_SETS = { hits: null, citing: null };

/** Tells listeners of every new state and version, and of progress now and then. */
const createTeller = (holdings: Holdings, state: () => DeskState) => {
  const listeners = new Set<(event: DeskEvent) => void>();
  let last = '';
  let lastAt = 0;
  return {
    tell: (): void => {
      const present = state();
      const [now, version] = [performance.now(), holdings.version()];
      const isProgress = present.kind === 'opening' && last.startsWith('opening');
      const news = `${present.kind} ${JSON.stringify(present)} ${version}`;
      if (news === last || (isProgress && now - lastAt < PROGRESS_MS)) return;
      last = news;
      lastAt = now;
      for (const listener of [...listeners]) listener({ kind: 'state', state: present, version });
    },
    subscribe: (listener: (event: DeskEvent) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: (): void => listeners.clear(),
  };
};

/** Begins to read the record at once and looks for changes every `pollMs` milliseconds from then on. */
export const watchRecord = ({ store, holdings, pollMs }: WatchOptions): Watch => {
  let state: DeskState = { kind: 'opening', done: 0, total: null };
  let token: string | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | null = null;
  let filling: Promise<void> = Promise.resolve();
  const teller = createTeller(holdings, () => state);
  const become = (next: DeskState): void => {
    state = next;
    teller.tell();
  };
  const update = async (): Promise<void> => {
    const now = await store.change();
    if (now !== token) {
      await refresh({
        store,
        holdings,
        isOpening: token === null,
        onProgress: (done, total) => {
          holdings.setFilling(true);
          become({ kind: 'opening', done, total });
        },
        isClosed: () => isClosed,
      });
      token = now;
    } else if (state.kind !== 'failed') return;
    holdings.setFilling(false);
    await warm(holdings, () => isClosed);
    if (!isClosed) become(settled(holdings));
    // Nobody waits for it: lists do without, they then read what they show.
    filling = filling.then(() => holdings.anchors.fill(() => isClosed)).catch(() => undefined);
  };
  const poll = async (): Promise<void> => {
    const start = performance.now();
    try {
      await update();
    } catch (error) {
      if (!isClosed) become(failed(error));
    }
    const rest = Math.min(LONGEST_REST_MS, REST_FACTOR * (performance.now() - start));
    if (!isClosed) timer = setTimeout(again, Math.max(pollMs, rest)).unref();
  };
  let running = poll();
  const again = (): void => {
    running = poll();
  };
  const first = running.then(() => state);
  return {
    state: () => state,
    ready: () => first,
    subscribe: teller.subscribe,
    close: async () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      teller.close();
      await running;
      await filling;
    },
  };
};
