import { loadKnowledge } from '../../src/app/knowledge.ts';
import { eventRows, goldEvents } from '../lib/events-gold.ts';
import { judgeEvents, readingOfRow, rootFinder } from '../lib/events-judge.ts';
import { eventMetrics } from '../lib/events-metrics.ts';
import { sidesOfPack } from '../lib/events-sides.ts';
import type { Metric } from '../lib/metric.ts';
import { statementArticles, statementPack } from '../lib/statements-gold.ts';

/**
 * How far two annotators who worked apart agree on events, before anything was settled: the second is judged against the
 * first as a coder is against the gold, on the articles that both annotated. What either calls doubtful counts
 * neither way; `with-doubtful` counts it as any other row.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const [first, second] = [goldEvents(eventRows('first')), goldEvents(eventRows('second'))];
  const sideOf = sidesOfPack(statementPack());
  const { eventTypes } = await loadKnowledge({});
  const rootOf = rootFinder(eventTypes);
  const judgeAll = (isWhole: boolean) =>
    statementArticles().flatMap(({ id, text, language }) => {
      const [mine, other] = [first, second].map((pass) =>
        (pass.get(id) ?? []).map((row, at) => {
          const reading = readingOfRow(row, at, sideOf);
          return isWhole ? { ...reading, doubtful: false } : reading;
        }),
      );
      return mine === undefined || other === undefined || mine.length === 0 || other.length === 0
        ? []
        : [{ language, ...judgeEvents(text, mine, other, rootOf) }];
    });
  const [sure, whole] = [judgeAll(false), judgeAll(true)];
  return ['all', 'en', 'ru', 'ja'].flatMap((language) => {
    const of = <T extends { readonly language: string }>(articles: readonly T[]): readonly T[] =>
      articles.filter((article) => language === 'all' || article.language === language);
    return [
      ...eventMetrics(`events-agreement/${language}`, of(sure)),
      ...eventMetrics(`events-agreement/${language}/with-doubtful`, of(whole)).filter(({ metric }) =>
        metric.endsWith('f1'),
      ),
    ];
  });
};
