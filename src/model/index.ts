/**
 * The nouns: pages, articles, annotations, claims, knowledge, packs, and the port of the store. Plain data and the
 * constructors that check it; nothing here reads a clock, a disk or a network.
 */

export type { Telling as EventStance } from './annotation.ts';
export * from './annotation.ts';
export type * from './annotator.ts';
export * from './brand.ts';
// The two model files name different things `Telling`; an explicit export decides which one keeps the name here.
export type { Telling } from './claim.ts';
export * from './claim.ts';
export type * from './diagnostic.ts';
export * from './edtf/index.ts';
export * from './error.ts';
export type * from './extraction.ts';
export type * from './knowledge.ts';
export type * from './pack.ts';
export * from './page.ts';
export type * from './sentence.ts';
export * from './span.ts';
export type * from './store-port.ts';
export * from './world/index.ts';
