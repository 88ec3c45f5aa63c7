/**
 * Speed of the tagger of times, and a plot of its time over the length of the text.
 * Usage: npx tsx bench/time.ts [--corpora DIR]
 *   --corpora DIR   read the texts in DIR/data/time or DIR/time (they go nowhere); without it, sentences of our own
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureTime, type Series } from './lib/time-speed.ts';

const WIDTH = 40;

/** A bar for each length, of processor time a character: level bars are linear time. */
const plot = ({ what, points }: Series): string => {
  const costs = points.map(({ ms, characters }) => (ms * 1_000) / characters);
  const most = Math.max(...costs);
  const lines = points.map(({ characters, ms }, i) => {
    const bar = '#'.repeat(Math.max(1, Math.round(((costs[i] ?? 0) / most) * WIDTH)));
    return `  ${String(characters).padStart(9)} chars ${ms.toFixed(1).padStart(8)} ms  ${bar}`;
  });
  return [`${what} (bar: time a character; level is linear)`, ...lines].join('\n');
};

const corporaFolder = (): string | null => {
  const at = process.argv.indexOf('--corpora');
  const given = at < 0 ? null : (process.argv[at + 1] ?? null);
  if (given === null) return null;
  return [join(given, 'data', 'time'), join(given, 'time')].find((path) => existsSync(path)) ?? null;
};

const { kilobytes, isCorpora, tagger, withSentences, series } = await measureTime(corporaFolder());
const from = isCorpora ? 'corpora' : 'our own sentences';
process.stdout.write(`times, one core, ${Math.round(kilobytes)} kB of ${from}, medians of processor time\n`);
process.stdout.write(`  tagger, given sentences      ${Math.round(tagger)} kB/s\n`);
process.stdout.write(`  with sentences and tokens    ${Math.round(withSentences)} kB/s\n\n`);
process.stdout.write(`${series.map(plot).join('\n\n')}\n`);
