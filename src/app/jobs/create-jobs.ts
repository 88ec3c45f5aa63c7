import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Instant } from '../../model/brand.ts';
import { DemarcheError } from '../../model/error.ts';
import type { Job } from '../../view/desk/types.ts';
import type { JobInput, Jobs } from '../desk/types.ts';
import { systemNow } from '../record-file.ts';
import type { AddProgram, Child } from './child.ts';
import { startChild } from './child.ts';
import { foldMessage } from './fold.ts';
import type { JobLimits } from './limits.ts';
import { JOB_LIMITS } from './limits.ts';
import type { Notifier } from './notifier.ts';
import { createNotifier } from './notifier.ts';
import type { Spooled } from './spool.ts';
import { removeSpool, spoolInput } from './spool.ts';

/** What imports are made with. */
export interface JobsOptions {
  readonly recordFile: string;
  /** Name or path of the pack; the one that the record names when absent. */
  readonly pack?: string | null;
  /** Where the files of imports are laid out; the system's folder for temporary files when absent. */
  readonly folder?: string;
  readonly limits?: Partial<JobLimits>;
  /** Called when an import is over, whatever came of it. */
  readonly onDone?: (job: Job) => void;
  readonly now?: () => Instant;
  /** Whether addresses of this machine and of private networks may be fetched; false when absent. */
  readonly allowPrivate?: boolean;
  /** The most threads that read pages; as many as there are cores when absent. */
  readonly threads?: number;
  /** How long an import waits for another writer, in milliseconds; a minute when absent. */
  readonly lockWaitMs?: number;
  /** How long a process that was asked to end may take, in milliseconds; 5,000 when absent. */
  readonly killAfterMs?: number;
  /** The program that adds pages; the compiled one of this package when absent. */
  readonly program?: AddProgram;
}

/** An import with what belongs to it. */
interface Entry {
  job: Job;
  readonly spooled: Spooled;
  child: Child | null;
  isCancelled: boolean;
  /** Resolves when it is over. */
  over: Promise<void>;
}

interface State {
  readonly options: JobsOptions;
  readonly limits: JobLimits;
  readonly now: () => Instant;
  /** All imports that are remembered, oldest first. */
  readonly entries: Entry[];
  readonly notifier: Notifier;
  running: Promise<void>;
  isClosed: boolean;
}

const REMEMBERED = 100;
const LOCK_WAIT_MS = 60_000;
const KILL_AFTER_MS = 5_000;

const isOver = ({ job }: Entry): boolean => job.state !== 'queued' && job.state !== 'running';

const newJob = ({ what, addresses }: Spooled, created: Instant): Job => ({
  id: `j-${randomBytes(6).toString('hex')}`,
  state: 'queued',
  what,
  created,
  ended: null,
  step: 'waiting',
  done: 0,
  total: addresses.length > 0 ? addresses.length : null,
  lines: [],
  counts: { added: 0, known: 0, reread: 0, failed: 0 },
  claims: null,
  error: null,
});

const change = (state: State, entry: Entry, job: Job): void => {
  entry.job = job;
  state.notifier.changed(job);
};

const finish = async (state: State, entry: Entry, last: Partial<Job>): Promise<void> => {
  await removeSpool(entry.spooled.spool);
  change(state, entry, { ...entry.job, step: 'over', ended: state.now(), ...last });
  state.options.onDone?.(entry.job);
};

const brokenOff = (status: string, stderr: string): Partial<Job> => {
  const why = stderr.trim().split('\n').slice(-3).join(' ').slice(0, 500);
  return {
    state: 'failed',
    error: {
      code: 'internal',
      message: `the import broke off (${status})${why === '' ? '' : `: ${why}`}`,
      hint: 'what was read is kept; the same import again goes on there',
    },
  };
};

