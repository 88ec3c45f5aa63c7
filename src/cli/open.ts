import { findRecordFile, openRecord } from '../app/record-file.ts';
import type { RecordStore } from '../model/store-port.ts';
import type { Given } from './given.ts';
import { textOf } from './given.ts';

/** The record file that the command line, the environment or the current folder names. */
export const recordFileOf = (given: Given): Promise<string> =>
  findRecordFile({
    given: textOf(given, 'record'),
    environment: process.env.DEMARCHE_RECORD,
    folder: process.cwd(),
  });

/** Opens the record, does something with it, and closes it whatever happens. */
export const withRecord = async <T>(
  given: Given,
  use: (store: RecordStore, file: string) => Promise<T>,
  options: { readonly readonly?: boolean } = { readonly: true },
): Promise<T> => {
  const file = await recordFileOf(given);
  const store = await openRecord(file, options);
  try {
    return await use(store, file);
  } finally {
    await store.close();
  }
};
