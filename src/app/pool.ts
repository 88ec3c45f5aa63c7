import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DemarcheError } from '../model/error.ts';
import type { Job, JobResult, WorkerReply, WorkerRequest, WorkerSetup } from './job.ts';
import { limitOf } from './job.ts';
import { giveUpJob } from './run-job.ts';

/** Worker threads that read pages. A page that does not end costs its thread, never the run. */
export interface Pool {
  /** The most jobs worked on at once. */
  readonly size: number;
  /**
   * Does a job. Rejects only for a fault of the set-up (an unknown pack) or when the pool is closed: a job that takes too
   * long or breaks its thread is tried once more as plain text in a fresh thread, then given up with the error `poison`.
   */
  readonly run: (job: Job) => Promise<JobResult>;
  /** Ends the threads. Jobs that are still open are rejected. */
  readonly close: () => Promise<void>;
}

/** What a pool is made with. */
export interface PoolOptions {
  /** Name or path of the pack; null for the world's knowledge alone. */
  readonly pack: string | null;
  /** Path of analyses in CoNLL-U (`readOutside`); none when absent. */
  readonly analysis?: string | null;
  /** The most threads; as many as there are cores when absent. */
  readonly jobs?: number | undefined;
  /** Milliseconds a job may take; by its length when absent. */
  readonly limit?: (job: Job) => number;
  /** Pages after which a thread is replaced by a fresh one; 2,000 when absent. */
  readonly pagesAThread?: number;
  /** The compiled worker, when it is not the one of this package. */
  readonly worker?: URL;
}

interface Task {
  readonly job: Job;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
  /** Why the first try did not end; null on the first. */
  readonly plainly: string | null;
}

interface Seat {
  readonly worker: Worker;
  ready: boolean;
  task: Task | null;
  timer: NodeJS.Timeout | null;
  /** Jobs it has done. */
  done: number;
}

const START_LIMIT_MS = 60_000;
/** The share of a core that each busy thread must have had within the limit: below it the machine is slow, not the page. */
const BUSY_SHARE = 0.5;
const MOST_EXTENSIONS = 6;
// A page's tree dies young: with room for it there is less to collect.
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96 };

/**
 * Trees of pages live until a major collection, and a loop over many pages has been seen to grow to 1.6 GB: a thread is
 * replaced when it uses more than this after a page, or after so many pages.
 */
const MOST_HEAP = 320 * 1_048_576;
const PAGES_A_THREAD = 2_000;

const workerUrl = (): URL => {
  const beside = new URL('./worker.js', import.meta.url);
  if (existsSync(fileURLToPath(beside))) return beside;
  const built = new URL('../../dist/program/worker.js', import.meta.url);
  if (existsSync(fileURLToPath(built))) return built;
  throw new DemarcheError('internal', 'the compiled worker is missing', { hint: 'npm run build' });
};

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Starts no thread yet: each is started when there is work for it, up to `jobs`. */
export const createPool = (options: PoolOptions): Pool => {
  const pool = new WorkerPool(options);
  return { size: pool.size, run: (job) => pool.run(job), close: () => pool.close() };
};

class WorkerPool {
  readonly size: number;
  readonly #url: URL;
  readonly #limit: (job: Job) => number;
  readonly #setup: WorkerSetup;
  readonly #pagesAThread: number;
  readonly #queue: Task[] = [];
  readonly #seats: Set<Seat> = new Set();
  #knowledge = '';
  #broken: Error | null = null;

  constructor(options: PoolOptions) {
    this.size = Math.max(1, options.jobs ?? availableParallelism());
    this.#url = options.worker ?? workerUrl();
    this.#limit = options.limit ?? limitOf;
    this.#setup = { pack: options.pack, analysis: options.analysis ?? null };
    this.#pagesAThread = options.pagesAThread ?? PAGES_A_THREAD;
  }

