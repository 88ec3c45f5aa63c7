/**
 * The whole way from bytes to a record, for use from other programs. Types of what goes in and comes out: `demarche/model`.
 */
export type {
  Acquired,
  AcquiredPage,
  AcquireFailure,
  BytesMeta,
  Limits,
  ListedFeed,
} from './acquire/index.ts';
export {
  acquireBytes,
  acquirePages,
  acquirePath,
  acquireText,
  DEFAULT_LIMITS,
} from './acquire/index.ts';
export { readOpml } from './acquire/opml.ts';
export type { AddContext, AddProgress, AddReport, PageTrouble } from './app/add.ts';
export { addPages, updateClaims } from './app/add.ts';
export { extractCapture } from './app/extract.ts';
export { toErrorLine, toLine } from './app/extract-line.ts';
export { eofLineSchema, extractJsonSchema, extractLineSchema } from './app/extract-schema.ts';
export type { OutputLine } from './app/extract-stream.ts';
export { createTally, extractJsonl, extractPages } from './app/extract-stream.ts';
export type * from './app/extract-types.ts';
export type { KnowledgeOptions } from './app/knowledge.ts';
export { listPacks, loadKnowledge } from './app/knowledge.ts';
export type { ExtractOptions } from './app/options.ts';
export { DEFAULT_OPTIONS, extractorOf } from './app/options.ts';
export type { PackFinding } from './app/pack-lint.ts';
export { lintPack } from './app/pack-lint.ts';
export { pagesOf } from './app/pages.ts';
export { expandPaths } from './app/paths.ts';
export type { Pool, PoolOptions } from './app/pool.ts';
export { createPool } from './app/pool.ts';
export { createRecord, openRecord } from './app/record-file.ts';
export { VERSION } from './app/version.ts';
export * from './model/index.ts';
export { reconcile } from './record/index.ts';
export { createMemoryStore } from './store/index.ts';
