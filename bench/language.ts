/**
 * Measures how fast sentences are tagged and parsed, how long the weights take to load, and how much memory is held, on the
 * compiled program in a process of its own. CPU time of one thread; other load on the machine still slows caches.
 *
 * Usage: npm run build && npx tsx bench/language.ts [--corpora DIR] [--language en|ru]
 *   --corpora DIR  folder with language/*.conllu.gz (default ../shared/data): the news documents of GUM dev, or GSD dev
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readTrees } from '../training/lib/corpus.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SETS: Readonly<Record<string, string>> = { en: 'en_gum-dev', ru: 'ru_gsd-dev' };

/** Runs in plain Node on `dist`, without the loader of TypeScript, whose memory and start would be counted too. */
const PROBE = `
import { readFileSync } from 'node:fs';
const { readModel } = await import('./dist/language/index.js');
const { createAnalyser } = await import('./dist/language/analyser.js');
const sentences = JSON.parse(readFileSync(0, 'utf8'));
const words = sentences.reduce((sum, forms) => sum + forms.length, 0);
globalThis.gc?.();
const bare = process.memoryUsage().rss;
const started = performance.now();
const before = process.cpuUsage();
const analyser = createAnalyser(readModel(readFileSync(process.argv[1])));
const loadMs = performance.now() - started;
const used = process.cpuUsage(before);
const rates = { tag: [], parse: [] };
for (let round = 0; round < 40; round++)
  for (const step of ['tag', 'parse']) {
    const start = process.cpuUsage();
    for (const forms of sentences) analyser[step](forms);
    const { user, system } = process.cpuUsage(start);
    rates[step].push(words / ((user + system) / 1e6));
  }
globalThis.gc?.();
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(JSON.stringify({
  words,
  'load, ms': Math.round(loadMs),
  'load, CPU-ms': Math.round((used.user + used.system) / 1e3),
  'tag, tokens/s, median of 40': Math.round(median(rates.tag)),
  'tag, tokens/s, best of 40': Math.round(Math.max(...rates.tag)),
  'tag and parse, tokens/s, median of 40': Math.round(median(rates.parse)),
  'tag and parse, tokens/s, best of 40': Math.round(Math.max(...rates.parse)),
  'memory of the process, MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  'memory before the weights, MB': Math.round(bare / 2 ** 20),
}));
`;

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/data' },
    language: { type: 'string', default: 'en' },
  },
});
const trees = readTrees(resolve(values.corpora), SETS[values.language] ?? 'en_gum-dev');
const news = trees.filter(({ name }) => name.includes('_news_'));
const sentences = (news.length > 0 ? news : trees).map(({ forms }) => forms);
const weights = resolve(ROOT, 'knowledge', 'models', `${values.language}.bin`);
const out = execFileSync(
  process.execPath,
  ['--expose-gc', '--input-type=module', '-e', PROBE, '--', weights],
  { cwd: ROOT, input: JSON.stringify(sentences), encoding: 'utf8' },
);
for (const [what, value] of Object.entries(JSON.parse(out) as Record<string, number>))
  process.stdout.write(`${what.padEnd(40)} ${value}\n`);
