import type { TimeExpression } from '../../src/model/annotation.ts';
import type { Item } from './metric.ts';
import type { Row, Scorer, Timex } from './time-corpus.ts';

/** An expression that was found, judged against the gold. */
export interface Ruling {
  readonly rule: string;
  /** Its value is that of the gold it meets; it is another; no gold is there. */
  readonly verdict: 'right' | 'wrong' | 'false';
}

/** A text with its gold and what was found in it. */
export interface Judged {
  readonly items: readonly Item[];
  readonly rulings: readonly Ruling[];
  /** Gold with the expression that it was paired with, or null. */
  readonly pairs: readonly { readonly gold: Timex; readonly found: TimeExpression | null }[];
}

const toTimex = ({ span, type, value }: TimeExpression): Timex => ({ ...span, type, value });

/** Judges what was found in a text, paired with the gold as the scorer pairs. Ids hold no text. */
export const judge = (row: Row, found: readonly TimeExpression[], { align }: Scorer): Judged => {
  const { G: pairing } = align(row.timexes, found.map(toTimex));
  const pairs = row.timexes.map((gold, index) => {
    const at = pairing.get(index);
    return { gold, found: at === undefined ? null : (found[at] ?? null) };
  });
  const met = new Map(pairs.map(({ gold, found: each }) => [each, gold]));
  return {
    pairs,
    items: pairs.map(({ gold, found: each }) => ({
      id: `${row.id}:${gold.start}`,
      ok: each?.value === gold.value,
      rule: each?.rule ?? 'none',
    })),
    rulings: found.map((each) => {
      const gold = met.get(each);
      return {
        rule: each.rule,
        verdict: gold === undefined ? 'false' : gold.value === each.value ? 'right' : 'wrong',
      };
    }),
  };
};

const VERDICTS = ['right', 'wrong', 'false'] as const;

/** What each rule won and lost: values right and wrong, and expressions where the gold has none. Dearest first. */
export const timeRuleTable = (judged: readonly Judged[]): readonly string[] => {
  const rows = new Map<string, Record<Ruling['verdict'], number>>();
  for (const { rule, verdict } of judged.flatMap(({ rulings }) => rulings)) {
    const row = rows.get(rule) ?? { right: 0, wrong: 0, false: 0 };
    row[verdict]++;
    rows.set(rule, row);
  }
  const missed = judged.flatMap(({ pairs }) => pairs).filter(({ found }) => found === null).length;
  const cells = (row: readonly (string | number)[]): string =>
    row.map((cell) => String(cell).padStart(8)).join('');
  const sorted = [...rows].sort(
    ([a, x], [b, y]) => y.wrong + y.false - x.wrong - x.false || y.right - x.right || (a < b ? -1 : 1),
  );
  return [
    `${'rule (values)'.padEnd(44)}${cells(VERDICTS)}`,
    ...sorted.map(([rule, row]) => `${rule.padEnd(44)}${cells(VERDICTS.map((verdict) => row[verdict]))}`),
    `${'missed by all'.padEnd(44)}${cells(['', missed])}`,
  ];
};
