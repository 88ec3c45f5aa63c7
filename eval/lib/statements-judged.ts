import { tagArticleIssues } from '../../src/annotate/issue/index.ts';
import type { Attribution } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { isNonEmpty } from '../../src/model/span.ts';
import type { GoldStatement, StatementArticle } from './statements-gold.ts';
import {
  compareSaid,
  hasChain,
  isChainRight,
  isSameNaming,
  isSpeakerRight,
  type JudgedIssue,
  judgeIssues,
} from './statements-judge.ts';
import { type Told, tellStatements } from './statements-told.ts';
import { pairStatements, unitsUnder } from './statements-units.ts';

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

/** The statements of an article that count, of both sides. */
export interface Judged {
  readonly gold: readonly GoldRow[];
  readonly told: readonly ToldRow[];
}

/** What `extract` tells of an article against its gold; `ofPack` are the actors that the gold may name by id. */
export const judgeArticle = (
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
