import { listPacks, loadKnowledge } from '../../app/knowledge.ts';
import type { Pack } from '../../model/pack.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { table } from '../text.ts';

interface PackRow {
  readonly name: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly places: number;
  readonly issues: readonly string[];
}

const rowOf = (name: string, { title, parties, places, issues }: Pack): PackRow => ({
  name,
  title,
  parties: parties.map(({ id }) => id),
  places: places.length,
  issues: issues.map(({ id }) => id),
});

/** `demarche pack list`: the packs that come with the program. */
export const run = async (io: Io): Promise<number> => {
  const packs: PackRow[] = [];
  for (const name of await listPacks()) {
    const { pack } = await loadKnowledge({ pack: name });
    if (pack !== null) packs.push(rowOf(name, pack));
  }
  if (io.json) for (const pack of packs) await outJson(io, pack);
  else {
    const rows = packs.map((pack) => [pack.name, pack.title, pack.parties.join(', ')]);
    await io.out(`${table(rows, [{}, { fill: true }, {}], io.width)}\n`);
  }
  return EXIT.ok;
};
