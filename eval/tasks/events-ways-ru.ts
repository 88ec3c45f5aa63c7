import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { alarmsPer100 } from '../lib/alarms.ts';
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

const alarms = (knowledge: Knowledge): readonly Metric[] => {
  const rows = readSections(readFileSync(NONE, 'utf8')).map(({ part, line }, n) => {
    const events = eventsInLanguage(line, 'ru', knowledge);
    return { part, id: `none.${n}`, alarms: events.length, rule: events[0]?.rule ?? null };
  });
  return ['tuning', 'kept'].map((part) =>
    withoutItems(
      alarmsPer100(
        `events-ways-ru/none/${part}/alarms-per-100`,
        rows.filter((row) => row.part === part),
      ),
    ),
  );
};
