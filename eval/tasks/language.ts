import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage } from '../../src/app/language.ts';
import { packageRoot } from '../../src/app/package-reader.ts';
import type { LanguageTools } from '../../src/language/index.ts';
import { readWeights } from '../../src/language/weights/container.ts';
import type { WordAnalysis } from '../../src/model/analysis.ts';
import type { Span } from '../../src/model/span.ts';
import { readTrees, type Tree } from '../../training/lib/corpus.ts';
import { type RawDocument, rawDocuments } from '../../training/lib/raw-text.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Metric } from '../lib/metric.ts';

interface DevSet {
  readonly name: string;
  readonly file: string;
  readonly language: 'en' | 'ru' | 'ja';
  /** Whether the shipped weights learnt tags and trees from its sentences as well. */
  readonly isLearnt?: boolean;
}

const SETS: readonly DevSet[] = [
  { name: 'ewt', file: 'en_ewt-dev', language: 'en' },
  { name: 'gum', file: 'en_gum-dev', language: 'en' },
  { name: 'ru-gsd', file: 'ru_gsd-dev', language: 'ru', isLearnt: true },
  { name: 'ja-gsd', file: 'ja_gsd-dev', language: 'ja' },
];

type Baselines = NonNullable<Metric['baselines']>;

/** What others reach; measured here by hand once, or read in the source named. */
const BESIDE: Readonly<Record<string, Baselines>> = {
  'ewt/upos': [
    { name: 'wink-nlp (own tokens)', value: 0.8942 },
    { name: 'compromise (own tokens)', value: 0.8404 },
    { name: 'UDPipe 1.2', value: 0.9443 },
    { name: 'LIMA neural', value: 0.9595 },
  ],
  'gum/upos': [
    { name: 'wink-nlp (own tokens)', value: 0.924 },
    { name: 'compromise (own tokens)', value: 0.8689 },
  ],
  'ewt/lemma': [
    { name: 'UDPipe 1.2', value: 0.9641 },
    { name: 'LIMA neural', value: 0.9509 },
  ],
  'ewt/uas': [
    { name: 'UDPipe 1.2', value: 0.844 },
    { name: 'LIMA neural', value: 0.8791 },
  ],
  'ewt/las': [
    { name: 'UDPipe 1.2', value: 0.8108 },
    { name: 'LIMA neural', value: 0.8465 },
  ],
  'ewt/sentence-f1': [
    { name: 'wink-nlp', value: 0.8 },
    { name: 'UDPipe 1.2', value: 0.8692 },
    { name: 'spaCy trf', value: 0.9062 },
  ],
  'gum/sentence-f1': [
    { name: 'wink-nlp', value: 0.929 },
    { name: 'sbd', value: 0.93 },
  ],
  'ewt/token-f1': [
    { name: 'wink-nlp', value: 0.973 },
    { name: 'UDPipe 1.2', value: 0.989 },
  ],
  'gum/token-f1': [{ name: 'wink-nlp', value: 0.9897 }],
  'ru-gsd/upos': [{ name: 'az', value: 0.85 }],
  'ru-gsd/sentence-f1': [{ name: 'Intl.Segmenter', value: 0.94 }],
  'ru-gsd/token-f1': [{ name: 'Intl.Segmenter', value: 0.899 }],
  'ja-gsd/token-f1': [
    { name: 'kuromoji', value: 0.9226 },
    { name: 'lindera', value: 0.9222 },
  ],
};

