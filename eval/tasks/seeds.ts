import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Attribution } from '../../src/model/annotation.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { extractFile } from '../lib/extract.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { type Pairs, pairUp, wordsUnder } from '../lib/overlap.ts';

interface GoldStatement {
  readonly doc: string;
  readonly speaker: string;
  readonly speaker_alt?: readonly string[];
  readonly behalf: string | null;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly content: Pairs;
  readonly cue: string | null;
  readonly doubtful?: boolean;
}

interface Gold {
  readonly docs: Readonly<
    Record<string, { readonly file: string; readonly clock?: string; readonly published: string }>
  >;
  readonly statements: readonly GoldStatement[];
}

/** The kinds of segments that must yield no statement and no event. */
const MUTE: ReadonlySet<string> = new Set([
  'caption',
  'related',
  'legal',
  'promo',
  'navigation',
  'clock',
  'credit',
]);

/**
 * The five real pages: statements with the right speaker against the gold of three of them, and on all five nothing from
 * teasers, captions and legal notices, and every crawl clock rejected. `corpora` is the data folder; the pages lie beside it.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const seeds = join(corpora, '..', 'seeds');
  const goldFile = join(corpora, 'seeds', 'gold.json');
  if (!existsSync(goldFile) || !existsSync(seeds)) return [];
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Gold;
  const negatives = readFileSync(join(corpora, 'seeds', 'seed_negatives.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly doc: string; readonly text: string });
  const knowledge = await loadKnowledge({ pack: 'kurils' });
  const items: { readonly item: Item; readonly kind: string }[] = [];
  let predicted = 0;
  let right = 0;
  for (const [doc, { file }] of Object.entries(gold.docs)) {
    const [extraction] = await extractFile(join(seeds, file), knowledge);
    if (extraction === undefined) continue;
    const judged = judge(
      doc,
      extraction,
      gold.statements.filter((s) => s.doc === doc),
    );
    items.push(...judged.items);
    predicted += judged.predicted;
    right += judged.right;
  }
  const quoted = items.filter(({ kind }) => kind !== 'indirect').map(({ item }) => item);
  const indirect = items.filter(({ kind }) => kind === 'indirect').map(({ item }) => item);
  return [
    share('seeds/direct-and-mixed-with-speaker', quoted),
    share('seeds/indirect-with-speaker', indirect),
    { metric: 'seeds/statement-precision', value: predicted === 0 ? 0 : right / predicted, n: predicted },
    share('seeds/nothing-from-outside-the-body', await mute(seeds, negatives, knowledge)),
    share('seeds/crawl-clock-rejected', await clocks(seeds, knowledge)),
  ];
};

const share = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: items.length === 0 ? 0 : items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});

interface Judged {
  readonly items: readonly { readonly item: Item; readonly kind: string }[];
  readonly predicted: number;
  readonly right: number;
}

const judge = (doc: string, extraction: Extraction, gold: readonly GoldStatement[]): Judged => {
  const { text } = extraction.article;
  const told = extraction.annotations.attributions;
  const pairs = pairUp(
    gold.map((s) => wordsUnder(text, s.content)),
    told.map((a) =>
      wordsUnder(
        text,
        a.content.map((c) => [c.start, c.end] as const),
      ),
    ),
    0.5,
  );
  const items = gold.flatMap((statement, g) => {
    if (statement.doubtful === true) return [];
    const attribution = told[pairs.get(g) ?? -1];
    const ok = attribution !== undefined && isSpeaker(statement, attribution);
    const item: Item = {
      id: `${doc}:${statement.content[0]?.[0] ?? 0}`,
      ok,
      rule: attribution?.rule ?? 'none',
    };
    return [{ item, kind: statement.kind }];
  });
  const matched = new Set(pairs.values());
  const counted = told.filter((a, i) => !a.nested || matched.has(i));
  return { items, predicted: counted.length, right: told.filter((_, i) => matched.has(i)).length };
};

const isSpeaker = (gold: GoldStatement, { speaker, behalf }: Attribution): boolean => {
  if (speaker === null) return false;
  const names = [gold.speaker, ...(gold.speaker_alt ?? [])].map(fold);
  if (names.includes(fold(speaker.name))) return true;
  return (
    /government|leadership/i.test(gold.speaker) &&
    /government/i.test(speaker.name) &&
    behalf?.name === gold.behalf
  );
};

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim();

/** Nothing may be said or happen in a teaser headline, a caption, a legal notice; nor in any segment that is no body. */
const mute = async (
  seeds: string,
  negatives: readonly { readonly doc: string; readonly text: string }[],
  knowledge: Awaited<ReturnType<typeof loadKnowledge>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (const file of filesOf(seeds)) {
    const [extraction] = await extractFile(join(seeds, file), knowledge);
    if (extraction === undefined) continue;
    const { article, annotations } = extraction;
    const spans = [
      ...annotations.attributions.flatMap((a) => a.content),
      ...annotations.events.map((e) => e.trigger),
    ];
    for (const segment of article.segments.filter(({ kind }) => MUTE.has(kind)))
      items.push({
        id: `${file}:${segment.article.start}`,
        ok: !spans.some((s) => s.start < segment.article.end && segment.article.start < s.end),
      });
    for (const negative of negatives.filter(({ doc }) => doc === file)) {
      const start = article.text.indexOf(negative.text);
      const end = start + negative.text.length;
      items.push({
        id: `${file}:negative:${start}`,
        ok: start >= 0 && !spans.some((s) => s.start < end && start < s.end),
      });
    }
  }
  return items;
};

const filesOf = (seeds: string): readonly string[] =>
  readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .sort();

const clocks = async (
  seeds: string,
  knowledge: Awaited<ReturnType<typeof loadKnowledge>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (const file of filesOf(seeds)) {
    const [extraction] = await extractFile(join(seeds, file), knowledge);
    const clock = /^(\d\d:\d\d GMT)/.test(extraction?.article.text ?? '');
    if (extraction === undefined || !clock) continue;
    const rejected = extraction.article.published.some((reading) => reading.rejected === 'crawl-clock');
    const chosen = extraction.article.published.some(
      (reading) => reading.rejected === null && reading.at?.start === 0,
    );
    items.push({ id: file, ok: rejected && !chosen });
  }
  return items;
};
