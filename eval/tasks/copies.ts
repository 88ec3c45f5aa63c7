import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { articleId, digest, entityId, pageId, ruleId } from '../../src/model/brand.ts';
import type { Article } from '../../src/model/page.ts';
import { bareArticle } from '../../src/model/page.ts';
import type { Copies } from '../../src/record/copies.ts';
import { findCopies } from '../../src/record/copies.ts';

interface Row {
  readonly metric: string;
  readonly value: number;
  readonly n: number;
}

interface Doc {
  readonly id: string;
  readonly site: string;
  readonly text: string;
  readonly clean: string;
}

interface GoldPair {
  readonly a: string;
  readonly b: string;
  readonly label: 'copy' | 'derived' | 'partial' | 'sibling';
}

/**
 * Precision and recall of `findCopies` on the open near-duplicate set: Wikinews articles retitled, cut, mixed and
 * rewritten for five invented sites. `raw` is the page with the site's chrome, `clean` the article alone. Pairs of two
 * derivations of one article (siblings) and carriers of a part count neither way. Empty when the set is not there.
 */
export const run = async (corpora: string): Promise<Row[]> => {
  const folder = join(corpora, 'stories');
  if (!existsSync(join(folder, 'neardup_open.docs.jsonl.gz'))) return [];
  const docs = lines<Doc>(join(folder, 'neardup_open.docs.jsonl.gz'));
  const gold = lines<GoldPair>(join(folder, 'neardup_open.pairs.jsonl.gz'));
  return (['raw', 'clean'] as const).flatMap((form) => {
    const copies = findCopies(docs.map((doc, index) => articleFor(doc, index, form)));
    return [
      ...score(`copies/open-${form}/copy+derived@.3`, docs, gold, copies, 0.3, ['copy', 'derived']),
      ...score(`copies/open-${form}/copy@.5`, docs, gold, copies, 0.5, ['copy']),
    ];
  });
};

const lines = <T>(path: string): readonly T[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const hex = (index: number, digits: number): string => index.toString(16).padStart(digits, '0');

const articleFor = (doc: Doc, index: number, form: 'raw' | 'clean'): Article => {
  const text = form === 'raw' ? doc.text : doc.clean;
  const span = { start: 0, end: text.length };
  const segments = [
    { kind: 'body' as const, article: span, page: null, rule: ruleId('clean/und/as-given@1') },
  ];
  const bare = bareArticle({
    page: pageId(hex(index, 64)),
    text,
    revision: digest(hex(index, 64)),
    language: 'en',
    segments,
  });
  return { ...bare, id: articleId(hex(index, 16)), outlet: { id: entityId(doc.site), name: doc.site } };
};

const score = (
  metric: string,
  docs: readonly Doc[],
  gold: readonly GoldPair[],
  copies: Copies,
  threshold: number,
  labels: readonly GoldPair['label'][],
): readonly Row[] => {
  const keyOf = (a: string, b: string): string => [a, b].sort().join('|');
  const positive = new Set(gold.filter(({ label }) => labels.includes(label)).map(({ a, b }) => keyOf(a, b)));
  const ignored = new Set(gold.filter(({ label }) => !labels.includes(label)).map(({ a, b }) => keyOf(a, b)));
  const nameOf = (id: string): string => docs[Number.parseInt(id, 16)]?.id ?? '';
  let [hits, misses] = [0, 0];
  for (const pair of copies.pairs) {
    if (pair.tier === 'fragment' || pair.tier === 'passage' || pair.containment < threshold) continue;
    const key = keyOf(nameOf(pair.a), nameOf(pair.b));
    if (positive.has(key)) hits++;
    else if (!ignored.has(key)) misses++;
  }
  return [
    { metric: `${metric}/precision`, value: hits / Math.max(1, hits + misses), n: hits + misses },
    { metric: `${metric}/recall`, value: hits / Math.max(1, positive.size), n: positive.size },
  ];
};
