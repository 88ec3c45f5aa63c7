import type { Claim } from '../../model/claim.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { statementRows } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { numberOf, textOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { onIssue, queryOf } from '../query.ts';
import { renderStatement } from '../render.ts';

const find = async (store: RecordStore, given: Given): Promise<readonly Claim[]> => {
  const query = { ...(await queryOf(store, given)), kind: 'statement' as const };
  const words = textOf(given, 'search');
  if (words === undefined) return store.claims(query);
  const hits = await store.search(words, query);
  return hits.map(({ claim }) => claim);
};

/** `demarche statements`: who said what. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const claims = onIssue(await find(store, given), textOf(given, 'issue'));
    const rows = statementRows(claims).slice(0, numberOf(given, 'limit'));
    if (io.json) for (const row of rows) await outJson(io, row);
    else if (rows.length === 0) await io.out('nothing\n');
    else await io.out(rows.map((row) => renderStatement(io, row)).join('\n'));
    return EXIT.ok;
  });
