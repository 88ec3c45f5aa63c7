import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { alarmsPer100 } from '../lib/alarms.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import {
  type GoldSentence,
  goldSentences,
  type SentenceScore,
  scoreSentence,
} from '../lib/events-languages.ts';
import { eventsInLanguage } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/**
 * Events of Russian and Japanese sentences written for this project, each alone in an article of a known day: type and exact
 * parties, false alarms, realis with fate, and whether a time was found where there is one and none where there is none.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const score = (sentence: GoldSentence, language: string): SentenceScore =>
    scoreSentence(sentence, eventsInLanguage(sentence.text, language, knowledge));
  return (['ru', 'ja'] as const).flatMap((language) => {
    const scores = goldSentences(language).map((sentence) => score(sentence, language));
    return (['tuning', 'test'] as const).flatMap((part) =>
      metricsOf(
        `events-languages/${language}/${part}`,
        scores.filter(({ sentence }) => sentence.part === part),
      ),
    );
  });
};

const metricsOf = (name: string, scores: readonly SentenceScore[]): readonly Metric[] => {
  const none = scores.filter(({ sentence }) => sentence.events.length === 0);
  return [
    {
      metric: `${name}/f1`,
      value: f1(scores),
      n: scores.reduce((sum, { sentence }) => sum + sentence.events.length, 0),
      items: itemsOf(scores),
      spread: bootstrap(scores, f1),
    },
    alarmsPer100(
      `${name}/alarms-per-100`,
      none.map(({ sentence, coded }) => ({ id: sentence.id, alarms: coded, rule: null })),
    ),
    share(
      `${name}/realis`,
      scores,
      ({ gold, event }) => gold.realis === event.realis && gold.fate === event.fate,
    ),
    share(
      `${name}/time`,
      scores,
      ({ gold, event }) => gold.timed === (event.time !== null && event.time.expression !== null),
    ),
  ];
};

/** Of type with exact parties. */
const f1 = (scores: readonly SentenceScore[]): number => {
  const right = scores.reduce((sum, { found }) => sum + found, 0);
  const all = scores.reduce((sum, { coded, sentence }) => sum + coded + sentence.events.length, 0);
  return all === 0 ? 0 : (2 * right) / all;
};

const itemsOf = (scores: readonly SentenceScore[]): readonly Item[] =>
  scores.flatMap(({ sentence, right }) =>
    right.map(({ gold, event }, i) => ({
      id: `${sentence.id}.${i}.${gold.type}`,
      ok: event !== null,
      rule: event?.rule ?? 'none',
    })),
  );

const share = (
  metric: string,
  scores: readonly SentenceScore[],
  isRight: (pair: SentenceScore['pairs'][number]) => boolean,
): Metric => {
  const items = scores.flatMap(({ sentence, pairs }) =>
    pairs.map((pair, i) => ({
      id: `${sentence.id}.${i}.${pair.gold.type}`,
      ok: isRight(pair),
      rule: pair.event.rule,
    })),
  );
  return {
    metric,
    value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
    n: items.length,
    items,
  };
};
