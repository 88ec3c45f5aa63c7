import { setTimeout as pause } from 'node:timers/promises';

/** The time that waiting is measured with. */
export interface WebClock {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Rejects when `signal` says stop. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** From 0 to 1: how much of the spread of a waiting time is added to it. */
  readonly random: () => number;
}

/** The clock and the chance of this machine. */
export const SYSTEM_CLOCK: WebClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
};

/** How one request waits for its host. */
export interface Turn {
  /** Milliseconds between the end of the last counted request of the host and the beginning of this one. */
  readonly gapMs: number;
  /** Whether later requests keep their distance from this one. */
  readonly isCounted: boolean;
}

/** Lets one request at a time go to a host, and keeps requests apart. Different hosts know nothing of each other. */
export interface HostGate {
  /** Does `work` when it is its turn; in the order of the calls. */
  readonly turn: <T>(host: string, turn: Turn, work: () => Promise<T>) => Promise<T>;
  /** Lets nothing go to the host for so long from now. */
  readonly rest: (host: string, ms: number) => void;
}

interface HostState {
  tail: Promise<void>;
  lastEnd: number | null;
  notBefore: number;
}

/** A gate for all requests of one run. */
export const createHostGate = (clock: WebClock, signal?: AbortSignal): HostGate => {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const state: HostState = { tail: Promise.resolve(), lastEnd: null, notBefore: Number.NEGATIVE_INFINITY };
    hosts.set(host, state);
    return state;
  };
  const wait = async ({ lastEnd, notBefore }: HostState, gapMs: number): Promise<void> => {
    const due = Math.max(notBefore, lastEnd === null ? notBefore : lastEnd + gapMs);
    const ms = due - clock.now();
    if (ms > 0) await clock.sleep(ms, signal);
  };
  return {
    turn: async (host, { gapMs, isCounted }, work) => {
      const state = stateOf(host);
      const { promise: done, resolve: free } = deferred();
      const before = state.tail;
      state.tail = done;
      await before;
      try {
        await wait(state, gapMs);
        return await work();
      } finally {
        if (isCounted) state.lastEnd = clock.now();
        free();
      }
    },
    rest: (host, ms) => {
      const state = stateOf(host);
      state.notBefore = Math.max(state.notBefore, clock.now() + ms);
    },
  };
};

const deferred = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};
