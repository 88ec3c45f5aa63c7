import { TAG_KIND } from '../../src/language/analyser.ts';
import type { Features, LanguageModel, SplitModel } from '../../src/language/language-model.ts';
import type { BeamOptions } from '../../src/language/parse/beam.ts';
import {
  createLabelChooser,
  type LabelSets,
  moveTableOf,
  type ParseModel,
  setOf,
} from '../../src/language/parse/parser.ts';
import { sightOf } from '../../src/language/parse/sight.ts';
import type { FineTags } from '../../src/language/tag/fine.ts';
import { createFineTaggerOf } from '../../src/language/tag/fine-tagger.ts';
import { fineMarksOf, morphOf } from '../../src/language/tag/morph.ts';
import { createTagger } from '../../src/language/tag/tagger.ts';
import { spread } from '../../src/language/words/hash.ts';
import { createWordTable, type Lexicon, WORD, WORD_COLUMNS } from '../../src/language/words/word-table.ts';
import { trainBeam } from './beam-training.ts';
import type { Tree } from './corpus.ts';
import { type FeatNames, trainFeats } from './feats.ts';
import { fineTagsOf, trainFine } from './fine.ts';
import { averaged, continued, type Learner, meanOf } from './learner.ts';
import { learnLemmas } from './lemmas.ts';
import { lexiconOf } from './lexicon.ts';
import { log } from './log.ts';
import { goldOf } from './oracle.ts';
import { type LearntParser, type Parsed, trainParser } from './parsing.ts';
import { learnSplit } from './splitting.ts';
import { trainTagger } from './tagging.ts';

/** Numbers that a language is trained with. */
export interface Recipe {
  readonly fineAre: 'xpos' | 'feats';
  readonly tagPasses: number;
  /** Taggers trained in different orders, whose weights are averaged. */
  readonly tagSeeds: number;
  /** As in {@link TaggerOptions}. */
  readonly tagMargin: number;
  readonly finePasses: number;
  readonly parsePasses: number;
  /** As {@link Recipe.tagSeeds}, for the parser. */
  readonly parseSeeds: number;
  /** How often in each pass the parser learns a sentence, by its id. */
  readonly parseTimes: (name: string) => number;
  /** Analyses side by side while the moves are trained on, and how many passes of that. */
  readonly beamWidth: number;
  readonly beamPasses: number;
  readonly beam: BeamOptions;
  /** Weights no larger than these (of 127) do not ship; what trains the parser keeps those above 1. */
  readonly dropped: { readonly fine: number; readonly moves: number; readonly labels: number };
  readonly splitBits: number;
}

/** The largest weight that is kept apart from larger ones; less than 40 costs accuracy. */
const CLIP = 40;
/** Weights that were learnt with a margin are larger, and are kept as they are. */
const PARSE_CLIP = 1_000;
/** Weights of taggers no larger than this (of 127) are left out: they were learnt from one place or two, and help nobody else. */
const DROPPED = 1;
const SEED = 20_161_215;

const clipOf = ({ tagMargin }: Recipe): number => (tagMargin > 0 ? PARSE_CLIP : CLIP);

/** Names in the order of first use, with their numbers. */
interface Inventory {
  readonly names: readonly string[];
  readonly numberOf: (name: string) => number;
}

const inventoryOf = (names: Iterable<string>): Inventory => {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return { names: [...numbers.keys()], numberOf: (name) => numbers.get(name) ?? 0 };
};

interface Numbered {
  readonly tree: Tree;
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
  readonly gold: Uint16Array;
}

/** The two taggers of some sentences, as they are when they run. */
export interface Taggers {
  readonly lexicon: Lexicon;
  readonly tagSets: readonly Uint16Array[];
  readonly fineTags: FineTags;
  readonly tagLearner: Learner;
  readonly fineLearner: Learner;
}

