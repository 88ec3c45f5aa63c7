import { fileURLToPath } from 'node:url';
import { bootstrap } from '../lib/bootstrap.ts';
import { accuracy, cohensKappa, type Labels, macroF1 } from '../lib/kappa.ts';
import type { Metric } from '../lib/metric.ts';
import {
  type AgreedStatement,
  type ArticleAgreement,
  ASPECTS,
  compareArticle,
} from '../lib/statements-agreement.ts';
import { goldStatements, statementArticles, statementRows } from '../lib/statements-gold.ts';

const FOLDER = fileURLToPath(new URL('../corpora/statements/', import.meta.url));

type Sample = readonly ArticleAgreement[];

const sum = (sample: Sample, of: (article: ArticleAgreement) => number): number =>
  sample.reduce((total, article) => total + of(article), 0);

const pairsOf = (sample: Sample): readonly AgreedStatement[] => sample.flatMap(({ pairs }) => pairs);

/** F1 of statements, those of one annotator being looked for among the other's: a statement counts that both have and `is` holds for. */
const f1 = (sample: Sample, is: (pair: AgreedStatement) => boolean): number => {
  const all = sum(sample, ({ first, second }) => first + second);
  return all === 0 ? 0 : (2 * pairsOf(sample).filter(is).length) / all;
};

/** Issues that both have, with both stances. */
const stances = (sample: Sample): readonly Labels[] =>
  pairsOf(sample)
    .flatMap(({ issues }) => issues)
    .flatMap(({ first, second }) => (first === null || second === null ? [] : [{ first, second }]));

const issueF1 = (sample: Sample): number => {
  const rows = pairsOf(sample).flatMap(({ issues }) => issues);
  const named = rows.flatMap(({ first, second }) => [first, second]).filter((stance) => stance !== null);
  return named.length === 0 ? 0 : (2 * stances(sample).length) / named.length;
};

/** The same with the doubtful rows. */
const wholeF1 = (sample: Sample): number => {
  const all = sum(sample, ({ whole }) => whole.first + whole.second);
  return all === 0 ? 0 : (2 * sum(sample, ({ whole }) => whole.both)) / all;
};

const figure = (metric: string, n: number, sample: Sample, of: (sample: Sample) => number): Metric => ({
  metric,
  value: of(sample),
  n,
  spread: bootstrap(sample, of, 200),
});

const statementMetrics = (name: string, sample: Sample): readonly Metric[] => {
  const n = sum(sample, ({ second }) => second);
  return [
    figure(`${name}/f1`, n, sample, (drawn) => f1(drawn, () => true)),
    figure(
      `${name}/f1-with-doubtful`,
      sum(sample, ({ whole }) => whole.second),
      sample,
      wholeF1,
    ),
    figure(`${name}/f1-exact`, n, sample, (drawn) => f1(drawn, ({ exact }) => exact)),
    figure(`${name}/f1-end-to-end`, n, sample, (drawn) =>
      f1(drawn, ({ agrees }) => agrees['source-head'] === true),
    ),
  ];
};

const aspectMetrics = (name: string, sample: Sample): readonly Metric[] =>
  ASPECTS.map((aspect) => {
    const itemsOf = (drawn: Sample): readonly { readonly id: string; readonly ok: boolean }[] =>
      pairsOf(drawn).flatMap(({ id, agrees }) => {
        const ok = agrees[aspect];
        return ok === null ? [] : [{ id, ok }];
      });
    const share = (drawn: Sample): number => {
      const items = itemsOf(drawn);
      return items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length;
    };
    const items = itemsOf(sample);
    return { ...figure(`${name}/${aspect}`, items.length, sample, share), items };
  });

const issueMetrics = (name: string, sample: Sample): readonly Metric[] => {
  const n = stances(sample).length;
  return [
    figure(`${name}/issue-f1`, n, sample, issueF1),
    figure(`${name}/stance`, n, sample, (drawn) => accuracy(stances(drawn))),
    figure(`${name}/stance-macro-f1`, n, sample, (drawn) => macroF1(stances(drawn))),
    figure(`${name}/stance-kappa`, n, sample, (drawn) => cohensKappa(stances(drawn))),
  ];
};

/**
 * How far two annotators who worked apart agree on statements, before anything was settled between them: the statements
 * found, on those that both have every field, and the stance on issues that both see. What neither calls doubtful counts;
 * intervals are drawn over articles. The second one annotated every second article of each language.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const [first, second] = ['first', 'second'].map((pass) =>
    goldStatements(statementRows(`${FOLDER}${pass}.jsonl`)),
  );
  const compared = statementArticles().flatMap((article) => {
    const rows = second?.get(article.id) ?? [];
    return rows.length === 0 ? [] : [compareArticle(article, first?.get(article.id) ?? [], rows)];
  });
  return ['all', 'en', 'ru', 'ja'].flatMap((language) => {
    const sample = compared.filter((article) => language === 'all' || article.language === language);
    const name = `statements-agreement/${language}`;
    return [statementMetrics, aspectMetrics, issueMetrics].flatMap((metrics) => metrics(name, sample));
  });
};
