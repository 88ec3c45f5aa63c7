import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPacks, loadKnowledge, packageRoot } from '../../app/knowledge.ts';
import type { PackFinding } from '../../app/pack-lint.ts';
import { lintPack } from '../../app/pack-lint.ts';
import { DemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { count, printable } from '../text.ts';

interface Lint {
  readonly pack: string;
  readonly findings: readonly PackFinding[];
}

const readPack = async (pack: string, known: readonly string[]): Promise<unknown> => {
  const file = known.includes(pack) ? join(packageRoot(), 'packs', pack, 'pack.json') : pack;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new DemarcheError('pack-unknown', `there is no pack ${JSON.stringify(pack)}`, {
      hint: `give a file, or one of: ${known.join(', ')}`,
      cause,
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DemarcheError('pack-invalid', `${file} is not JSON: ${why}`, { cause });
  }
};

const tell = (io: Io, { pack, findings }: Lint): string => {
  const lines = findings.map(({ path, code, message, severity }) => {
    const paint = severity === 'error' ? io.colors.red : io.colors.yellow;
    return `${pack}: ${path === '' ? '(the pack)' : printable(path)}: ${paint(`${severity}[${code}]`)}: ${printable(message)}`;
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const end = `${pack}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
  return `${[...lines, end].join('\n')}\n`;
};

/** `demarche pack lint`: checks packs; status 1 when one has errors. Warnings do not count. */
export const run = async (io: Io, [given]: readonly unknown[]): Promise<number> => {
  const known = await listPacks();
  const packs = typeof given === 'string' ? [given] : known;
  const persons = new Set<string>((await loadKnowledge()).persons.map(({ id }) => id));
  let broken = false;
  for (const pack of packs) {
    const findings = lintPack(await readPack(pack, known), persons);
    broken ||= findings.some(({ severity }) => severity === 'error');
    if (io.json) await outJson(io, { pack, findings });
    else await io.out(tell(io, { pack, findings }));
  }
  return broken ? EXIT.findings : EXIT.ok;
};