const trainTaggers = (data: readonly Numbered[], names: FeatNames, recipe: Recipe): Taggers => {
  const { upos } = names;
  const { lexicon: words, sets } = lexiconOf(data, upos.length);
  const { fineTags, numbers } = fineTagsOf(data, upos.length);
  const lexicon: Lexicon = { ...words, fine: numbers };
  const options = { labels: upos.length, passes: recipe.tagPasses, seed: SEED, margin: recipe.tagMargin };
  const tagLearner = meanOf(recipe.tagSeeds, (i) =>
    trainTagger(data, { lexicon, sets }, { ...options, seed: SEED + i }),
  );
  const fineOptions = { passes: recipe.finePasses, seed: SEED };
  const fineLearner =
    recipe.fineAre === 'xpos'
      ? trainFine(data, lexicon, fineTags, names.upos, fineOptions)
      : trainFeats(data, lexicon, fineTags, names, fineOptions);
  return { lexicon, tagSets: sets, fineTags, tagLearner, fineLearner };
};

/** Tags sentences as the finished taggers would; what they say is what the parser will see. */
const tagAll = (
  data: readonly Numbered[],
  { lexicon, tagSets, fineTags, tagLearner, fineLearner }: Taggers,
  names: FeatNames,
  recipe: Recipe,
): readonly Numbered[] => {
  const words = createWordTable(lexicon);
  const tagUpos = createTagger(averaged(tagLearner, clipOf(recipe), DROPPED), tagSets);
  const tagFine = createFineTaggerOf(
    recipe.fineAre,
    averaged(fineLearner, clipOf(recipe), DROPPED),
    fineTags,
    names,
  );
  return data.map(({ tree, forms }) => {
    const ids = Int32Array.from(forms, words.idOf);
    const columns = words.columns();
    const tags = new Uint8Array(forms.length);
    const fine = new Uint16Array(forms.length);
    tagUpos(ids, forms.length, columns, tags);
    tagFine({ ids, count: forms.length, columns, tags, fine });
    return { tree, forms, tags, gold: fine };
  });
};

/** Parts that are tagged by what the others taught. */
const FOLDS = 4;

/** Tags by taggers that have not seen the sentence. */
const jackknife = (data: readonly Numbered[], names: FeatNames, recipe: Recipe): readonly Numbered[] => {
  const short: Recipe = { ...recipe, tagPasses: 3, tagSeeds: 1, finePasses: 3 };
  const tagged: Numbered[] = new Array(data.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    // Stretches, not every fourth sentence: neighbours share a document and its words.
    const isIn = (i: number): boolean => Math.floor((i * 40) / data.length) % FOLDS === fold;
    const taggers = trainTaggers(
      data.filter((_, i) => !isIn(i)),
      names,
      short,
    );
    const own = data.map((sentence, i) => [sentence, i] as const).filter(([, i]) => isIn(i));
    for (const [k, result] of tagAll(
      own.map(([sentence]) => sentence),
      taggers,
      names,
      recipe,
    ).entries())
      tagged[own[k]?.[1] ?? 0] = result;
  }
  return tagged;
};

/** Labels seen on one arc in five hundred and more. */
const frequent = (counts: ReadonlyMap<number, number> | undefined): Iterable<number> | undefined => {
  if (counts === undefined) return undefined;
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  return [...counts].filter(([, n]) => n * 500 >= total).map(([label]) => label);
};

const labelSetsOf = (data: readonly Parsed[], tags: number, labels: number, root: number): LabelSets => {
  const size = tags + 1;
  const seen = new Map<number, Map<number, number>>();
  const byWord = Array.from({ length: size }, () => new Set<number>());
  for (const { count, gold, upos } of data)
    for (let i = 0; i < count; i++) {
      const head = gold.heads[i] as number;
      if (head === count) continue;
      const at = setOf(tags, head > i, upos[head] as number, upos[i] as number);
      const label = gold.labels[i] as number;
      const counts = seen.get(at) ?? new Map<number, number>();
      counts.set(label, (counts.get(label) ?? 0) + 1);
      seen.set(at, counts);
      byWord[upos[i] as number]?.add(label);
    }
  const lists: Uint16Array[] = [Uint16Array.from({ length: labels }, (_, i) => i)];
  const numbers = new Map<string, number>();
  const sets = new Uint16Array(2 * size * size);
  for (let at = 0; at < sets.length; at++) {
    const own = frequent(seen.get(at)) ?? byWord[at % size] ?? new Set<number>();
    const list = [...own].filter((label) => label !== root).sort((a, b) => a - b);
    if (list.length === 0) continue;
    const name = list.join(' ');
    if (!numbers.has(name)) numbers.set(name, lists.push(Uint16Array.from(list)) - 1);
    sets[at] = numbers.get(name) ?? 0;
  }
  return { tags, sets, lists, root };
};

