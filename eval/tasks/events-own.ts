import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { goldEvents, settledRows } from '../lib/events-gold.ts';
import {
  type JudgedEvents,
  judgeEvents,
  readingOfEvent,
  readingOfRow,
  rootFinder,
} from '../lib/events-judge.ts';
import { eventMetrics, printEvents } from '../lib/events-metrics.ts';
import { judgeSamples } from '../lib/events-samples.ts';
import { sidesOfPack } from '../lib/events-sides.ts';
import type { Metric } from '../lib/metric.ts';
import { statementArticles, statementPack, statementParts } from '../lib/statements-gold.ts';
import { annotationsOf } from '../lib/statements-told.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

interface Article extends JudgedEvents {
  readonly part: string;
  readonly language: string;
}

/** What is told of each language; the rest of all together. */
const BY_LANGUAGE = /\/(?:f1|type-f1|root-f1|recall|precision|participants-f1|time-overlap|realis)$/;

/** The record of the samples has neither outcome nor stance. */
const TOLD_ELSEWHERE = /\/(?:outcome|stance)(?:-where-any)?$/;

/**
 * The whole extraction on the events of 60 invented articles: found by type and who takes part; of those found the time,
 * realis, fate, outcome, stance. Rules are written with the half `dev` in view, `held` is only measured. Doubtful rows and
 * headlines count neither way. Beside them the English sample pages, by the same judge.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const sideOf = sidesOfPack(statementPack());
  const rootOf = rootFinder(knowledge.eventTypes);
  const gold = goldEvents(settledRows());
  const parts = statementParts();
  const judged: Article[] = statementArticles().map((article) => {
    const { id, text, language } = article;
    const rows = (gold.get(id) ?? []).map((row, at) => readingOfRow(row, at, sideOf));
    const told = annotationsOf(article, knowledge).events.map((event) => readingOfEvent(event, id, sideOf));
    return { part: parts.get(id) ?? 'dev', language, ...judgeEvents(text, rows, told, rootOf) };
  });
  const dev = judged.filter(({ part }) => part === 'dev');
  printEvents('events-own/dev', dev, 'type');
  printEvents('events-own/dev', dev, 'rule');
  const own = ['dev', 'held'].flatMap((part) =>
    ['all', 'en', 'ru', 'ja'].flatMap((language) =>
      eventMetrics(
        `events-own/${part}/${language}`,
        judged.filter((a) => a.part === part && (language === 'all' || a.language === language)),
      ).filter(({ metric }) => language === 'all' || BY_LANGUAGE.test(metric)),
    ),
  );
  const samples = eventMetrics('events-own/samples', await judgeSamples());
  return [...own, ...samples.filter(({ metric }) => !TOLD_ELSEWHERE.test(metric))];
};
