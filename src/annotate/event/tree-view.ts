import type { TaggedSentence } from '../../language/index.ts';
import type { WordAnalysis } from '../../model/analysis.ts';
import { NO_TREE } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';

/** A sentence's tree, walked from words to words. Words are positions in it. */
export interface TreeView {
  readonly size: number;
  readonly word: (at: number) => WordAnalysis;
  /** The word under a character of the text; null between words. */
  readonly at: (offset: number) => number | null;
  /** Where a word begins in the text. */
  readonly startOf: (at: number) => number;
  readonly kids: (at: number) => readonly number[];
  /** The word of a span that no other of its words governs: its head; null when it holds no word. */
  readonly headOf: (span: Span) => number | null;
}

const NOBODY: WordAnalysis = { lemma: '', upos: 'X', xpos: null, feats: null, head: -1, deprel: '_' };

/** The view of a tree; null where the analyser made none. */
export const viewOf = ({ words, analysis }: TaggedSentence): TreeView | null => {
  if (analysis.some(({ head }) => head === NO_TREE)) return null;
  const kids: number[][] = analysis.map(() => []);
  for (const [i, { head }] of analysis.entries()) kids[head]?.push(i);
  const word = (at: number): WordAnalysis => analysis[at] ?? NOBODY;
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((words[mid]?.end ?? 0) <= offset) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  const headOf = ({ start, end }: Span): number | null => {
    let found: number | null = null;
    for (let i = firstFrom(start); (words[i]?.start ?? end) < end; i++) {
      const head = words[word(i).head];
      const isOutside = head === undefined || head.start < start || head.start >= end;
      if (isOutside && word(i).upos !== 'PUNCT' && (found === null || isNominal(word(i)))) {
        if (found === null || !isNominal(word(found))) found = i;
      }
    }
    return found;
  };
  return {
    size: words.length,
    word,
    at: (offset) => {
      const i = firstFrom(offset);
      return (words[i]?.start ?? Number.POSITIVE_INFINITY) <= offset ? i : null;
    },
    startOf: (at) => words[at]?.start ?? 0,
    kids: (at) => kids[at] ?? [],
    headOf,
  };
};

const isNominal = ({ upos }: WordAnalysis): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';

/** A way through the tree from one word to another: up to the word that governs both, and down again. */
export interface Route {
  /** Relations of the words left behind on the way up, the first word's first. */
  readonly up: readonly string[];
  /** Relations of the words entered on the way down, the last word's last. */
  readonly down: readonly string[];
  readonly top: number;
}

/** The route between two words; null when no word governs both. */
export const routeOf = (view: TreeView, from: number, to: number): Route | null => {
  const above = new Map<number, number>();
  for (let at = from, steps = 0; at >= 0 && steps <= view.size; at = view.word(at).head, steps++)
    above.set(at, steps);
  const down: string[] = [];
  for (let at = to, steps = 0; at >= 0 && steps <= view.size; at = view.word(at).head, steps++) {
    const reached = above.get(at);
    if (reached !== undefined) {
      const up: string[] = [];
      for (let left = from; left !== at; left = view.word(left).head) up.push(view.word(left).deprel);
      return { up, down: down.toReversed(), top: at };
    }
    down.push(view.word(at).deprel);
  }
  return null;
};
