import type { PlaceTable, SplitModel } from '../../src/language/language-model.ts';
import { type Chunks, chunksOf, type WordKinds } from '../../src/language/split/chunks.ts';
import { paragraphsOf } from '../../src/language/split/paragraphs.ts';
import {
  fillSentenceAtoms,
  SENTENCE_ATOMS,
  SENTENCE_TEMPLATES,
} from '../../src/language/split/sentence-atoms.ts';
import {
  chunkPlace,
  fillWordAtoms,
  mayCut,
  WORD_ATOMS,
  WORD_TEMPLATES,
} from '../../src/language/split/word-atoms.ts';
import { wordKindsOf } from '../../src/language/split/word-kinds.ts';
import { fillRows, type Templates } from '../../src/language/words/templates.ts';
import type { Span } from '../../src/model/span.ts';
import type { Tree } from './corpus.ts';
import { seeded, shuffle } from './random.ts';
import { type RawDocument, rawDocuments } from './raw-text.ts';

/** Rows of the places to learn from, one after the other, and whether each is a yes. */
interface Places {
  readonly rows: Int32Array[];
  readonly yes: boolean[];
}

/** A place is corrected while it is right by less than this many steps. */
const MARGIN = 10;

/** Trains a yes-or-no classifier of places: averaged perceptron with a margin. */
const trainPlaces = ({ rows, yes }: Places, bits: number, passes: number, seed: number): PlaceTable => {
  const weight = new Float64Array(1 << bits);
  const sum = new Float64Array(1 << bits);
  const order = Array.from(rows, (_, i) => i);
  const random = seeded(seed);
  let tick = 1;
  const learnPlace = (at: Int32Array, sign: number): void => {
    let score = 0;
    for (const row of at) score += weight[row] as number;
    if (score * sign > MARGIN) return;
    for (const row of at) {
      weight[row] = (weight[row] as number) + sign;
      sum[row] = (sum[row] as number) + sign * tick;
    }
  };
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const i of order) {
      learnPlace(rows[i] as Int32Array, yes[i] === true ? 1 : -1);
      tick++;
    }
  }
  const means = weight.map((value, i) => value - (sum[i] as number) / tick);
  const scale = 127 / means.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return { bits, weights: Int8Array.from(means, (value) => Math.round(value * scale)) };
};

const rowsOf = (templates: Templates, atoms: Int32Array, bits: number): Int32Array => {
  const rows = new Int32Array(templates.count);
  fillRows(templates, atoms, 32 - bits, rows);
  return rows;
};

const sentencePlaces = (documents: readonly RawDocument[], kinds: WordKinds, bits: number): Places => {
  const places: Places = { rows: [], yes: [] };
  const atoms = new Int32Array(SENTENCE_ATOMS);
  const learn = (chunks: Chunks, ends: ReadonlySet<number>): void => {
    let first = 0;
    for (let k = 0; k < chunks.count - 1; k++) {
      fillSentenceAtoms(chunks, k, first, atoms);
      places.rows.push(rowsOf(SENTENCE_TEMPLATES, atoms, bits));
      const isEnd = ends.has(chunks.ends[k] as number);
      places.yes.push(isEnd);
      if (isEnd) first = k + 1;
    }
  };
  for (const { text, sentences } of documents) {
    const ends = new Set(sentences.map(({ end }) => end));
    for (const { start, end } of paragraphsOf(text, { start: 0, end: text.length }))
      learn(chunksOf(text, start, end, kinds), ends);
  }
  return places;
};

const eachChunk = (
  { text, sentences, words }: RawDocument,
  take: (chunk: Span, starts: ReadonlySet<number>, last: boolean) => void,
): void => {
  for (const [s, sentence] of sentences.entries()) {
    const own = words[s];
    if (own === null || own === undefined) continue;
    const begins = new Set(own.map(({ start }) => start));
    const { count, starts, ends } = chunksOf(text, sentence.start, sentence.end);
    for (let k = 0; k < count; k++)
      take({ start: starts[k] as number, end: ends[k] as number }, begins, k === count - 1);
  }
};

