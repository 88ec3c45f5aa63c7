import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DemarcheError } from '../../model/error.ts';

/** A package that whoever wants it installs himself: it is never installed with this one. */
export interface OptionalPackage {
  readonly name: string;
  /** The version this program was tested with. */
  readonly version: string;
  /** What is typed to install it. */
  readonly install: string;
  /** What it is for: `Japanese words and tags`. */
  readonly gives: string;
}

/** The file that a package is entered by; null when it is not installed beside this one. */
export const installedAt = (name: string): string | null => {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
};

/** The version that the manifest of an installed package tells; null when it tells none. */
export const versionAt = (entry: string, name: string): string | null => {
  const load = createRequire(import.meta.url);
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder))
    try {
      const manifest = load(join(folder, 'package.json')) as { name?: unknown; version?: unknown };
      if (manifest.name === name) return typeof manifest.version === 'string' ? manifest.version : null;
    } catch {
      // No manifest in this folder: the next one up may have it.
    }
  return null;
};

/** How a package that is missing is told of, in one sentence. */
export const missingMessage = ({ name, gives }: OptionalPackage): string =>
  `${gives} need the optional package ${name}, which is not installed`;

/** How it is got. */
export const installHint = ({ install }: OptionalPackage): string =>
  `to have it: ${install} (beside demarche)`;

/**
 * Loads an installed package. The name goes through a variable, so that nothing that reads the sources takes it for a dependency.
 * @throws DemarcheError `analyser-missing` when it is not there, `analyser-failed` when it cannot be loaded
 */
export const loadOptional = async <Module>(
  wanted: OptionalPackage,
): Promise<{ readonly module: Module; readonly entry: string; readonly version: string }> => {
  const entry = installedAt(wanted.name);
  if (entry === null)
    throw new DemarcheError('analyser-missing', missingMessage(wanted), { hint: installHint(wanted) });
  try {
    const module = (await import(pathToFileURL(entry).href)) as Module;
    return { module, entry, version: versionAt(entry, wanted.name) ?? 'unknown' };
  } catch (cause) {
    throw new DemarcheError('analyser-failed', `the package ${wanted.name} cannot be loaded`, {
      hint: `this program was tested with version ${wanted.version}: ${wanted.install}`,
      cause,
    });
  }
};
