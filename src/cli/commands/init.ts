import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { loadKnowledge } from '../../app/knowledge.ts';
import { createRecord, RECORD_ENDING } from '../../app/record-file.ts';
import type { Given } from '../given.ts';
import { textOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
    .replace(/-$/, '') || 'record';

/** A pack that is a file is remembered by its full path: the record may be opened from another folder. */
const packKey = async (pack: string): Promise<string> => {
  const isFile = await stat(pack).then(
    (info) => info.isFile(),
    () => false,
  );
  return isFile ? resolve(pack) : pack;
};

/** `demarche init`: makes an empty record. */
export const run = async (io: Io, [path]: readonly unknown[], given: Given): Promise<number> => {
  const pack = textOf(given, 'pack');
  const key = pack === undefined ? null : await packKey(pack);
  const knowledge = await loadKnowledge({ pack: key });
  const named = typeof path === 'string' ? path : textOf(given, 'record');
  const name = slug(knowledge.pack?.id ?? basename(named ?? process.cwd(), RECORD_ENDING));
  const file = named ?? `${name}${RECORD_ENDING}`;
  const title = textOf(given, 'title') ?? knowledge.pack?.title ?? name;
  const store = await createRecord(file, { dispute: name, title, pack: key });
  const info = await store.info();
  await store.close();
  if (io.json) await outJson(io, { file, ...info });
  else
    await io.out(
      `made ${io.colors.bold(file)}: ${info.title}${info.pack === null ? '' : ` (pack ${pack})`}\nnext: demarche add PATH...\n`,
    );
  return 0;
};
