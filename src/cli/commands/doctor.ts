import type { Check } from '../../app/doctor.ts';
import { examine } from '../../app/doctor.ts';
import { isDemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { recordFileOf } from '../open.ts';
import { hang, padTo, printable } from '../text.ts';

const NAME_WIDTH = 10;

const markOf = (io: Io, { state }: Check): string => {
  if (state === 'ok') return io.colors.green('ok     ');
  return state === 'missing' ? io.colors.yellow('missing') : io.colors.red('broken ');
};

const tell = (io: Io, check: Check): string => {
  const first = `${markOf(io, check)}  ${padTo(check.name, NAME_WIDTH)} `;
  const lines = [hang(first, printable(check.message), io.width)];
  const indent = ' '.repeat(9 + NAME_WIDTH + 1);
  if (check.hint !== null) lines.push(hang(`${indent}→ `, check.hint, io.width));
  return `${lines.join('\n')}\n`;
};

/** No record in this folder is nothing to complain of here. */
const recordHere = async (given: Given): Promise<string | null> => {
  try {
    return await recordFileOf(given);
  } catch (error) {
    if (isDemarcheError(error)) return null;
    throw error;
  }
};

/** `demarche doctor`: checks the installation; status 1 when something needed is broken. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> => {
  const checks = await examine({ folder: process.cwd(), record: await recordHere(given) });
  if (io.json) for (const check of checks) await outJson(io, check);
  else for (const check of checks) await io.out(tell(io, check));
  return checks.some(({ state }) => state === 'broken') ? EXIT.findings : EXIT.ok;
};
