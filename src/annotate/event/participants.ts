import type { Participant, Role } from '../../model/annotation.ts';
import type { EventFrame } from '../../model/knowledge/event-lexicon.ts';
import type { Arguments } from './arguments.ts';
import type { Actor, Group } from './stage.ts';

/** Who takes part, before identical actors are merged. */
export interface Cast {
  readonly participants: readonly Participant[];
  /** How many of them the grammar of the clause names; the others were filled in from what went before. */
  readonly explicit: number;
}

/** Whether the act is done by an armed body. */
export const isDoneByForce = (args: Arguments, passive: boolean): boolean =>
  (passive ? ledBy(args, ['by']) : actorsOf(args.subject)).some(({ isForce }) => isForce);

/**
 * Prepositions that lead in the other side of an act, the surest first. "over", "about" and "for" lead in what an act is
 * about, and "of" its object: they count only when they belong to the cue ("support for", "criticism of").
 */
const TARGET_LEADS = ['to', 'against', 'on', 'with', 'from', 'at', 'upon', 'toward', 'towards'];
const JOINT_LEADS = ['with', 'between', 'among'];
const HOST_LEADS = ['to', 'in', 'into', 'at'];

type Seat = readonly [Role, readonly Actor[]];

const actorsOf = (group: Group | null | undefined): readonly Actor[] => group?.actors ?? [];

const ledBy = (args: Arguments, leads: readonly string[]): readonly Actor[] => {
  for (const lead of leads) {
    const groups = args.led.get(lead);
    if (groups !== undefined) return actorsOf(groups[0]);
  }
  return [];
};

/** Seats the arguments of a cue by its frame. */
export const seatParticipants = (
  frame: EventFrame,
  args: Arguments,
  passive: boolean,
  isNoun: boolean,
): Cast => {
  const seats = SEATS[frame](args, passive, isNoun);
  const participants: Participant[] = [];
  const seen = new Set<string>();
  for (const [role, actors] of seats)
    for (const { ref, party, span } of actors) {
      if (seen.has(ref.id)) continue;
      seen.add(ref.id);
      participants.push({ id: ref.id, name: ref.name, role, party, mention: span });
    }
  return { participants, explicit: participants.length };
};

type Seating = (args: Arguments, passive: boolean, isNoun: boolean) => readonly Seat[];

const jointSeats: Seating = (args, _passive, isNoun) => [
  ['joint', actorsOf(args.subject)],
  ['joint', args.object?.possessive ? [] : actorsOf(args.object)],
  ['joint', JOINT_LEADS.flatMap((lead) => (args.led.get(lead) ?? []).flatMap((group) => group.actors))],
  ['joint', ledBy(args, isNoun ? ['of'] : [])],
  ['joint', ledBy(args, ['by'])],
  ['joint', args.modifiers.flatMap(({ actors }) => (isNoun || actors.length > 1 ? actors : []))],
];

const visitSeats: Seating = (args, passive, isNoun) => {
  if (passive)
    return [
      ['visitor', ledBy(args, ['by']).filter(({ travels }) => travels)],
      ['host', actorsOf(args.subject)],
    ];
  const own = isNoun ? [...actorsOf(args.subject), ...ledBy(args, ['of', 'by'])] : actorsOf(args.subject);
  return [
    ['visitor', own.filter(({ travels }) => travels)],
    ['host', [...(args.object?.possessive ? [] : actorsOf(args.object)), ...ledBy(args, HOST_LEADS)]],
    ['counterpart', ledBy(args, ['with'])],
  ];
};

const mediateSeats: Seating = (args) => [
  ['mediator', [...actorsOf(args.subject), ...ledBy(args, ['by'])]],
  ['joint', ledBy(args, ['between', 'among', 'with'])],
];

const actSeats: Seating = (args, passive, isNoun) => (isNoun ? nounSeats(args) : verbSeats(args, passive));

const verbSeats = (args: Arguments, passive: boolean): readonly Seat[] => {
  if (passive)
    return [
      ['initiator', ledBy(args, ['by', 'into'])],
      ['target', args.subject?.vague ? [] : actorsOf(args.subject)],
    ];
  const targets = [actorsOf(args.object), targetOf(args), actorsOf(args.modifiers[0]), actorsOf(args.inner)];
  return [
    ['initiator', actorsOf(args.subject)],
    ['target', targets.find((actors) => actors.length > 0) ?? []],
  ];
};

const targetOf = (args: Arguments): readonly Actor[] => ledBy(args, [...args.own, ...TARGET_LEADS]);

/**
 * "the invasion of Sylvania" is done to Sylvania, "the withdrawal of Marlish troops" by the troops, "the refusal of
 * Sylvania" by Sylvania: the "of" of a cue leads in its object, save where it is an armed body.
 */
const nounSeats = (args: Arguments): readonly Seat[] => {
  const of = ledBy(args, ['of']);
  const isObject = args.own.has('of') && !of.some(({ isForce }) => isForce);
  const own = [...actorsOf(args.subject), ...ledBy(args, ['by'])];
  const described = args.modifiers.flatMap((group) => group.actors);
  const doers = of.length > 0 && !isObject ? of : described;
  const initiators = own.length > 0 ? own : doers;
  return [
    ['initiator', initiators],
    ['target', targetOf(args).filter((actor) => !initiators.includes(actor))],
  ];
};

const SEATS: Readonly<Record<EventFrame, Seating>> = {
  joint: jointSeats,
  visit: visitSeats,
  mediate: mediateSeats,
  act: actSeats,
  body: actSeats,
};

/**
 * Completes the cast of a joint event from the two parties last spoken of: one side named, the other is the other of the
 * pair; none named, both. A cast that is complete, or a pair that does not fit, is left alone.
 */
export const completeCast = (cast: Cast, pair: readonly Actor[]): Cast => {
  const parties = new Set(cast.participants.map((p) => p.party?.id ?? p.id));
  if (cast.participants.length > 1 || pair.length < 2) return cast;
  const missing = pair.filter((actor) => !parties.has(actor.party?.id ?? actor.ref.id));
  if (cast.participants.length === 1 && missing.length !== 1) return cast;
  const added = missing.map(
    ({ ref, party }): Participant => ({ id: ref.id, name: ref.name, role: 'joint', party, mention: null }),
  );
  return { participants: [...cast.participants, ...added], explicit: cast.explicit };
};
