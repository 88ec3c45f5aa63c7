import {
  baseOf,
  type Edit,
  type Lemmas,
  LONGEST_ENDING,
  lemmaOf,
} from '../../src/language/lemma/lemmatiser.ts';
import type { Tree } from './corpus.ts';

/** A rule for an ending must be seen so often. */
const LEAST_SEEN = 2;

const editBetween = (base: string, lemma: string): Edit => {
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  return { drop: base.length - same, add: lemma.slice(same) };
};

const most = (counts: ReadonlyMap<string, number>): readonly [string, number] =>
  [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));

const count = (map: Map<string, Map<string, number>>, key: string, value: string): void => {
  const counts = map.get(key) ?? new Map<string, number>();
  counts.set(value, (counts.get(value) ?? 0) + 1);
  map.set(key, counts);
};

/** A word with its lemma, and the tag that rules go by. */
interface Example {
  readonly base: string;
  readonly form: string;
  readonly upos: string;
  readonly tag: string;
  readonly lemma: string;
}

const endingsOf = (examples: readonly Example[]): ReadonlyMap<string, Edit> => {
  const seen = new Map<string, Map<string, number>>();
  for (const { base, tag, lemma } of examples) {
    const { drop, add } = editBetween(base, lemma);
    const lower = base.toLowerCase();
    for (let k = 0; k <= Math.min(LONGEST_ENDING, lower.length); k++)
      count(seen, `${tag}\t${lower.slice(lower.length - k)}`, `${drop}\t${add}`);
  }
  const endings = new Map<string, Edit>();
  for (const [key, edits] of [...seen].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [edit, n] = most(edits);
    const [tag = '', ending = ''] = key.split('\t');
    if (n < LEAST_SEEN && ending !== '') continue;
    const [drop = '0', add = ''] = edit.split('\t');
    // What the next shorter ending says anyway needs no rule of its own.
    const shorter = nextShorter(endings, tag, ending);
    if (shorter?.drop === Number(drop) && shorter.add === add) continue;
    endings.set(key, { drop: Number(drop), add });
  }
  return endings;
};

const nextShorter = (endings: ReadonlyMap<string, Edit>, tag: string, ending: string): Edit | undefined => {
  for (let k = 1; k <= ending.length; k++) {
    const edit = endings.get(`${tag}\t${ending.slice(k)}`);
    if (edit !== undefined) return edit;
  }
  return undefined;
};

/** Learns rules for endings, and the words that they get wrong. `tagOf` gives the tag that rules go by. */
export const learnLemmas = (trees: readonly Tree[], tagOf: (tree: Tree, i: number) => string): Lemmas => {
  const examples = trees.flatMap((tree) =>
    tree.forms.map((form, i): Example => {
      const upos = tree.upos[i] ?? 'X';
      return { base: baseOf(form, upos), form, upos, tag: tagOf(tree, i), lemma: tree.lemmas[i] ?? form };
    }),
  );
  const usable = examples.filter(({ lemma, form }) => lemma !== '_' || form === '_');
  const endings = endingsOf(usable);
  const seen = new Map<string, Map<string, number>>();
  for (const { base, tag, lemma } of usable) count(seen, `${tag}\t${base}`, lemma);
  const words = new Map<string, string>();
  const rules: Lemmas = { words: new Map(), endings };
  const uposOf = new Map(usable.map(({ tag, base, upos }) => [`${tag}\t${base}`, upos]));
  for (const [key, lemmas] of seen) {
    const [lemma] = most(lemmas);
    const [tag = '', base = ''] = key.split('\t');
    if (lemmaOf(rules, base, uposOf.get(key) ?? 'X', tag) !== lemma) words.set(key, lemma);
  }
  return { words, endings };
};
