import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mentionAnnotator } from '../../src/annotate/mention/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { readNameModel, readSentences } from '../../src/language/index.ts';
import type { NameModel } from '../../src/language/names/index.ts';
import { type Mention, NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import { type Edtf, ruleId } from '../../src/model/brand.ts';
import { rangeOf } from '../../src/model/edtf/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article } from '../../src/model/page.ts';
import { resolveMentions } from '../../src/resolve/index.ts';
import { readBio } from '../../training/names/corpus.ts';
import { COUNTED, type Counted, figureOf, type Scored, scoreNames } from '../../training/names/score.ts';
import { bodyArticle } from '../lib/body-article.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { type GoldName, type NameText, nameTexts, withInvented } from '../lib/name-gold.ts';

/**
 * Others on CrossNER politics, exact spans and types, as measured for the design of this layer (all 3,322 names of another
 * part, so beside ours and not against it).
 */
const PEERS = [
  { name: 'compromise 14.17', value: 0.409 },
  { name: 'perceptron, no sentences of politics', value: 0.584 },
  { name: 'perceptron, 741 sentences of politics', value: 0.753 },
] as const;

/**
 * Names. First the recogniser alone on CrossNER politics, dev part: exact and overlapping spans, by type. Then the layer of
 * mentions with resolution on our own texts: is there a mention of that span and type, and does it mean the right thing?
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge();
  const model = knowledge.nameModel == null ? null : readNameModel(knowledge.nameModel);
  const file = join(corpora, 'language/ner/politics-dev.bio');
  return [
    ...(model === null || !existsSync(file) ? [] : recognised(file, model)),
    ...linked(withInvented(knowledge)),
  ];
};

const recognised = (file: string, model: NameModel): readonly Metric[] => {
  const rows = scoreNames(readBio(file), model);
  return (['all', ...COUNTED] as const).flatMap((type) => [
    metricOf(rows, type, 'right', type === 'all' ? PEERS : []),
    metricOf(rows, type, 'near', []),
  ]);
};

const metricOf = (
  rows: readonly Scored[],
  type: Counted | 'all',
  way: 'right' | 'near',
  baselines: readonly { readonly name: string; readonly value: number }[],
): Metric => {
  const types: readonly Counted[] = type === 'all' ? COUNTED : [type];
  const gold = (row: Scored): number => types.reduce((sum, t) => sum + row[t].gold, 0);
  const found = (row: Scored): number => types.reduce((sum, t) => sum + row[t][way], 0);
  const extra = (row: Scored): number => types.reduce((sum, t) => sum + row[t].predicted, 0) - found(row);
  return {
    metric: `names/politics-dev/${type}/${way === 'right' ? 'exact' : 'overlap'}-f1`,
    value: figureOf(rows, type, way),
    n: rows.reduce((sum, row) => sum + gold(row), 0),
    spread: bootstrap(rows, (sample) => figureOf(sample, type, way)),
    baselines,
    // One item a sentence: all its names of the type, and no other.
    items: rows.map((row, i) => ({ id: String(i), ok: found(row) === gold(row) && extra(row) === 0 })),
  };
};

const linked = (knowledge: Knowledge): readonly Metric[] => {
  const items = nameTexts().flatMap((text) => judge(text, mentionsOf(text, knowledge)));
  return (['tuning', 'test'] as const).map((part) => {
    const mine = items.filter((row) => row.part === part).map(({ item }) => item);
    return {
      metric: `names/linking/${part}`,
      value: mine.filter(({ ok }) => ok).length / mine.length,
      n: mine.length,
      items: mine,
    };
  });
};

const judge = (
  { id, part, names }: NameText,
  mentions: readonly Mention[],
): readonly { readonly part: NameText['part']; readonly item: Item }[] =>
  names.map((gold, i) => {
    const found = mentions.find((m) => m.span.start === gold.span.start && m.span.end === gold.span.end);
    const item = { id: `${id}:${i}`, ok: isRight(gold, found), rule: found?.rule ?? 'none' };
    return { part, item };
  });

/** A mark without a type asks only that nothing else is meant. */
const isRight = ({ id, type }: GoldName, found: Mention | undefined): boolean => {
  if (found === undefined) return type === null;
  return (found.refersTo?.id ?? null) === id && (type === null || found.type === type);
};

const mentionsOf = (text: NameText, knowledge: Knowledge): readonly Mention[] => {
  const article = articleFor(text);
  const input = { article, sentences: readSentences(article), knowledge };
  const mentions = mentionAnnotator.run({ ...input, annotations: NO_ANNOTATIONS }).output;
  return resolveMentions({ ...input, annotations: { ...NO_ANNOTATIONS, mentions } }).output;
};

const articleFor = ({ text, published }: NameText): Article => ({
  ...bodyArticle(text),
  published: [
    {
      value: rangeOf(published as Edtf),
      at: null,
      raw: null,
      rule: ruleId('clean/und/as-given@1'),
      rejected: null,
    },
  ],
});
