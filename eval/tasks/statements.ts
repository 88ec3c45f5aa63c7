import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Metric } from '../lib/metric.ts';
import { knownIds } from '../lib/statements-check.ts';
import { goldStatements, statementArticles, statementPack, statementParts } from '../lib/statements-gold.ts';
import { type Judged, judgeArticle } from '../lib/statements-judged.ts';
import { metricsOf } from '../lib/statements-metrics.ts';
import { printBreakdown } from '../lib/statements-table.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

interface Article extends Judged {
  readonly part: string;
  readonly language: string;
}

/**
 * The whole extraction on 60 invented articles: statements found by mode; of those found the speaker, chain, hearer, place,
 * time, act and issues; the stance. Rules are written with the half `dev` in view, `held` is only measured. Rows that are
 * doubtful or only say that nothing was said count neither way.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const ofPack = knownIds(statementPack()).actors;
  const gold = goldStatements();
  const parts = statementParts();
  const judged: Article[] = statementArticles().map((article) => ({
    part: parts.get(article.id) ?? 'dev',
    language: article.language,
    ...judgeArticle(article, gold.get(article.id) ?? [], knowledge, ofPack),
  }));
  const dev = judged.filter(({ part }) => part === 'dev');
  printBreakdown(
    'dev',
    dev.flatMap((article) => article.gold),
    dev.flatMap((article) => article.told),
  );
  return ['dev', 'held'].flatMap((part) =>
    ['all', 'en', 'ru', 'ja'].flatMap((language) =>
      metricsOf(
        `statements/${part}/${language}`,
        judged.filter((a) => a.part === part && (language === 'all' || a.language === language)),
      ).filter(({ metric }) => language === 'all' || BY_LANGUAGE.test(metric)),
    ),
  );
};

/** What is told of each language; the rest of all together. */
const BY_LANGUAGE = /\/(?:all\/(?:recall|precision|f1)|speaker|chain|act|issue-f1|stance-macro-f1)$/;
