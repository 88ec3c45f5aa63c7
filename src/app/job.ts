import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Capture } from '../model/page.ts';
import type { ExtractOptions } from './options.ts';

/** A capture without its bytes: what a worker needs of it. */
type CaptureText = Omit<Capture, 'bytes'>;

/** A piece of work for a worker thread: one page, or one line of JSONL input. */
export type Job =
  | {
      readonly kind: 'page';
      readonly capture: CaptureText;
      readonly options: ExtractOptions;
      /** `extraction` for the record; `line` for output, written out in the worker to spare the main thread. */
      readonly as: 'extraction' | 'line';
    }
  | {
      readonly kind: 'jsonl';
      readonly raw: string;
      /** Number of the input line, from 1. */
      readonly number: number;
      readonly options: ExtractOptions;
    };

/** What came of a job. */
export type JobResult =
  | { readonly kind: 'extraction'; readonly extraction: Extraction }
  | {
      readonly kind: 'line';
      /** One JSON object without the line feed. */
      readonly line: string;
      readonly error: { readonly code: ErrorCode; readonly message: string } | null;
      readonly diagnostics: readonly Diagnostic[];
    };

/** What a worker is started with. */
export interface WorkerSetup {
  /** Name or path of the pack; null for the world's knowledge alone. */
  readonly pack: string | null;
  /** Path of analyses in CoNLL-U that are asked before the weights; null for none. */
  readonly analysis: string | null;
}

/** Main thread to worker. `plainly` is set on the second try of a page whose first did not end; it says why. */
export interface WorkerRequest {
  readonly job: Job;
  readonly plainly: string | null;
}

/** Worker to main thread. */
export type WorkerReply =
  | { readonly type: 'ready'; readonly knowledge: string }
  | {
      readonly type: 'fatal';
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string | null;
    }
  | {
      readonly type: 'done';
      readonly result: JobResult;
      /** Bytes of heap that the thread uses now. */
      readonly heap: number;
    };

const BASE_MS = 5_000;
const FREE_CHARACTERS = 250_000;
const CHARACTERS_A_SECOND = 25_000;
const MOST_CHARACTERS = 1_000_000;

/**
 * How long a job may take, in milliseconds: 5 s, and one more for each 25,000 characters beyond 250,000, up to the
 * 1,000,000 that are annotated. A page of honest size ends a hundred times sooner.
 */
export const limitOf = (job: Job): number => {
  const length = job.kind === 'page' ? job.capture.text.length : job.raw.length;
  const beyond = Math.max(0, Math.min(length, MOST_CHARACTERS) - FREE_CHARACTERS);
  return BASE_MS + Math.ceil(beyond / CHARACTERS_A_SECOND) * 1_000;
};