/** Words of one sentence, and how many of them are right in each respect. */
interface Counted {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly feats: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

const RESPECTS = ['upos', 'xpos', 'feats', 'lemma', 'uas', 'las'] as const;

/** Relations with their subtype left out whose share is told on its own. */
const RELATIONS = [
  ...['nsubj', 'obj', 'root', 'ccomp', 'xcomp', 'obl', 'nmod', 'conj', 'appos', 'advcl', 'acl'],
  ...['parataxis', 'flat', 'compound'],
] as const;

const countTree = (tree: Tree, analysis: readonly WordAnalysis[]): Counted => {
  const right = { upos: 0, xpos: 0, feats: 0, lemma: 0, uas: 0, las: 0 };
  for (const [i, word] of analysis.entries()) {
    if (word.upos === tree.upos[i]) right.upos++;
    if ((word.xpos ?? '_') === tree.xpos[i]) right.xpos++;
    if ((word.feats ?? '_') === tree.feats[i]) right.feats++;
    if (word.lemma === tree.lemmas[i]) right.lemma++;
    if (word.head !== tree.heads[i]) continue;
    right.uas++;
    if (word.deprel === tree.labels[i]) right.las++;
  }
  return { words: analysis.length, ...right };
};

const share = (rows: readonly Counted[], respect: (typeof RESPECTS)[number]): number =>
  rows.reduce((sum, row) => sum + row[respect], 0) /
  Math.max(
    1,
    rows.reduce((sum, row) => sum + row.words, 0),
  );

const universal = (label: string): string => label.split(':')[0] ?? label;

/** Of the gold arcs of a relation, those with the right head and the right universal relation. */
const relationMetrics = (
  set: string,
  trees: readonly Tree[],
  found: readonly (readonly WordAnalysis[])[],
): readonly Metric[] =>
  RELATIONS.map((relation) => {
    const rows = trees.flatMap((tree, t) =>
      tree.labels.flatMap((label, i) => {
        const word = found[t]?.[i];
        return universal(label) === relation && word !== undefined
          ? [word.head === tree.heads[i] && universal(word.deprel) === relation]
          : [];
      }),
    );
    const of = (sample: readonly boolean[]): number =>
      sample.filter(Boolean).length / Math.max(1, sample.length);
    return {
      metric: `language/${set}/relation-${relation}`,
      value: of(rows),
      n: rows.length,
      spread: bootstrap(rows, of),
    };
  });

const goldWordMetrics = (set: DevSet, trees: readonly Tree[], tools: LanguageTools): readonly Metric[] => {
  const { analyser } = tools;
  if (analyser === null) return [];
  const found = trees.map(({ forms }) => analyser.analyse(forms) ?? []);
  const rows = trees.map((tree, i) => countTree(tree, found[i] ?? []));
  const words = rows.reduce((sum, row) => sum + row.words, 0);
  return [
    ...RESPECTS.map(
      (respect): Metric => ({
        metric: `language/${set.name}/${respect}`,
        value: share(rows, respect),
        n: words,
        spread: bootstrap(rows, (sample) => share(sample, respect)),
        baselines: BESIDE[`${set.name}/${respect}`] ?? [],
      }),
    ),
    ...relationMetrics(set.name, trees, found),
  ];
};

/** Figures of a language as the header of its weights tells them: `SET, cross-validated in N parts, FIGURE`, per cent. */
const CROSS_VALIDATED = /, cross-validated in \d+ parts, (\w+)$/;

/**
 * Sentences of these sets were learnt from, so that figures of the shipped weights on them mean nothing. What is told
 * is what `npm run train -- LANGUAGE --cross-validate` measures: each sentence analysed by weights that have not seen it.
 */
const crossValidatedMetrics = (set: DevSet, trees: readonly Tree[]): readonly Metric[] => {
  const file = readFileSync(join(packageRoot(), 'knowledge', 'models', `${set.language}.bin`));
  return Object.entries(readWeights(file).provenance.scores).flatMap(([name, value]) => {
    const respect = (CROSS_VALIDATED.exec(name)?.[1] ?? '').toLowerCase();
    if (!(RESPECTS as readonly string[]).includes(respect) || respect === 'xpos') return [];
    return [
      {
        metric: `language/${set.name}/cross-validated-${respect}`,
        value: value / 100,
        n: trees.reduce((sum, { forms }) => sum + forms.length, 0),
        baselines: BESIDE[`${set.name}/${respect}`] ?? [],
      },
    ];
  });
};

/** Spans found, gold, and both. */
interface Spans {
  readonly both: number;
  readonly found: number;
  readonly gold: number;
}

const compare = (found: readonly Span[], gold: readonly Span[]): Spans => {
  const keys = new Set(gold.map(({ start, end }) => `${start}-${end}`));
  return {
    both: found.filter(({ start, end }) => keys.has(`${start}-${end}`)).length,
    found: found.length,
    gold: gold.length,
  };
};

const f1 = (rows: readonly Spans[]): number => {
  const sum = (of: (row: Spans) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return (2 * sum(({ both }) => both)) / Math.max(1, sum(({ found }) => found) + sum(({ gold }) => gold));
};

/**
 * Sentences and words on raw text: a span counts when it is the same in both (as in the CoNLL 2018 shared task). A written
 * word that stands for several ("im" for "I am") counts as the one it is on paper.
 */
const rawTextMetrics = (
  set: DevSet,
  documents: readonly RawDocument[],
  { splitter }: LanguageTools,
): readonly Metric[] => {
  const rows = documents.map(({ text, sentences, words }) => {
    const found = splitter.sentences(text, { start: 0, end: text.length });
    const gold = words.flatMap((list, i) => list ?? sentences.slice(i, i + 1));
    return {
      sentences: compare(found, sentences),
      words: compare(
        found.flatMap((span) => splitter.words(text, span)),
        gold,
      ),
    };
  });
  const metric = (name: string, part: readonly Spans[]): Metric => ({
    metric: `language/${set.name}/${name}`,
    value: f1(part),
    n: part.reduce((sum, { gold }) => sum + gold, 0),
    spread: bootstrap(part, f1),
    baselines: BESIDE[`${set.name}/${name}`] ?? [],
  });
  return [
    metric(
      'sentence-f1',
      rows.map(({ sentences }) => sentences),
    ),
    metric(
      'token-f1',
      rows.map(({ words }) => words),
    ),
  ];
};

/**
 * Tags, lemmas and trees on gold words, with the analyser's own tags; sentences and words on raw text (that of Russian is not
 * learnt from).
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const metrics: Metric[] = [];
  for (const set of SETS) {
    if (!existsSync(join(corpora, 'language', `${set.file}.conllu.gz`))) continue;
    const trees = readTrees(corpora, set.file);
    const tools = await loadLanguage(set.language);
    metrics.push(...(set.isLearnt ? crossValidatedMetrics : goldWordMetrics)(set, trees, tools));
    metrics.push(...rawTextMetrics(set, rawDocuments(trees), tools));
  }
  return metrics;
};
