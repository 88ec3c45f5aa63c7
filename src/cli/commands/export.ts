import { EXPORT_NAMES, EXPORTS } from '../../api/exports.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import { codesOf } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { queryOf } from '../query.ts';

/** `demarche export`: the events of the record in the manner of a codebook that others use. */
export const run = async (io: Io, [asked]: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const name = EXPORT_NAMES.find((known) => known === asked);
    // The parser of the command line takes no other name.
    if (name === undefined) throw new TypeError(`no format ${String(asked)}`);
    const format = EXPORTS[name];
    const { pack } = await store.info();
    const codes = codesOf(await loadKnowledge({ pack }));
    const claims = await store.claims({ ...(await queryOf(store, given)), kind: 'event' });
    const events = claims.filter((claim) => claim.kind === 'event');
    const objects = format.objects(events, codes);
    if (!io.quiet) io.err(`${name}: ${objects.length} rows from ${events.length} events. ${format.left}\n`);
    if (io.json || format.csv === null) for (const object of objects) await outJson(io, object);
    else for await (const text of format.csv(events, codes)) await io.out(text);
    return EXIT.ok;
  });
