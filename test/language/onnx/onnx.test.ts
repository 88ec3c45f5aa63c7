import { describe, expect, test } from 'vitest';
import { openModel } from '../../../src/app/analysers/onnx.ts';
import { type ModelRunner, modelAnalyser, readContract, type Tensor } from '../../../src/language/index.ts';
import { bestTree } from '../../../src/language/onnx/best-tree.ts';
import { createEncoder } from '../../../src/language/onnx/encode.ts';

const PIECES = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'the', 'en', '##voy', 'signed', '.', '##s', 'é'];

const described = (changes: object = {}): Record<string, unknown> => ({
  format: 'demarche-analyser@1',
  id: 'tiny@1',
  vocabulary: {
    kind: 'wordpiece',
    pieces: PIECES,
    lowercase: true,
    unknown: '[UNK]',
    start: '[CLS]',
    end: '[SEP]',
  },
  inputs: { ids: 'input_ids', mask: 'attention_mask', words: 'words' },
  outputs: { upos: 'upos', heads: 'arcs', deprels: 'labels' },
  labels: { upos: ['DET', 'NOUN', 'VERB', 'PUNCT'], deprels: ['root', 'det', 'nsubj', 'punct'] },
  ...changes,
});

describe('the description of a model', () => {
  test('what may be left out has its usual value', () => {
    const { vocabulary, maxPieces, languages, inputs, outputs } = readContract(described());
    expect([vocabulary.mark, maxPieces, languages, inputs.types]).toEqual(['##', 512, [], null]);
    expect([outputs.xpos, outputs.feats]).toEqual([null, null]);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'it is no object'],
    ['another format', described({ format: 'x' }), 'format is not demarche-analyser@1'],
    ['no id', described({ id: '' }), 'it.id is no text'],
    ['an unknown kind', described({ vocabulary: { kind: 'bpe' } }), 'vocabulary.kind is none of'],
    [
      'an unknown piece that is none',
      described({ vocabulary: { kind: 'words', pieces: ['a'], unknown: '?' } }),
      '? is no piece of the vocabulary',
    ],
    [
      'no scores',
      described({ vocabulary: { kind: 'unigram', pieces: ['?'], unknown: '?' } }),
      'vocabulary.scores is missing',
    ],
    ['heads alone', described({ outputs: { upos: 'u', heads: 'h' } }), 'go together'],
    ['no labels', described({ labels: { upos: ['X'], deprels: [] } }), 'labels.deprels is empty'],
    ['a wrong size', described({ maxPieces: 1 }), 'maxPieces is no whole number'],
  ])('%s is refused with the reason', (_, json, message) => {
    expect(() => readContract(json)).toThrow(message);
  });
});

describe('words to pieces', () => {
  const pieces = (vocabulary: object, ...forms: string[]): string => {
    const contract = readContract(
      described({ vocabulary: { ...(described().vocabulary as object), ...vocabulary } }),
    );
    const { ids, starts } = createEncoder(contract.vocabulary)(forms);
    return ids.map((id, i) => `${starts.includes(i) ? '|' : ''}${contract.vocabulary.pieces[id]}`).join(' ');
  };

  test.each<[string, object, readonly string[], string]>([
    ['word pieces', {}, ['The', 'envoys', '.'], '[CLS] |the |en ##voy ##s |. [SEP]'],
    ['what no piece spells is one unknown', {}, ['xyz', 'the'], '[CLS] |[UNK] |the [SEP]'],
    ['marks stand alone, also inside a word', {}, ['en.voy', 'the.'], '[CLS] |en . [UNK] |the . [SEP]'],
    ['an empty word has a piece too', {}, ['', 'the'], '[CLS] |[UNK] |the [SEP]'],
    ['whole words', { kind: 'words', start: null }, ['the', 'envoy'], '|the |[UNK] [SEP]'],
    [
      'signs',
      { kind: 'characters', pieces: ['?', 'a', '😀'], unknown: '?', start: null, end: null },
      ['a😀', 'b'],
      '|a 😀 |?',
    ],
    [
      'the likeliest pieces, not the longest',
      {
        kind: 'unigram',
        pieces: ['?', '▁a', 'b', 'bc', '▁ab', 'c'],
        scores: [0, -1, -1, -9, -2, -1],
        unknown: '?',
        start: null,
        end: null,
      },
      ['abc', 'abx'],
      '|▁ab c |▁ab ?',
    ],
  ])('%s', (_, vocabulary, forms, expected) => {
    expect(pieces(vocabulary, ...forms)).toBe(expected);
  });
});

/** Numbers of a fixed sequence, the same in every run. */
const sequence = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * 100);
  };
};

const isTree = (heads: readonly number[]): boolean => {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  return heads.every((_, start) => {
    let at = start;
    for (let step = 0; at !== -1 && step <= heads.length; step++) at = heads[at] ?? -1;
    return at === -1;
  });
};

