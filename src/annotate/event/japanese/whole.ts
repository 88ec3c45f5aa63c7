import { isLone } from '../needs.ts';
import { type Coded, SPOKEN, sideOf } from './coded.ts';
import type { JapaneseScene } from './scene.ts';

/** Whether enough of those who take part are known for the act to be told. */
export const isWhole = (scene: JapaneseScene, one: Coded): boolean => {
  const { trigger, participants, happens, realis } = one;
  const { frame, type } = trigger.cue;
  if (one.alone) return true;
  if (!participants.some(({ party }) => party !== null)) return isPublic(scene, one);
  const sides = new Set(participants.map(sideOf)).size;
  if (frame === 'joint') return sides > 1;
  if (frame === 'visit')
    return sides > 1 || (!trigger.isNoun && participants.some(({ role }) => role === 'visitor'));
  if (frame === 'mediate')
    return (happens || realis === 'proposed') && participants.some(({ role }) => role === 'mediator');
  const isDone = participants.some(({ role }) => role === 'initiator');
  if (sides > 1) return isDone && (!trigger.isNoun || happens || type === 'reject' || realis === 'proposed');
  return isDone ? isAloneEnough(scene, one) : isUndergone(one);
};

/** A person of no party who speaks in public, in an article about known parties: `野党の[オークリー党首]は…と批判した`. */
const isPublic = ({ stage }: JapaneseScene, { trigger, participants, realis }: Coded): boolean =>
  !trigger.isNoun &&
  realis === 'actual' &&
  SPOKEN.has(trigger.cue.type) &&
  stage.leading.size > 0 &&
  participants.some(({ role }) => role === 'initiator');

/** Types that are told of whom they befall though nobody says who did it: `漁船が拿捕された`. */
const BEFALLS: ReadonlySet<string> = new Set(
  'incident attack restrict withdraw expel investigate sanction adjudicate invite aid'.split(' '),
);

const isUndergone = ({ trigger, participants, passive }: Coded): boolean =>
  (passive || trigger.cue.frame === 'receive' || trigger.cue.doer === 'court') &&
  BEFALLS.has(trigger.cue.type) &&
  participants.some(({ role }) => role === 'target');

const isAloneEnough = (
  { stage, grammar, text }: JapaneseScene,
  { trigger, participants, happens }: Coded,
): boolean => {
  const { cue, isNoun, start } = trigger;
  if (isLone(stage.frames, cue)) return happens;
  if (!isNoun && participants.some(({ party }) => party !== null)) return true;
  const before = text.slice(Math.max(0, start - 16), start);
  return happens && (cue.matter !== true || grammar.objects.some((word) => before.includes(word)));
};
