import { fileURLToPath } from 'node:url';
import { tagArticleIssues } from '../../src/annotate/issue/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Attribution } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { isNonEmpty } from '../../src/model/span.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { knownIds } from '../lib/statements-check.ts';
import {
  type GoldStatement,
  goldStatements,
  type StatementArticle,
  statementArticles,
  statementPack,
  statementParts,
} from '../lib/statements-gold.ts';
import {
  compareSaid,
  hasChain,
  isChainRight,
  isSameNaming,
  isSpeakerRight,
  type JudgedIssue,
  judgeIssues,
  macroF1,
} from '../lib/statements-judge.ts';
import { printBreakdown } from '../lib/statements-table.ts';
import { type Told, tellStatements } from '../lib/statements-told.ts';
import { pairStatements, unitsUnder } from '../lib/statements-units.ts';

const PACK = fileURLToPath(new URL('../corpora/statements/pack.json', import.meta.url));

/** A gold statement that counts, with what `extract` made of it. */
export interface GoldRow {
  readonly id: string;
  readonly mode: string;
  readonly act: string;
  readonly style: string;
  readonly rule: string;
  /** What is right of it; null when it was not found. */
  readonly right: Readonly<Record<Aspect, boolean | null>> | null;
  /** Its issues against those told, when it was found. */
  readonly issues: readonly JudgedIssue[];
  /** Its issues against those told of the gold's own spans and act: stance alone, whatever was found. */
  readonly given: readonly JudgedIssue[];
}

/** A statement told that counts: it pairs with no gold that is doubtful or unsaid. */
export interface ToldRow {
  readonly id: string;
  readonly mode: string;
  readonly rule: string;
  readonly style: string;
  readonly ok: boolean;
}

/** What is judged of a statement that was found; null counts neither way. */
export type Aspect =
  | 'mode'
  | 'speaker'
  | 'behalf'
  | 'chain'
  | 'chain-where-any'
  | 'addressee'
  | 'venue'
  | 'said'
  | 'said-overlap'
  | 'act';

interface Judged {
  readonly gold: readonly GoldRow[];
  readonly told: readonly ToldRow[];
}

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
    ...judge(article, gold.get(article.id) ?? [], knowledge, ofPack),
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

const judge = (
  article: StatementArticle,
  gold: readonly GoldStatement[],
  knowledge: Knowledge,
  ofPack: ReadonlySet<string>,
): Judged => {
  const { text, language, style } = article;
  const told = tellStatements(article, knowledge);
  const pairs = pairStatements(
    gold.map(({ content, cue }) => ({
      content: unitsUnder(text, content, language),
      cue: unitsUnder(text, cue, language),
    })),
    told.map(({ attribution: { content, cue } }) => ({
      content: unitsUnder(text, content, language),
      cue: unitsUnder(text, cue, language),
    })),
  );
  const given = issuesGiven(gold, article, knowledge);
  const counts = (row: GoldStatement): boolean => !row.doubtful && !row.unsaid;
  const byTold = new Map([...pairs].map(([g, t]) => [t, g]));
  return {
    gold: gold.flatMap((row, g) => {
      if (!counts(row)) return [];
      const found = told[pairs.get(g) ?? -1] ?? null;
      return [
        {
          id: `${article.id}:${g}`,
          mode: row.mode,
          act: row.act,
          style,
          rule: found?.attribution.rule ?? 'none',
          right: found === null ? null : rightOf(row, found, ofPack, text),
          issues: found === null ? [] : judgeIssues(row.issues, found.attribution.issues),
          given: judgeIssues(row.issues, given[g] ?? []),
        },
      ];
    }),
    told: told.flatMap(({ attribution: { mode, rule, content } }, t) => {
      const row = gold[byTold.get(t) ?? -1];
      if (row !== undefined && !counts(row)) return [];
      return [{ id: `${article.id}@${content[0].start}`, mode, rule, style, ok: row !== undefined }];
    }),
  };
};

const rightOf = (
  gold: GoldStatement,
  told: Told,
  ofPack: ReadonlySet<string>,
  text: string,
): Readonly<Record<Aspect, boolean | null>> => {
  const { attribution, behalf } = told;
  const chain = isChainRight(gold, told, ofPack);
  const said = gold.said === null ? null : compareSaid(gold.said, attribution.said?.edtf ?? null);
  return {
    mode: gold.mode === attribution.mode,
    speaker: isSpeakerRight(gold, told, ofPack, text),
    behalf:
      [...gold.behalf].sort().join() === [...new Set(behalf.map(({ id }) => id as string))].sort().join(),
    chain,
    'chain-where-any': hasChain(gold) ? chain : null,
    addressee: isSameNaming(gold.addressee, attribution.addressee),
    venue: isSameNaming(gold.venue, attribution.venue),
    said: said === null ? null : said === 'equal',
    'said-overlap': said === null ? null : said !== 'differs',
    act: gold.act === attribution.act,
  };
};

/** What issues and stances are told of the gold's own spans. */
const issuesGiven = (
  rows: readonly GoldStatement[],
  { text, language }: StatementArticle,
  knowledge: Knowledge,
): readonly Attribution['issues'][] => {
  const told = rows.flatMap(({ content, ...row }) => (isNonEmpty(content) ? [{ ...row, content }] : []));
  if (told.length < rows.length) throw new Error('a statement without content');
  return tagArticleIssues(told, text, knowledge, language);
};

