import { acquireText } from '../acquire/index.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Capture } from '../model/page.ts';
import { toErrorLine, toLine } from './extract-line.ts';
import type { Job, JobResult } from './job.ts';
import type { InputLine } from './jsonl-input.ts';
import { parseInputLine } from './jsonl-input.ts';
import type { ExtractOptions } from './options.ts';
import { extractorOf } from './options.ts';
import { unreadExtraction } from './unread.ts';

/** How the text of a job is read: in full, plainly, or not at all. */
export type Reader = (capture: Capture, options: ExtractOptions) => Extraction;

const lineResult = (extraction: Extraction, id?: string | number): JobResult => ({
  kind: 'line',
  line: JSON.stringify(toLine(extraction, id)),
  error: extraction.error,
  diagnostics: extraction.diagnostics,
});

/** The result of a page or an input line that cannot be read. */
export const errorResult = (failure: {
  readonly id: string | number | null;
  readonly page: string | null;
  readonly path: string | null;
  readonly code: ErrorCode;
  readonly message: string;
}): JobResult => ({
  kind: 'line',
  line: JSON.stringify(toErrorLine(failure)),
  error: { code: failure.code, message: failure.message },
  diagnostics: [],
});

const acquireLine = ({ id, text, html, url }: InputLine): ReturnType<typeof acquireText> =>
  acquireText({ ...(html === null ? { text: text ?? '' } : { html }), url, id: String(id) });

const readLine = (line: InputLine, options: ExtractOptions, read: Reader): JobResult => {
  const acquired = acquireLine(line);
  if (!acquired.ok) {
    const { page, code, message } = acquired;
    return errorResult({ id: line.id, page, path: null, code, message });
  }
  const given: ExtractOptions = {
    ...options,
    published: line.published ?? options.published,
    language: line.language ?? options.language,
    asIs: options.asIs || !line.clean,
  };
  return lineResult(read(acquired.capture, given), line.id);
};

/** Does a job with the reader given. */
export const runJob = (job: Job, read: Reader): JobResult => {
  if (job.kind === 'jsonl') {
    const parsed = parseInputLine(job.raw, job.number);
    if (parsed.ok) return readLine(parsed.line, job.options, read);
    const { id, message } = parsed;
    return errorResult({ id, page: null, path: null, code: 'bad-line', message });
  }
  const extraction = read({ ...job.capture, bytes: new Uint8Array(0) }, job.options);
  return job.as === 'line' ? lineResult(extraction) : { kind: 'extraction', extraction };
};

/** The result of a job that no try could finish: all its text as one segment `other`, and the error `poison`. */
export const giveUpJob = (job: Job, knowledgeVersion: string, reason: string): JobResult =>
  runJob(job, (capture, options) =>
    unreadExtraction(capture, extractorOf({ version: knowledgeVersion }, options), {
      code: 'poison',
      message: `the page could not be read, not even as plain text (${reason})`,
    }),
  );
