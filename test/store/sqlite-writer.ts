/**
 * A program that is killed: `node --import tsx sqlite-writer.ts FILE FIRST` adds pages from number FIRST on, makes claims of all
 * of them now and then, and writes a line after each call that came back. With `hold` for FIRST it takes the write lock and stays.
 */
import { writeSync } from 'node:fs';
import Libsql from 'libsql';
import { openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { bytesOf } from '../support/builders.ts';
import { aPage, claimsOf, NOW } from './sqlite-record.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);

const hold = (path: string): void => {
  const database = new Libsql(path);
  database.exec('begin immediate');
  say('held');
  setInterval(() => database.inTransaction, 1000);
};

const add = async (path: string, first: number): Promise<void> => {
  const store = await openSqliteRecord(path, { now: NOW });
  for (let n = first; ; n++) {
    await store.savePage(aPage(n), bytesOf(aPage(n)));
    say(`page ${n}`);
    if (n % 4 !== 0) continue;
    await store.applyClaims(Array.from({ length: n }, (_, k) => claimsOf(k + 1)).flat());
    say(`claims ${n}`);
  }
};

const [path = '', first = ''] = process.argv.slice(2);
if (first === 'hold') hold(path);
else await add(path, Number(first));
