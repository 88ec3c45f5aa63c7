import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { EventMention } from '../../src/model/annotation.ts';
import { alarmsPer100 } from '../lib/alarms.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import { lettersOf } from '../lib/events-languages.ts';
import { eventsInLanguage } from '../lib/extract.ts';
import { type Item, type Metric, withoutItems } from '../lib/metric.ts';
import { readSections } from '../lib/sections.ts';

const WAYS = new URL('../corpora/events-ja/ways.txt', import.meta.url);
const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

interface Row {
  readonly part: string;
  /** Which of its type in its part, from 0: an id that tells no text. */
  readonly id: string;
  readonly type: string;
  readonly parties: string;
  readonly realis: string;
  readonly events: readonly EventMention[];
  /** The event of its type whose parties are nearest; null when none is told. */
  readonly event: EventMention | null;
}

/**
 * Ways in which Japanese tells the acts of the codebook, sentences written for this project: how many acts are told by
 * their type, how many of them with the exact parties and the right realis; and events told per 100 sentences without one.
 * `tuning` was written before the cues and read. Of `kept` (.755 at its first run, then remembered by its writer) and of `fresh`,
 * written last, only figures are told.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const seen = new Map<string, number>();
  const rows = readSections(readFileSync(WAYS, 'utf8')).map(({ part, line }): Row => {
    const [type = '', letters = '', realis = '', text = ''] = line.split(' | ').map((each) => each.trim());
    const parties = letters === '-' ? '' : [...letters].sort().join('');
    const at = seen.get(`${part}.${type}`) ?? 0;
    seen.set(`${part}.${type}`, at + 1);
    const events = eventsInLanguage(text, 'ja', knowledge);
    return {
      part,
      id: `${part}.${type}.${at}`,
      type,
      parties,
      realis,
      events,
      event: bestOf(events, type, parties),
    };
  });
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const here = rows.filter((row) => row.part === part);
    const metrics = part.startsWith('none') ? [alarms(part, here)] : shares(part, here);
    return part.endsWith('tuning') ? metrics : metrics.map(withoutItems);
  });
};

const bestOf = (events: readonly EventMention[], type: string, parties: string): EventMention | null => {
  const types = type.split('/');
  const same = types.flatMap((each) => events.filter((event) => event.type === each));
  return same.find((event) => lettersOf(event) === parties) ?? same[0] ?? null;
};

const shares = (part: string, rows: readonly Row[]): readonly Metric[] => {
  const found = rows.filter(({ event }) => event !== null);
  return [
    share(`events-ja/${part}/type-recall`, rows, ({ event }) => event !== null),
    share(
      `events-ja/${part}/parties`,
      found,
      ({ event, parties }) => event !== null && lettersOf(event) === parties,
    ),
    share(
      `events-ja/${part}/realis`,
      found,
      ({ event, realis }) => event !== null && realisOf(event) === realis,
    ),
  ];
};

const realisOf = ({ realis, fate }: EventMention): string =>
  fate === null || fate === 'held' ? realis : `${realis}:${fate}`;

const share = (metric: string, rows: readonly Row[], isRight: (row: Row) => boolean): Metric => {
  const mean = (some: readonly Row[]): number =>
    some.length === 0 ? 0 : some.filter(isRight).length / some.length;
  return {
    metric,
    value: mean(rows),
    n: rows.length,
    items: rows.map((row): Item => ({ id: row.id, ok: isRight(row), rule: row.event?.rule ?? 'none' })),
    spread: bootstrap(rows, mean),
  };
};

const alarms = (part: string, rows: readonly Row[]): Metric =>
  alarmsPer100(
    `events-ja/${part}/alarms-per-100`,
    rows.map(({ id, events }) => ({ id, alarms: events.length, rule: events[0]?.rule ?? null })),
  );
