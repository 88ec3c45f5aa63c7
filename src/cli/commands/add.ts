import type { AddProgress, AddReport, PageOutcome } from '../../app/add.ts';
import { addPages } from '../../app/add.ts';
import { knowledgeWith, type OutsideAnalyses } from '../../app/analysers/outside.ts';
import { partAddresses } from '../../app/fetch/addresses.ts';
import type { WebInput } from '../../app/fetch/pages.ts';
import { pagesFrom } from '../../app/fetch/pages.ts';
import type { WebOptions } from '../../app/fetch/web-pages.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import type { ExtractOptions } from '../../app/options.ts';
import { DEFAULT_OPTIONS } from '../../app/options.ts';
import type { FoundPath } from '../../app/paths.ts';
import { expandPaths } from '../../app/paths.ts';
import { createPool } from '../../app/pool.ts';
import { systemNow } from '../../app/record-file.ts';
import { day } from '../../model/brand.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { EXIT } from '../exit.ts';
import { createFetchReport, fetchText } from '../fetch-report.ts';
import type { Given } from '../given.ts';
import { numberOf, textOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { tellAnalyses } from '../outside-report.ts';
import { tellError, warn } from '../page-report.ts';
import type { Progress } from '../progress.ts';
import { createProgress } from '../progress.ts';
import { count, printable } from '../text.ts';

const findAll = async (paths: readonly string[]): Promise<readonly FoundPath[]> => {
  const found: FoundPath[] = [];
  for await (const path of expandPaths(paths)) found.push(path);
  return found;
};

const showProgress =
  (progress: Progress, files: number) =>
  ({ step, done, path }: AddProgress): void => {
    // Archives hold many pages: beyond the number of files the end is not known.
    const total = done <= files ? files : null;
    if (step === 'pages') progress.update(done, total, printable(path ?? ''));
    else progress.update(done, total, 'comparing what they say');
  };

/** How pages are added to a record. */
export interface AddHow {
  readonly jobs?: number | undefined;
  /** How sure a reading of the day of publication must be; `usual` when absent. */
  readonly dating?: ExtractOptions['dating'];
  /** Analyses by another program; none when absent or null. */
  readonly outside?: OutsideAnalyses | null;
  /** Addresses to fetch, after the paths. */
  readonly web?: WebInput & { readonly onPage: (outcome: PageOutcome) => void };
}

/** Adds pages to an open record, telling of progress and troubles on standard error. */
export const addTo = async (
  io: Io,
  store: RecordStore,
  paths: readonly string[],
  { jobs, dating, outside = null, web }: AddHow,
): Promise<AddReport> => {
  const { pack } = await store.info();
  const knowledge = knowledgeWith(await loadKnowledge({ pack }), outside);
  const files = await findAll(paths);
  const total = files.length + (web?.addresses.length ?? 0);
  const progress = createProgress(io, 'reading pages');
  const pool = createPool({ pack, analysis: outside?.path ?? null, jobs });
  try {
    return await addPages(pagesFrom(files, web ?? null), {
      store,
      knowledge,
      pool,
      options: {
        ...DEFAULT_OPTIONS,
        today: day(systemNow().slice(0, 10)),
        dating: dating ?? DEFAULT_OPTIONS.dating,
      },
      onProgress: showProgress(progress, total),
      ...(web === undefined ? {} : { onPage: web.onPage }),
      onDiagnostic: (path, diagnostic) => {
        progress.clear();
        warn(io, path, diagnostic);
      },
    });
  } finally {
    progress.clear();
    await pool.close();
  }
};

const pagesText = ({ added, known, reread, failed, poison }: AddReport): string =>
  [
    `${count(added, 'page')} added`,
    known > 0 ? `${known} known already` : '',
    reread > 0 ? `${reread} read again` : '',
    poison > 0 ? `${poison} not as they should be` : '',
    failed > 0 ? `${failed} not readable` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

const claimsText = ({ claims }: AddReport): string => {
  const { added, changed, closed, unchanged } = claims;
  return `${count(added, 'claim')} added, ${changed} changed, ${closed} closed, ${unchanged} as before`;
};

const webOptionsOf = (given: Given): WebOptions => {
  const timeout = numberOf(given, 'timeout');
  const delay = numberOf(given, 'delay');
  return {
    allowPrivate: given['allowPrivate'] === true,
    ignoreRobots: given['ignoreRobots'] === true,
    ...(timeout === undefined ? {} : { timeoutMs: timeout * 1_000 }),
    ...(delay === undefined ? {} : { delayMs: delay * 1_000 }),
  };
};

/** `demarche add`: reads pages into the record. */
export const run = async (io: Io, [given]: readonly unknown[], options: Given): Promise<number> =>
  withRecord(
    options,
    async (store, recordFile) => {
      const { paths, addresses } = partAddresses(textsOf(given));
      const fetched = createFetchReport(addresses);
      const report = await addTo(io, store, paths, {
        jobs: numberOf(options, 'jobs'),
        dating: options['strictDates'] === true ? 'strict' : 'usual',
        outside: await tellAnalyses(io, textOf(options, 'analysis')),
        web: {
          addresses,
          recordFile,
          options: { ...webOptionsOf(options), onFetched: fetched.onFetched },
          onPage: fetched.onPage,
        },
      });
      for (const trouble of report.troubles) tellError(io, trouble.path, trouble);
      const lines = fetched.lines();
      if (io.json) await outJson(io, addresses.length === 0 ? report : { ...report, addresses: lines });
      else if (!io.quiet) await io.out(`${fetchText(lines)}${pagesText(report)}\n${claimsText(report)}\n`);
      return report.troubles.length > 0 ? EXIT.findings : EXIT.ok;
    },
    {},
  );
