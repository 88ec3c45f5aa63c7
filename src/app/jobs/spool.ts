import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inMiB } from '../../acquire/limits.ts';
import { readAddress } from '../../acquire/web-address.ts';
import { sha256OfText } from '../../lib/digest-bytes.ts';
import { DemarcheError } from '../../model/error.ts';
import type { JobFile, JobInput } from '../desk/types.ts';
import type { JobLimits } from './limits.ts';
import type { AddSetup } from './messages.ts';
import { createSafeNames } from './safe-names.ts';

/** An import laid out in a folder of its own. */
export interface Spooled extends Pick<AddSetup, 'spool' | 'entries' | 'files' | 'url' | 'addresses'> {
  /** `3 files`, `pasted text`, `2 addresses`. */
  readonly what: string;
}

interface Plan extends Omit<Spooled, 'spool' | 'entries' | 'files'> {
  readonly files: readonly JobFile[];
}

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const large = (message: string, hint: string): DemarcheError =>
  new DemarcheError('too-large', message, { hint });

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const planFiles = (files: readonly JobFile[], limits: JobLimits): Plan => {
  if (files.length === 0) throw usage('no file was given', 'give at least one page');
  if (files.length > limits.files)
    throw large(
      `${files.length} files are more than the ${limits.files} of one import`,
      'give them in several imports, or use `demarche add`',
    );
  const largest = files.find(({ bytes }) => bytes.length > limits.fileBytes);
  if (largest !== undefined)
    throw large(
      `a file has ${inMiB(largest.bytes.length)}, more than the ${inMiB(limits.fileBytes)} of one file`,
      'use `demarche add`, which reads large archives',
    );
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > limits.jobBytes)
    throw large(
      `the files have ${inMiB(bytes)}, more than the ${inMiB(limits.jobBytes)} of one import`,
      'give them in several imports, or use `demarche add`',
    );
  return { files, url: null, addresses: [], what: counted(files.length, 'file', 'files') };
};

const addressOf = (given: string): string => {
  const url = readAddress(given);
  if (typeof url === 'string')
    throw usage(`${JSON.stringify(given.slice(0, 200))}: ${url}`, 'give web addresses');
  return url.href;
};

const planText = (input: JobInput & { kind: 'text' }, limits: JobLimits): Plan => {
  if (input.text.trim() === '') throw usage('there is no text', 'paste the text of a page');
  const bytes = new TextEncoder().encode(input.text);
  const given = input.name?.trim() ?? '';
  const name = given === '' ? `pasted-${sha256OfText(input.text).slice(0, 8)}` : given;
  const file = { name: /\.(?:txt|html?|md)$/i.test(name) ? name : `${name}.txt`, bytes };
  const url = input.url === null || input.url.trim() === '' ? null : addressOf(input.url);
  return { ...planFiles([file], limits), url, what: 'pasted text' };
};

const planAddresses = (given: readonly string[], limits: JobLimits): Plan => {
  const addresses = [...new Set(given.filter((one) => one.trim() !== '').map(addressOf))];
  if (addresses.length === 0) throw usage('no address was given', 'give at least one web address');
  if (addresses.length > limits.addresses)
    throw large(
      `${addresses.length} addresses are more than the ${limits.addresses} of one import`,
      'give them in several imports',
    );
  return { files: [], url: null, addresses, what: counted(addresses.length, 'address', 'addresses') };
};

const planOf = (input: JobInput, limits: JobLimits): Plan => {
  switch (input.kind) {
    case 'files':
      return planFiles(input.files, limits);
    case 'text':
      return planText(input, limits);
    case 'addresses':
      return planAddresses(input.addresses, limits);
  }
};

const writeFiles = async (folder: string, files: readonly JobFile[]): Promise<readonly string[]> => {
  const safeName = createSafeNames();
  const made = new Set<string>(['.']);
  const entries = new Set<string>();
  for (const { name, bytes } of files) {
    const path = safeName(name);
    const parent = dirname(path);
    if (!made.has(parent)) await mkdir(join(folder, parent), { recursive: true });
    made.add(parent);
    await writeFile(join(folder, path), bytes, { flag: 'wx' });
    entries.add(path.split('/')[0] ?? path);
  }
  return [...entries];
};

const spoolFailure = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DemarcheError('disk-full', 'no room left to take the files of the import', {
      hint: 'free some space where temporary files are kept',
      cause: error,
    });
  return error;
};

/** Removes what `spoolInput` has laid out. Never throws: what is left over lies among temporary files. */
export const removeSpool = (spool: string): Promise<void> =>
  rm(spool, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);

/**
 * Writes what is to be imported into a fresh folder below `root` (the system's folder for temporary files when null).
 * @throws DemarcheError `usage` for an input that can be no page, `too-large`, `disk-full`
 */
export const spoolInput = async (
  input: JobInput,
  limits: JobLimits,
  root: string | null,
): Promise<Spooled> => {
  const { files, ...plan } = planOf(input, limits);
  const spool = await mkdtemp(join(root ?? tmpdir(), 'demarche-import-'));
  try {
    const entries = await writeFiles(spool, files);
    return { ...plan, spool, entries, files: files.length };
  } catch (error) {
    await removeSpool(spool);
    throw spoolFailure(error);
  }
};
