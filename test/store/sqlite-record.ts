import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { Instant } from '../../src/model/brand.ts';
import { instant } from '../../src/model/brand.ts';
import type { RecordStore } from '../../src/model/store-port.ts';
import { createSqliteRecord } from '../../src/store/sqlite/index.ts';
import {
  aClaimId,
  anEntity,
  anEvent,
  anExtraction,
  aStatement,
  aValidTime,
  bytesOf,
} from '../support/builders.ts';
import { collect, INFO } from './contract-fixtures.ts';

/** A folder of this test file's own, and how to be rid of it. */
export const scratch = (): { readonly at: (name: string) => string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'));
  return { at: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** A clock for tests that do not look at it. */
export const NOW: () => Instant = () => instant('2031-06-01T00:00:00.000Z');

/** Runs SQL on the file behind the store's back. */
export const meddle = (path: string, ...statements: readonly string[]): void => {
  const database = new Libsql(path);
  database.exec('pragma synchronous = off');
  for (const statement of statements) database.exec(statement);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
};

const WORDS =
  'the harbour pilots of Port Halm and the keepers of the mole agreed to meet again at dawn'.split(' ');
/** A page with a text of its own; every third is long enough to fill several pages of the file. */
export const aPage = (n: number): ReturnType<typeof anExtraction> =>
  anExtraction({
    text: `𝕏 Sheet ${n}. “[We keep berth ${n} open]content,” [Orla Venn]source [said]cue. [She [met]trigger Tarn Vesh]clause. ${Array.from({ length: n % 3 === 0 ? 2000 : 40 }, (_, k) => WORDS[(k * n + k) % WORDS.length]).join(' ')}`,
    outlet: anEntity(n % 2 === 0 ? 'The Harbour Post' : 'Meridian Wire'),
    path: `pages/${n}.txt`,
  });

/** The two claims that rest on a page. */
export const claimsOf = (n: number): readonly [ReturnType<typeof aStatement>, ReturnType<typeof anEvent>] => {
  const from = [aPage(n)] as const;
  return [
    aStatement({ from, id: aClaimId('s', `${n}`), valid: aValidTime(`2031-05-${String(10 + (n % 20))}`) }),
    anEvent({ from, id: aClaimId('e', `${n}`) }),
  ];
};

/** Fills a store: pages 1 to `pages`, their claims in two generations, and a failed page. */
export const fill = async (store: RecordStore, pages: number): Promise<void> => {
  const numbers = Array.from({ length: pages }, (_, n) => n + 1);
  for (const n of numbers) await store.savePage(aPage(n), bytesOf(aPage(n)));
  await store.applyClaims(numbers.flatMap(claimsOf));
  await store.applyClaims(
    numbers
      .slice(2)
      .flatMap((n) => claimsOf(n).map((claim) => (n % 4 === 0 ? { ...claim, confidence: 0.5 } : claim))),
  );
  await store.saveFailure({ path: 'pages/bad.html', page: null, code: 'binary', message: 'not a text' });
};

/** A filled record file, closed. */
export const aRecordFile = async (path: string, pages: number): Promise<void> => {
  const store = await createSqliteRecord(path, INFO, { now: NOW });
  await fill(store, pages);
  await store.close();
};

/** Everything that can be read out of a record, through the port. */
export const dump = async (store: RecordStore) => {
  const extractions = await collect(store.extractions());
  const bytes = await Promise.all(extractions.map(async ({ page }) => [page.id, await store.bytes(page.id)]));
  const claims = await store.claims({});
  const ids = extractions.flatMap((_, n) => claimsOf(n + 1).map((claim) => claim.id));
  const histories = await Promise.all(ids.map((id) => store.history(id)));
  const searches = await Promise.all(
    ['berth', 'mole', 'met', '"orla venn"', 'vesh', 'ber*'].map((query) => store.search(query, {})),
  );
  const lists = await Promise.all([
    store.claims({ kind: 'event' }),
    store.claims({ outlet: 'meridian-wire' }),
    store.claims({ speaker: 'orla-venn' }),
    store.claims({ party: 'northland', from: '2031-05-12', to: '2031-05-16' }),
  ]);
  return {
    info: await store.info(),
    extractions,
    bytes,
    claims,
    histories,
    searches,
    lists,
    heads: (await collect(store.heads()))
      .flatMap((batch) => batch.map(({ claim }) => claim))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    articleHeads: (await collect(store.articleHeads())).flat(),
    counts: await store.counts(),
    found: (await Promise.all(['berth', 'met vesh', 'ber*'].map((query) => store.searchIds(query)))).map(
      (ids) => [...ids].sort(),
    ),
    citing: (await Promise.all(extractions.map(({ article }) => store.citing(article.id)))).map((ids) =>
      [...ids].sort(),
    ),
    failures: await store.failures(),
  };
};
