import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { PackFile } from '../../src/model/pack.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import {
  type Cast,
  castOfEvent,
  castOfGold,
  compareCasts,
  isSameCast,
  type SideOf,
  sidesOfPack,
} from '../lib/events-sides.ts';
import { eventsIn } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { pairByScore } from '../lib/overlap.ts';
import { readSections } from '../lib/sections.ts';

/** Names the two sides, so that the article is about them; what is coded in it counts neither way. */
const LEAD = 'Marenia and Toskar share a long river.\n\n';

const FOLDER = fileURLToPath(new URL('../corpora/events-en/', import.meta.url));

/** An event that a line states, or that was coded in its sentence. */
interface Act {
  readonly id: string;
  readonly rule: string;
  readonly type: string;
  readonly cast: Cast;
  /** Two readings are fair: counts neither way. */
  readonly doubtful: boolean;
}

/** One sentence, judged. */
export interface JudgedSentence {
  readonly text: string;
  readonly gold: readonly Item[];
  readonly told: readonly Item[];
}

const actOf = (stated: string, id: string, sideOf: SideOf): Act => {
  const [marked = '', who = '-'] = stated.trim().split(' ');
  const actors = who === '-' ? [] : who.split(',');
  const cast = castOfGold({ actors, targets: [], mediators: [], maybe: [] }, sideOf);
  return { id, rule: 'none', type: marked.replace('?', ''), cast, doubtful: marked.startsWith('?') };
};

/** Nobody missing, nobody too many; a doubtful act says of nobody who takes part. */
const isRight = (stated: Act, coded: Act): boolean => isSameCast(compareCasts(stated.cast, coded.cast));

const judge = (text: string, stated: readonly Act[], coded: readonly Act[]): JudgedSentence => {
  const pairs = pairByScore(stated, coded, (a, b) =>
    a.type === b.type ? 1 + (isRight(a, b) ? 1 : 0) - (a.doubtful ? 0.5 : 0) : null,
  );
  const back = new Map([...pairs].map(([s, c]) => [c, s]));
  return {
    text,
    gold: stated.flatMap((act, s): readonly Item[] => {
      const found = coded[pairs.get(s) ?? -1];
      if (act.doubtful) return [];
      return [{ id: act.id, rule: found?.rule ?? 'none', ok: found !== undefined && isRight(act, found) }];
    }),
    told: coded.flatMap((act, c): readonly Item[] => {
      const meant = stated[back.get(c) ?? -1];
      if (meant?.doubtful === true) return [];
      return [{ id: act.id, rule: act.rule, ok: meant !== undefined && isRight(meant, act) }];
    }),
  };
};

/** Reads and judges every sentence of `eval/corpora/events-en`. */
export const judgeSentences = async (): Promise<readonly JudgedSentence[]> => {
  const knowledge = await loadKnowledge({ pack: `${FOLDER}pack.json` });
  const sideOf = sidesOfPack(JSON.parse(readFileSync(`${FOLDER}pack.json`, 'utf8')) as PackFile);
  return readSections(readFileSync(`${FOLDER}sentences.txt`, 'utf8')).map(({ line }) => {
    const at = line.indexOf(' | ');
    const text = line.slice(at + 3);
    const id = createHash('md5').update(text).digest('hex').slice(0, 12);
    const stated = line.slice(0, at) === 'none' ? [] : line.slice(0, at).split(';');
    return judge(
      text,
      stated.map((act, i) => actOf(act, `${id}/${i}`, sideOf)),
      eventsIn(LEAD + text, knowledge)
        .filter(({ trigger }) => trigger.start >= LEAD.length)
        .map((event) => ({
          id: `${id}:${event.type}:${event.trigger.start}`,
          rule: event.rule,
          type: event.type,
          cast: castOfEvent(event.participants, sideOf),
          doubtful: false,
        })),
    );
  });
};

const share = (items: readonly Item[]): number =>
  items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length;

const f1 = (sample: readonly JudgedSentence[]): number => {
  const recall = share(sample.flatMap(({ gold }) => gold));
  const precision = share(sample.flatMap(({ told }) => told));
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
};

/**
 * Events of English sentences in many registers, each read alone after one that names the two sides: found by type and who takes part. Written before the
 * rules were changed for them and read while they were made: what it says is how much the rules cover, not how good they are.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const judged = await judgeSentences();
  const gold = judged.flatMap((row) => row.gold);
  const told = judged.flatMap((row) => row.told);
  return [
    {
      metric: 'events-en/f1',
      value: f1(judged),
      n: gold.length,
      spread: bootstrap(judged, f1),
    },
    { metric: 'events-en/recall', value: share(gold), n: gold.length, items: gold },
    { metric: 'events-en/precision', value: share(told), n: told.length, items: told },
  ];
};
