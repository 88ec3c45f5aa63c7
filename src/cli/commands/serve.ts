import { readFile } from 'node:fs/promises';
import { DemarcheError } from '../../model/error.ts';
import type { DeskState } from '../../view/desk/types.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { numberOf, textOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { recordFileOf } from '../open.ts';
import type { Served } from '../serving.ts';
import { isOpenToOthers, startDesk, USUAL_PORT, untilAsked } from '../serving.ts';
import { count, printable } from '../text.ts';

/** A key that is shorter can be found by trying. */
const SHORTEST_KEY = 16;

const keyText = async (given: Given): Promise<string | null> => {
  const file = textOf(given, 'keyFile');
  if (file === undefined) return process.env['DEMARCHE_KEY']?.trim() || null;
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new DemarcheError('not-found', `cannot read the key in ${file}`, {
      hint: 'write a long random text into that file',
      cause,
    });
  }
};

/** The key that requests must carry. @throws DemarcheError `usage` when it is too short, or there is none where one is needed */
const keyOf = async (
  given: Given,
  at: { readonly host: string; readonly names: readonly string[] },
): Promise<string | null> => {
  const key = await keyText(given);
  if (key === null && isOpenToOthers(at))
    throw new DemarcheError('usage', 'a desk that others can reach needs a key', {
      hint: 'give one with --key-file FILE or DEMARCHE_KEY, or leave out --host and --name',
    });
  if (key !== null && !(key.length >= SHORTEST_KEY && /^[\x21-\x7e]+$/.test(key)))
    throw new DemarcheError(
      'usage',
      `the key must have at least ${SHORTEST_KEY} characters, all of ASCII and none of them blank`,
      { hint: 'for example 32 random hexadecimal digits' },
    );
  return key;
};

const stateText = (state: DeskState): string => {
  switch (state.kind) {
    case 'ready':
      return '';
    case 'empty':
      return 'the record holds no page yet: drop some into the desk, or use `demarche add`\n';
    case 'opening':
      return 'the record is being read; the desk shows how far it is\n';
    case 'unreconciled':
      return `${count(state.pages, 'page')}, not yet compared: \`demarche add\` with the same files goes on\n`;
    case 'failed':
      return `the record cannot be read: ${state.message}\n`;
  }
};

const tell = async (io: Io, served: Served, file: string): Promise<void> => {
  const { bold, dim } = io.colors;
  const { title } = served.desk.info;
  await io.out(`${printable(title)} (${printable(file)})\n\n  ${bold(served.start)}\n\n`);
  const rooms = ['timeline', 'statements', 'sources'].map((room) => `  ${served.start}/${room}\n`);
  await io.out(`${rooms.join('')}\n${stateText(served.desk.state())}${dim('Ctrl-C ends it')}\n`);
};

/** `demarche serve`: opens the record in the browser, until it is asked to end. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> => {
  const file = await recordFileOf(given);
  const at = { host: textOf(given, 'host') ?? '127.0.0.1', names: textsOf(given['name']) };
  const asked = untilAsked();
  const served = await startDesk({
    file,
    ...at,
    port: numberOf(given, 'port') ?? USUAL_PORT,
    orNext: false,
    key: await keyOf(given, at),
    readonly: given['readOnly'] === true,
  });
  if (!served.hasPages && !io.quiet)
    io.err(`${io.errColors.yellow('warning')}: the web application is not built: npm run build\n`);
  if (io.json) await outJson(io, { url: served.url, record: file, dispute: served.desk.info.dispute });
  else await tell(io, served, file);
  await asked;
  await served.close();
  return EXIT.ok;
};
