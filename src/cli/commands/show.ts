import type { Claim } from '../../model/claim.ts';
import { DemarcheError } from '../../model/error.ts';
import type { RecordStore } from '../../model/store-port.ts';
import type { EventCard, StatementCard } from '../../view/index.ts';
import { eventCard, statementCard } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { momentOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { renderCard } from '../render.ts';

/** The card of a claim, with its passages read from the record. */
export const cardOf = (claim: Claim, store: RecordStore): Promise<StatementCard | EventCard> =>
  claim.kind === 'statement' ? statementCard(claim, store) : eventCard(claim, store);

/** `demarche show`: one claim with the passages it rests on. */
export const run = async (io: Io, [id]: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const asked = String(id);
    const claim = await store.claim(asked, momentOf(given, 'asOf'));
    if (claim === null)
      throw new DemarcheError('claim-unknown', `the record has no claim ${JSON.stringify(asked)}`, {
        hint: '`demarche timeline` and `demarche search` list claims with their ids',
      });
    const card = await cardOf(claim, store);
    const versions = await store.history(claim.id);
    const recorded = versions.map((version) => version.recorded);
    if (io.json) await outJson(io, { ...card, recorded });
    else {
      const since = versions.at(-1)?.recorded.from ?? '';
      const kept =
        versions.length > 1 ? `version ${versions.length}, recorded ${since}` : `recorded ${since}`;
      await io.out(`${renderCard(io, card)}${io.colors.dim(kept)}\n`);
    }
    return EXIT.ok;
  });