/** Runs one import to its end. Never rejects. */
const runJob = async (state: State, entry: Entry): Promise<void> => {
  if (isOver(entry) || entry.isCancelled) return;
  const { options } = state;
  const { spooled } = entry;
  change(state, entry, { ...entry.job, state: 'running' });
  try {
    entry.child = startChild(
      {
        recordFile: resolve(options.recordFile),
        ...(options.pack === undefined ? {} : { pack: options.pack }),
        spool: spooled.spool,
        entries: spooled.entries,
        files: spooled.files,
        url: spooled.url,
        addresses: spooled.addresses,
        allowPrivate: options.allowPrivate ?? false,
        lockWaitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
        threads: options.threads ?? null,
      },
      { program: options.program ?? null, killAfterMs: options.killAfterMs ?? KILL_AFTER_MS },
      (message) => change(state, entry, foldMessage(entry.job, message)),
    );
    const { status, stderr } = await entry.child.gone;
    await finish(state, entry, endOf(entry, status, stderr));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = error instanceof DemarcheError ? error.hint : null;
    await finish(state, entry, { state: 'failed', error: { code: 'internal', message, hint } });
  }
};

const endOf = ({ job, isCancelled }: Entry, status: string, stderr: string): Partial<Job> => {
  // A stop that came after the end changes nothing.
  if (job.claims !== null) return { state: 'done' };
  if (isCancelled) return { state: 'cancelled', error: null };
  return job.error !== null ? { state: 'failed' } : brokenOff(status, stderr);
};

const submit = async (state: State, input: JobInput): Promise<Job> => {
  const waiting = state.entries.filter(({ job }) => job.state === 'queued').length;
  if (waiting >= state.limits.queued)
    throw new DemarcheError('too-large', `${waiting} imports are waiting already`, {
      hint: 'wait until some are over',
    });
  const spooled = await spoolInput(input, state.limits, state.options.folder ?? null);
  if (state.isClosed) {
    await removeSpool(spooled.spool);
    throw new DemarcheError('internal', 'the desk is being closed');
  }
  const job = newJob(spooled, state.now());
  const entry: Entry = { job, spooled, child: null, isCancelled: false, over: Promise.resolve() };
  forget(state);
  state.entries.push(entry);
  state.running = state.running.then(() => runJob(state, entry)).catch(() => undefined);
  entry.over = state.running;
  state.notifier.changed(job);
  return job;
};

const forget = ({ entries }: State): void => {
  while (entries.length >= REMEMBERED) {
    const oldest = entries.findIndex(isOver);
    if (oldest < 0) return;
    entries.splice(oldest, 1);
  }
};

const cancel = async (state: State, id: string): Promise<Job | null> => {
  const entry = state.entries.find(({ job }) => job.id === id);
  if (entry === undefined) return null;
  if (isOver(entry)) return entry.job;
  entry.isCancelled = true;
  if (entry.child === null) {
    await finish(state, entry, { state: 'cancelled' });
    return entry.job;
  }
  entry.child.stop();
  await entry.over;
  return entry.job;
};

/**
 * Imports into a record: one after the other, each in a process of its own, so that neither a page nor the work on claims
 * can hold up the server. What an import has kept stays when it is stopped or breaks, and the same import goes on there.
 */
export const createJobs = (options: JobsOptions): Jobs => {
  const state: State = {
    options,
    limits: { ...JOB_LIMITS, ...options.limits },
    now: options.now ?? systemNow,
    entries: [],
    notifier: createNotifier(),
    running: Promise.resolve(),
    isClosed: false,
  };
  return {
    list: () => state.entries.map(({ job }) => job).toReversed(),
    get: (id) => state.entries.find(({ job }) => job.id === id)?.job ?? null,
    submit: (input) => submit(state, input),
    cancel: (id) => cancel(state, id),
    subscribe: state.notifier.subscribe,
    close: async () => {
      state.isClosed = true;
      // The last first, so that ending the one that runs starts no other.
      for (const { job } of state.entries.toReversed()) await cancel(state, job.id);
      await state.running;
      state.notifier.close();
    },
  };
};
