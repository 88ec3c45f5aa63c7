import type { Participant, Realis, Role } from '../../../model/annotation.ts';
import type { RussianTrigger } from './cues.ts';
import type { RussianScene } from './scene.ts';
import { partiesOf } from './seats.ts';

/** An act that another may be the matter of. */
export interface Governor {
  readonly trigger: RussianTrigger;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
}

/** Types of acts that speak of another act. */
export const GOVERNS: ReadonlySet<string> = new Set(
  'reject demand request propose offer invite promise agree threaten accept no_agreement support accuse'.split(
    ' ',
  ),
);

const PROPOSES: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'offer', 'invite', 'support']);

/** Of those, the ones whose matter is an event of its own. */
export const LEADS_TO: ReadonlySet<string> = new Set(
  'demand request propose offer invite promise agree accept threaten'.split(' '),
);

/** Types whose matter the one who is spoken to is to do. */
const ASKS: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'invite']);

/** How far behind its governor a matter may stand, in tokens. */
const REACH = 10;

/** The act whose matter an infinitive or a noun is: the last one before it in its clause. */
export const governorOf = <G extends Governor>(
  { clauses }: RussianScene,
  { first }: RussianTrigger,
  before: readonly G[],
): G | null =>
  before.findLast(
    ({ trigger }) =>
      GOVERNS.has(trigger.cue.type) &&
      clauses[trigger.first] === clauses[first] &&
      first - trigger.last < REACH,
  ) ?? null;

/** What an act makes of its matter. */
export const underRealis = ({ trigger, realis }: Governor): Realis => {
  if (realis === 'negated') return 'negated';
  if (trigger.cue.type === 'threaten') return 'hypothetical';
  return PROPOSES.has(trigger.cue.type) ? 'proposed' : 'planned';
};

const isTarget = ({ role }: Participant): boolean => role === 'target';

const as = (participants: readonly Participant[], role: Role): readonly Participant[] =>
  participants.map((one) => ({ ...one, role }));

/**
 * Who takes part in the matter of an act: whoever promises does it, whoever is asked does it (`пригласил [Холлис]visitor
 * посетить Бренн`), those who agree do it together. `own` are the participants that stand with it, without a subject.
 */
export const withGoverned = (
  { cue }: RussianTrigger,
  own: readonly Participant[],
  governor: Governor,
): readonly Participant[] => {
  const targets = governor.participants.filter(isTarget);
  const speakers = governor.participants.filter((one) => !isTarget(one));
  const asks = ASKS.has(governor.trigger.cue.type);
  if (cue.frame === 'joint') {
    const parties = partiesOf(own);
    if (parties.size > 1) return own;
    const added = governor.participants.filter(({ id, party }) => !parties.has(party?.id ?? id));
    return [...own, ...as(added, 'joint')];
  }
  const doers = asks ? targets : speakers;
  const others = asks ? speakers : targets;
  const [doer, other] = ROLES[cue.frame] ?? ['initiator', 'target'];
  const stated = own.filter(({ role }) => role === other || role === 'joint');
  const taken = partiesOf(doers);
  const rest = (stated.length > 0 ? stated : as(others, other)).filter(
    ({ id, party }) => !taken.has(party?.id ?? id),
  );
  return [...as(doers, doer), ...rest];
};

const ROLES: Readonly<Record<string, readonly [Role, Role]>> = {
  visit: ['visitor', 'host'],
  mediate: ['mediator', 'joint'],
};
