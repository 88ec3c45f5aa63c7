import type { Token } from '../../model/sentence.ts';
import type { Cued } from './coded.ts';
import type { Trigger } from './cues.ts';
import { kindsAt } from './operators.ts';
import { governedIn } from './scope.ts';
import type { Stage } from './stage.ts';

/** Types whose words put off an occasion as well as break off an act. */
const PUTTING_OFF: ReadonlySet<string> = new Set(['suspend', 'withdraw']);

/** To put off or call off a visit is no breaking off: the occasion is the event, and this its fate. */
export const putsOff = (stage: Stage, { scene, triggers }: Cued, trigger: Trigger): boolean => {
  if (!PUTTING_OFF.has(trigger.cue.type)) return false;
  const governed = governedIn(stage, scene);
  const at = governed?.tree.at(scene.tokens[trigger.first]?.start ?? 0) ?? null;
  if (governed === null || at === null) return putsOffNext(scene.tokens, trigger, triggers);
  const kinds = kindsAt(governed.tree, at, governed.operators);
  if (!kinds.has('postponed') && !kinds.has('cancelled')) return false;
  return triggers.some(({ form, cue, first }) => {
    if (form !== 'noun' || cue.setting !== true) return false;
    const noun = governed.tree.at(scene.tokens[first]?.start ?? 0);
    return noun !== null && governed.tree.word(noun).head === at;
  });
};

/** The same by the order of words, where there is no tree. */
const putsOffNext = (tokens: readonly Token[], trigger: Trigger, triggers: readonly Trigger[]): boolean =>
  /^(?:postpon|delay|put|cancel|call|scrap)/.test(tokens[trigger.first]?.lower ?? '') &&
  triggers.some(
    ({ form, cue, first }) =>
      form === 'noun' && cue.setting === true && first > trigger.last && first - trigger.last <= 4,
  );