  run(job: Job): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null) {
        reject(this.#broken);
        return;
      }
      this.#queue.push({ job, resolve, reject, plainly: null });
      this.#pump();
    });
  }

  close(): Promise<void> {
    return this.#end(new DemarcheError('internal', 'the worker pool is closed'));
  }

  #pump(): void {
    while (this.#broken === null && this.#queue.length > 0) {
      const idle = [...this.#seats].find((seat) => seat.task === null);
      if (idle === undefined && this.#seats.size >= this.size) return;
      const task = this.#queue.shift();
      if (task === undefined) return;
      if (idle === undefined) this.#start(task);
      else {
        idle.task = task;
        this.#post(idle, task);
      }
    }
  }

  #start(task: Task): void {
    const worker = new Worker(this.#url, { workerData: this.#setup, resourceLimits: RESOURCE_LIMITS });
    const seat: Seat = { worker, ready: false, task, timer: null, done: 0 };
    seat.timer = setTimeout(
      () => this.#lose(seat, `longer than ${START_LIMIT_MS / 1_000} s`),
      START_LIMIT_MS,
    );
    this.#seats.add(seat);
    worker.on('message', (reply: WorkerReply) => this.#receive(seat, reply));
    worker.on('error', (error: Error) => this.#lose(seat, error.message));
    worker.on('exit', (status) => this.#lose(seat, `its thread ended with status ${status}`));
  }

  #post(seat: Seat, task: Task): void {
    this.#watch(seat, task, 0);
    const request: WorkerRequest = { job: task.job, plainly: task.plainly };
    seat.worker.postMessage(request);
  }

  #watch(seat: Seat, task: Task, extension: number): void {
    const ms = this.#limit(task.job);
    const before = cpuMs();
    seat.timer = setTimeout(() => {
      const busy = [...this.#seats].filter((one) => one.task !== null).length;
      const starved = cpuMs() - before < ms * BUSY_SHARE * busy;
      if (starved && extension < MOST_EXTENSIONS) this.#watch(seat, task, extension + 1);
      else this.#lose(seat, `longer than ${ms / 1_000} s`);
    }, ms);
  }

  #receive(seat: Seat, reply: WorkerReply): void {
    if (reply.type === 'fatal') {
      const hint = reply.hint === null ? {} : { hint: reply.hint };
      void this.#end(new DemarcheError(reply.code, reply.message, hint));
      return;
    }
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    const { task } = seat;
    if (reply.type === 'ready') {
      this.#knowledge = reply.knowledge;
      seat.ready = true;
      if (task !== null) this.#post(seat, task);
      return;
    }
    seat.task = null;
    seat.done++;
    if (seat.done >= this.#pagesAThread || reply.heap > MOST_HEAP) {
      this.#leave(seat);
      void seat.worker.terminate();
    }
    task?.resolve(reply.result);
    this.#pump();
  }

  #lose(seat: Seat, reason: string): void {
    if (!this.#seats.has(seat)) return;
    if (!seat.ready) {
      void this.#end(new DemarcheError('internal', `a worker thread did not start: ${reason}`));
      return;
    }
    const task = this.#leave(seat);
    void seat.worker.terminate();
    if (task !== null) this.#again(task, reason);
    this.#pump();
  }

  #again(task: Task, reason: string): void {
    if (task.plainly === null) this.#queue.unshift({ ...task, plainly: reason });
    else task.resolve(giveUpJob(task.job, this.#knowledge, reason));
  }

  /** Takes a seat out of the pool and hands back what it was working on. */
  #leave(seat: Seat): Task | null {
    if (seat.timer !== null) clearTimeout(seat.timer);
    this.#seats.delete(seat);
    seat.worker.removeAllListeners();
    // A thread that is being ended may still report an error, which would otherwise end the process.
    seat.worker.on('error', () => undefined);
    const { task } = seat;
    seat.task = null;
    return task;
  }

  async #end(error: Error): Promise<void> {
    this.#broken ??= error;
    const seats = [...this.#seats];
    const open = [...seats.map((seat) => this.#leave(seat)), ...this.#queue.splice(0)];
    for (const task of open) task?.reject(this.#broken);
    await Promise.all(seats.map((seat) => seat.worker.terminate()));
  }
}
