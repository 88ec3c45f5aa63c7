import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import { readWayIn, readWays, type WayRead } from '../lib/events-ways-ru.ts';
import { eventsInLanguage } from '../lib/extract.ts';
import { type Item, type Metric, withoutItems } from '../lib/metric.ts';
import { readSections } from '../lib/sections.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));
const NONE = new URL('../corpora/events-ways-ru/none.txt', import.meta.url);

/**
 * In how many ways Russian may tell each type of the codebook and be understood: sentences of one act each, whose words the coder
 * is to find with their type; then with exact parties; of those found the realis and fate. Beside them events coded per 100
 * sentences that tell none. Whoever writes rules does not read the part `kept`.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const ways = (['tuning', 'second', 'kept'] as const).flatMap((part) => {
    const reads = readWays(part).map((way) => readWayIn(way, eventsInLanguage(way.text, 'ru', knowledge)));
    const typed = reads.filter((read) => read.typed);
    const metrics = [
      share(`events-ways-ru/${part}/type-recall`, reads, ({ typed }) => typed),
      share(`events-ways-ru/${part}/recall`, reads, ({ whole }) => whole),
      share(`events-ways-ru/${part}/realis`, typed, ({ real }) => real),
    ];
    return part === 'kept' ? metrics.map(withoutItems) : metrics;
  });
  return [...ways, ...alarms(knowledge)];
};

const share = (metric: string, reads: readonly WayRead[], isRight: (read: WayRead) => boolean): Metric => {
  const items = reads.map(
    (read): Item => ({
      id: read.way.id,
      ok: isRight(read),
      rule: read.event?.rule ?? 'none',
    }),
  );
  return {
    metric,
    value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
    n: items.length,
    items,
  };
};

interface None {
  readonly part: string;
  readonly alarms: number;
}

const alarms = (knowledge: Knowledge): readonly Metric[] => {
  const rows = readSections(readFileSync(NONE, 'utf8')).map(
    ({ part, line }): None => ({ part, alarms: eventsInLanguage(line, 'ru', knowledge).length }),
  );
  return ['tuning', 'kept'].map((part): Metric => {
    const here = rows.filter((row) => row.part === part);
    return {
      metric: `events-ways-ru/none/${part}/alarms-per-100`,
      value: per100(here),
      n: here.length,
      better: 'lower',
      spread: bootstrap(here, per100),
    };
  });
};

const per100 = (rows: readonly None[]): number =>
  (100 * rows.reduce((sum, row) => sum + row.alarms, 0)) / rows.length;
