import type { Article, Segment } from '../../src/model/page.ts';
import { cover } from '../../src/model/span.ts';
import { articleBody, isArticleBody } from './article-body.ts';
import { shinglesOf } from './shingles.ts';

/** What one label rule did on one page or on many, in runs of four words. */
export interface RuleShare {
  readonly rule: string;
  /** Gold that it kept as body, or other text that it kept out. */
  readonly right: number;
  /** Gold that it labelled as something else than body. */
  readonly lost: number;
  /** Text that is not gold and that it labelled as body. */
  readonly kept: number;
}

/** What each rule that labelled a segment of `article` won and lost against the gold body. */
export const ruleShares = (gold: string, article: Article): readonly RuleShare[] => {
  const wanted = new Map(shinglesOf(gold));
  const missing = without(wanted, shinglesOf(articleBody(article)));
  // Body takes its gold first: the same words in a teaser are then no loss.
  const ordered = [...article.segments].sort((a, b) => Number(isArticleBody(b)) - Number(isArticleBody(a)));
  return sumShares(ordered.map((segment) => shareOf(segment, article, wanted, missing)));
};

const shareOf = (
  segment: Segment,
  article: Article,
  wanted: Map<string, number>,
  missing: Map<string, number>,
): RuleShare => {
  const isBody = isArticleBody(segment);
  const left = isBody ? wanted : missing;
  let found = 0;
  let all = 0;
  for (const [run, n] of shinglesOf(cover(article.text, segment.article))) {
    const taken = Math.min(n, left.get(run) ?? 0);
    left.set(run, (left.get(run) ?? 0) - taken);
    found += taken;
    all += n;
  }
  return isBody
    ? { rule: segment.rule, right: found, lost: 0, kept: all - found }
    : { rule: segment.rule, right: all - found, lost: found, kept: 0 };
};

const without = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...a].map(([run, n]) => [run, Math.max(0, n - (b.get(run) ?? 0))]));

/** Summed by rule, the one with most mistakes first. */
export const sumShares = (shares: readonly RuleShare[]): readonly RuleShare[] => {
  const sums = new Map<string, RuleShare>();
  for (const share of shares) {
    const sum = sums.get(share.rule) ?? { rule: share.rule, right: 0, lost: 0, kept: 0 };
    sums.set(share.rule, {
      rule: share.rule,
      right: sum.right + share.right,
      lost: sum.lost + share.lost,
      kept: sum.kept + share.kept,
    });
  }
  return [...sums.values()].sort((a, b) => b.lost + b.kept - a.lost - a.kept || (a.rule < b.rule ? -1 : 1));
};
