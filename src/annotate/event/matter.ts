import type { Token } from '../../model/sentence.ts';
import type { Cued } from './coded.ts';
import { complementStart } from './complement.ts';
import type { Trigger } from './cues.ts';
import type { Draft } from './draft.ts';
import { governedIn } from './scope.ts';
import type { Scene, Stage } from './stage.ts';

/** Whether what is told lies between states: by who it is done to, by what it is about, by who commits himself. */
export const isMatterOfStates = (
  stage: Stage,
  { scene, triggers }: Cued,
  trigger: Trigger,
  draft: Draft,
): boolean =>
  concernsStates(trigger, draft) ||
  governsAct(scene.tokens, trigger, triggers) ||
  isSpokenAct(stage, scene, trigger, draft);

/** "praised the crowd" is no matter between states; "praised Sylvania" and "praised the treaty" are. */
const concernsStates = (trigger: Trigger, { event }: Draft): boolean => {
  if (trigger.cue.matter !== true || event.object !== null) return true;
  const doer = event.participants.find(({ role }) => role !== 'target')?.party?.id;
  return event.participants.some(
    ({ role, party }) => role === 'target' && party !== null && party.id !== doer,
  );
};

/** Speech acts that open a complement: what is promised, refused or asked for says what the act is about. */
const OPENING: ReadonlySet<string> = new Set([
  'promise',
  'offer',
  'propose',
  'request',
  'demand',
  'reject',
  'threaten',
  'invite',
]);

/** "[Voss] promised that the radar would be switched off": a party or its official commits itself, whoever else is named. */
const isSpokenAct = (stage: Stage, scene: Scene, trigger: Trigger, { event }: Draft): boolean => {
  if (!OPENING.has(trigger.cue.type) || trigger.form === 'noun') return false;
  if (!event.participants.some(({ role, party }) => role === 'initiator' && party !== null)) return false;
  const governed = governedIn(stage, scene);
  const at = governed?.tree.at(scene.tokens[trigger.first]?.start ?? 0) ?? null;
  if (governed === null || at === null) return false;
  return governed.tree.kids(at).some((kid) => COMPLEMENTS.has(governed.tree.word(kid).deprel) && kid > at);
};

const COMPLEMENTS: ReadonlySet<string> = new Set(['xcomp', 'ccomp']);

/** "offered to mediate", "refused to sign": what is offered or refused is an act between states itself. */
const governsAct = (tokens: readonly Token[], trigger: Trigger, triggers: readonly Trigger[]): boolean => {
  const start = complementStart(tokens, trigger, triggers);
  return start !== null && triggers.some(({ first }) => first >= start && first - start <= 3);
};
