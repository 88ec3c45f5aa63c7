import { tagIssues } from '../../src/annotate/issue/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Metric } from '../lib/metric.ts';
import { disputeKnowledge, type StancePart, type StanceRow, stanceRows } from '../lib/stance-gold.ts';
import { type JudgedIssue, judgeIssues, macroF1 } from '../lib/statements-judge.ts';

/** A row with its issues held against those told, each `none` where no stance is taken. */
interface Judged {
  readonly row: StanceRow;
  readonly issues: readonly JudgedIssue[];
}

/**
 * Issue and stance of statements in disputes that no pack of the project knows, from the gold's own spans and act. Rules and
 * weights are made with `tuning` in view; the disputes set `apart` are only measured.
 */
export const run = async (): Promise<readonly Metric[]> => {
  const knowledge = disputeKnowledge(await loadKnowledge());
  const judged = stanceRows().map((row) => judge(row, knowledge));
  return (['tuning', 'apart'] as const).flatMap((part) => [
    ...measured(`stance/${part}`, of(judged, part)),
    ...(['en', 'ru', 'ja'] as const).flatMap((language) =>
      measured(
        `stance/${part}/${language}`,
        of(judged, part).filter(({ row }) => row.language === language),
      ),
    ),
  ]);
};

const of = (judged: readonly Judged[], part: StancePart): readonly Judged[] =>
  judged.filter(({ row }) => row.part === part);

const judge = (row: StanceRow, knowledge: ReadonlyMap<string, Knowledge>): Judged => {
  const own = knowledge.get(row.dispute);
  if (own === undefined) throw new Error(`no such dispute: ${row.dispute}`);
  const gold = row.issues.map((issue) => ({ ...issue, condition: row.condition }));
  return { row, issues: judgeIssues(gold, tagIssues(row, row.text, own, row.language)) };
};

interface Stanced {
  readonly id: string;
  readonly gold: string;
  readonly told: string;
}

const stanced = (rows: readonly Judged[]): readonly Stanced[] =>
  rows.flatMap(({ row, issues }) =>
    issues.flatMap(({ gold, told }) => (gold === null || told === null ? [] : [{ id: row.id, gold, told }])),
  );

const issueF1 = (rows: readonly Judged[]): number => {
  const all = rows.flatMap(({ issues }) => issues);
  const golds = all.filter(({ gold }) => gold !== null).length;
  const tolds = all.filter(({ told }) => told !== null).length;
  const both = all.filter(({ gold, told }) => gold !== null && told !== null).length;
  return golds + tolds === 0 ? 0 : (2 * both) / (golds + tolds);
};

const measured = (name: string, rows: readonly Judged[]): readonly Metric[] => {
  const pairs = stanced(rows);
  const conditions = rows.flatMap(({ issues }) => issues.flatMap(({ condition }) => condition ?? []));
  const right = pairs.filter(({ gold, told }) => gold === told).length;
  return [
    {
      metric: `${name}/issue-f1`,
      value: issueF1(rows),
      n: rows.length,
      spread: bootstrap(rows, issueF1, 200),
    },
    {
      metric: `${name}/macro-f1`,
      value: macroF1(pairs),
      n: pairs.length,
      spread: bootstrap(rows, (sample) => macroF1(stanced(sample)), 200),
    },
    {
      metric: `${name}/accuracy`,
      value: right / pairs.length,
      n: pairs.length,
      items: pairs.map(({ id, gold, told }) => ({ id, ok: gold === told, rule: gold })),
    },
    {
      metric: `${name}/condition`,
      value: conditions.filter((ok) => ok).length / Math.max(1, conditions.length),
      n: conditions.length,
    },
  ];
};
