import { spawnSync } from 'node:child_process';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorCode } from '../model/error.ts';
import { isDemarcheError } from '../model/error.ts';
import { listPacks, loadKnowledge } from './knowledge.ts';
import { DEFAULT_OPTIONS } from './options.ts';
import { lintPack } from './pack-lint.ts';
import { createPool } from './pool.ts';
import { createRecord, openRecord } from './record-file.ts';

/** What became of one check. `missing` is something optional that is not there; only `broken` is a fault. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'missing' | 'broken';
  readonly message: string;
  /** What to do about it; null when nothing need be done. */
  readonly hint: string | null;
}

interface Probe {
  readonly name: string;
  readonly hint: string;
  /** Returns what it found; throws when it is broken. */
  readonly run: () => Promise<string>;
}

const LEAST_NODE = [20, 19] as const;

const nodeProbe: Probe = {
  name: 'node',
  hint: `install Node ${LEAST_NODE.join('.')} or newer`,
  run: async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
      throw new Error(`version ${process.versions.node} is too old`);
    return `version ${process.versions.node}`;
  },
};

const knowledgeProbe: Probe = {
  name: 'knowledge',
  hint: 'reinstall the package: its knowledge/ folder is incomplete',
  run: async () => {
    const { persons, places, outlets, languages } = await loadKnowledge();
    return `${persons.length} persons, ${places.length} places, ${outlets.length} outlets, languages ${Object.keys(languages).join(', ')}`;
  },
};

const packsProbe: Probe = {
  name: 'packs',
  hint: 'demarche pack lint',
  run: async () => {
    const names = await listPacks();
    const known = new Set<string>((await loadKnowledge()).persons.map(({ id }) => id));
    for (const name of names) {
      const { pack } = await loadKnowledge({ pack: name });
      const wrong = lintPack(pack, known).filter(({ severity }) => severity === 'error');
      if (wrong.length > 0) throw new Error(`${name} has ${wrong.length} errors`);
    }
    return names.join(', ');
  },
};

/** Makes a record, and opens it again: the database driver loads, files can be written, full-text search is there. */
const recordProbe: Probe = {
  name: 'database',
  hint: 'npm ci (the prebuilt libsql for this platform is missing), or free some space in the temporary folder',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demarche-doctor-'));
    try {
      const file = join(folder, 'probe.demarche');
      const store = await createRecord(file, { dispute: 'probe', title: 'probe', pack: null });
      await store.close();
      const again = await openRecord(file, { readonly: true });
      await again.search('probe', {});
      await again.close();
      return 'a record can be made, opened and searched';
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const PROBE_TEXT = 'A page of one line.';

const workerProbe: Probe = {
  name: 'workers',
  hint: 'npm run build (or reinstall the package)',
  run: async () => {
    const pool = createPool({ pack: null, jobs: 1 });
    try {
      const raw = JSON.stringify({ id: 'probe', text: PROBE_TEXT });
      const result = await pool.run({ kind: 'jsonl', raw, number: 1, options: DEFAULT_OPTIONS });
      if (result.kind !== 'line' || result.error !== null) throw new Error('a page could not be read');
      return 'a worker thread starts and reads a page';
    } finally {
      await pool.close();
    }
  },
};

const folderProbe = (folder: string): Probe => ({
  name: 'folder',
  hint: 'go to a folder that you may write to, or name a record elsewhere with --record',
  run: async () => {
    await access(folder, constants.R_OK | constants.W_OK);
    return 'this folder can be written to';
  },
});

const runProbe = async ({ name, hint, run }: Probe): Promise<Check> => {
  try {
    return { name, state: 'ok', message: await run(), hint: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const own = isDemarcheError(error) ? error.hint : null;
    return { name, state: 'broken', message, hint: own ?? hint };
  }
};

const versionOf = (program: string): string | null => {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 5_000 });
  return status === 0 ? (stdout.split('\n')[0] ?? '').trim() : null;
};

const optional = (name: string, programs: readonly string[], use: string, hint: string): Check => {
  for (const program of programs) {
    const version = versionOf(program);
    if (version !== null) return { name, state: 'ok', message: version, hint: null };
  }
  return { name, state: 'missing', message: `not installed; ${use}`, hint };
};

/** A fault of the record named, when there is one. */
const recordCheck = async (file: string): Promise<Check> => {
  try {
    const store = await openRecord(file, { readonly: true });
    const { title, pack } = await store.info();
    const failures = await store.failures();
    await store.close();
    const unread = failures.length === 0 ? '' : `, ${failures.length} pages could not be read`;
    const message = `${file}: ${title}${pack === null ? '' : ` (pack ${pack})`}${unread}`;
    return { name: 'record', state: 'ok', message, hint: 'demarche verify checks it for damage' };
  } catch (error) {
    const code: ErrorCode = isDemarcheError(error) ? error.code : 'internal';
    const message = `${file}: ${error instanceof Error ? error.message : String(error)} [${code}]`;
    return { name: 'record', state: 'broken', message, hint: isDemarcheError(error) ? error.hint : null };
  }
};

/** Checks the installation, and the record when one is named. Ends always: a check that fails says so. */
export const examine = async (place: {
  readonly folder: string;
  readonly record: string | null;
}): Promise<readonly Check[]> => {
  const probes = [nodeProbe, knowledgeProbe, packsProbe, recordProbe, workerProbe, folderProbe(place.folder)];
  const checks: Check[] = [];
  for (const probe of probes) checks.push(await runProbe(probe));
  if (place.record !== null) checks.push(await recordCheck(place.record));
  return [
    ...checks,
    optional(
      'chromium',
      ['chromium', 'chromium-browser', 'google-chrome'],
      'some tests of the desk use it',
      'apt-get install chromium',
    ),
    optional('postgres', ['psql'], 'only records kept in PostgreSQL need it', 'apt-get install postgresql'),
  ];
};
