import { readFileSync } from 'node:fs';
import { type Span, trimmed } from '../../src/model/span.ts';

/** A passage of `eval/corpora/sentences` with where its sentences lie. */
export interface Passage {
  readonly id: string;
  /** What the passage is hard in. */
  readonly kind: string;
  readonly part: 'tuning' | 'test';
  readonly text: string;
  readonly sentences: readonly Span[];
}

const LINE = /^(\d{3}) (\w+) \| (.+)$/;

/** Reads one line of the corpus; null when it is none. */
export const passageOf = (line: string): Passage | null => {
  const [, id, kind, marked] = LINE.exec(line) ?? [];
  if (id === undefined || kind === undefined || marked === undefined) return null;
  const pieces = marked.replaceAll('⏎', '\n').split('‖ ');
  const text = pieces.join('');
  let at = 0;
  const sentences = pieces.map((piece) => {
    const start = at;
    at += piece.length;
    return trimmed(text, { start, end: at });
  });
  return { id, kind, part: Number(id) % 2 === 1 ? 'tuning' : 'test', text, sentences };
};

/** The passages written for this project. */
export const ownPassages = (): readonly Passage[] =>
  readFileSync(new URL('../corpora/sentences/passages.txt', import.meta.url), 'utf8')
    .split('\n')
    .map(passageOf)
    .filter((passage) => passage !== null);
