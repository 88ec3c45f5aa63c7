import type { Trigger } from './cues.ts';
import type { Group } from './stage.ts';
import type { Reading } from './tree-groups.ts';
import { isVerbal, leadOf } from './tree-groups.ts';

/** Verbs that say that an occasion comes about, goes on or ends: those who hold it stand behind them. */
const HAPPENING: ReadonlySet<string> = new Set(
  'hold take begin start open continue resume end conclude break collapse stall fail go drag'.split(' '),
);

/** The verb of which an occasion is the subject: "[talks] are being [held] between Marland and Sylvania"; null when there is none. */
export const happeningOf = ({ tree }: Reading, { cue }: Trigger, noun: number): number | null => {
  const { deprel, head } = tree.word(noun);
  const isHeld = cue.frame === 'joint' && deprel.startsWith('nsubj') && head >= 0;
  return isHeld && HAPPENING.has(tree.word(head).lemma) ? head : null;
};

/** Nouns of time and edge that an occasion belongs to: "a [day] after talks", "on the [eve] of her visit". */
const EDGES: ReadonlySet<string> = new Set(
  'day week month hour eve end start beginning close margin margins sideline sidelines wake course middle'.split(
    ' ',
  ),
);
const AROUND: ReadonlySet<string> = new Set([
  'before',
  'after',
  'during',
  'ahead',
  'following',
  'since',
  'until',
  'on',
  'of',
]);

/** The verb at whose time an occasion is named: "ahead of a [visit] to Sylvania, Voss [said]"; null when it is no such phrase. */
export const circumstanceOf = ({ tree }: Reading, noun: number): number | null => {
  let at = noun;
  const { deprel, head } = tree.word(noun);
  // "[ahead] of a visit": the tree may hang the visit on the adverb.
  if (head >= 0 && tree.word(head).lemma.toLowerCase() === 'ahead') at = head;
  const isEdge = deprel === 'nmod' && head >= 0 && EDGES.has(tree.word(head).lemma);
  if (!AROUND.has(leadOf(tree, noun) ?? '')) return null;
  if (isEdge) at = head;
  const above = tree.word(at);
  return /^(?:obl|advmod)/.test(above.deprel) && above.head >= 0 && isVerbal(tree, above.head)
    ? above.head
    : null;
};

const OWN: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'he', 'she', 'it', 'they']);

/** "on the eve of [his] visit": the owner is a pronoun. */
export const isOwnedByPronoun = ({ tree }: Reading, noun: number): boolean =>
  tree.kids(noun).some((kid) => tree.word(kid).deprel === 'nmod:poss' && OWN.has(tree.word(kid).lemma));

/** Whether whoever acts at the time of an occasion takes part in it: a journey of one's own, talks with somebody. */
export const isAttending = (
  reading: Reading,
  { cue }: Trigger,
  noun: number,
  led: ReadonlyMap<string, readonly Group[]>,
): boolean => {
  if (isOwnedByPronoun(reading, noun)) return true;
  if (cue.frame === 'visit') return led.has('to') || led.has('in');
  return cue.frame === 'joint' && led.has('with');
};
