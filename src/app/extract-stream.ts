import { createHash } from 'node:crypto';
import type { Acquired } from '../acquire/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import type { EofLine } from './extract-types.ts';
import type { Job, JobResult } from './job.ts';
import type { ByteLine } from './lines.ts';
import { readLines } from './lines.ts';
import type { ExtractOptions } from './options.ts';
import { inOrder } from './ordered.ts';
import type { Pool } from './pool.ts';
import { errorResult } from './run-job.ts';

/** One line of output with what a person at the terminal should hear of it. */
export interface OutputLine {
  /** One JSON object, without the line feed. */
  readonly line: string;
  /** Path of the page, or the number of the input line. */
  readonly where: string;
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages read ahead of the one whose turn it is, for each thread. Bounds memory whatever the number of pages. */
const WINDOW_A_THREAD = 4;

/** The most pages in work for a pool. */
export const windowFor = (pool: Pool): number => pool.size * WINDOW_A_THREAD;

const output = (where: string, result: JobResult): OutputLine => {
  if (result.kind === 'line')
    return { line: result.line, where, error: result.error, diagnostics: result.diagnostics };
  throw new TypeError('a job for output gave no line');
};

/** The output lines of pages, in their order. */
export const extractPages = (
  pages: AsyncIterable<Acquired>,
  pool: Pool,
  options: ExtractOptions,
): AsyncGenerator<OutputLine> =>
  inOrder(pages, windowFor(pool), async (acquired) => {
    if (!acquired.ok) {
      const { page, path, code, message } = acquired;
      return output(path, errorResult({ id: page, page, path, code, message }));
    }
    const { bytes: _, ...capture } = acquired.capture;
    const where = capture.page.path ?? capture.page.id;
    return output(where, await pool.run({ kind: 'page', capture, options, as: 'line' }));
  });

/** The output lines of JSONL input, in its order. `onInput` is told of each line that is read. */
export const extractJsonl = (
  chunks: AsyncIterable<Uint8Array>,
  pool: Pool,
  options: ExtractOptions,
  onInput: () => void = () => undefined,
): AsyncGenerator<OutputLine> =>
  inOrder(readLines(chunks), windowFor(pool), async (line) => {
    onInput();
    const where = `line ${line.number}`;
    return output(where, line.ok ? await pool.run(jobOf(line, options)) : unreadable(line));
  });

const jobOf = (line: ByteLine & { ok: true }, options: ExtractOptions): Job => ({
  kind: 'jsonl',
  raw: line.text,
  number: line.number,
  options,
});

const unreadable = ({ code, message }: ByteLine & { ok: false }): JobResult =>
  errorResult({ id: null, page: null, path: null, code, message });

/** Counts and digests the lines that go out, for the line that says the stream is complete. */
export interface Tally {
  readonly read: () => void;
  readonly wrote: (line: string, failed: boolean) => void;
  readonly eof: () => EofLine;
}

/** A tally of one stream. Every input line gives exactly one output line, so `in` equals `out` in a whole stream. */
export const createTally = (): Tally => {
  const hash = createHash('sha256');
  const counts = { in: 0, out: 0, errors: 0 };
  return {
    read: () => {
      counts.in++;
    },
    wrote: (line, failed) => {
      hash.update(line).update('\n');
      counts.out++;
      if (failed) counts.errors++;
    },
    eof: () => ({ type: 'eof', ...counts, sha256: hash.copy().digest('hex') }),
  };
};
