import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { EventMention } from '../../src/model/annotation.ts';
import { eventsIn, eventsInLanguage } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { readSections } from '../lib/sections.ts';

const OURS = fileURLToPath(new URL('../corpora/events-realis/sentences.txt', import.meta.url));
/** Told on a day: constructions of the press, and who takes part. */
const DATED = ['press', 'casts'].map((name) =>
  fileURLToPath(new URL(`../corpora/events-realis/${name}.txt`, import.meta.url)),
);
const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/** One event that a sentence tells: types that count as right, realis, and what else is stated of it. */
interface Expected {
  readonly types: readonly string[];
  readonly realis: string;
  readonly stated: ReadonlyMap<Aspect, string>;
}

const ASPECTS = ['fate', 'outcome', 'stance', 'back', 'who'] as const;
type Aspect = (typeof ASPECTS)[number];

interface Judged {
  readonly part: string;
  readonly id: string;
  readonly expected: Expected;
  readonly event: EventMention | null;
}

/**
 * What a telling makes of its event: realis on the events found, and fate, outcome, stance, background and who takes part where
 * the line states them. Each line is read alone, as the body of an article without a day, or of one of a day. `tuning` was
 * read while rules were made, `test` was written after them and its misses were not read.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const undated = judgeFile(OURS, (text) => eventsIn(text, knowledge));
  const dated = DATED.flatMap((file) =>
    judgeFile(file, (text) => eventsInLanguage(text.replace(/^# (.*)$/, '$1\n\n'), 'en', knowledge)),
  );
  const judged = [...undated, ...dated];
  return [...new Set(judged.map(({ part }) => part))].flatMap((part) =>
    metricsOf(
      part,
      judged.filter((row) => row.part === part),
    ),
  );
};

const judgeFile = (file: string, read: (text: string) => readonly EventMention[]): readonly Judged[] =>
  readSections(readFileSync(file, 'utf8')).flatMap(({ part, line }): readonly Judged[] => {
    const at = line.indexOf(' | ');
    const text = line.slice(at + 3);
    const id = createHash('md5').update(text).digest('hex').slice(0, 12);
    return pairUp(line.slice(0, at).split('; ').map(expectedOf), read(text)).map(([expected, event], i) => ({
      part,
      id: `${id}/${i}`,
      expected,
      event,
    }));
  });

/** What an event has of an aspect, in the words of the corpus. */
const isAsStated = (event: EventMention, aspect: Aspect, wanted: string): boolean => {
  if (aspect === 'back') return (event.background ? 'yes' : 'no') === wanted;
  return aspect === 'who' ? isCast(event, wanted) : (event[aspect] ?? 'none') === wanted;
};

/** `a,b>c`: exactly those take part, the last in the part of whom it is done to; `-` is nobody. */
const isCast = ({ participants }: EventMention, wanted: string): boolean => {
  const [doers = [], targets = []] = wanted
    .split('>')
    .map((side) => side.split(',').filter((id) => id !== '' && id !== '-'));
  const isTarget = (role: string): boolean => role === 'target' || role === 'host';
  const fits = (ids: readonly string[], there: EventMention['participants']): boolean =>
    ids.length === there.length &&
    ids.every((id) => there.some((one) => one.id === id || one.party?.id === id));
  return (
    fits(
      doers,
      participants.filter(({ role }) => !isTarget(role)),
    ) &&
    fits(
      targets,
      participants.filter(({ role }) => isTarget(role)),
    )
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
        return [key as Aspect, value];
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
  const stated = (aspect: Aspect): readonly Item[] =>
    found.flatMap((row) => {
      const wanted = row.expected.stated.get(aspect);
      if (wanted === undefined || row.event === null) return [];
      return [item(row, isAsStated(row.event, aspect, wanted))];
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
    ...ASPECTS.map((aspect) => share(`events-realis/${part}/${aspect}`, stated(aspect))),
  ].filter(({ n }) => n > 0);
};

const share = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});
