/**
 * Speed of the tagger of times, and a plot of its time over the length of the text.
 * Usage: npx tsx bench/time.ts [--corpora DIR]
 *   --corpora DIR   read the texts in DIR/data/time or DIR/time (they go nowhere); without it, sentences of our own
 */
import { measureTime, plot, textFolder } from './lib/time-speed.ts';

const at = process.argv.indexOf('--corpora');
const given = at < 0 ? null : (process.argv[at + 1] ?? null);
const { kilobytes, isCorpora, tagger, withSentences, series } = await measureTime(textFolder(given));
const from = isCorpora ? 'corpora' : 'our own sentences';
process.stdout.write(`times, one core, ${Math.round(kilobytes)} kB of ${from}, medians of processor time\n`);
process.stdout.write(`  tagger, given sentences      ${Math.round(tagger)} kB/s\n`);
process.stdout.write(`  with sentences and tokens    ${Math.round(withSentences)} kB/s\n\n`);
process.stdout.write(`${series.map(plot).join('\n\n')}\n`);
