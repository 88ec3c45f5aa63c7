import { DemarcheError } from '../../model/error.ts';

/** How words become the pieces that a model knows. */
export interface PieceVocabulary {
  /**
   * `words`: a word is a piece. `characters`: each code point is one. `wordpiece`: the longest pieces from the left, as BERT
   * has them. `unigram`: the likeliest pieces, as SentencePiece has them; then `scores` are there.
   */
  readonly kind: 'words' | 'characters' | 'wordpiece' | 'unigram';
  /** Pieces by number. */
  readonly pieces: readonly string[];
  /** Logarithms of how likely each piece is, for `unigram`. */
  readonly scores: readonly number[] | null;
  readonly lowercase: boolean;
  /** Pieces with a meaning of their own; null for none. `unknown` stands for what no piece spells. */
  readonly unknown: string;
  readonly start: string | null;
  readonly end: string | null;
  /** What stands before a piece that goes on with a word (`##`), or, for `unigram`, before one that begins a word (`▁`). */
  readonly mark: string;
}

/** What a model in ONNX is: the file `MODEL.json` beside `MODEL.onnx`. */
export interface ModelContract {
  /** Name and version, as it is told of in output. */
  readonly id: string;
  /** Languages it was made for; empty: any. */
  readonly languages: readonly string[];
  readonly vocabulary: PieceVocabulary;
  /** The most pieces of a sentence, those of start and end counted; longer sentences are not analysed. */
  readonly maxPieces: number;
  /** Names of inputs, all of 64-bit integers. `ids` has the shape [1, pieces], as `mask` and `types`; `words` [1, words]. */
  readonly inputs: {
    readonly ids: string;
    /** All 1; null when the model takes none. */
    readonly mask: string | null;
    /** All 0; null when the model takes none. */
    readonly types: string | null;
    /** Position of the first piece of each word; null when the model gives a row for each piece. */
    readonly words: string | null;
  };
  /**
   * Names of outputs, all scores. Rows are words when the input `words` is there, else pieces, of which the first of each word
   * counts. `heads` has a column for the root (0) and one for each row; `deprels` a score for each label, given the row
   * ([1, rows, labels]) or the row and the head ([1, rows, columns, labels]).
   */
  readonly outputs: {
    readonly upos: string;
    readonly xpos: string | null;
    readonly feats: string | null;
    readonly heads: string | null;
    readonly deprels: string | null;
  };
  /** Names by number. */
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly feats: readonly string[];
    readonly deprels: readonly string[];
  };
}

/** The value of `format` of the side file. */
export const CONTRACT_FORMAT = 'demarche-analyser@1';

const KINDS: readonly PieceVocabulary['kind'][] = ['words', 'characters', 'wordpiece', 'unigram'];
const MARKS: Readonly<Record<PieceVocabulary['kind'], string>> = {
  words: '',
  characters: '',
  wordpiece: '##',
  unigram: '▁',
};
const MAX_PIECES = 512;

type Fields = Readonly<Record<string, unknown>>;

const wrong = (what: string): DemarcheError =>
  new DemarcheError('unsupported-format', `the description of the model is wrong: ${what}`, {
    hint: 'docs/guide/language.md says what stands in it',
  });

const fieldsOf = (value: unknown, name: string): Fields => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw wrong(`${name} is no object`);
};

const stringAt = (fields: Fields, name: string, key: string): string => {
  const value = fields[key];
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(`${name}.${key} is no text`);
};

const maybeAt = (fields: Fields, name: string, key: string): string | null =>
  fields[key] == null ? null : stringAt(fields, name, key);

const listAt = (fields: Fields, name: string, key: string, isNeeded: boolean): readonly string[] => {
  const value = fields[key] ?? [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    throw wrong(`${name}.${key} is no list of texts`);
  if (isNeeded && value.length === 0) throw wrong(`${name}.${key} is empty`);
  return value;
};

const scoresAt = (fields: Fields, count: number): readonly number[] | null => {
  const value = fields.scores ?? null;
  if (value === null) return null;
  if (Array.isArray(value) && value.length === count && value.every((one) => Number.isFinite(one)))
    return value;
  throw wrong('vocabulary.scores is no list of as many numbers as there are pieces');
};

const vocabularyOf = (value: unknown): PieceVocabulary => {
  const name = 'vocabulary';
  const fields = fieldsOf(value, name);
  const kind = KINDS.find((known) => known === fields.kind);
  if (kind === undefined) throw wrong(`${name}.kind is none of ${KINDS.join(', ')}`);
  const pieces = listAt(fields, name, 'pieces', true);
  const scores = scoresAt(fields, pieces.length);
  if (kind === 'unigram' && scores === null) throw wrong(`${name}.scores is missing`);
  const vocabulary: PieceVocabulary = {
    kind,
    pieces,
    scores,
    lowercase: fields.lowercase === true,
    unknown: stringAt(fields, name, 'unknown'),
    start: maybeAt(fields, name, 'start'),
    end: maybeAt(fields, name, 'end'),
    mark: maybeAt(fields, name, 'mark') ?? MARKS[kind],
  };
  for (const special of [vocabulary.unknown, vocabulary.start, vocabulary.end])
    if (special !== null && !pieces.includes(special))
      throw wrong(`${special} is no piece of the vocabulary`);
  return vocabulary;
};

const outputsOf = (value: unknown): ModelContract['outputs'] => {
  const fields = fieldsOf(value, 'outputs');
  const maybe = (key: string): string | null => maybeAt(fields, 'outputs', key);
  const outputs = {
    upos: stringAt(fields, 'outputs', 'upos'),
    xpos: maybe('xpos'),
    feats: maybe('feats'),
    heads: maybe('heads'),
    deprels: maybe('deprels'),
  };
  if ((outputs.heads === null) !== (outputs.deprels === null))
    throw wrong('outputs.heads and outputs.deprels go together');
  return outputs;
};

const sizeOf = (value: unknown): number => {
  if (value === undefined) return MAX_PIECES;
  if (typeof value === 'number' && Number.isInteger(value) && value > 2) return value;
  throw wrong('maxPieces is no whole number above 2');
};

/**
 * Reads the description of a model.
 * @throws DemarcheError `unsupported-format` with what is wrong in it
 */
export const readContract = (json: unknown): ModelContract => {
  const fields = fieldsOf(json, 'it');
  if (fields.format !== CONTRACT_FORMAT) throw wrong(`format is not ${CONTRACT_FORMAT}`);
  const inputs = fieldsOf(fields.inputs, 'inputs');
  const outputs = outputsOf(fields.outputs);
  const labels = fieldsOf(fields.labels, 'labels');
  return {
    id: stringAt(fields, 'it', 'id'),
    languages: listAt(fields, 'it', 'languages', false),
    vocabulary: vocabularyOf(fields.vocabulary),
    maxPieces: sizeOf(fields.maxPieces),
    inputs: {
      ids: stringAt(inputs, 'inputs', 'ids'),
      mask: maybeAt(inputs, 'inputs', 'mask'),
      types: maybeAt(inputs, 'inputs', 'types'),
      words: maybeAt(inputs, 'inputs', 'words'),
    },
    outputs,
    labels: {
      upos: listAt(labels, 'labels', 'upos', true),
      xpos: listAt(labels, 'labels', 'xpos', outputs.xpos !== null),
      feats: listAt(labels, 'labels', 'feats', outputs.feats !== null),
      deprels: listAt(labels, 'labels', 'deprels', outputs.deprels !== null),
    },
  };
};