const wordPlaces = (documents: readonly RawDocument[], bits: number): Places => {
  const places: Places = { rows: [], yes: [] };
  const atoms = new Int32Array(WORD_ATOMS);
  for (const document of documents)
    eachChunk(document, ({ start, end }, begins, last) => {
      if (end - start === 1) return;
      const place = chunkPlace(document.text, start, end, last);
      let from = start;
      for (let i = start + 1; i < end; i++) {
        if (!mayCut(document.text, i, end)) continue;
        fillWordAtoms(document.text, place, i, from, atoms);
        places.rows.push(rowsOf(WORD_TEMPLATES, atoms, bits));
        places.yes.push(begins.has(i));
        if (begins.has(i)) from = i;
      }
    });
  return places;
};

/** Runs of letters that are mostly more than one word, seen at least twice so. */
const letterCuts = (documents: readonly RawDocument[]): ReadonlyMap<string, readonly number[]> => {
  const seen = new Map<string, { whole: number; readonly cut: Map<string, number> }>();
  for (const document of documents)
    eachChunk(document, (chunk, begins) => {
      const text = document.text.slice(chunk.start, chunk.end);
      for (const match of text.matchAll(/\p{L}+/gu)) {
        const at = chunk.start + match.index;
        const cuts = Array.from(match[0], (_, i) => i).filter((i) => i > 0 && begins.has(at + i));
        const entry = seen.get(match[0].toLowerCase()) ?? { whole: 0, cut: new Map<string, number>() };
        if (cuts.length === 0) entry.whole++;
        else entry.cut.set(cuts.join(' '), (entry.cut.get(cuts.join(' ')) ?? 0) + 1);
        seen.set(match[0].toLowerCase(), entry);
      }
    });
  const result = new Map<string, readonly number[]>();
  // "n't" is the classifier's: its cut lies before an apostrophe, not within letters alone.
  for (const [word, { whole, cut }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [cuts, n] of cut)
      if (n >= 3 && n > whole && !/n$/.test(word)) result.set(word, cuts.split(' ').map(Number));
  return result;
};

/** A word must be seen so often before it is said what it is. */
const LEAST_SEEN = 2;
/** A tag must be so much of what a word is. */
const LEAST_SHARE = 0.2;

const kindOf = (counts: ReadonlyMap<string, number>): string | null => {
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  if (all < LEAST_SEEN) return null;
  const tags = [...counts].filter(([, n]) => n > all * LEAST_SHARE);
  return tags
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2)
    .map(([tag]) => tag)
    .join('');
};

/** Words by the tags that these sentences have on them. */
const kindsIn = (trees: readonly Tree[]): ReadonlyMap<string, readonly string[]> => {
  const seen = new Map<string, Map<string, number>>();
  for (const { forms, upos } of trees)
    for (const [i, form] of forms.entries()) {
      const word = form.toLowerCase();
      const counts = seen.get(word) ?? new Map<string, number>();
      counts.set(upos[i] ?? 'X', (counts.get(upos[i] ?? 'X') ?? 0) + 1);
      seen.set(word, counts);
    }
  const lists = new Map<string, string[]>();
  for (const [word, counts] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = kindOf(counts);
    if (kind === null || /\s/.test(word)) continue;
    const list = lists.get(kind) ?? [];
    list.push(word);
    lists.set(kind, list);
  }
  return new Map([...lists].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Learns to cut text as the documents of these trees are cut. The same trees give the same model. */
export const learnSplit = (trees: readonly Tree[], bits: number): SplitModel => {
  const documents = rawDocuments(trees);
  const kinds = kindsIn(trees);
  return {
    sentences: trainPlaces(sentencePlaces(documents, wordKindsOf(kinds), bits), bits, 8, 7),
    words: trainPlaces(wordPlaces(documents, bits), bits, 8, 8),
    cuts: letterCuts(documents),
    kinds,
  };
};
