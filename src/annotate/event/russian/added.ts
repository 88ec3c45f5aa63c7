import type { Participant } from '../../../model/annotation.ts';
import { NOBODY } from './coded.ts';
import type { RussianTrigger } from './cues.ts';
import type { NounReading } from './noun.ts';
import type { RussianScene } from './scene.ts';
import { partiesOf, seatRussian } from './seats.ts';
import { verbArguments } from './verb.ts';

/** Who takes part in what a noun tells, beside those that stand with it. */
export const withAdded = (
  scene: RussianScene,
  trigger: RussianTrigger,
  noun: NounReading,
  participants: readonly Participant[],
): readonly Participant[] =>
  withVisitor(
    scene,
    trigger,
    noun,
    withSeeker(scene, trigger, noun, withObject(scene, trigger, noun, participants)),
  );

/** `Отказ Орланда разочаровал [Вальдорию]`: whom the act told by the subject comes home to. */
const withObject = (
  scene: RussianScene,
  trigger: RussianTrigger,
  { verb, happens }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (trigger.cue.frame !== 'act' || verb === null || happens || participants.length !== 1)
    return participants;
  if (!/^nsubj/.test(scene.words.deprels[trigger.first] ?? '')) return participants;
  const others = scene.phrases.filter(
    ({ first, cases, prep, under }) => first > verb && prep === '' && under === null && cases.includes('Acc'),
  );
  const found = seatRussian('act', { ...NOBODY, others });
  return [...participants, ...found.filter(({ id, party }) => !partiesOf(participants).has(party?.id ?? id))];
};

/** `[Хейл] заинтересован в диалоге с Бренном`: whoever seeks, fears or leaves an occasion with somebody takes part in it. */
const withSeeker = (
  scene: RussianScene,
  { cue, first }: RussianTrigger,
  { verb, others }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'joint' || verb === null || partiesOf(participants).size !== 1) return participants;
  if (!others.some(({ prep }) => /^со?$/.test(prep))) return participants;
  const { subject } = verbArguments(scene, verb, false);
  if (subject === null || subject.first > first) return participants;
  const found = seatRussian('joint', { ...NOBODY, subject: [subject] });
  return [...found.filter(({ id, party }) => !partiesOf(participants).has(party?.id ?? id)), ...participants];
};

/**
 * A journey of which only the host is told is that of the clause's subject (`Корр ответила накануне [поездки] в Хейл`), else of
 * whoever last went there.
 */
const withVisitor = (
  scene: RussianScene,
  { cue }: RussianTrigger,
  { verb }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'visit' || participants.length !== 1 || participants[0]?.role !== 'host')
    return participants;
  const [host] = participants;
  const doer = verb === null ? null : verbArguments(scene, verb, false).subject;
  const found = seatRussian('visit', { ...NOBODY, subject: doer === null ? [] : [doer] });
  const known = scene.stage.occasions.get(occasionOf(host)) ?? [];
  const visitor = [...found, ...known].find(
    ({ role, party }) => role === 'visitor' && party?.id !== host.party?.id,
  );
  return visitor === undefined ? participants : [{ ...visitor }, host];
};

/** What a journey to somebody is remembered by. */
export const occasionOf = ({ id, party }: Participant): string => `visit ${party?.id ?? id}`;
