import type { Acquired } from '../acquire/index.ts';
import type { PageId } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { ClaimChanges, RecordStore } from '../model/store-port.ts';
import { reconcile } from '../record/index.ts';
import { windowFor } from './extract-stream.ts';
import type { ExtractOptions } from './options.ts';
import { extractorOf } from './options.ts';
import { inOrder } from './ordered.ts';
import type { Pool } from './pool.ts';

/** A page that could not be read (`kept` false), or only as plain text (`kept` true). */
export interface PageTrouble {
  readonly path: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly kept: boolean;
}

/** What an `add` did. `added + known + reread + failed` is the number of pages met; `poison` counts some of the first three. */
export interface AddReport {
  /** Pages that are new in the record. */
  readonly added: number;
  /** Pages that were held and had been read by this very extractor. */
  readonly known: number;
  /** Pages that were held and were read again, because knowledge, options or the program changed. */
  readonly reread: number;
  /** Pages that could not be read at all; the record remembers them. */
  readonly failed: number;
  /** Pages that are kept with a fallback reading, because reading them properly did not end or failed. */
  readonly poison: number;
  readonly claims: ClaimChanges;
  readonly troubles: readonly PageTrouble[];
}

/** How far an `add` has come. */
export interface AddProgress {
  readonly step: 'pages' | 'claims';
  /** Pages done. */
  readonly done: number;
  readonly path: string | null;
}

/** What became of one page, once it is kept. */
export type PageOutcome =
  | { readonly kind: 'failed'; readonly path: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'known'; readonly path: string; readonly page: PageId }
  | { readonly kind: 'added' | 'reread'; readonly path: string; readonly extraction: Extraction };

/** What `addPages` works with. */
export interface AddContext {
  readonly store: RecordStore;
  readonly knowledge: Knowledge;
  readonly pool: Pool;
  readonly options: ExtractOptions;
  readonly onProgress?: (progress: AddProgress) => void;
  readonly onDiagnostic?: (path: string, diagnostic: Diagnostic) => void;
  /** Called for every page in order, before `onProgress`. */
  readonly onPage?: (outcome: PageOutcome) => void | Promise<void>;
}

type Outcome =
  | { readonly kind: 'failed'; readonly failure: Acquired & { ok: false } }
  | { readonly kind: 'known'; readonly path: string; readonly page: PageId }
  | { readonly kind: 'read'; readonly extraction: Extraction; readonly bytes: Uint8Array };

const readOne = async (acquired: Acquired, context: AddContext, extractor: string): Promise<Outcome> => {
  if (!acquired.ok) return { kind: 'failed', failure: acquired };
  const { bytes, ...capture } = acquired.capture;
  const { id, path } = capture.page;
  if (await context.store.hasPage(id, extractor)) return { kind: 'known', path: path ?? id, page: id };
  const result = await context.pool.run({
    kind: 'page',
    capture,
    options: context.options,
    as: 'extraction',
  });
  if (result.kind !== 'extraction') throw new TypeError('a job for the record gave no extraction');
  return { kind: 'read', extraction: result.extraction, bytes };
};

interface Counts {
  added: number;
  known: number;
  reread: number;
  failed: number;
  poison: number;
  troubles: PageTrouble[];
}

const keep = async (outcome: Outcome, context: AddContext, counts: Counts): Promise<PageOutcome> => {
  if (outcome.kind === 'known') {
    counts.known++;
    return outcome;
  }
  if (outcome.kind === 'failed') {
    const { path, page, code, message } = outcome.failure;
    await context.store.saveFailure({ path, page, code, message });
    counts.failed++;
    counts.troubles.push({ path, code, message, kept: false });
    return { kind: 'failed', path, code, message };
  }
  const { extraction, bytes } = outcome;
  const path = extraction.page.path ?? extraction.page.id;
  const kind = await context.store.savePage(extraction, bytes);
  counts[kind]++;
  for (const diagnostic of extraction.diagnostics) context.onDiagnostic?.(path, diagnostic);
  if (extraction.error !== null) {
    counts.poison++;
    counts.troubles.push({ path, ...extraction.error, kept: true });
  }
  return kind === 'known' ? { kind, path, page: extraction.page.id } : { kind, path, extraction };
};

/**
 * Makes the record's claims what its pages say: reads every extraction held and reconciles them. Done at the end of every
 * `add`, whether or not pages were new, so that an `add` that was cut off before is finished by the next.
 */
export const updateClaims = async (store: RecordStore, knowledge: Knowledge): Promise<ClaimChanges> => {
  const extractions: Extraction[] = [];
  for await (const extraction of store.extractions()) extractions.push(extraction);
  return store.applyClaims(reconcile(extractions, knowledge).output);
};

/**
 * Adds pages to a record and brings its claims up to date. Idempotent and resumable: each page is kept in a transaction
 * of its own, a page that was read by the same extractor is passed over, so that after a kill at any moment the same call
 * ends with the same record as an undisturbed one.
 */
export const addPages = async (pages: AsyncIterable<Acquired>, context: AddContext): Promise<AddReport> => {
  const { store, knowledge, pool, options, onProgress } = context;
  const extractor = extractorOf(knowledge, options);
  const counts: Counts = { added: 0, known: 0, reread: 0, failed: 0, poison: 0, troubles: [] };
  let done = 0;
  const outcomes = inOrder(pages, windowFor(pool), (acquired) => readOne(acquired, context, extractor));
  for await (const outcome of outcomes) {
    const kept = await keep(outcome, context, counts);
    await context.onPage?.(kept);
    onProgress?.({ step: 'pages', done: ++done, path: kept.path });
  }
  onProgress?.({ step: 'claims', done, path: null });
  return { ...counts, claims: await updateClaims(store, knowledge) };
};
