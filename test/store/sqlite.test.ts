import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createSqliteRecord } from '../../src/store/sqlite/index.ts';
import { describeStoreContract, INFO } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'));
let made = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStoreContract('sqlite', (now) =>
  createSqliteRecord(join(folder, `${made++}.demarche`), INFO, { now }),
);
