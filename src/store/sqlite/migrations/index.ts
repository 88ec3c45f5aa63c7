import { RECORD } from './0001-record.ts';
import { PRESENT_PASSAGES } from './0002-present-passages.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [RECORD, PRESENT_PASSAGES];

/** The version of the tables that this program reads and writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;
