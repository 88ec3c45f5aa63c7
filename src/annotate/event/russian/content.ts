import type { Participant } from '../../../model/annotation.ts';
import type { Coded } from './coded.ts';
import type { RussianTrigger } from './cues.ts';
import { GOVERNS, LEADS_TO, underRealis, withGoverned } from './governed.ts';
import type { NounReading } from './noun.ts';
import { partiesOf } from './seats.ts';

/** What another act speaks of; what is refused is no event of its own. */
export const governed = (
  trigger: RussianTrigger,
  own: readonly Participant[],
  governor: Coded,
  noun: NounReading | null,
): Coded | null =>
  governor.trigger.cue.type === 'accuse'
    ? blamed(trigger, own, governor, noun)
    : LEADS_TO.has(governor.trigger.cue.type)
      ? {
          trigger,
          participants: withGoverned(trigger, own, governor),
          realis: underRealis(governor),
          noun,
          spoken: true,
        }
      : null;

/** `обвинил Бренн в [нарушении] договора`: what somebody is blamed for, as whoever blames tells it. */
const blamed = (
  trigger: RussianTrigger,
  own: readonly Participant[],
  { participants, realis }: Coded,
  noun: NounReading | null,
): Coded | null => {
  if (noun === null || realis !== 'actual' || trigger.cue.setting === true || GOVERNS.has(trigger.cue.type))
    return null;
  const doers = participants.filter(({ role }) => role === 'target');
  const taken = partiesOf(doers);
  const others = own.filter(({ id, party }) => !taken.has(party?.id ?? id));
  return {
    trigger,
    participants: [
      ...doers.map((one): Participant => ({ ...one, role: 'initiator' })),
      ...others.map((one): Participant => ({ ...one, role: 'target' })),
    ],
    realis: 'actual',
    noun,
    spoken: true,
  };
};
