/**
 * Makes `knowledge/world/*.json` from the fact files.
 *
 * Usage: npx tsx tools/build-knowledge.ts --facts DIR [--out knowledge/world]
 *
 * Deterministic: the same facts give the same bytes. `cities.json` and everything outside `knowledge/world` is written by
 * hand and not touched.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GatheringFact, InstrumentFact, OfficeFact, OutletFact, PlaceFact } from './knowledge/facts.ts';
import { buildPeople } from './knowledge/people.ts';
import { buildBodies, buildPlaces } from './knowledge/places.ts';
import { buildGatherings, buildInstruments, buildOutlets } from './knowledge/rest.ts';

const { values } = parseArgs({
  options: { facts: { type: 'string' }, out: { type: 'string', default: 'knowledge/world' } },
});
const { facts, out } = values;
if (facts === undefined) {
  console.error('usage: npx tsx tools/build-knowledge.ts --facts DIR [--out knowledge/world]');
  process.exit(2);
}

const read = async <T>(name: string): Promise<readonly T[]> =>
  (await readFile(join(facts, `${name}.jsonl`), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const write = async (name: string, rows: readonly unknown[]): Promise<void> => {
  const body = rows.map((row) => JSON.stringify(row)).join(',\n');
  await writeFile(join(out, `${name}.json`), `[\n${body}\n]\n`);
  console.log(`${name}: ${rows.length} rows`);
};

const { persons, offices } = buildPeople(await read<OfficeFact>('offices'));
const placeFacts = await read<PlaceFact>('places');
await write('persons', persons);
await write('offices', offices);
await write('places', buildPlaces(placeFacts));
await write('outlets', buildOutlets(await read<OutletFact>('outlets'), buildBodies(placeFacts)));
await write('gatherings', buildGatherings(await read<GatheringFact>('gatherings')));
await write('instruments', buildInstruments(await read<InstrumentFact>('instruments')));
