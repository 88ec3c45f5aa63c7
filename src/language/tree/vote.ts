import type { Found, SubjectWay } from './found.ts';
import type { Item, TaggedSentence } from './items.ts';
import type { Chunk } from './phrases.ts';
import { LINKS, NOMINATIVES, type Reading } from './reading.ts';

/** Ways that read less than a phrase beside the verb: a subject that the tree gives the verb itself is better. */
const WEAK: ReadonlySet<SubjectWay> = new Set(['joined', 'beside', 'described', 'none']);

/**
 * Whether the tree's own subject of the verb is to be taken instead: where the clause gave only a far or no answer, and where the
 * tree looks farther back than the phrase beside the verb ("[Bos] and colleagues", "the [boy] seen by the police"). It is never
 * asked of what stands inside a quotation.
 */
export const treeWins = (
  { items }: Reading,
  { chunk, way, to }: Found,
  at: number,
  tree: number,
): boolean => {
  if (to < 0) return false;
  if (!items.some((item) => item.word === tree && item.kind !== 'quotation')) return false;
  const head = chunk === null ? undefined : items[chunk.head];
  if (head === undefined || WEAK.has(way)) return true;
  if (way !== 'before' || isInsertion(items, chunk as Chunk, at)) return false;
  const from = chunk === null ? undefined : items[chunk.from];
  const isFarther = tree < (from?.word ?? 0) && !NOMINATIVES.has(head.low) && from?.low !== 'whose';
  return isFarther || isBehindOpener(items, head, tree);
};

/** "The dispute, [analysts] in Sorrel say, is …": a clause of its own between commas. */
const isInsertion = (items: readonly Item[], chunk: Chunk, verb: number): boolean => {
  const before = items[chunk.from - 1]?.kind;
  const after = items[verb + 1]?.kind;
  return (before === 'comma' || before === 'quotation') && (after === 'comma' || after === 'stop');
};

/** "as other [students] ask": what stands behind a word that can open a clause is no mere description. */
const isBehindOpener = (items: readonly Item[], head: Item, tree: number): boolean => {
  const between = items.filter(({ word }) => head.word < word && word < tree);
  if (between.some(({ kind: here }) => here === 'relative')) return false;
  const link = between.findLast(({ kind: here, low: form }) => here === 'preposition' || LINKS.has(form));
  return link !== undefined && LINKS.has(link.low);
};

/** "[said] the bridge was safe and added": the earlier verb to which the tree joins the verb. */
export const partnerOf = (
  { analysis }: TaggedSentence,
  items: readonly Item[],
  verb: number,
): number | null => {
  const { head = -1, deprel = '' } = analysis[verb] ?? {};
  if (deprel !== 'conj' || head < 0 || head >= verb || analysis[head]?.upos !== 'VERB') return null;
  const at = items.findIndex(({ word, kind: own }) => word === head && own !== 'quotation');
  return at < 0 ? null : at;
};
