import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { EventMention } from '../../src/model/annotation.ts';
import { eventsIn } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { readSections } from '../lib/sections.ts';

const OURS = fileURLToPath(new URL('../corpora/events-realis/sentences.txt', import.meta.url));
const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/** One event that a sentence tells: types that count as right, realis, and what else is stated of it. */
interface Expected {
  readonly types: readonly string[];
  readonly realis: string;
  readonly stated: ReadonlyMap<'fate' | 'outcome' | 'stance', string>;
}

interface Judged {
  readonly part: string;
  readonly id: string;
  readonly expected: Expected;
  readonly event: EventMention | null;
}

/**
 * What a telling makes of its event: realis on the events found, and fate, outcome and stance where the line states them. Each
 * sentence is read alone, as the body of an article without a day. `tuning` was read while rules were made, `test` was written
 * after them and its misses were not read.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const judged = readSections(readFileSync(OURS, 'utf8')).flatMap(({ part, line }): readonly Judged[] => {
    const at = line.indexOf(' | ');
    const text = line.slice(at + 3);
    const events = eventsIn(text, knowledge);
    const id = createHash('md5').update(text).digest('hex').slice(0, 12);
    return pairUp(line.slice(0, at).split('; ').map(expectedOf), events).map(([expected, event], i) => ({
      part,
      id: `${id}/${i}`,
      expected,
      event,
    }));
  });
  return [...new Set(judged.map(({ part }) => part))].flatMap((part) =>
    metricsOf(
      part,
      judged.filter((row) => row.part === part),
    ),
  );
};

const expectedOf = (text: string): Expected => {
  const [types = '', realis = '', ...stated] = text.split(' ');
  return {
    types: types.split('/'),
    realis,
    stated: new Map(
      stated.map((pair) => {
        const [key = '', value = ''] = pair.split('=');
        return [key as 'fate' | 'outcome' | 'stance', value];
      }),
    ),
  };
};

/** Each expectation with the first free event of its type, one of the same realis before others. */
const pairUp = (
  all: readonly Expected[],
  events: readonly EventMention[],
): readonly (readonly [Expected, EventMention | null])[] => {
  const taken = new Set<EventMention>();
  return all.map((expected) => {
    const free = events.filter((event) => !taken.has(event) && expected.types.includes(event.type));
    const event = free.find(({ realis }) => realis === expected.realis) ?? free[0] ?? null;
    if (event !== null) taken.add(event);
    return [expected, event];
  });
};

const metricsOf = (part: string, rows: readonly Judged[]): readonly Metric[] => {
  const item = ({ id, event }: Judged, ok: boolean): Item => ({ id, ok, rule: event?.rule ?? 'none' });
  const found = rows.filter(({ event }) => event !== null);
  const stated = (key: 'fate' | 'outcome' | 'stance'): readonly Item[] =>
    found.flatMap((row) => {
      const wanted = row.expected.stated.get(key);
      return wanted === undefined ? [] : [item(row, (row.event?.[key] ?? 'none') === wanted)];
    });
  return [
    share(
      `events-realis/${part}/found`,
      rows.map((row) => item(row, row.event !== null)),
    ),
    share(
      `events-realis/${part}/realis`,
      found.map((row) => item(row, row.event?.realis === row.expected.realis)),
    ),
    ...(['fate', 'outcome', 'stance'] as const).map((key) =>
      share(`events-realis/${part}/${key}`, stated(key)),
    ),
  ].filter(({ n }) => n > 0);
};

const share = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});
