/**
 * Teaches what issues a statement is about and where its speaker stands, and writes knowledge/models/stance.json. It learns
 * from text written for this project alone: the disputes of eval/corpora/stance that are there to tune on, and the half of
 * eval/corpora/statements that rules are written with. Prints how well that does on disputes (and on articles) left out.
 *
 * Usage: npx tsx training/stance.ts [--out FILE] [--check]
 *   --out FILE  write there instead
 *   --check     write nothing; exit 1 when the bytes are not those of the file there is
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { macroF1 } from '../eval/lib/statements-judge.ts';
import { chance, weigh } from '../src/annotate/issue/weighing.ts';
import { loadKnowledge } from '../src/app/knowledge.ts';
import type { StanceModel } from '../src/model/knowledge/stance-model.ts';
import { disputeIssueExamples, type IssueExample, issueExamples } from './lib/issue-examples.ts';
import { log } from './lib/log.ts';
import { articleExamples, disputeExamples, type StanceExample } from './lib/stance-examples.ts';
import { learnIssues, learnStances, type Recipe } from './lib/stance-weights.ts';

const { values } = parseArgs({
  options: {
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../knowledge/models/stance.json', import.meta.url)),
    },
    check: { type: 'boolean', default: false },
  },
});

const PACK = fileURLToPath(new URL('../eval/corpora/statements/pack.json', import.meta.url));
const STANCES: Recipe = { passes: 20, rate: 0.1, decay: 0.3, disputes: 2, times: 2 };
const ISSUES: Recipe = { passes: 30, rate: 0.1, decay: 0.05, disputes: 3, times: 3 };
/** Where the F1 of issues is highest on articles left out. */
const THRESHOLD = 0.36;
/** Articles are left out in this many turns; a dispute has a turn of its own. */
const FOLDS = 6;
const TEMPERATURES = [0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.3, 2.6, 3];

/** What was told of an example by weights that were learnt without it. */
interface Unseen {
  readonly example: StanceExample;
  readonly told: string;
  /** The probability of the right stance at each temperature. */
  readonly odds: readonly number[];
}

const leaveOut = (
  examples: readonly StanceExample[],
  turns: readonly ReadonlySet<string>[],
): readonly Unseen[] =>
  turns.flatMap((turn) => {
    const learnt = learnStances(
      examples.filter(({ group }) => !turn.has(group)),
      STANCES,
    );
    return examples.filter(({ group }) => turn.has(group)).map((example) => tellUnseen(example, learnt));
  });

const tellUnseen = (example: StanceExample, learnt: Pick<StanceModel, 'classes' | 'weights'>): Unseen => {
  const evidence = new Map(example.features.map((name) => [name, null]));
  const weighed = TEMPERATURES.map((temperature) => weigh({ ...EMPTY, ...learnt, temperature }, evidence));
  const best = weighed[0]?.find(({ choice }) => choice !== 'conditional' || example.hasSoftCondition);
  return {
    example,
    told: best?.choice ?? 'none',
    odds: weighed.map((row) => row.find(({ choice }) => choice === example.gold)?.probability ?? 0),
  };
};

const EMPTY: StanceModel = {
  provenance: '',
  classes: [],
  weights: {},
  temperature: 1,
  bearings: {},
  threshold: 0,
};

const turnsOf = (groups: readonly string[], folds: number): readonly ReadonlySet<string>[] => {
  const names = [...new Set(groups)].sort();
  return Array.from({ length: folds }, (_, fold) => new Set(names.filter((_, i) => i % folds === fold)));
};

const report = (name: string, rows: readonly Unseen[]): void => {
  const pairs = rows.map(({ example, told }) => ({ gold: example.gold, told }));
  const ruled = rows.map(({ example }) => ({ gold: example.gold, told: example.ruled }));
  log(
    `${name}: stance macro-F1 ${macroF1(pairs).toFixed(3)}, rules ${macroF1(ruled).toFixed(3)}, n=${rows.length}`,
  );
};

/** The temperature at which what was told of unseen examples is least surprising. */
const calibrate = (rows: readonly Unseen[]): number => {
  const costs = TEMPERATURES.map((_, t) =>
    rows.reduce((sum, { odds }) => sum - Math.log(Math.max(odds[t] ?? 0, 1e-6)), 0),
  );
  return TEMPERATURES[costs.indexOf(Math.min(...costs))] ?? 1;
};

/** How many times a statement in an article counts beside one that stands alone, where nothing is taken up from before. */
const IN_ARTICLES = 3;
const weighted = (
  single: readonly IssueExample[],
  issues: readonly IssueExample[],
): readonly IssueExample[] => [...single, ...Array.from({ length: IN_ARTICLES }, () => issues).flat()];

const reportIssues = (examples: readonly IssueExample[], always: readonly IssueExample[]): void => {
  const rows = turnsOf(
    examples.map(({ article }) => article),
    FOLDS,
  ).flatMap((turn) => {
    const learnt = learnIssues(
      weighted(
        always,
        examples.filter(({ article }) => !turn.has(article)),
      ),
      ISSUES,
    );
    return examples
      .filter(({ article }) => turn.has(article))
      .map(({ features, isAbout }) => ({ isAbout, p: chance(learnt, features) }));
  });
  for (const threshold of [THRESHOLD - 0.06, THRESHOLD, THRESHOLD + 0.06]) {
    const both = rows.filter(({ isAbout, p }) => isAbout && p > threshold).length;
    const all = rows.filter(({ isAbout }) => isAbout).length + rows.filter(({ p }) => p > threshold).length;
    log(`articles left out: issue F1 ${((2 * both) / all).toFixed(3)} at ${threshold.toFixed(2)}`);
  }
};

const textOf = ({ weights, bearings, ...rest }: StanceModel): string => {
  const lines = (table: Readonly<Record<string, unknown>>): string =>
    Object.entries(table)
      .map(([name, weight]) => `${JSON.stringify(name)}:${JSON.stringify(weight)}`)
      .join(',\n');
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},\n"bearings":{\n${lines(bearings)}},\n"weights":{\n${lines(weights)}}}\n`;
};

const main = async (): Promise<void> => {
  const knowledge = await loadKnowledge({ pack: PACK });
  const examples = [...disputeExamples(knowledge), ...articleExamples(knowledge)];
  const disputes = new Set(disputeExamples(knowledge).map(({ group }) => group));
  const articles = articleExamples(knowledge).map(({ group }) => group);
  const apart = leaveOut(examples, turnsOf([...disputes], disputes.size));
  const unread = leaveOut(examples, turnsOf(articles, FOLDS));
  report('disputes left out', apart);
  report('articles left out', unread);
  const issues = issueExamples(knowledge);
  const single = disputeIssueExamples(knowledge);
  reportIssues(issues, single);
  const text = textOf({
    ...learnStances(examples, STANCES),
    provenance: `${examples.length} statements written for Demarche (eval/corpora/stance, eval/corpora/statements), CC0-1.0`,
    temperature: calibrate([...apart, ...unread]),
    bearings: learnIssues(weighted(single, issues), ISSUES),
    threshold: THRESHOLD,
  });
  if (values.check) {
    const isSame = readFileSync(values.out, 'utf8') === text;
    process.stderr.write(isSame ? `the same bytes as ${values.out}\n` : `NOT the bytes of ${values.out}\n`);
    process.exitCode = isSame ? 0 : 1;
  } else writeFileSync(values.out, text);
};

await main();
