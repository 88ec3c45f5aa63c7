import type { ClaimId } from '../../src/model/brand.ts';
import { disputeId, instant } from '../../src/model/brand.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { RecordInfo, RecordStore } from '../../src/model/store-port.ts';
import { aClaimId, anEntity, anEvent, anExtraction, aStatement, bytesOf } from '../support/builders.ts';

/** What every store is made with here. */
export const INFO: RecordInfo = {
  dispute: disputeId('harbour'),
  title: 'The Port Halm question',
  pack: null,
  schema: 2,
  created: instant('2031-01-01T00:00:00.000Z'),
};

/** Everything that a source yields. */
export const collect = async <T>(source: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
};

/** Keeps the pages in a store. */
export const save = async (store: RecordStore, ...extractions: readonly Extraction[]): Promise<void> => {
  for (const extraction of extractions) await store.savePage(extraction, bytesOf(extraction));
};

/** The ids of claims, in their order. */
export const idsOf = (claims: readonly Claim[]): readonly ClaimId[] => claims.map((claim) => claim.id);
/** The id of a statement named by `seed`. */
export const named = (seed: string): ClaimId => aClaimId('s', seed);

/** A page with a statement and an event. */
export const POST = anExtraction({
  text: '𝕏 “[The straits stay open to every flag]content,” [Orla Venn]source [said]cue. [She [met]trigger Tarn Vesh in Port Halm]clause.',
});
/** Another outlet’s page that tells the same statement. */
export const WIRE = anExtraction({
  text: 'PORT HALM — [Orla Venn]source [told]cue reporters that “[the straits stay open to every flag]content”.',
  outlet: anEntity('Meridian Wire'),
});
/** Told by both pages. */
export const STATEMENT = aStatement({ from: [POST, WIRE] });
/** Told by the first page. */
export const EVENT = anEvent({ from: [POST] });
