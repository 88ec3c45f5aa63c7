import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { attributionAnnotator } from '../../src/annotate/attribution/index.ts';
import { mentionAnnotator } from '../../src/annotate/mention/index.ts';
import { timeAnnotator } from '../../src/annotate/time/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { readSentences } from '../../src/language/index.ts';
import type { Annotations } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import { digest, pageId, ruleId } from '../../src/model/brand.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article, Segment } from '../../src/model/page.ts';
import { bareArticle } from '../../src/model/page.ts';
import type { Span } from '../../src/model/span.ts';
import type { Metric } from '../lib/metric.ts';

interface Doc {
  readonly id: string;
  readonly text: string;
}

interface Figure {
  readonly P: number;
  readonly R: number;
  readonly F: number;
}

interface Scored {
  readonly kinds: Readonly<
    Record<string, { readonly gold: number; readonly contentOverlap: Figure; readonly endToEnd: Figure }>
  >;
}

interface Scorer {
  readonly score: (
    gold: readonly Doc[],
    predicted: readonly unknown[],
    options: { readonly speech: boolean },
  ) => Scored;
}

/** The 150-line regular-expression baseline of the attribution note on this very part, end to end with `--speech`. */
const BASELINE: Readonly<Record<string, number>> = {
  all: 0.554,
  quoted: 0.715,
  direct: 0.824,
  mixed: 0.505,
  indirect: 0.444,
};
/** Agreement of human annotators with the same scorer (20 documents of another part). */
const HUMANS: Readonly<Record<string, number>> = {
  all: 0.855,
  quoted: 0.957,
  direct: 0.986,
  mixed: 0.888,
  indirect: 0.794,
};

/**
 * PolNeAR dev, acts of communication only, end to end: content overlaps by half and the source has the same head. Nothing is
 * learned from this corpus; rules were written with its train part in view.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const folder = join(corpora, 'attribution');
  const file = join(folder, 'polnear.dev.jsonl.gz');
  if (!existsSync(file)) return [];
  const scorer = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as Scorer;
  const knowledge = await loadKnowledge();
  const gold = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Doc);
  const scored = scorer.score(
    gold,
    gold.map((doc) => predict(doc, knowledge)),
    { speech: true },
  );
  return Object.entries(scored.kinds).flatMap(([kind, z]) => [
    {
      metric: `attribution/polnear-dev/${kind}/end-to-end-f1`,
      value: z.endToEnd.F,
      n: z.gold,
      baselines: [
        { name: 'regular expressions', value: BASELINE[kind] ?? 0 },
        { name: 'human agreement', value: HUMANS[kind] ?? 0 },
      ],
    },
    { metric: `attribution/polnear-dev/${kind}/precision`, value: z.endToEnd.P, n: z.gold },
  ]);
};

const pairs = (spans: readonly Span[]): readonly (readonly [number, number])[] =>
  spans.map((s) => [s.start, s.end]);

const predict = (doc: Doc, knowledge: Knowledge): unknown => {
  const article = articleFor(doc.text);
  const sentences = readSentences(article);
  const at = (annotations: Annotations) => ({ article, sentences, annotations, knowledge });
  const times = timeAnnotator.run(at(NO_ANNOTATIONS)).output;
  const mentions = mentionAnnotator.run(at({ ...NO_ANNOTATIONS, times })).output;
  const { output } = attributionAnnotator.run(at({ ...NO_ANNOTATIONS, times, mentions }));
  return {
    id: doc.id,
    text: doc.text,
    attributions: output.map((a) => ({
      source: pairs(a.source),
      cue: pairs(a.cue),
      content: pairs(a.content),
      nested: a.nested,
    })),
  };
};

const articleFor = (text: string): Article => {
  const segments: Segment[] = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    kind: 'body',
    article: { start: match.index, end: match.index + match[0].length },
    page: null,
    rule: ruleId('clean/und/as-given@1'),
  }));
  return bareArticle({
    page: pageId('0'.repeat(64)),
    text,
    revision: digest('0'.repeat(64)),
    language: 'en',
    segments,
  });
};