const mostFrequent = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];

/** Features that follow from both tags; of words seen twice that have others. */
const featuresOf = (trees: readonly Tree[]): Features => {
  const tags = new Map<string, Map<string, number>>();
  const words = new Map<string, Map<string, number>>();
  for (const tree of trees)
    for (const [i, form] of tree.forms.entries()) {
      const key = `${tree.upos[i]}|${tree.xpos[i]}`;
      for (const [map, name] of [
        [tags, key],
        [words, `${key}\t${form.toLowerCase()}`],
      ] as const) {
        const counts = map.get(name) ?? new Map<string, number>();
        counts.set(tree.feats[i] ?? '_', (counts.get(tree.feats[i] ?? '_') ?? 0) + 1);
        map.set(name, counts);
      }
    }
  const byTag = new Map([...tags].map(([key, counts]) => [key, mostFrequent(counts)]));
  const byWord = new Map<string, string>();
  for (const [key, counts] of words) {
    const feats = mostFrequent(counts);
    const usual = byTag.get(key.slice(0, key.indexOf('\t')));
    if (feats !== usual && (counts.get(feats) ?? 0) >= 2) byWord.set(key, feats);
  }
  return { byTag, byWord };
};

const parsedOf = (
  { tree, forms, tags, gold }: Numbered,
  lexicon: Lexicon,
  universal: number,
  deprels: Inventory,
  marks: { readonly fine: Int32Array; readonly morph: Int32Array },
): Parsed => {
  const words = createWordTable(lexicon);
  const ids = Int32Array.from(forms, words.idOf);
  const columns = words.columns();
  const column = (k: number): Int32Array =>
    Int32Array.from(ids, (id) => columns[id * WORD_COLUMNS + k] as number);
  return {
    count: forms.length,
    words: column(WORD.lower),
    suffixes: column(WORD.suffix3),
    stems: column(WORD.stem),
    morph: Int32Array.from(gold, (fine) => marks.morph[fine] as number),
    tags: Int32Array.from(tags, (tag) => spread(tag, TAG_KIND.upos)),
    fine: Int32Array.from(gold, (fine) => marks.fine[fine] as number),
    upos: Uint8Array.of(...tags, universal),
    gold: goldOf(tree.heads, Uint8Array.from(tree.labels, deprels.numberOf)),
  };
};

/** What the parser learns from, and all that is learnt before it. */
export interface Prepared {
  readonly taggers: Taggers;
  readonly upos: readonly string[];
  readonly fine: readonly string[];
  readonly deprels: readonly string[];
  readonly parsed: readonly Parsed[];
  readonly labelSets: LabelSets;
}

const fineOf = (tree: Tree, { fineAre }: Recipe): readonly string[] =>
  fineAre === 'xpos' ? tree.xpos : tree.feats;

/** Trains the taggers, and tags what the parser will learn from. */
export const prepare = (trees: readonly Tree[], recipe: Recipe): Prepared => {
  const upos = inventoryOf(trees.flatMap((tree) => tree.upos));
  const fine = inventoryOf(trees.flatMap((tree) => fineOf(tree, recipe)));
  // Number 0 is "no label", so that a word without dependents is told from one with the first label.
  const deprels = inventoryOf(['_', ...trees.flatMap((tree) => tree.labels)]);
  const data = trees.map(
    (tree): Numbered => ({
      tree,
      forms: tree.forms,
      tags: Uint8Array.from(tree.upos, upos.numberOf),
      gold: Uint16Array.from(fineOf(tree, recipe), fine.numberOf),
    }),
  );
  log(`${trees.length} sentences; ${upos.names.length} tags, ${fine.names.length} fine tags`);
  const names: FeatNames = { upos: upos.names, fine: fine.names };
  const taggers = trainTaggers(data, names, recipe);
  log('taggers trained; now on parts, for the parser');
  const universal = upos.names.length;
  const marks = {
    fine: fineMarksOf(fine.names, recipe.fineAre, TAG_KIND.fine),
    morph: morphOf(fine.names).bits,
  };
  const parsed = jackknife(data, names, recipe).flatMap((sentence) => {
    const times = recipe.parseTimes(sentence.tree.name);
    return new Array<Parsed>(times).fill(parsedOf(sentence, taggers.lexicon, universal, deprels, marks));
  });
  const labelSets = labelSetsOf(parsed, universal, deprels.names.length, deprels.numberOf('root'));
  return { taggers, upos: upos.names, fine: fine.names, deprels: deprels.names, parsed, labelSets };
};

