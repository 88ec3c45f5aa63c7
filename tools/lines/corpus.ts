import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hostOfUrl } from '../../eval/lib/parts.ts';
import { articleBody } from '../../eval/tasks/article-body.ts';
import { acquireBytes } from '../../src/acquire/index.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { DumpStyle } from './dump.ts';
import { dumpOf } from './dump.ts';

/** A page dump with the text of its article. */
export interface Dump {
  readonly id: string;
  readonly host: string;
  readonly text: string;
  readonly gold: string;
  /** How much its lines count in training beside those of a whole page with human gold. */
  readonly weight: number;
}

const STYLES: readonly DumpStyle[] = ['converter', 'clipboard'];
/** Articles of fewer words are no article worth learning from: the HTML way then often took a teaser for the page. */
const MIN_WORDS = 60;
/** A dump of more characters is a list of pages; lines of one such page would outweigh all others. */
const MAX_CHARACTERS = 300_000;
/** What silver lines count beside human gold: half or as much made no difference out of fold, so the surer gold leads. */
const SILVER_WEIGHT = 0.5;

/** The page dumps of the shared half of the benchmark with their human gold. */
export const goldDumps = (corpora: string): readonly Dump[] =>
  readFileSync(join(corpora, 'pages', 'plaintext.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row: { id: string; url: string; input: string; gold: string } = JSON.parse(line);
      return { id: row.id, host: hostOfUrl(row.url), text: row.input, gold: row.gold, weight: 1 };
    });

/**
 * Silver: the saved pages of another set, dumped in two styles, with the article that this product reads from their
 * mark-up. The HTML way sees the elements and link shares that a dump lacks (4-gram F1 above .96 where there is gold).
 */
export const silverDumps = (corpora: string, knowledge: Knowledge): readonly Dump[] => {
  const folder = join(corpora, 'pages', 'dates');
  const list = join(folder, 'ground-truth.json');
  if (!existsSync(list)) return [];
  const pages: Record<string, { url: string }> = JSON.parse(
    readFileSync(list, 'utf8').replaceAll(/:\s*NaN/g, ': null'),
  );
  return Object.entries(pages).flatMap(([name, { url }]) => {
    const path = join(folder, 'html', name);
    return existsSync(path) ? dumpsOf(name, path, url, knowledge) : [];
  });
};

const dumpsOf = (name: string, path: string, url: string, knowledge: Knowledge): readonly Dump[] => {
  const bytes = new Uint8Array(gunzipSync(readFileSync(path)));
  const acquired = acquireBytes(bytes, { path: name, url, capturedAt: null, mediaType: 'text/html' });
  if (!acquired.ok) return [];
  const read = cleanPage(acquired.capture, knowledge);
  // Where the HTML way fell back to the lines it knows no more than they do.
  if (read.diagnostics.some(({ code }) => code === 'readability-empty' || code === 'poison-fallback'))
    return [];
  const gold = articleBody(read.output);
  if (gold.split(/\s+/).length < MIN_WORDS) return [];
  return STYLES.flatMap((style) => {
    const text = dumpOf(acquired.capture.text, style);
    if (text === null || text.length > MAX_CHARACTERS) return [];
    return [{ id: `${name}:${style}`, host: hostOfUrl(url), text, gold, weight: SILVER_WEIGHT }];
  });
};
