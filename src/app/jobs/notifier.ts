import type { Job } from '../../view/desk/types.ts';

/** Tells listeners of imports. */
export interface Notifier {
  /** Listeners hear at once of a change of state, and otherwise at most five times a second of the last one. */
  readonly changed: (job: Job) => void;
  readonly subscribe: (listener: (job: Job) => void) => () => void;
  readonly close: () => void;
}

const PAUSE_MS = 200;

/** An import of ten thousand pages changes with each of them: listeners are spared most of it. */
export const createNotifier = (): Notifier => {
  const listeners = new Set<(job: Job) => void>();
  const waiting = new Map<string, Job>();
  const states = new Map<string, Job['state']>();
  let timer: NodeJS.Timeout | null = null;
  const tell = (job: Job): void => {
    waiting.delete(job.id);
    for (const listener of [...listeners]) listener(job);
  };
  const flush = (): void => {
    timer = null;
    for (const job of [...waiting.values()]) tell(job);
  };
  return {
    changed: (job) => {
      const isNews = states.get(job.id) !== job.state;
      if (job.ended === null) states.set(job.id, job.state);
      else states.delete(job.id);
      if (isNews) {
        tell(job);
        return;
      }
      waiting.set(job.id, job);
      timer ??= setTimeout(flush, PAUSE_MS).unref();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      listeners.clear();
    },
  };
};
