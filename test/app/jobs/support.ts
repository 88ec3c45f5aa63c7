import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobFile, Jobs } from '../../../src/app/desk/types.ts';
import type { AddProgram } from '../../../src/app/jobs/child.ts';
import type { JobsOptions } from '../../../src/app/jobs/create-jobs.ts';
import { createJobs } from '../../../src/app/jobs/create-jobs.ts';
import { createRecord, openRecord } from '../../../src/app/record-file.ts';
import type { RecordStore } from '../../../src/model/store-port.ts';
import type { Job } from '../../../src/view/desk/types.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files of an import by name. */
export const filesOf = (pages: Readonly<Record<string, string | Uint8Array>>): readonly JobFile[] =>
  Object.entries(pages).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? bytesOf(content) : content,
  }));

const SOURCE = new URL('../../../src/app/jobs/add-process.ts', import.meta.url);
const BUILT = new URL('../../../dist/program/add-process.js', import.meta.url);

/** The compiled program as users run it; from source where nothing was built for this run. */
export const PROGRAM: AddProgram =
  process.env['DEMARCHE_NO_BUILD'] === '1' || !existsSync(fileURLToPath(BUILT))
    ? { url: SOURCE, execArgv: ['--import', 'tsx'] }
    : { url: BUILT, execArgv: [] };

/** A place to import in: an empty record, imports over it, a folder for what they lay out. */
export interface Bench {
  readonly file: string;
  readonly folder: string;
  readonly jobs: Jobs;
  /** Everything that listeners were told. */
  readonly told: readonly Job[];
  /** Resolves with the import when it is over. */
  readonly over: (id: string) => Promise<Job>;
  /** Resolves when the import is as `test` wants it. */
  readonly when: (id: string, test: (job: Job) => boolean) => Promise<Job>;
  readonly reading: <T>(use: (store: RecordStore) => Promise<T>) => Promise<T>;
  readonly leftovers: () => readonly string[];
}

/** Makes a bench in a fresh folder. */
export const makeBench = async (options: Partial<JobsOptions> = {}): Promise<Bench> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-jobs-'));
  const file = join(folder, 'ferry.demarche');
  await (await createRecord(file, { dispute: 'ferry', title: 'The ferry', pack: null })).close();
  const jobs = createJobs({ recordFile: file, folder, threads: 1, program: PROGRAM, ...options });
  const told: Job[] = [];
  jobs.subscribe((job) => void told.push(job));
  const when = (id: string, test: (job: Job) => boolean): Promise<Job> =>
    new Promise((resolve) => {
      const look = (job: Job | null): void => {
        if (job !== null && job.id === id && test(job)) resolve(job);
      };
      jobs.subscribe(look);
      look(jobs.get(id));
    });
  return {
    file,
    folder,
    jobs,
    told,
    when,
    over: (id) => when(id, (job) => job.ended !== null),
    reading: async (use) => {
      const store = await openRecord(file, { readonly: true });
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
    leftovers: () => readdirSync(folder).filter((name) => name.startsWith('demarche-import-')),
  };
};
