import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { judgeCorpus, metricsByPart } from '../lib/events-corpus.ts';
import { settledRows } from '../lib/events-gold.ts';
import { eventMetrics, printEvents } from '../lib/events-metrics.ts';
import { judgeSamples } from '../lib/events-samples.ts';
import type { Metric } from '../lib/metric.ts';
import { statementArticles, statementPack, statementParts } from '../lib/statements-gold.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/** The record of the samples has neither outcome nor stance. */
const TOLD_ELSEWHERE = /\/(?:outcome|stance)(?:-where-any)?$/;

/**
 * The whole extraction on the events of 60 invented articles: found by type and who takes part; of those found the time,
 * realis, fate, outcome, stance. Rules are written with the half `dev` in view, `held` is only measured. Doubtful rows and
 * headlines count neither way. Beside them the English sample pages, by the same judge.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const parts = statementParts();
  const judged = judgeCorpus({
    articles: statementArticles(),
    rows: settledRows(),
    pack: statementPack(),
    knowledge: await loadKnowledge({ pack: PACK }),
    partOf: (id) => parts.get(id) ?? 'dev',
  });
  const dev = judged.filter(({ part }) => part === 'dev');
  printEvents('events-own/dev', dev, 'type');
  printEvents('events-own/dev', dev, 'rule');
  const samples = eventMetrics('events-own/samples', await judgeSamples());
  return [
    ...metricsByPart('events-own', judged, ['dev', 'held']),
    ...samples.filter(({ metric }) => !TOLD_ELSEWHERE.test(metric)),
  ];
};
