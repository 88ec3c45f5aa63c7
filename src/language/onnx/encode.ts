import type { PieceVocabulary } from './contract.ts';

/** A sentence as numbers of pieces, and where each word begins among them. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
}

/** Turns the forms of a sentence into pieces. Every word has one at least. Linear in their length times the longest piece. */
export type Encoder = (forms: readonly string[]) => Encoded;

/** Signs that stand alone before a word is cut into word pieces, as BERT does it. */
const ALONE = /[\p{P}\p{S}\p{Script=Han}]/u;

const chunksOf = (form: string): readonly string[] => {
  const chunks: string[] = [];
  let open = '';
  for (const sign of form) {
    if (!ALONE.test(sign)) open += sign;
    else {
      if (open !== '') chunks.push(open);
      chunks.push(sign);
      open = '';
    }
  }
  return open === '' ? chunks : [...chunks, open];
};

interface Numbers {
  readonly byPiece: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly longest: number;
}

/** The longest pieces from the left; one unknown piece for what cannot be spelled. */
const wordPieces = (
  chunk: string,
  mark: string,
  { byPiece, unknown, longest }: Numbers,
): readonly number[] => {
  const ids: number[] = [];
  for (let from = 0; from < chunk.length; ) {
    const prefix = from === 0 ? '' : mark;
    let to = Math.min(chunk.length, from + longest);
    while (to > from && !byPiece.has(prefix + chunk.slice(from, to))) to--;
    const id = byPiece.get(prefix + chunk.slice(from, to));
    if (to === from || id === undefined) return [unknown];
    ids.push(id);
    from = to;
  }
  return ids;
};

/** What an unknown sign costs beside the least likely piece, as SentencePiece has it. */
const UNKNOWN_COST = 10;

/** The likeliest pieces (Viterbi); what no piece spells is one unknown piece a sign. */
const unigramPieces = (
  word: string,
  scores: readonly number[],
  least: number,
  { byPiece, unknown, longest }: Numbers,
): readonly number[] => {
  const signs = [...word];
  const best = new Float64Array(signs.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(signs.length + 1);
  const ids = new Int32Array(signs.length + 1);
  best[0] = 0;
  const offer = (at: number, start: number, id: number, score: number): void => {
    if (score <= (best[at] ?? 0)) return;
    best[at] = score;
    from[at] = start;
    ids[at] = id;
  };
  for (let start = 0; start < signs.length; start++) {
    const so = best[start] ?? 0;
    let piece = '';
    for (let at = start + 1; at <= signs.length && at - start <= longest; at++) {
      piece += signs[at - 1];
      const id = byPiece.get(piece);
      if (id !== undefined) offer(at, start, id, so + (scores[id] ?? least));
    }
    offer(start + 1, start, unknown, so + least - UNKNOWN_COST);
  }
  const found: number[] = [];
  for (let at = signs.length; at > 0; at = from[at] ?? 0) found.push(ids[at] ?? unknown);
  return found.reverse();
};

const numbersOf = ({ pieces, unknown }: PieceVocabulary): Numbers => {
  const byPiece = new Map<string, number>();
  let longest = 1;
  for (const [id, piece] of pieces.entries()) {
    if (!byPiece.has(piece)) byPiece.set(piece, id);
    longest = Math.max(longest, piece.length);
  }
  return { byPiece, unknown: byPiece.get(unknown) ?? 0, longest };
};

const piecesBy = (vocabulary: PieceVocabulary, numbers: Numbers): ((word: string) => readonly number[]) => {
  const idOf = (piece: string): number => numbers.byPiece.get(piece) ?? numbers.unknown;
  const scores = vocabulary.scores ?? [];
  const least = scores.reduce((low, score) => Math.min(low, score), 0);
  switch (vocabulary.kind) {
    case 'words':
      return (word) => [idOf(word)];
    case 'characters':
      return (word) => [...word].map(idOf);
    case 'wordpiece':
      return (word) => chunksOf(word).flatMap((chunk) => wordPieces(chunk, vocabulary.mark, numbers));
    case 'unigram':
      return (word) => unigramPieces(vocabulary.mark + word, scores, least, numbers);
  }
};

/** Makes the encoder of a vocabulary. */
export const createEncoder = (vocabulary: PieceVocabulary): Encoder => {
  const numbers = numbersOf(vocabulary);
  const piecesOf = piecesBy(vocabulary, numbers);
  const special = (piece: string | null): readonly number[] =>
    piece === null ? [] : [numbers.byPiece.get(piece) ?? numbers.unknown];
  return (forms) => {
    const ids: number[] = [...special(vocabulary.start)];
    const starts: number[] = [];
    for (const form of forms) {
      starts.push(ids.length);
      const pieces = piecesOf(vocabulary.lowercase ? form.toLowerCase() : form);
      if (pieces.length === 0) ids.push(numbers.unknown);
      else for (const id of pieces) ids.push(id);
    }
    ids.push(...special(vocabulary.end));
    return { ids, starts };
  };
};
