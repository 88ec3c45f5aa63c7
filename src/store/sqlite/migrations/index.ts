import { RECORD } from './0001-record.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [RECORD];

/** The version of the tables that this program reads and writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;
