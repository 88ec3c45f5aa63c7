import type { Features, LanguageModel, PlaceTable, SplitModel } from '../language-model.ts';
import type { Edit, Lemmas } from '../lemma/lemmatiser.ts';
import type { BeamOptions } from '../parse/beam.ts';
import { type LabelSets, movesAsTable, moveTableOf } from '../parse/parser.ts';
import type { Lexicon } from '../words/word-table.ts';
import { readWeights, type Weights, writeWeights } from './container.ts';
import { packCells, unpackCells } from './pack.ts';
import type { Table } from './table.ts';

/** Small lists and numbers in the header. */
interface Meta {
  readonly upos: readonly string[];
  readonly fine: readonly string[];
  readonly fineAre: 'xpos' | 'feats';
  readonly deprels: readonly string[];
  readonly tables: Readonly<Record<string, readonly [rows: number, labels: number]>>;
  readonly kinds: readonly number[];
  readonly tagSets: readonly (readonly number[])[];
  readonly fineLists: readonly (readonly number[])[];
  readonly fineWords: readonly (readonly (readonly number[] | null)[])[];
  readonly beam: BeamOptions;
  readonly labelSets: { readonly root: number; readonly lists: readonly (readonly number[])[] };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const lines = (rows: Iterable<readonly (string | number)[]>): Uint8Array =>
  encode([...rows].map((row) => row.join('\t')).join('\n'));

const numbers = (list: ArrayLike<number>): readonly number[] => Array.from(list);

const packLexicon = (
  { kinds, sets, fine }: Lexicon,
  kindNumbers: ReadonlyMap<number, number>,
): Uint8Array => {
  const words = [...new Set([...kinds.keys(), ...sets.keys(), ...fine.keys()])].sort();
  return lines(
    words.map((word) => [
      word,
      kindNumbers.get(kinds.get(word) ?? 0) ?? 0,
      sets.get(word) ?? 0,
      fine.get(word) ?? 0,
    ]),
  );
};

const packEdits = ({ words, endings }: Lemmas): readonly (readonly [string, Uint8Array])[] => [
  ['lemma-words', lines([...words].map(([key, lemma]) => [key, lemma]))],
  ['lemma-endings', lines([...endings].map(([key, { drop, add }]) => [key, drop, add]))],
];

/** A model as a file. */
export const writeModel = (model: LanguageModel): Uint8Array => {
  const kinds = [...new Set([0, ...model.lexicon.kinds.values()])].sort((a, b) => a - b);
  const { labelSets, moves, labels } = model.parse;
  const meta: Meta = {
    upos: model.upos,
    fine: model.fine,
    fineAre: model.fineAre,
    deprels: model.deprels,
    tables: {
      tags: [model.tagTable.rows, model.tagTable.labels],
      fine: [model.fineTable.rows, model.fineTable.labels],
      moves: [moves.rows.length, 3],
      labels: [labels.rows, labels.labels],
      ...(model.split === null
        ? {}
        : {
            'split-sentences': [2 ** model.split.sentences.bits, 1],
            'split-words': [2 ** model.split.words.bits, 1],
          }),
    },
    kinds,
    tagSets: model.tagSets.map(numbers),
    fineLists: model.fineTags.lists.map(numbers),
    fineWords: model.fineTags.words.map((rows) =>
      rows.map((row) => (row === undefined ? null : numbers(row))),
    ),
    beam: model.parse.beam,
    labelSets: { root: labelSets.root, lists: labelSets.lists.map(numbers) },
  };
  const sections = new Map<string, Uint8Array>([
    ['tags', packCells(model.tagTable.weights)],
    ['fine', packCells(model.fineTable.weights)],
    ['moves', packCells(movesAsTable(moves).weights)],
    ['labels', packCells(labels.weights)],
    [
      'label-sets',
      packCells(Int8Array.from(new Uint8Array(labelSets.sets.slice().buffer), (b) => (b << 24) >> 24)),
    ],
    ['lexicon', packLexicon(model.lexicon, new Map(kinds.map((kind, i) => [kind, i])))],
    ...packEdits(model.lemmas),
    ['feats-tags', lines(model.features.byTag)],
    ['feats-words', lines(model.features.byWord)],
    ...packSplit(model.split),
  ]);
  return writeWeights({
    provenance: model.provenance,
    meta: meta as unknown as Record<string, unknown>,
    sections,
  });
};

const packSplit = (split: SplitModel | null): readonly (readonly [string, Uint8Array])[] =>
  split === null
    ? []
    : [
        ['split-sentences', packCells(split.sentences.weights)],
        ['split-words', packCells(split.words.weights)],
        ['split-cuts', lines([...split.cuts].map(([chunk, at]) => [chunk, ...at]))],
        ['split-kinds', lines([...split.kinds].map(([kind, words]) => [kind, ...words]))],
      ];

/**
 * Reads a model from the bytes of its file.
 * @throws DemarcheError `unsupported-format` as {@link readWeights}
 */
export const readModel = (file: Uint8Array): LanguageModel => {
  const weights = readWeights(file);
  const meta = weights.meta as unknown as Meta;
  const rows = rowReader(weights);
  const table = tableReader(weights, meta);
  const size = meta.upos.length + 1;
  return {
    provenance: weights.provenance,
    upos: meta.upos,
    fine: meta.fine,
    fineAre: meta.fineAre,
    deprels: meta.deprels,
    lexicon: readLexicon(rows('lexicon'), meta.kinds),
    tagSets: meta.tagSets.map((set) => Uint16Array.from(set)),
    tagTable: table('tags'),
    fineTags: {
      lists: meta.fineLists.map((list) => Uint16Array.from(list)),
      words: meta.fineWords.map((word) =>
        word.map((row) => (row === null ? undefined : Uint16Array.from(row))),
      ),
    },
    fineTable: table('fine'),
    parse: {
      moves: moveTableOf(table('moves')),
      labels: table('labels'),
      labelSets: readLabelSets(weights, meta, size),
      beam: meta.beam,
      fineAre: meta.fineAre,
    },
    lemmas: readLemmas(rows('lemma-words'), rows('lemma-endings')),
    features: readFeatures(rows('feats-tags'), rows('feats-words')),
    split: readSplit(weights, table, rows),
  };
};

type Rows = readonly (readonly string[])[];

const rowReader =
  ({ sections }: Weights): ((name: string) => Rows) =>
  (name) => {
    const bytes = sections.get(name);
    if (bytes === undefined || bytes.length === 0) return [];
    return new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((line) => line.split('\t'));
  };

const tableReader =
  ({ sections }: Weights, { tables }: Meta): ((name: string) => Table) =>
  (name) => {
    const [rows, labels] = tables[name] ?? [1, 1];
    return { rows, labels, weights: unpackCells(sections.get(name) ?? new Uint8Array(), labels * rows) };
  };

const readLexicon = (rows: Rows, kindNumbers: readonly number[]): Lexicon => {
  const kinds = new Map<string, number>();
  const sets = new Map<string, number>();
  const fine = new Map<string, number>();
  for (const [word = '', kind, set, row] of rows) {
    const hash = kindNumbers[Number(kind)] ?? 0;
    if (hash !== 0) kinds.set(word, hash);
    if (set !== '0') sets.set(word, Number(set));
    if (row !== '0') fine.set(word, Number(row));
  }
  return { kinds, sets, fine };
};

const readLabelSets = ({ sections }: Weights, { labelSets }: Meta, size: number): LabelSets => {
  const cells = unpackCells(sections.get('label-sets') ?? new Uint8Array(), 2 * size * size * 2);
  return {
    tags: size - 1,
    root: labelSets.root,
    lists: labelSets.lists.map((list) => Uint16Array.from(list)),
    sets: new Uint16Array(cells.buffer),
  };
};

const readLemmas = (words: Rows, endings: Rows): Lemmas => ({
  words: new Map(words.map(([tag, base, lemma]) => [`${tag}\t${base}`, lemma ?? ''])),
  endings: new Map(
    endings.map(([tag, ending, drop, add]): [string, Edit] => [
      `${tag}\t${ending}`,
      { drop: Number(drop), add: add ?? '' },
    ]),
  ),
});

const readFeatures = (byTag: Rows, byWord: Rows): Features => ({
  byTag: new Map(byTag.map(([key = '', feats = '']) => [key, feats])),
  byWord: new Map(byWord.map(([key, form, feats = '']) => [`${key}\t${form}`, feats])),
});

const placesOf = ({ rows, weights }: Table): PlaceTable => ({ bits: 31 - Math.clz32(rows), weights });

const readSplit = (
  { sections }: Weights,
  table: (name: string) => Table,
  rows: (name: string) => Rows,
): SplitModel | null =>
  sections.has('split-sentences')
    ? {
        sentences: placesOf(table('split-sentences')),
        words: placesOf(table('split-words')),
        cuts: new Map(rows('split-cuts').map(([chunk = '', ...at]) => [chunk, at.map(Number)])),
        kinds: new Map(rows('split-kinds').map(([kind = '', ...words]) => [kind, words])),
      }
    : null;
