import { listPacks, loadKnowledge, readBases, readPackFile } from '../../app/knowledge.ts';
import type { PackFinding } from '../../app/pack-lint.ts';
import { lintPack } from '../../app/pack-lint.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { count, printable } from '../text.ts';

interface Lint {
  readonly pack: string;
  readonly findings: readonly PackFinding[];
}

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
  const packs = typeof given === 'string' ? [given] : await listPacks();
  const persons = new Set<string>((await loadKnowledge()).persons.map(({ id }) => id));
  let broken = false;
  for (const pack of packs) {
    const value = await readPackFile(pack);
    const findings = lintPack(value, persons, await readBases(value));
    broken ||= findings.some(({ severity }) => severity === 'error');
    if (io.json) await outJson(io, { pack, findings });
    else await io.out(tell(io, { pack, findings }));
  }
  return broken ? EXIT.findings : EXIT.ok;
};
