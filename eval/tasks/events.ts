import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { EventMention, Realis } from '../../src/model/annotation.ts';
import { isEdtf, overlap, rangeOf } from '../../src/model/edtf/index.ts';
import { overlaps } from '../../src/model/span.ts';
import { extractFile } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';

/** One event of the gold, as two coders and an adjudicator left it. */
export interface GoldEvent {
  readonly doc: string;
  readonly type: string;
  /** Another type that counts as right. */
  readonly type_alt?: string;
  readonly realis: Realis;
  readonly edtf: string | null;
  readonly edtf_world?: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly anchor: { readonly start: number; readonly end: number };
  /** Counts neither way. */
  readonly doubtful?: boolean;
  readonly id: string;
}

/** How the events found stand to the gold. */
export interface EventScore {
  /** One item for each gold event that is not doubtful. */
  readonly found: readonly Item[];
  /** One item for each event coded that meets no doubtful gold event. */
  readonly coded: readonly Item[];
  /** Of the pairs found: whether realis agrees, and whether the times share a day. */
  readonly realis: readonly Item[];
  readonly time: readonly Item[];
  /** Of the pairs found: whether every participant's party is among the gold's actors and targets. */
  readonly parties: readonly Item[];
}

/**
 * Pairs events with the gold by type and overlap of the clause with the gold's anchor, each gold event once, certain ones
 * before doubtful ones, the nearest trigger first. Pure: `events` are those of the one text that `gold` was coded on.
 */
export const scoreEvents = (gold: readonly GoldEvent[], events: readonly EventMention[]): EventScore => {
  const taken = new Map<GoldEvent, EventMention>();
  const coded: Item[] = [];
  for (const event of events) {
    const match = bestMatch(gold, event, taken);
    if (match !== null) taken.set(match, event);
    const isDoubtful =
      match === null
        ? gold.some((g) => g.doubtful === true && overlaps(g.anchor, event.span))
        : match.doubtful === true;
    if (!isDoubtful)
      coded.push({ id: `${event.type}:${event.trigger.start}`, ok: match !== null, rule: event.rule });
  }
  const sure = gold.filter((g) => g.doubtful !== true);
  const pairs = sure.flatMap((g) => {
    const event = taken.get(g);
    return event === undefined ? [] : [{ gold: g, event }];
  });
  return {
    found: sure.map((g) => ({ id: g.id, ok: taken.has(g), rule: taken.get(g)?.rule ?? 'none' })),
    coded,
    realis: pairs.map(({ gold: g, event }) => ({
      id: g.id,
      ok: g.realis === event.realis,
      rule: event.rule,
    })),
    time: pairs
      .filter(({ gold: g }) => g.edtf !== null)
      .map(({ gold: g, event }) => ({ id: g.id, ok: shareDay(g, event), rule: event.rule })),
    parties: pairs.map(({ gold: g, event }) => ({ id: g.id, ok: areParties(g, event), rule: event.rule })),
  };
};

const bestMatch = (
  gold: readonly GoldEvent[],
  event: EventMention,
  taken: ReadonlyMap<GoldEvent, EventMention>,
): GoldEvent | null => {
  const candidates = gold.filter(
    (g) =>
      !taken.has(g) && (g.type === event.type || g.type_alt === event.type) && overlaps(g.anchor, event.span),
  );
  const rank = (g: GoldEvent): number =>
    (g.doubtful === true ? 1_000_000 : 0) + Math.abs(g.anchor.start - event.trigger.start);
  return candidates.sort((a, b) => rank(a) - rank(b))[0] ?? null;
};

const shareDay = (gold: GoldEvent, event: EventMention): boolean => {
  const { time } = event;
  if (time === null) return false;
  return [gold.edtf, gold.edtf_world ?? null].some(
    (value) => value !== null && isEdtf(value) && overlap(rangeOf(value), time),
  );
};

/** The gold writes `Vladimir Putin|RUS`; a dissolved state and its successor are one side here. */
const areParties = (gold: GoldEvent, event: EventMention): boolean => {
  const sides = new Set(
    [...gold.actors, ...gold.targets].flatMap((actor) =>
      actor.split('|').map((part) => side(part.toLowerCase())),
    ),
  );
  return event.participants.every(({ id, name, party }) =>
    [id, name.toLowerCase(), party?.id ?? id].some((value) => sides.has(side(value))),
  );
};

const side = (id: string): string => (id === 'sun' ? 'rus' : id);

/**
 * Events of the three seed pages that have gold, through the whole pipeline: by type and overlap (two coders agree at F1
 * .64), with realis, time and parties on what was found.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const seeds = join(corpora, '..', 'seeds');
  const file = join(corpora, 'seeds', 'gold.json');
  if (!existsSync(file) || !existsSync(seeds)) return [];
  const gold = (JSON.parse(readFileSync(file, 'utf8')) as { readonly events: readonly GoldEvent[] }).events;
  const knowledge = await loadKnowledge({ pack: 'kurils' });
  const scores: EventScore[] = [];
  for (const page of new Set(gold.map(({ doc }) => doc))) {
    const [extraction] = await extractFile(join(seeds, page), knowledge);
    if (extraction === undefined) continue;
    scores.push(
      scoreEvents(
        gold.filter(({ doc }) => doc === page),
        extraction.annotations.events,
      ),
    );
  }
  return metricsOf(scores);
};

const metricsOf = (scores: readonly EventScore[]): readonly Metric[] => {
  const all = (key: keyof EventScore): readonly Item[] => scores.flatMap((score) => score[key]);
  const [found, coded] = [
    share('events/seeds/recall', all('found')),
    share('events/seeds/precision', all('coded')),
  ];
  const sum = found.value + coded.value;
  const f1 = sum === 0 ? 0 : (2 * found.value * coded.value) / sum;
  return [
    {
      metric: 'events/seeds/f1',
      value: f1,
      n: found.n,
      baselines: [{ name: 'agreement of two coders', value: 0.64 }],
    },
    found,
    coded,
    share('events/seeds/realis', all('realis')),
    share('events/seeds/time-overlap', all('time')),
    share('events/seeds/parties', all('parties')),
  ];
};

const share = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});
