import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireBytes } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import { parseDay } from '../../src/lib/calendar.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article, DateRange, Reading } from '../../src/model/page.ts';
import { publishedOf } from '../../src/model/page.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';

const OURS = fileURLToPath(new URL('../corpora/dating/', import.meta.url));

interface Truth {
  readonly earliest: string;
  readonly latest: string;
}

interface Row {
  readonly id: string;
  readonly truth: Truth;
  readonly reading: Reading<DateRange> | null;
}

/** Width of an interval of more than ten years, or an open one, in days: so that a median can be taken. */
const WIDE = 3653;
const NARROW = 120;

/**
 * Dating by evidence: texts without a date line, ours (a part for tuning, a part frozen before the rules) and the five real
 * pages with their clocks blanked. `holds` is the share of intervals in which the true day lies; an open end holds all.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge({ pack: join(OURS, 'pack.json') });
  const parts = {
    tuning: ours('tuning', knowledge),
    test: ours('test', knowledge),
    seeds: await seeds(corpora),
  };
  if (parts.seeds.length === 0)
    console.log('SKIPPED dating/seeds: the five pages are not beside the corpora');
  const all = Object.values(parts).flat();
  printRules(all);
  // Without the five pages `all` would be another figure, so it is left out with them.
  const shown = parts.seeds.length === 0 ? parts : { ...parts, all };
  return Object.entries(shown).flatMap(([part, rows]) => (rows.length === 0 ? [] : scores(part, rows)));
};

const ours = (part: string, knowledge: Knowledge): readonly Row[] =>
  readFileSync(join(OURS, `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, published, text } = JSON.parse(line) as { id: string; published: string; text: string };
      const reading = publishedOf(articleOf(text, id, knowledge));
      return { id, truth: { earliest: published, latest: published }, reading };
    });

const articleOf = (text: string, path: string, knowledge: Knowledge): Article => {
  const bytes = new TextEncoder().encode(text);
  const acquired = acquireBytes(bytes, { path, url: null, capturedAt: null, mediaType: 'text/plain' });
  if (!acquired.ok) throw new Error(`cannot read ${path}`);
  return cleanPage(acquired.capture, knowledge).output;
};

/**
 * True days that the gold does not hold. 001 tells a visit of 6 May 2016 as to come and a summit of 26-27 May as `later this
 * month`; 004 tells the Friday of a visit of 15-16 December 2016 as past.
 */
const KNOWN: Readonly<Record<string, Truth>> = {
  '001': { earliest: '2016-05-01', latest: '2016-05-06' },
  '004': { earliest: '2016-12-16', latest: '2016-12-17' },
};
const FILES: Readonly<Record<string, string>> = {
  '001': '001_313fc3d5b2d247fd.txt',
  '004': '004_7c7c5e7f1d640ede.txt',
};

const seeds = async (corpora: string): Promise<readonly Row[]> => {
  const folder = join(corpora, '..', 'seeds');
  const goldFile = join(corpora, 'seeds', 'gold.json');
  if (!existsSync(goldFile) || !existsSync(folder)) return [];
  const { docs } = JSON.parse(readFileSync(goldFile, 'utf8')) as {
    docs: Record<string, { file: string; published: string }>;
  };
  const known = Object.entries(KNOWN).map(([id, truth]) => ({ id, truth, file: FILES[id] ?? '' }));
  const told = Object.entries(docs).map(([id, { file, published }]) => ({
    id,
    truth: { earliest: published, latest: published },
    file,
  }));
  const knowledge = await loadKnowledge({ pack: 'kurils' });
  return [...told, ...known]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, truth, file }) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const bare = withoutClocks(articleOf(text, id, knowledge));
      return { id: `seed-${id}`, truth, reading: publishedOf(articleOf(bare, id, knowledge)) };
    });
};

/** The text with its clock lines blanked. */
const withoutClocks = ({ text, segments }: Article): string => {
  let out = text;
  for (const { kind, article: at } of segments)
    if (kind === 'clock') out = out.slice(0, at.start) + ' '.repeat(at.end - at.start) + out.slice(at.end);
  return out;
};

const includes = (
  { earliest, latest }: { readonly earliest: string | null; readonly latest: string | null },
  truth: Truth,
): boolean =>
  (earliest === null || earliest <= truth.earliest) && (latest === null || latest >= truth.latest);

const holds = ({ truth, reading }: Row): boolean => reading === null || includes(reading.value, truth);

const widthOf = ({ reading }: Row): number => {
  const { earliest = null, latest = null } = reading?.value ?? {};
  if (earliest === null || latest === null) return WIDE;
  return Math.min(WIDE, (parseDay(latest) ?? 0) - (parseDay(earliest) ?? 0) + 1);
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

const scores = (part: string, rows: readonly Row[]): readonly Metric[] => {
  const share = (metric: string, test: (row: Row) => boolean): Metric => {
    const items: Item[] = rows.map((row) => ({ id: row.id, ok: test(row), rule: rulesOf(row).join(' ') }));
    return {
      metric: `dating/${part}/${metric}`,
      value: items.filter(({ ok }) => ok).length / rows.length,
      n: rows.length,
      items,
    };
  };
  const widths = (sample: readonly Row[]): number => median(sample.map(widthOf));
  return [
    share('holds', holds),
    share('within-120-days', (row) => widthOf(row) <= NARROW),
    {
      metric: `dating/${part}/median-width-days`,
      value: widths(rows),
      n: rows.length,
      better: 'lower',
      spread: bootstrap(rows, widths),
    },
  ];
};

const rulesOf = ({ reading }: Row): readonly string[] => [
  ...new Set((reading?.because ?? []).map(({ rule }) => rule)),
];

/** Every page with its interval; then which rules bound an interval, how often, and how often the bound was false. */
const printRules = (rows: readonly Row[]): void => {
  for (const row of rows) console.log(lineOf(row));
  const table = new Map<string, { bound: number; wrong: number }>();
  for (const { truth, reading } of rows)
    for (const bound of reading?.because ?? []) {
      const entry = table.get(bound.rule) ?? { bound: 0, wrong: 0 };
      table.set(bound.rule, entry);
      entry.bound++;
      if (!includes(bound, truth)) entry.wrong++;
    }
  console.log(`${'rule'.padEnd(40)} bound wrong`);
  for (const [rule, { bound, wrong }] of [...table].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${rule.padEnd(40)} ${String(bound).padStart(5)} ${String(wrong).padStart(5)}`);
};

const lineOf = (row: Row): string => {
  const rules = rulesOf(row).map((rule) => rule.replace('clean/evidence/', ''));
  const value = row.reading?.value.edtf ?? 'none';
  const width = String(widthOf(row)).padStart(5);
  return `${holds(row) ? ' ' : '!'} ${row.id.padEnd(10)} ${row.truth.earliest}  ${value.padEnd(22)} ${width} d  ${rules.join(' ')}`;
};
