import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskOptions } from '../../../src/app/desk/open.ts';
import { openDesk } from '../../../src/app/desk/open.ts';
import type { Desk } from '../../../src/app/desk/types.ts';
import { loadKnowledge } from '../../../src/app/knowledge.ts';
import { disputeId, instant } from '../../../src/model/brand.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { RecordInfo, RecordStore } from '../../../src/model/store-port.ts';
import { createMemoryStore, createSqliteRecord, openSqliteRecord } from '../../../src/store/index.ts';
import type { DeskState } from '../../../src/view/desk/types.ts';
import { bytesOf } from '../../support/builders.ts';

const INFO: RecordInfo = {
  dispute: disputeId('straits'),
  title: 'The straits of Orland',
  pack: null,
  schema: 1,
  created: instant('2031-01-01T00:00:00.000Z'),
};

/** A clock that is one second further with every look. */
const ticking = (): (() => ReturnType<typeof instant>) => {
  let seconds = 0;
  return () =>
    instant(
      `2031-06-01T00:${String(Math.floor(++seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000Z`,
    );
};

/** The kinds of store that a desk is tried on. */
export const STORES = ['memory', 'sqlite'] as const;

/** What is open, to be closed after a test. */
export interface Place {
  readonly store: (kind: (typeof STORES)[number]) => Promise<RecordStore>;
  /** A second handle on the sqlite record made last. */
  readonly other: () => Promise<RecordStore>;
  readonly desk: (store: RecordStore, options?: Partial<DeskOptions>) => Promise<Desk>;
  readonly close: () => Promise<void>;
}

let known: Promise<Knowledge> | null = null;

/** Makes a place for one test. */
export const makePlace = (): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'));
  const file = join(folder, 'straits.demarche');
  const now = ticking();
  const closing: (() => Promise<void>)[] = [];
  const opened = <T extends { readonly close: () => Promise<void> }>(one: T): T => {
    closing.unshift(one.close);
    return one;
  };
  return {
    store: async (kind) =>
      opened(
        kind === 'memory' ? createMemoryStore(INFO, { now }) : await createSqliteRecord(file, INFO, { now }),
      ),
    other: async () => opened(await openSqliteRecord(file, { now })),
    desk: async (store, options = {}) => {
      known ??= loadKnowledge();
      const pageAddress: DeskOptions['pageAddress'] = (kind, id) => `http://desk.example/${kind}/${id}`;
      return opened(await openDesk({ store, knowledge: await known, pollMs: 10, pageAddress, ...options }));
    },
    close: async () => {
      for (const close of closing) await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Keeps pages and makes these the claims. */
export const fill = async (
  store: RecordStore,
  pages: readonly Extraction[],
  claims: readonly Claim[],
): Promise<void> => {
  for (const page of pages) await store.savePage(page, bytesOf(page));
  await store.applyClaims(claims);
};

/** Resolves with the state once it is as `test` wants it. */
export const until = (desk: Desk, test: (state: DeskState, version: string) => boolean): Promise<DeskState> =>
  new Promise((resolve) => {
    const look = (state: DeskState, version: string): void => {
      if (test(state, version)) resolve(state);
    };
    desk.subscribe((event) => {
      if (event.kind === 'state') look(event.state, event.version);
    });
    look(desk.state(), desk.version());
  });