const MODES = ['direct', 'mixed', 'indirect'] as const;

const metricsOf = (name: string, articles: readonly Article[]): readonly Metric[] => [
  ...['all', ...MODES].flatMap((mode) => detection(`${name}/${mode}`, articles, mode)),
  ...aspects(name, articles),
  ...issueMetrics(name, articles),
];

const detection = (name: string, articles: readonly Article[], mode: string): readonly Metric[] => {
  const isOf = (row: { readonly mode: string }): boolean => mode === 'all' || row.mode === mode;
  const figures = (
    sample: readonly Article[],
  ): { readonly r: number; readonly p: number; readonly f: number } => {
    const gold = sample.flatMap((article) => article.gold.filter(isOf));
    const told = sample.flatMap((article) => article.told.filter(isOf));
    const r = share(gold.filter(({ right }) => right !== null).length, gold.length);
    const p = share(told.filter(({ ok }) => ok).length, told.length);
    return { r, p, f: r + p === 0 ? 0 : (2 * r * p) / (r + p) };
  };
  const { r, p, f } = figures(articles);
  const gold = articles.flatMap((article) => article.gold.filter(isOf));
  const told = articles.flatMap((article) => article.told.filter(isOf));
  return [
    {
      metric: `${name}/recall`,
      value: r,
      n: gold.length,
      items: gold.map(({ id, rule, right }) => ({ id, rule, ok: right !== null })),
    },
    {
      metric: `${name}/precision`,
      value: p,
      n: told.length,
      items: told.map(({ id, rule, ok }) => ({ id, rule, ok })),
    },
    { metric: `${name}/f1`, value: f, n: gold.length, spread: bootstrap(articles, (s) => figures(s).f, 200) },
  ];
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const ASPECTS: readonly Aspect[] = [
  'mode',
  'speaker',
  'behalf',
  'chain',
  'chain-where-any',
  'addressee',
  'venue',
  'said',
  'said-overlap',
  'act',
];

const aspects = (name: string, articles: readonly Article[]): readonly Metric[] =>
  ASPECTS.map((aspect) => {
    const items: readonly Item[] = articles.flatMap(({ gold }) =>
      gold.flatMap(({ id, rule, right }) => {
        const ok = right?.[aspect] ?? null;
        return ok === null ? [] : [{ id, rule, ok }];
      }),
    );
    return {
      metric: `${name}/${aspect}`,
      value: share(items.filter(({ ok }) => ok).length, items.length),
      n: items.length,
      items,
    };
  });

interface Stanced {
  readonly gold: string;
  readonly told: string;
}

/** Issues that both have, with both stances. */
const stanced = (rows: readonly JudgedIssue[]): readonly Stanced[] =>
  rows.flatMap(({ gold, told }) => (gold === null || told === null ? [] : [{ gold, told }]));

/** What two annotators who worked apart agree to, over all languages: section 10 of the corpus's guidelines. */
const HUMANS = { issues: 0.882, stance: 0.86, macroF1: 0.846 };

const issueMetrics = (name: string, articles: readonly Article[]): readonly Metric[] => {
  const sets = {
    found: (sample: readonly Article[]) => sample.flatMap(({ gold }) => gold.flatMap((row) => row.issues)),
    given: (sample: readonly Article[]) => sample.flatMap(({ gold }) => gold.flatMap((row) => row.given)),
  };
  return Object.entries(sets).flatMap(([set, rowsOf]) => {
    const rows = rowsOf(articles);
    const pairs = stanced(rows);
    const conditions = rows.flatMap(({ condition }) => condition ?? []);
    const end = set === 'found' ? '' : `-${set}`;
    return [
      {
        metric: `${name}/issue${end}-f1`,
        value: issueF1(rows),
        baselines: [{ name: 'two annotators', value: HUMANS.issues }],
        n: rows.filter(({ gold }) => gold !== null).length,
        spread: bootstrap(articles, (sample) => issueF1(rowsOf(sample)), 200),
      },
      {
        metric: `${name}/stance${end}-macro-f1`,
        value: macroF1(pairs),
        baselines: [{ name: 'two annotators', value: HUMANS.macroF1 }],
        n: pairs.length,
        spread: bootstrap(articles, (sample) => macroF1(stanced(rowsOf(sample))), 200),
      },
      {
        metric: `${name}/stance${end}`,
        baselines: [{ name: 'two annotators', value: HUMANS.stance }],
        value: share(pairs.filter(({ gold, told }) => gold === told).length, pairs.length),
        n: pairs.length,
        spread: bootstrap(
          articles,
          (sample) => {
            const drawn = stanced(rowsOf(sample));
            return share(drawn.filter(({ gold, told }) => gold === told).length, drawn.length);
          },
          200,
        ),
      },
      {
        metric: `${name}/condition${end}`,
        value: share(conditions.filter((ok) => ok).length, conditions.length),
        n: conditions.length,
      },
    ];
  });
};

const issueF1 = (rows: readonly JudgedIssue[]): number => {
  const both = rows.filter(({ gold, told }) => gold !== null && told !== null).length;
  const all =
    rows.filter(({ gold }) => gold !== null).length + rows.filter(({ told }) => told !== null).length;
  return all === 0 ? 0 : (2 * both) / all;
};
