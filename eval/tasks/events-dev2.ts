import { loadKnowledge } from '../../src/app/knowledge.ts';
import { judgeCorpus, metricsByPart } from '../lib/events-corpus.ts';
import {
  eventsDev2Articles,
  eventsDev2Pack,
  eventsDev2PackPath,
  eventsDev2Rows,
} from '../lib/events-dev2.ts';
import { printEvents } from '../lib/events-metrics.ts';
import { type Metric, withoutItems } from '../lib/metric.ts';

/**
 * The same as `events-own` on 44 further invented articles of eight other disputes, by a hand that had read neither the
 * coder nor its cues nor the articles of the first set. Rules may be written with the half `read` in view; of `kept` only
 * totals are told.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const articles = eventsDev2Articles();
  const parts = new Map(articles.map(({ id, part }) => [id, part]));
  const judged = judgeCorpus({
    articles,
    rows: eventsDev2Rows(),
    pack: eventsDev2Pack(),
    knowledge: await loadKnowledge({ pack: eventsDev2PackPath() }),
    partOf: (id) => parts.get(id) ?? 'kept',
  });
  const read = judged.filter(({ part }) => part === 'read');
  printEvents('events-dev2/read', read, 'type');
  printEvents('events-dev2/read', read, 'rule');
  return [
    ...metricsByPart('events-dev2', judged, ['read']),
    ...metricsByPart('events-dev2', judged, ['kept']).map(withoutItems),
  ];
};
