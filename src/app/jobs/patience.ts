import { setTimeout as pause } from 'node:timers/promises';
import { isDemarcheError } from '../../model/error.ts';
import type { RecordStore } from '../../model/store-port.ts';

/** Does something again and again while another program writes to the record. */
export type Patience = <T>(work: () => Promise<T>) => Promise<T>;

const PAUSE_MS = 250;

const isLocked = (error: unknown): boolean => isDemarcheError(error) && error.code === 'record-locked';

type Tried<T> = { readonly isDone: true; readonly result: T } | { readonly isDone: false };

const attempt = async <T>(work: () => Promise<T>, isLast: boolean): Promise<Tried<T>> => {
  try {
    return { isDone: true, result: await work() };
  } catch (error) {
    if (isLast || !isLocked(error)) throw error;
    return { isDone: false };
  }
};

/** Waits up to `limitMs` for each piece of work, then throws the `record-locked` it met; tells when waiting begins and ends. */
export const createPatience =
  (limitMs: number, onWait: (isWaiting: boolean) => void): Patience =>
  async (work) => {
    const end = performance.now() + limitMs;
    let tried = await attempt(work, limitMs <= 0);
    if (tried.isDone) return tried.result;
    onWait(true);
    while (!tried.isDone) {
      await pause(PAUSE_MS);
      tried = await attempt(work, performance.now() >= end);
    }
    onWait(false);
    return tried.result;
  };

/** The store with patience in whatever an import asks of it page by page. Each method is one transaction, so that it can be tried again. */
export const patientStore = (store: RecordStore, patiently: Patience): RecordStore => ({
  ...store,
  hasPage: (page, extractor) => patiently(() => store.hasPage(page, extractor)),
  savePage: (extraction, bytes) => patiently(() => store.savePage(extraction, bytes)),
  saveFailure: (failure) => patiently(() => store.saveFailure(failure)),
  extraction: (article) => patiently(() => store.extraction(article)),
  applyClaims: (claims) => patiently(() => store.applyClaims(claims)),
});
