import type { Participant } from '../../../model/annotation.ts';
import { isLone } from '../needs.ts';
import type { Coded } from './coded.ts';
import type { RussianTrigger } from './cues.ts';
import { readObject } from './detail.ts';
import { isIn } from './forms.ts';
import type { RussianScene } from './scene.ts';
import { partiesOf } from './seats.ts';

/** Whether those who must take part do, at least one of them for a party. */
export const isWhole = (scene: RussianScene, one: Coded): boolean => {
  const { trigger, participants, alone } = one;
  if (alone === true) return true;
  const { cue } = trigger;
  const parties = partiesOf(participants);
  if (!participants.some(({ party }) => party !== null)) return false;
  if (cue.frame === 'joint' || cue.frame === 'visit') return parties.size > 1;
  if (cue.frame === 'mediate')
    return participants.some(({ role }) => role === 'mediator') && (one.noun === null || parties.size > 1);
  const doer = participants.some(({ role }) => role === 'initiator' || role === 'joint');
  if (trigger.form === 'done') return doer;
  if (!doer && trigger.form !== 'passive' && !isDoneTo(one))
    return one.byNobody === true && cue.frame === 'act';
  if (one.spoken === true || parties.size > 1) return true;
  return cue.type === 'adjudicate' ? !isByCourt(scene, trigger) : isEnough(scene, one);
};

/** `[Высылка] орландских дипломатов завершена`: the noun says to whom, and that it was done. */
const isDoneTo = ({ noun, participants }: Coded): boolean =>
  noun?.object === true &&
  (noun.happens || noun.subjectOf) &&
  participants.some(({ role }) => role === 'target');

/** Whether one party is enough. */
const isEnough = (scene: RussianScene, { trigger, participants, realis, noun }: Coded): boolean => {
  const { cue, matched } = trigger;
  if (noun !== null) {
    if (isLone(scene.stage.frames, cue)) return noun.happens || noun.subjectOf || realis !== 'actual';
    if (noun.happens && isOfMatter(scene, trigger)) return true;
    return noun.subjectOf || isDoneTo({ trigger, participants, realis, noun });
  }
  if (isLone(scene.stage.frames, cue) || cue.matter !== true || matched.length > 1) return true;
  return isOfficial(scene, participants, cue.type) || isOfMatter(scene, trigger);
};

/** Acts that are done by speaking need no other side when somebody in office, or a state, does them. */
const SPOKEN: ReadonlySet<string> = new Set(
  'demand request propose offer promise accept reject accuse support threaten'.split(' '),
);

const isOfficial = ({ stage }: RussianScene, participants: readonly Participant[], type: string): boolean =>
  SPOKEN.has(type) && participants.some(({ party }) => party !== null && stage.leading.has(party.id));

/** What counts without another party: a matter between states, as the grammar's objects name it, or a place. */
const isOfMatter = (scene: RussianScene, trigger: RussianTrigger): boolean => {
  const { clauses, mentions, tokens } = scene;
  if (readObject(scene, trigger) !== null) return true;
  return mentions.some(
    ({ type, span }) =>
      (type === 'PLACE' || type === 'INSTRUMENT') &&
      tokens.some(({ start }, i) => start === span.start && clauses[i] === clauses[trigger.first]),
  );
};

/** `[Суд Хейла] рассмотрит иск жильцов`: a court of a state, over nobody else, judges its own. */
const isByCourt = (scene: RussianScene, { first }: RussianTrigger): boolean =>
  scene.phrases.some(
    (one) => one.prep === '' && one.last < first && isIn(scene.lists.courts, scene.low[one.first] ?? ''),
  );