/** The best sum over all trees of `count` words, each tried. */
const bestByTrying = (count: number, score: (d: number, h: number) => number): number => {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(count).fill(-1);
  const totalOf = (): number => heads.reduce((sum, head, i) => sum + score(i + 1, head + 1), 0);
  const tryFrom = (word: number): void => {
    if (word === count) {
      if (isTree(heads)) best = Math.max(best, totalOf());
      return;
    }
    for (let head = -1; head < count; head++) {
      heads[word] = head;
      if (head !== word) tryFrom(word + 1);
    }
  };
  tryFrom(0);
  return best;
};

describe('the best tree', () => {
  test.each([1, 2, 3, 4, 5])('of %i words is the best of all that there are', (count) => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = sequence(seed * 31 + count);
      const scores = Array.from({ length: (count + 1) ** 2 }, next);
      const score = (d: number, h: number): number => scores[d * (count + 1) + h] ?? 0;
      const heads = bestTree(count, score);
      expect(isTree(heads)).toBe(true);
      const sum = heads.reduce((total, head, i) => total + score(i + 1, head + 1), 0);
      expect(sum).toBe(bestByTrying(count, score));
    }
  });

  test('scores that are no numbers, or all the same, still give one tree', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0])
      expect(isTree(bestTree(40, () => value))).toBe(true);
    expect(bestTree(0, () => 0)).toEqual([]);
  });
});

/** A run-time that scores by a rule of the ids, and remembers what it was given. */
const fakeRunner = (outputs: (rows: number) => Readonly<Record<string, Tensor>>) => {
  const given: ReadonlyMap<string, Tensor>[] = [];
  const runner: ModelRunner = {
    run: (inputs) => {
      given.push(inputs);
      const rows = inputs.get('words')?.dims[1] ?? inputs.get('input_ids')?.dims[1] ?? 0;
      return Promise.resolve(new Map(Object.entries(outputs(rows))));
    },
  };
  return { runner, given };
};

/** Rows of scores with a 1 in the columns given. */
const oneHot = (rows: readonly number[], columns: number): Tensor => ({
  dims: [1, rows.length, columns],
  data: rows.flatMap((one) => Array.from({ length: columns }, (_, i) => (i === one ? 1 : 0))),
});

const FORMS = ['The', 'envoy', 'signed', '.'];
const lemma = (form: string, upos: string): string => `${form.toLowerCase()}+${upos}`;