/** Greedy parsers trained in different orders, averaged. */
const trainParsers = (
  parsed: readonly Parsed[],
  labelSets: LabelSets,
  labels: number,
  recipe: Recipe,
): LearntParser => {
  const { parsePasses: passes } = recipe;
  const train = (i: number): LearntParser =>
    trainParser(parsed, labelSets, { passes, seed: SEED + i, labels, sight: sightOf(recipe.fineAre) });
  if (recipe.parseSeeds === 1) return train(0);
  const found: Learner[] = [];
  // The labels of each order are learnt on the way, and averaged after the moves.
  const moves = meanOf(recipe.parseSeeds, (i) => {
    const learnt = train(i);
    found.push(learnt.labels);
    return learnt.moves;
  });
  return { moves, labels: meanOf(found.length, (i) => found[i] as Learner) };
};

/** The parser: greedily first, then with a beam. */
export const learnParser = (
  { parsed, labelSets, deprels }: Prepared,
  recipe: Recipe,
  onPass?: (model: ParseModel) => void,
): ParseModel => {
  const learnt = trainParsers(parsed, labelSets, deprels.length, recipe);
  const labels = averaged(learnt.labels, PARSE_CLIP, recipe.dropped.labels);
  const moves = continued(learnt.moves);
  const model = (): ParseModel => ({
    moves: moveTableOf(averaged(moves, PARSE_CLIP, recipe.dropped.moves)),
    labels,
    labelSets,
    beam: recipe.beam,
    fineAre: recipe.fineAre,
  });
  onPass?.(model());
  const sight = sightOf(recipe.fineAre);
  const training = { width: recipe.beamWidth, passes: recipe.beamPasses, seed: SEED + 1, sight };
  trainBeam(moves, parsed, createLabelChooser(labels, labelSets, sight.labels), training, () =>
    onPass?.(model()),
  );
  return model();
};

/** Learns to cut text as these trees' documents are cut. */
export const learnSplitting = (trees: readonly Tree[], { splitBits }: Recipe): SplitModel =>
  learnSplit(trees, splitBits);

/**
 * Trains everything; to cut text is learnt from `uncut`, and not at all when there is none. The same trees and recipe give
 * the same model.
 */
export const trainLanguage = (
  trees: readonly Tree[],
  recipe: Recipe,
  provenance: LanguageModel['provenance'],
  uncut: readonly Tree[] = trees,
): LanguageModel => {
  const prepared = prepare(trees, recipe);
  const parse = learnParser(prepared, recipe);
  const split = uncut.length === 0 ? null : learnSplitting(uncut, recipe);
  return assemble(trees, prepared, { parse, split }, recipe, provenance);
};

/** Puts together what was learnt. */
const assemble = (
  trees: readonly Tree[],
  { taggers, upos, fine, deprels }: Prepared,
  { parse, split }: Pick<LanguageModel, 'parse' | 'split'>,
  recipe: Recipe,
  provenance: LanguageModel['provenance'],
): LanguageModel => ({
  provenance,
  upos,
  fine,
  fineAre: recipe.fineAre,
  deprels,
  lexicon: taggers.lexicon,
  tagSets: taggers.tagSets,
  tagTable: averaged(taggers.tagLearner, clipOf(recipe), DROPPED),
  fineTags: taggers.fineTags,
  fineTable: averaged(taggers.fineLearner, clipOf(recipe), recipe.dropped.fine),
  parse,
  lemmas: learnLemmas(trees, (tree, i) =>
    recipe.fineAre === 'xpos' ? `${tree.upos[i]}|${tree.xpos[i]}` : (tree.upos[i] ?? 'X'),
  ),
  features: recipe.fineAre === 'xpos' ? featuresOf(trees) : { byTag: new Map(), byWord: new Map() },
  split,
});
