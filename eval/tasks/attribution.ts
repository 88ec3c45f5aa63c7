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
import type { Telling } from '../lib/attribution-table.ts';
import { attributionTable } from '../lib/attribution-table.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';

type Pair = readonly [number, number];

/** An attribution of the gold or of ours, as the scorer reads it. */
interface Told {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly nested?: boolean;
  readonly rule?: string;
  readonly act?: string;
}

interface Doc {
  readonly id: string;
  readonly outlet?: string;
  readonly text: string;
  readonly attributions: readonly Told[];
}

interface Figure {
  readonly P: number;
  readonly R: number;
  readonly F: number;
}

interface KindScore {
  readonly gold: number;
  readonly pred: number;
  readonly contentOverlap: Figure;
  readonly endToEnd: Figure;
}

interface Scored {
  readonly kinds: Readonly<Record<string, KindScore>>;
  /** Exact spans of each role on their own, as the CofeNet paper counts them. */
  readonly cofenet: Readonly<Record<string, { readonly exact: Figure }>>;
}

interface Scorer {
  readonly score: (
    gold: readonly Doc[],
    predicted: readonly unknown[],
    options: { readonly speech: boolean },
  ) => Scored;
  readonly words: (text: string) => readonly Pair[];
  readonly headWord: (text: string, spans: readonly Pair[]) => string;
}

interface CueClasses {
  readonly cueClass: (cue: string) => string;
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

/** Exact F1 of a BiLSTM with CRF on the test part (COLING 2022), and of human annotators with the same measure on 20 documents. */
const COFENET: Readonly<Record<string, readonly [number, number]>> = {
  source: [0.696, 0.785],
  cue: [0.667, 0.706],
  content: [0.59, 0.712],
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
  const { cueClass } = (await import(pathToFileURL(join(folder, 'speech.mjs')).href)) as CueClasses;
  const knowledge = await loadKnowledge();
  const gold = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Doc);
  const ours = gold.map((doc) => predict(doc, knowledge));
  const scored = scorer.score(gold, ours, { speech: true });
  const perDoc = gold.map((doc, i) => scorer.score([doc], ours.slice(i, i + 1), { speech: true }).kinds);
  const judged = gold.map((doc, i) => judge(doc, ours[i]?.attributions ?? [], scorer, cueClass));
  const items = judged.flatMap((one) => one.items);
  const tellings = judged.flatMap((one) => one.tellings);
  for (const by of ['outlet', 'act', 'rule'] as const)
    for (const line of attributionTable(tellings, by)) console.log(line);
  return [
    ...Object.entries(scored.kinds).flatMap(([kind, z]) => kindMetrics(kind, z, perDoc)),
    {
      metric: 'attribution/polnear-dev/all/content-overlap-precision',
      value: scored.kinds['all']?.contentOverlap.P ?? 0,
      n: scored.kinds['all']?.pred ?? 0,
      spread: bootstrap(perDoc, (sample) => shareOf(sample, 'all', 'contentOverlap').P),
    },
    ...Object.entries(scored.cofenet).map(([role, { exact }]) => ({
      metric: `attribution/polnear-dev/cofenet/${role}/exact-f1`,
      value: exact.F,
      n: scored.kinds['all']?.gold ?? 0,
      baselines: [
        { name: 'BiLSTM with CRF', value: COFENET[role]?.[0] ?? 0 },
        { name: 'human agreement', value: COFENET[role]?.[1] ?? 0 },
      ],
    })),
    {
      metric: 'attribution/polnear-dev/found-with-source',
      value: items.filter(({ ok }) => ok).length / items.length,
      n: items.length,
      items,
    },
  ];
};

