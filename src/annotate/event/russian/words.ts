import type { TaggedSentence } from '../../../language/index.ts';
import { NO_TREE, type WordAnalysis } from '../../../model/analysis.ts';
import type { Token } from '../../../model/sentence.ts';
import type { VerbForm } from './forms.ts';

/** Cases, as Universal Dependencies writes them. */
export type Case = 'Nom' | 'Gen' | 'Dat' | 'Acc' | 'Ins' | 'Loc';

/** What the analyser says of each token; heads are indices of tokens, -1 of none. */
export interface Words {
  readonly upos: readonly string[];
  readonly feats: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

/**
 * The analysis brought onto the tokens: a token of several words has that of the word which governs the others. `isNoun` are
 * tokens that cues and lists know to be nouns, whatever the tagger says (`визит`, `посла`), `verbAs` gives the form of those that
 * cues know to be verbs (`отверг`), and those of names.
 */
export const wordsOf = (
  tokens: readonly Token[],
  tree: TaggedSentence | null,
  isNoun: (i: number) => boolean,
  verbAs: (i: number) => VerbForm | 'noun' | 'name' | null = () => null,
): Words => {
  const upos = tokens.map(({ kind }): string => (kind === 'mark' ? 'PUNCT' : 'X'));
  const feats = tokens.map(() => '');
  const heads = tokens.map(() => -1);
  const deprels = tokens.map(() => '_');
  if (tree === null) return { upos, feats, heads, deprels };
  const { words, analysis } = tree;
  const tokenOf = tokensOfWords(tokens, words);
  const done = new Set<number>();
  for (const [w, word] of analysis.entries()) {
    const at = tokenOf[w] ?? -1;
    const head = word.head === NO_TREE ? -1 : (tokenOf[word.head] ?? -1);
    if (at < 0 || head === at || done.has(at)) continue;
    done.add(at);
    const tag = verbTag(tagOf(word, isNoun(at)), verbAs(at));
    upos[at] = tag.upos;
    feats[at] = tag.feats;
    heads[at] = head;
    deprels[at] = word.deprel;
  }
  return { upos, feats, heads, deprels };
};

interface Tag {
  readonly upos: string;
  readonly feats: string;
}

const FINITE: ReadonlySet<string> = new Set(['past', 'fin']);

/** A verb of a cue that the tagger took for a noun or a name turns its clause all the same. */
const verbTag = (tag: Tag, form: VerbForm | 'noun' | 'name' | null): Tag => {
  // `Хейл` ends like a past tense.
  if (form === 'name') return tag.upos === 'VERB' ? { upos: 'PROPN', feats: '' } : tag;
  if (form === null || /VERB|AUX|ADJ/.test(tag.upos)) return tag;
  if (FINITE.has(form)) return { upos: 'VERB', feats: 'VerbForm=Fin' };
  if (form === 'passive') return { upos: 'VERB', feats: 'Variant=Short|VerbForm=Part' };
  return form === 'infinitive' ? { upos: 'VERB', feats: 'VerbForm=Inf' } : tag;
};

const tagOf = (
  { upos, feats }: WordAnalysis,
  isNoun: boolean,
): { readonly upos: string; readonly feats: string } => ({
  upos: isNoun ? 'NOUN' : upos,
  feats: isNoun && upos === 'VERB' ? '' : (feats ?? ''),
});

const tokensOfWords = (
  tokens: readonly Token[],
  words: readonly { readonly start: number }[],
): readonly number[] => {
  let t = 0;
  return words.map(({ start }) => {
    while (t < tokens.length && (tokens[t]?.end ?? 0) <= start) t++;
    return (tokens[t]?.start ?? Number.POSITIVE_INFINITY) <= start ? t : -1;
  });
};

/** The case that the tagger gives a token; null when it gives none. */
export const caseAt = ({ feats }: Words, i: number): Case | null =>
  (/Case=(\w+)/.exec(feats[i] ?? '')?.[1] as Case | undefined) ?? null;

/** Whether a token is a finite verb or a short participle: what a clause turns on. */
export const isFiniteAt = ({ upos, feats }: Words, i: number): boolean =>
  /VerbForm=Fin|Variant=Short/.test(feats[i] ?? '') && /VERB|AUX|ADJ/.test(upos[i] ?? '');
