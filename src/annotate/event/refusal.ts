import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Arguments } from './arguments.ts';
import type { VerbGroup } from './clause.ts';
import type { Trigger } from './cues.ts';

const REFUSABLE: ReadonlySet<string> = new Set(['sign', 'accept', 'concede', 'withdraw', 'ratify', 'comply']);
const UNWILLING: ReadonlySet<string> = new Set(['will', "won't", 'would', "wouldn't", "'ll"]);

/** "she would not sign anything", "we will never pay": what a deed must be told as to be a refusal. */
export const isRefused = (verb: VerbGroup): boolean => verb.negated && isUnwilling(verb);

const isUnwilling = ({ words, passive, perfect }: VerbGroup): boolean =>
  !passive && !perfect && [...words].some((word) => UNWILLING.has(word));

/** "does not intend to continue talks with Sylvania": one side breaks them off; "will not resume talks": it refuses. */
export const refusalOf = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  { subject, led }: Arguments,
  told: Realis,
): string | null => {
  if (told !== 'negated' || subject === null || subject.vague === true) return null;
  const parties = new Set(subject.actors.map(({ party, ref }) => party?.id ?? ref.id));
  if (parties.size !== 1) return null;
  // "she would not sign", "we will never recognise": a party refuses.
  if (REFUSABLE.has(trigger.cue.type) && isUnwilling(verb)) return 'reject';
  const isContinued = /^continu/.test(tokens[trigger.first]?.lower ?? '');
  if (trigger.cue.type === 'negotiate' && isContinued) return 'suspend';
  const isDropped = trigger.form === 'base' && (trigger.cue.type === 'resume' || led.has('with'));
  return isDropped && (trigger.cue.type === 'resume' || trigger.cue.type === 'negotiate') ? 'reject' : null;
};
