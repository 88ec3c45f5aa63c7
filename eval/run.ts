/**
 * Measures accuracy on our own gold and on benchmarks that lie outside the repository.
 *
 * Usage: npm run eval -- [--corpora DIR] [--only TASK,…] [--jobs N] [--gate] [--update [--allow-regression]] [--save]
 *   --corpora DIR  folder with the benchmarks (default ../shared/data); tasks without their data are skipped, loudly
 *   --jobs N       so many tasks at a time, each in a process of its own (default: as many as there are cores, 4 at most)
 *   --gate         exit 1 when a figure is below its floor in eval/floors.json
 *   --update       pin the figures as floors; refuses to lower one without --allow-regression
 *   --save         write eval/runs/<day>-<commit>.json with machine and versions
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusDigest, pinned, readFloors, violations, writeFloors } from './lib/floors.ts';
import { type Item, interval, type Metric, type Task } from './lib/metric.ts';
import { sideBySide } from './lib/side-by-side.ts';
import { TASKS } from './tasks.ts';

const RUNS = fileURLToPath(new URL('./runs', import.meta.url));

interface Measured {
  readonly task: Task;
  readonly corpus: string;
  readonly metrics: readonly Metric[];
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string', default: '../shared/data' },
      only: { type: 'string' },
      jobs: { type: 'string', default: `${Math.min(4, availableParallelism())}` },
      gate: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      'allow-regression': { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const corpora = resolve(values.corpora);
  const wanted = values.only?.split(',') ?? TASKS.map((task) => task.name);
  const measured = await measure(
    TASKS.filter(({ name }) => wanted.includes(name)),
    corpora,
    Number(values.jobs),
  );
  printChanges(measured.flatMap(({ metrics }) => metrics));
  if (values.update) return update(measured, values['allow-regression']);
  if (values.save) save(measured);
  if (!values.gate) return 0;
  const floors = readFloors();
  const broken = measured.flatMap(({ metrics, corpus }) => violations(metrics, corpus, floors));
  for (const line of broken) console.log(`BELOW FLOOR ${line}`);
  const count = measured.reduce((sum, { metrics }) => sum + metrics.length, 0);
  console.log(`eval: ${count - broken.length} passed, ${broken.length} failed`);
  return broken.length === 0 ? 0 : 1;
};

/** The figures of tasks, printed in their order as they come; tasks without their data are skipped, loudly. */
const measure = async (
  tasks: readonly Task[],
  corpora: string,
  jobs: number,
): Promise<readonly Measured[]> => {
  const digests = new Map(tasks.map((task) => [task.name, corpusDigest(task, corpora)]));
  const names = tasks.map(({ name }) => name).filter((name) => digests.get(name) !== null);
  const results = sideBySide(names, corpora, jobs);
  const measured: Measured[] = [];
  for (const task of tasks) {
    const corpus = digests.get(task.name) ?? null;
    const { metrics = [], printed = '' } = (await results.get(task.name)) ?? {};
    process.stdout.write(printed);
    if (corpus === null || metrics.length === 0) console.log(`SKIPPED ${task.name}: its data is not there`);
    else measured.push({ task, corpus, metrics });
    for (const metric of metrics) print(metric);
  }
  return measured;
};

const print = (metric: Metric): void => {
  const half = metric.spread ?? interval(metric.items);
  const spread = half === 0 ? '' : ` ±${half.toFixed(3)}`;
  const beside = (metric.baselines ?? []).map(({ name, value }) => `${name} ${value.toFixed(3)}`).join(', ');
  console.log(
    `${metric.metric.padEnd(56)} ${metric.value.toFixed(4)}${spread}  n=${metric.n}${beside === '' ? '' : `  (${beside})`}`,
  );
};

const update = (measured: readonly Measured[], allowRegression: boolean): number => {
  const rows = measured.flatMap(({ metrics, corpus }) => metrics.map((metric) => ({ metric, corpus })));
  const { floors, refused } = pinned(rows, readFloors(), allowRegression);
  writeFloors(floors);
  for (const line of refused) console.log(`NOT LOWERED ${line}`);
  console.log(`${rows.length - refused.length} floors pinned`);
  return refused.length === 0 ? 0 : 1;
};

/** The items of the last saved run that were found then and are not now, and the other way round, with the rule. */
const printChanges = (metrics: readonly Metric[]): void => {
  const last = lastRun();
  for (const metric of metrics) {
    const before = new Map((last.get(metric.metric) ?? []).map((item) => [item.id, item]));
    for (const item of metric.items ?? []) {
      const old = before.get(item.id);
      if (old === undefined || old.ok === item.ok) continue;
      console.log(
        `${item.ok ? 'GAINED' : 'LOST  '} ${metric.metric} ${item.id}${item.rule === undefined ? '' : ` [${item.rule}]`}`,
      );
    }
  }
};

const lastRun = (): ReadonlyMap<string, readonly Item[]> => {
  mkdirSync(RUNS, { recursive: true });
  const file = readdirSync(RUNS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1);
  if (file === undefined) return new Map();
  const run = JSON.parse(readFileSync(`${RUNS}/${file}`, 'utf8')) as { readonly metrics: readonly Metric[] };
  return new Map(run.metrics.map((metric) => [metric.metric, metric.items ?? []]));
};

const save = (measured: readonly Measured[]): void => {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const day = new Date().toISOString().slice(0, 10);
  const run = {
    day,
    commit,
    node: process.version,
    machine: `${cpus()[0]?.model ?? 'unknown'} x ${cpus().length}`,
    // Texts of gold stay outside: items carry ids only.
    metrics: measured
      .flatMap(({ metrics }) => metrics)
      .map(({ metric, value, n, items }) => ({
        metric,
        value,
        n,
        ...(items === undefined ? {} : { items }),
      })),
  };
  const file = `${RUNS}/${day}-${commit}.json`;
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`);
  console.log(`saved ${file.slice(file.indexOf('eval/'))}`);
};

process.exitCode = await main();
