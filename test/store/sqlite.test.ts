import { copyFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { createSqliteRecord, openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { describeStoreContract } from './contract.ts';
import { INFO } from './contract-fixtures.ts';
import { NOW, scratch } from './sqlite-record.ts';

const { at, remove } = scratch();
const empty = at('empty.demarche');
let made = 0;
afterAll(remove);

// Made once and copied: making a record waits for the disk a dozen times.
await (await createSqliteRecord(empty, INFO, { now: NOW })).close();

describeStoreContract('sqlite', (now) => {
  const path = at(`${made++}.demarche`);
  copyFileSync(empty, path);
  return openSqliteRecord(path, { now });
});
