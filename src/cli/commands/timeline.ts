import { timeline } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { numberOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { queryOf } from '../query.ts';
import { renderTimeline } from '../render.ts';

/** `demarche timeline`: the claims in the order of valid time. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const claims = await store.claims(await queryOf(store, given));
    const rows = timeline(claims).slice(0, numberOf(given, 'limit'));
    if (io.json) for (const row of rows) await outJson(io, row);
    else await io.out(renderTimeline(io, rows));
    return EXIT.ok;
  });
