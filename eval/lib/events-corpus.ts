import type { Knowledge } from '../../src/model/knowledge.ts';
import type { PackFile } from '../../src/model/pack.ts';
import { type EventRow, goldEvents } from './events-gold.ts';
import { type JudgedEvents, judgeEvents, readingOfEvent, readingOfRow, rootFinder } from './events-judge.ts';
import { eventMetrics } from './events-metrics.ts';
import { sidesOfPack } from './events-sides.ts';
import type { Metric } from './metric.ts';
import type { StatementArticle } from './statements-gold.ts';
import { annotationsOf } from './statements-told.ts';

/** Annotated articles that one pack is laid over. */
export interface EventCorpus {
  readonly articles: readonly StatementArticle[];
  readonly rows: readonly EventRow[];
  readonly pack: PackFile;
  readonly knowledge: Knowledge;
  /** The half of an article, by its id. */
  readonly partOf: (id: string) => string;
}

/** One article's events, judged, with its half and its language. */
export interface JudgedArticle extends JudgedEvents {
  readonly part: string;
  readonly language: string;
}

/** The whole extraction on every article, judged against its rows. */
export const judgeCorpus = (corpus: EventCorpus): readonly JudgedArticle[] => {
  const { articles, knowledge } = corpus;
  const sideOf = sidesOfPack(corpus.pack);
  const rootOf = rootFinder(knowledge.eventTypes);
  const gold = goldEvents(corpus.rows, articles);
  return articles.map((article) => {
    const { id, text, language } = article;
    const rows = (gold.get(id) ?? []).map((row, at) => readingOfRow(row, at, sideOf));
    const told = annotationsOf(article, knowledge).events.map((event) => readingOfEvent(event, id, sideOf));
    return { part: corpus.partOf(id), language, ...judgeEvents(text, rows, told, rootOf) };
  });
};

/** What is told of each language; the rest of all together. */
const BY_LANGUAGE = /\/(?:f1|type-f1|root-f1|recall|precision|participants-f1|time-overlap|realis)$/;

/** The figures of each half, of all its articles and of each language. */
export const metricsByPart = (
  name: string,
  judged: readonly JudgedArticle[],
  parts: readonly string[],
): readonly Metric[] =>
  parts.flatMap((part) =>
    ['all', 'en', 'ru', 'ja'].flatMap((language) =>
      eventMetrics(
        `${name}/${part}/${language}`,
        judged.filter((a) => a.part === part && (language === 'all' || a.language === language)),
      ).filter(({ metric }) => language === 'all' || BY_LANGUAGE.test(metric)),
    ),
  );
