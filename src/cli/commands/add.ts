import type { AddProgress, AddReport } from '../../app/add.ts';
import { addPages } from '../../app/add.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import type { ExtractOptions } from '../../app/options.ts';
import { DEFAULT_OPTIONS } from '../../app/options.ts';
import { acquireAll } from '../../app/pages.ts';
import type { FoundPath } from '../../app/paths.ts';
import { expandPaths } from '../../app/paths.ts';
import { createPool } from '../../app/pool.ts';
import { systemNow } from '../../app/record-file.ts';
import { day } from '../../model/brand.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { numberOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import type { Progress } from '../progress.ts';
import { createProgress } from '../progress.ts';
import { count, printable } from '../text.ts';

/** A warning about a page, as one line of standard error. A page read as plain text is told of once, as an error. */
export const warn = (io: Io, path: string, { code, severity, message }: Diagnostic): void => {
  if (io.quiet || severity !== 'warning' || code === 'poison-fallback') return;
  io.err(`${printable(path)}: ${io.errColors.yellow(`warning[${code}]`)}: ${printable(message)}\n`);
};

/** A page that could not be read, as one line of standard error. */
export const tellError = (
  io: Io,
  path: string,
  error: { readonly code: string; readonly message: string },
): void =>
  io.err(`${printable(path)}: ${io.errColors.red(`error[${error.code}]`)}: ${printable(error.message)}\n`);

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

/** Adds the pages of the paths to an open record, telling of progress and troubles on standard error. */
export const addTo = async (
  io: Io,
  store: RecordStore,
  paths: readonly string[],
  { jobs, dating }: { readonly jobs?: number | undefined; readonly dating?: ExtractOptions['dating'] },
): Promise<AddReport> => {
  const { pack } = await store.info();
  const knowledge = await loadKnowledge({ pack });
  const files = await findAll(paths);
  const progress = createProgress(io, 'reading pages');
  const pool = createPool({ pack, jobs });
  try {
    return await addPages(acquireAll(files), {
      store,
      knowledge,
      pool,
      options: {
        ...DEFAULT_OPTIONS,
        today: day(systemNow().slice(0, 10)),
        dating: dating ?? DEFAULT_OPTIONS.dating,
      },
      onProgress: showProgress(progress, files.length),
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

/** `demarche add`: reads pages into the record. */
export const run = async (io: Io, [paths]: readonly unknown[], given: Given): Promise<number> =>
  withRecord(
    given,
    async (store) => {
      const report = await addTo(io, store, textsOf(paths), {
        jobs: numberOf(given, 'jobs'),
        dating: given.strictDates === true ? 'strict' : 'usual',
      });
      for (const trouble of report.troubles) tellError(io, trouble.path, trouble);
      if (io.json) await outJson(io, report);
      else if (!io.quiet) await io.out(`${pagesText(report)}\n${claimsText(report)}\n`);
      return report.troubles.length > 0 ? EXIT.findings : EXIT.ok;
    },
    {},
  );