const kindMetrics = (kind: string, z: KindScore, perDoc: readonly Scored['kinds'][]): readonly Metric[] => [
  {
    metric: `attribution/polnear-dev/${kind}/end-to-end-f1`,
    value: z.endToEnd.F,
    n: z.gold,
    spread: bootstrap(perDoc, (sample) => shareOf(sample, kind, 'endToEnd').F),
    baselines: [
      { name: 'regular expressions', value: BASELINE[kind] ?? 0 },
      { name: 'human agreement', value: HUMANS[kind] ?? 0 },
    ],
  },
  {
    metric: `attribution/polnear-dev/${kind}/precision`,
    value: z.endToEnd.P,
    n: z.gold,
    spread: bootstrap(perDoc, (sample) => shareOf(sample, kind, 'endToEnd').P),
  },
];

/** Precision, recall and F1 of one kind over documents that were scored apart. */
const shareOf = (
  documents: readonly Scored['kinds'][],
  kind: string,
  figure: 'contentOverlap' | 'endToEnd',
): Figure => {
  let [gold, pred, found, right] = [0, 0, 0, 0];
  for (const document of documents) {
    const z = document[kind];
    if (z === undefined) continue;
    gold += z.gold;
    pred += z.pred;
    found += z[figure].R * z.gold;
    right += z[figure].P * z.pred;
  }
  const P = pred === 0 ? 0 : right / pred;
  const R = gold === 0 ? 0 : found / gold;
  return { P, R, F: P + R === 0 ? 0 : (2 * P * R) / (P + R) };
};

interface Judged {
  readonly items: readonly Item[];
  readonly tellings: readonly Telling[];
}

/**
 * Each attribution of the gold that tells of speech: whether ours with the most of its words has half of them and its source; and
 * each of ours the other way round.
 */
const judge = (
  { id, outlet, text, attributions }: Doc,
  ours: readonly Told[],
  { words, headWord }: Scorer,
  cueClass: CueClasses['cueClass'],
): Judged => {
  const all = words(text);
  const under = (spans: readonly Pair[]): ReadonlySet<number> =>
    new Set(all.flatMap(([start, end], i) => (spans.some(([a, b]) => start < b && a < end) ? [i] : [])));
  const placed = (list: readonly Told[]): readonly Placed[] =>
    list.map((one) => ({ one, content: under(one.content), head: headWord(text, one.source) }));
  const told = placed(ours.filter(({ nested }) => nested !== true));
  const gold = placed(attributions);
  const isSpeech = ({ one: { cue } }: Placed): boolean =>
    cueClass(cue.map(([a, b]) => text.slice(a, b)).join(' ')) === 'speech';
  const items = gold.filter(isSpeech).map((row) => {
    const match = bestOf(row, told);
    const at = row.one.cue[0]?.[0] ?? row.one.content[0]?.[0] ?? 0;
    return {
      id: `${id}:${at}`,
      ok: match !== null && match.head === row.head,
      ...(match?.one.rule === undefined ? {} : { rule: match.one.rule }),
    };
  });
  const tellings = told.map((row): Telling => {
    const match = bestOf(row, gold);
    const right = match?.head === row.head ? 'right' : 'source';
    return {
      rule: row.one.rule ?? '',
      act: row.one.act ?? '',
      outlet: outlet ?? '',
      verdict: match === null ? 'false' : isSpeech(match) ? right : 'other',
    };
  });
  return { items, tellings };
};

interface Placed {
  readonly one: Told;
  /** Indices of the words of its content. */
  readonly content: ReadonlySet<number>;
  readonly head: string;
}

/** The one whose content has the most of the words, when it has half of them. */
const bestOf = (row: Placed, others: readonly Placed[]): Placed | null => {
  const scores = others.map((other) => overlapOf(row.content, other.content));
  const best = Math.max(0, ...scores);
  return best < 0.5 ? null : (others[scores.indexOf(best)] ?? null);
};

const overlapOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

const pairs = (spans: readonly Span[]): readonly Pair[] => spans.map((s) => [s.start, s.end]);

const predict = (doc: Doc, knowledge: Knowledge): Doc => {
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
      rule: a.rule,
      act: a.act,
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
