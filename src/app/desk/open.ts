import type { ClaimId } from '../../model/brand.ts';
import type { ClaimKind } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { createCards } from './cards.ts';
import { createHoldings } from './holdings.ts';
import { createJumps } from './jumps.ts';
import { createLists } from './lists.ts';
import { createPages } from './pages.ts';
import type { Desk } from './types.ts';
import { watchRecord } from './watch.ts';

/** What a desk is opened with. */
export interface DeskOptions {
  /** Stays open when the desk is closed: it belongs to whoever opened it. */
  readonly store: RecordStore;
  readonly knowledge: Knowledge;
  /** How often to look whether the record has changed, in milliseconds; 700 when absent. */
  readonly pollMs?: number;
  /** The address of a claim in the desk, for citations. */
  readonly pageAddress: (kind: ClaimKind, id: ClaimId) => string;
}

const POLL_MS = 700;

/**
 * Opens a record for looking at. Reads it in the background: until then every answer is of what has been read so far and
 * says so. Changes by any program are noticed and taken in.
 * @throws DemarcheError when the store cannot even say what record it is
 */
export const openDesk = async (options: DeskOptions): Promise<Desk> => {
  const { store, knowledge, pageAddress } = options;
  const info = await store.info();
  const holdings = createHoldings(info, knowledge, store);
  const watch = watchRecord({ store, holdings, pollMs: options.pollMs ?? POLL_MS });
  const parts = { store, holdings, state: watch.state, info, knowledge, pageAddress };
  return {
    info,
    state: watch.state,
    version: holdings.version,
    ready: watch.ready,
    subscribe: watch.subscribe,
    ...createLists(parts),
    ...createCards(parts),
    ...createPages(parts),
    overview: async () => ({ ...holdings.overview(), state: watch.state(), version: holdings.version() }),
    ...createJumps(parts),
    close: watch.close,
  };
};
