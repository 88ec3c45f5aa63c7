import type { Group } from './stage.ts';
import type { Reading } from './tree-groups.ts';
import { isVerbal, leadOf, partyAt } from './tree-groups.ts';

/** Verbs whose subject does what their infinitive tells, whomever they address: "[Voss] promised Orlan to [lift] the ban". */
const COMMITTING: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'pledge',
  'threaten',
  'undertake',
  'swear',
]);
/** Verbs that lead in whom they ask by a preposition: "called on [Orlan] to [lift] the ban". */
const ASKING: ReadonlySet<string> = new Set(['call', 'appeal', 'plead', 'prevail']);
const ASKED_BY: ReadonlySet<string> = new Set(['on', 'upon', 'to', 'with']);

const isInfinitive = ({ tree }: Reading, at: number): boolean =>
  tree.kids(at).some((kid) => kid < at && tree.word(kid).deprel === 'mark' && tree.word(kid).lemma === 'to');

/** Whoever is asked by the verb at `asks`, or by the one that governs the noun there. */
const askedAt = (reading: Reading, asks: number, before: number): Group | null => {
  const { tree } = reading;
  for (const kid of tree.kids(asks).toReversed()) {
    if (kid >= before || !/^(?:obl|nmod)/.test(tree.word(kid).deprel)) continue;
    if (!ASKED_BY.has(leadOf(tree, kid) ?? '')) continue;
    const group = partyAt(reading, kid);
    if (group !== null) return group;
  }
  return null;
};

/**
 * Who does what an infinitive tells, where the verb above gives it to another than the nearest name; null where it does not.
 * `subjectOf` finds the subject of a verb.
 */
export const controllerOf = (
  reading: Reading,
  at: number,
  subjectOf: (verb: number) => Group | null,
): Group | null => {
  const { tree } = reading;
  const { deprel, head } = tree.word(at);
  if (head < 0 || !/^(?:xcomp|advcl|ccomp|acl)$/.test(deprel) || !isInfinitive(reading, at)) return null;
  const { lemma } = tree.word(head);
  if (!isVerbal(tree, head)) {
    // "appealed to [Orlan] to lift": the tree may hang the infinitive on the name.
    const above = tree.word(head).head;
    const isAsked =
      above >= 0 && ASKING.has(tree.word(above).lemma) && ASKED_BY.has(leadOf(tree, head) ?? '');
    return isAsked ? partyAt(reading, head) : null;
  }
  if (COMMITTING.has(lemma)) return subjectOf(head);
  return ASKING.has(lemma) ? askedAt(reading, head, at) : null;
};
