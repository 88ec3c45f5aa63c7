import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pageId } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { BytesMeta } from './bytes.ts';
import { sha256Hex } from './digest.ts';
import type { Limits } from './limits.ts';
import type { PdfMessage, PdfSetup } from './pdf-worker.ts';
import { wellFormed } from './well-formed.ts';

/** How PDFs are read. */
export interface PdfOptions {
  /** The address of the module that reads them, null for none; the one of the installed pdfjs-dist when absent. */
  readonly module?: string | null;
  readonly maxPages?: number;
  /** For one page; a file may take six times as long. */
  readonly timeoutMs?: number;
}

/** Pages of the largest reports; a book is no article. */
const MAX_PAGES = 500;
/** The longest that one page may take. */
const TIMEOUT_MS = 5_000;
/** The longest that a file may take, in times of one page. */
const MOST_TIMEOUTS = 6;
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 384 };
const PDFJS = 'pdfjs-dist/legacy/build/pdf.mjs';
const INSTALL = 'to have PDFs read: npm i pdfjs-dist@5.4.296 (beside demarche)';

const installed = (): string | null => {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(PDFJS)).href;
  } catch {
    return null;
  }
};

const workerUrl = (): URL | null => {
  const places = ['./pdf-worker.js', '../../dist/program/pdf-worker.js'];
  return (
    places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url))) ??
    null
  );
};

interface PdfText {
  readonly pages: readonly string[];
  /** How many pages the file has; null when it could not be opened. */
  readonly count: number | null;
  /** Why reading ended early; null when it did not. */
  readonly fault: string | null;
  readonly isLocked: boolean;
}

/** Reads in a thread that is ended when it takes too long: a PDF is a program of sorts. */
const readPdf = (url: URL, setup: PdfSetup, timeoutMs: number): Promise<PdfText> =>
  new Promise((resolve) => {
    const pages: string[] = [];
    let count: number | null = null;
    const worker = new Worker(url, {
      workerData: setup,
      resourceLimits: RESOURCE_LIMITS,
      stdout: true,
      stderr: true,
    });
    const end = (fault: string | null, isLocked = false): void => {
      clearTimeout(timer);
      clearTimeout(whole);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
      resolve({ pages, count, fault, isLocked });
    };
    const late = (ms: number): NodeJS.Timeout =>
      setTimeout(() => end(`it took longer than ${ms / 1_000} s`), ms);
    const whole = late(MOST_TIMEOUTS * timeoutMs);
    let timer = late(timeoutMs);
    worker.on('message', (message: PdfMessage) => {
      clearTimeout(timer);
      timer = late(timeoutMs);
      if (message.type === 'open') count = message.pages;
      else if (message.type === 'page') pages.push(message.text);
      else if (message.type === 'over') end(null);
      else end(message.message.slice(0, 200), message.isLocked);
    });
    worker.on('error', (error) => end(error.message.slice(0, 200)));
    worker.on('exit', (status) => end(`its thread ended with status ${status}`));
  });

const partly = ({ pages, count, fault }: PdfText): readonly Diagnostic[] => {
  if (count === null || pages.length >= count) return [];
  const why = fault === null ? '' : `: ${fault}`;
  const message = `only the first ${pages.length} of ${count} pages of the PDF were read${why}`;
  return [{ code: 'text-windowed', severity: 'warning', message }];
};

/**
 * Makes a capture of a PDF: its bytes are kept, and its text, as plain text, is what pdfjs-dist reads, an optional package.
 * Pages are set apart by an empty line. What was read before a fault or the limit of time is kept. Never throws.
 */
export const acquirePdf = async (
  bytes: Uint8Array,
  meta: BytesMeta,
  limits: Limits,
  options: PdfOptions = {},
): Promise<Acquired> => {
  const path = meta.path ?? meta.url ?? '-';
  const id = pageId(sha256Hex(bytes));
  const module = options.module === undefined ? installed() : options.module;
  const url = workerUrl();
  if (module === null || url === null)
    return failure(path, 'unsupported-format', `this is a PDF; ${INSTALL}`, id);
  // The thread gets a copy: pdfjs-dist takes the bytes away from whom it gets them.
  const setup: PdfSetup = { bytes: bytes.slice(), module, maxPages: options.maxPages ?? MAX_PAGES };
  const read = await readPdf(url, setup, options.timeoutMs ?? TIMEOUT_MS);
  if (read.isLocked)
    return failure(path, 'permission', 'the PDF is locked with a password; save a copy without one', id);
  const text = read.pages
    .filter((page) => page !== '')
    .join('\n\n')
    .slice(0, limits.pageBytes);
  if (text.trim() === '' && read.fault !== null)
    return failure(path, 'unsupported-format', `the PDF cannot be read (${read.fault}); fetch it again`, id);
  if (text.trim() === '')
    return failure(path, 'empty', 'the PDF holds no text, perhaps pictures of pages; give it as text', id);
  const page = {
    id,
    mediaType: 'text/plain',
    charset: 'utf-8',
    url: meta.url,
    path: meta.path,
    capturedAt: meta.capturedAt,
  } as const;
  return { ok: true, capture: { page, bytes, text: wellFormed(text), diagnostics: partly(read) } };
};
