import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import { eventsIn } from '../lib/extract.ts';
import { type Item, type Metric, withoutItems } from '../lib/metric.ts';
import { readSections } from '../lib/sections.ts';

const SENTENCES = fileURLToPath(new URL('../corpora/events-ways/sentences.txt', import.meta.url));
const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/** Names the two sides, so that the article is about them; what is coded in it counts neither way. */
const LEAD = 'Valdoria and Orland share a long strait.\n\n';

/** A sentence that tells one act, with what was coded in it. */
export interface ToldWay {
  readonly part: string;
  readonly text: string;
  readonly type: string;
  readonly item: Item;
  /** The types coded, in text order. */
  readonly told: readonly string[];
}

/** Reads and codes every sentence of `eval/corpora/events-ways`. */
export const tellWays = async (): Promise<readonly ToldWay[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  return readSections(readFileSync(SENTENCES, 'utf8')).map(({ part, line }) => {
    const at = line.indexOf(' | ');
    const types = line.slice(0, at).split('/');
    const text = line.slice(at + 3);
    const events = eventsIn(LEAD + text, knowledge).filter(({ trigger }) => trigger.start >= LEAD.length);
    const right = events.find(({ type }) => types.includes(type));
    const id = createHash('md5').update(text).digest('hex').slice(0, 12);
    return {
      part,
      text,
      type: types[0] ?? '',
      item: { id, ok: right !== undefined, rule: (right ?? events[0])?.rule ?? 'none' },
      told: events.map(({ type }) => type),
    };
  });
};

const recallOf = (rows: readonly ToldWay[]): number =>
  rows.length === 0 ? 0 : rows.filter(({ item }) => item.ok).length / rows.length;

/** What was told in the place of a type, the most often told first: `negotiate 3, nothing 2`. */
const confusionOf = (rows: readonly ToldWay[]): string => {
  const counts = new Map<string, number>();
  for (const { told } of rows.filter(({ item }) => !item.ok))
    for (const type of told.length === 0 ? ['nothing'] : new Set(told))
      counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([type, n]) => `${type} ${String(n)}`)
    .join(', ');
};

const printTypes = (part: string, rows: readonly ToldWay[]): void => {
  console.log(`events-ways/${part} by type`);
  for (const type of new Set(rows.map((row) => row.type))) {
    const here = rows.filter((row) => row.type === type);
    const found = here.filter(({ item }) => item.ok).length;
    console.log(`  ${type.padEnd(20)} ${String(found)} of ${String(here.length)}  ${confusionOf(here)}`);
  }
};

/**
 * In how many sentences that tell one act its type is coded, by part: `tuning` was read while cues were written; of the
 * others, written later, only figures are told. Each sentence is read alone after one that names the two
 * sides; what else is coded in it is not counted, see `events-none` for false alarms.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const rows = await tellWays();
  return [...new Set(rows.map(({ part }) => part))].map((part) => {
    const here = rows.filter((row) => row.part === part);
    const metric: Metric = {
      metric: `events-ways/recall/${part}`,
      value: recallOf(here),
      n: here.length,
      items: here.map(({ item }) => item),
      spread: bootstrap(here, recallOf),
    };
    if (part !== 'tuning') return withoutItems(metric);
    printTypes(part, here);
    return metric;
  });
};