describe('an analyser by a model', () => {
  test('rows that are words: tags, one tree, labels', async () => {
    const { runner, given } = fakeRunner(() => ({
      upos: oneHot([0, 1, 2, 3], 4),
      arcs: oneHot([2, 3, 0, 3], 5),
      labels: oneHot([1, 2, 0, 3], 4),
    }));
    const analyser = modelAnalyser(readContract(described()), runner, lemma);
    const [found] = await analyser.analyseAll([FORMS]);
    expect(found?.map(({ upos, head, deprel }) => `${upos} ${head} ${deprel}`)).toEqual([
      'DET 1 det',
      'NOUN 2 nsubj',
      'VERB -1 root',
      'PUNCT 2 punct',
    ]);
    expect(found?.[1]).toMatchObject({ lemma: 'envoy+NOUN', xpos: null, feats: null });
    const [inputs] = given;
    expect([...(inputs?.keys() ?? [])]).toEqual(['input_ids', 'attention_mask', 'words']);
    expect(inputs?.get('input_ids')).toEqual({ dims: [1, 7], data: [2, 4, 5, 6, 7, 8, 3] });
    expect(inputs?.get('attention_mask')?.data).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(inputs?.get('words')).toEqual({ dims: [1, 4], data: [1, 2, 4, 5] });
  });

  test('rows that are pieces: the first piece of a word counts, and labels may hang on the head', async () => {
    const rows = 7;
    const labels = new Array<number>(rows * (rows + 1) * 4).fill(0);
    const set = (row: number, column: number, label: number): void => {
      labels[(row * (rows + 1) + column) * 4 + label] = 1;
    };
    // Words begin at pieces 1, 2, 4, 5; a column is the piece and one more.
    set(1, 3, 1);
    set(2, 5, 2);
    set(5, 5, 3);
    const { runner } = fakeRunner(() => ({
      upos: oneHot([3, 0, 1, 3, 2, 3, 0], 4),
      arcs: oneHot([0, 3, 5, 1, 0, 5, 0], rows + 1),
      labels: { dims: [1, rows, rows + 1, 4], data: Float32Array.from(labels) },
    }));
    const contract = readContract(described({ inputs: { ids: 'input_ids' } }));
    const [found] = await modelAnalyser(contract, runner, lemma).analyseAll([FORMS]);
    expect(found?.map(({ upos, head, deprel }) => `${upos} ${head} ${deprel}`)).toEqual([
      'DET 1 det',
      'NOUN 2 nsubj',
      'VERB -1 root',
      'PUNCT 2 punct',
    ]);
  });

  test('tags alone, fine tags and features; no tree is claimed', async () => {
    const { runner } = fakeRunner((rows) => ({
      upos: oneHot(
        Array.from({ length: rows }, () => 1),
        4,
      ),
      xpos: oneHot(
        Array.from({ length: rows }, () => 1),
        2,
      ),
      feats: oneHot(
        Array.from({ length: rows }, () => 0),
        2,
      ),
    }));
    const contract = readContract(
      described({
        outputs: { upos: 'upos', xpos: 'xpos', feats: 'feats' },
        labels: { upos: ['DET', 'NOUN', 'VERB', 'PUNCT'], xpos: ['VB', 'NN'], feats: ['_', 'Number=Sing'] },
      }),
    );
    const [found] = await modelAnalyser(contract, runner, lemma).analyseAll([['envoy']]);
    expect(found).toEqual([
      { lemma: 'envoy+NOUN', upos: 'NOUN', xpos: 'NN', feats: null, head: -2, deprel: '_' },
    ]);
  });

  test('a sentence that is too long is left out, an empty one has no words', async () => {
    const { runner, given } = fakeRunner(() => ({}));
    const contract = readContract(described({ maxPieces: 6 }));
    expect(await modelAnalyser(contract, runner, lemma).analyseAll([FORMS, []])).toEqual([null, []]);
    expect(given).toHaveLength(0);
  });

  test.each<[string, Readonly<Record<string, Tensor>>, string]>([
    ['an output is missing', {}, 'output upos has the shape [], not [1, 4, 4]'],
    ['it has another shape', { upos: oneHot([0], 4) }, 'output upos has the shape [1, 1, 4], not [1, 4, 4]'],
    ['there are fewer numbers', { upos: { dims: [1, 4, 4], data: [1] } }, 'output upos has the shape'],
  ])('%s: an error that says which', async (_, outputs, message) => {
    const analyser = modelAnalyser(readContract(described()), fakeRunner(() => outputs).runner, lemma);
    await expect(analyser.analyseAll([FORMS])).rejects.toThrow(message);
  });
});

describe('the run-time', () => {
  const session = (over: object = {}) => ({
    inputNames: ['input_ids'],
    outputNames: ['upos'],
    run: () =>
      Promise.resolve({
        upos: { dims: [1, 2], data: Float32Array.of(0.5, 1) },
        whole: { dims: [2], data: BigInt64Array.of(3n, 4n) },
      }),
    ...over,
  });
  const runtime = (create: () => Promise<ReturnType<typeof session>>) => ({
    InferenceSession: { create },
    Tensor: class {
      readonly type: string;
      readonly data: BigInt64Array;
      readonly dims: readonly number[];
      constructor(type: string, data: BigInt64Array, dims: readonly number[]) {
        this.type = type;
        this.data = data;
        this.dims = dims;
      }
    },
  });
  const wanted = { inputs: ['input_ids'], outputs: ['upos'] };

  test('whole numbers go in as 64 bits, scores come out as numbers', async () => {
    const fed: unknown[] = [];
    const run = (feeds: unknown) => {
      fed.push(feeds);
      return session().run();
    };
    const runner = await openModel(
      runtime(() => Promise.resolve(session({ run }))),
      'm.onnx',
      wanted,
    );
    const out = await runner.run(new Map([['input_ids', { dims: [1, 2], data: [7, 8] }]]));
    expect(fed).toEqual([{ input_ids: { type: 'int64', data: BigInt64Array.of(7n, 8n), dims: [1, 2] } }]);
    expect(Array.from(out.get('upos')?.data ?? [])).toEqual([0.5, 1]);
    expect(out.get('whole')?.data).toEqual([3, 4]);
  });

  test('a file that is no model, a name that it lacks, and a run that fails', async () => {
    const fails = () => Promise.reject(new Error('protobuf'));
    await expect(openModel(runtime(fails), 'm.onnx', wanted)).rejects.toMatchObject({
      code: 'analyser-failed',
      message: 'm.onnx cannot be opened as a model in ONNX',
    });
    const opened = () => Promise.resolve(session({ run: fails }));
    await expect(
      openModel(runtime(opened), 'm.onnx', { inputs: ['ids'], outputs: ['upos'] }),
    ).rejects.toThrow('m.onnx has no ids: it takes input_ids and gives upos');
    const runner = await openModel(runtime(opened), 'm.onnx', wanted);
    await expect(runner.run(new Map())).rejects.toThrow('m.onnx does not run');
  });
});
