/** A process of its own that adds the pages of one import to a record and tells its parent how it goes. */
import { rmSync } from 'node:fs';
import type { Acquired } from '../../acquire/index.ts';
import { articleOf, day } from '../../model/brand.ts';
import { DemarcheError, isDemarcheError } from '../../model/error.ts';
import type { RecordStore } from '../../model/store-port.ts';
import type { Job } from '../../view/desk/types.ts';
import type { AddReport, PageOutcome } from '../add.ts';
import { addPages } from '../add.ts';
import { loadKnowledge } from '../knowledge.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import { createPool } from '../pool.ts';
import { openRecord, systemNow } from '../record-file.ts';
import { filePages, findFiles } from './job-pages.ts';
import { KEPT_LINES } from './limits.ts';
import { lineOf } from './line.ts';
import type { AddMessage, AddSetup } from './messages.ts';
import { createPatience, patientStore } from './patience.ts';

const tell = (message: AddMessage): void => void process.send?.(message);

/** Tells every change of step once, and comes back to the step that was left for waiting. */
const createSteps = (): {
  readonly go: (step: Job['step']) => void;
  readonly wait: (isWaiting: boolean) => void;
} => {
  let present: Job['step'] = 'waiting';
  let told: Job['step'] | null = null;
  const show = (step: Job['step']): void => {
    if (step !== told) tell({ type: 'step', step });
    told = step;
  };
  return {
    go: (step) => {
      present = step;
      show(step);
    },
    wait: (isWaiting) => show(isWaiting ? 'waiting' : present),
  };
};

const pagesOf = async (
  setup: AddSetup,
  onFetch: () => void,
): Promise<{ readonly pages: AsyncIterable<Acquired>; readonly total: number }> => {
  const { addresses, recordFile, allowPrivate } = setup;
  if (addresses.length > 0) {
    const { webPages } = await import('../fetch/web-pages.ts');
    return {
      pages: webPages(addresses, recordFile, { allowPrivate, onWait: onFetch }),
      total: addresses.length,
    };
  }
  const files = await findFiles(setup);
  if (files.length === 0)
    throw new DemarcheError('unsupported-format', 'there is no page among the files', {
      hint: 'give .html, .txt, .md, .mhtml, .warc, .warc.gz, .rss, .atom or .pdf',
    });
  tell({ type: 'found', pages: files.length, passedOver: Math.max(0, setup.files - files.length) });
  return { pages: filePages(files, setup), total: files.length };
};

const tellPage =
  (store: RecordStore, total: number) =>
  async (outcome: PageOutcome): Promise<void> => {
    // Reading back what is known costs time, and beyond so many lines nobody sees it.
    const isShown = outcome.kind === 'known' && total <= KEPT_LINES;
    const held = isShown ? await store.extraction(articleOf(outcome.page)) : null;
    tell({ type: 'page', kind: outcome.kind, line: lineOf(outcome, held) });
  };

const add = async (setup: AddSetup): Promise<AddReport> => {
  const steps = createSteps();
  const patiently = createPatience(setup.lockWaitMs, steps.wait);
  const opened = await patiently(() => openRecord(setup.recordFile));
  const store = patientStore(opened, patiently);
  try {
    const pack = setup.pack === undefined ? (await store.info()).pack : setup.pack;
    const { pages, total } = await pagesOf(setup, () => steps.go('fetching'));
    steps.go(setup.addresses.length > 0 ? 'fetching' : 'pages');
    const pool = createPool({ pack, ...(setup.threads === null ? {} : { jobs: setup.threads }) });
    try {
      return await addPages(pages, {
        store,
        knowledge: await loadKnowledge({ pack }),
        pool,
        options: { ...DEFAULT_OPTIONS, today: day(systemNow().slice(0, 10)) },
        onProgress: ({ step }) => {
          if (step === 'claims') steps.go('claims');
        },
        onPage: tellPage(store, total),
      });
    } finally {
      await pool.close();
    }
  } finally {
    await opened.close();
  }
};

const errorOf = (error: unknown): NonNullable<Job['error']> => ({
  code: isDemarcheError(error) ? error.code : 'internal',
  message: error instanceof Error ? error.message : String(error),
  hint: isDemarcheError(error) ? error.hint : null,
});

const serve = async (setup: AddSetup): Promise<void> => {
  const orphaned = (): void => {
    // Nobody is left who would clean up.
    rmSync(setup.spool, { recursive: true, force: true });
    process.exit(1);
  };
  process.once('disconnect', orphaned);
  let last: AddMessage;
  try {
    const { claims } = await add(setup);
    const { added, changed, closed } = claims;
    last = { type: 'over', claims: { added, changed, closed } };
  } catch (error) {
    last = { type: 'failed', error: errorOf(error) };
  }
  process.off('disconnect', orphaned);
  process.send?.(last, () => process.disconnect());
};

process.once('message', (setup) => void serve(setup as AddSetup));
tell({ type: 'ready' });
