/** Where records are kept: in memory, or in one SQLite file each. Both hold to the port `RecordStore`. */
export type { StoreOptions } from './memory/index.ts';
export { createMemoryStore } from './memory/index.ts';
export type { SqliteOptions } from './sqlite/index.ts';
export { createSqliteRecord, openSqliteRecord } from './sqlite/index.ts';
