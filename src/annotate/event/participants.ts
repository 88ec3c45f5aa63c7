import type { Participant } from '../../model/annotation.ts';
import type {
  EventCue,
  EventFrameEntry,
  EventSeat,
  EventSource,
  EventVoice,
} from '../../model/knowledge/event-lexicon.ts';
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
  (passive ? ledBy(args, 'by', false) : actorsOf(args.subject)).some(({ isForce }) => isForce);

const actorsOf = (group: Group | null | undefined): readonly Actor[] => group?.actors ?? [];

/** Those whom a preposition leads in: the nearest group, or all of them. */
const ledBy = ({ led }: Arguments, lead: string, all: boolean): readonly Actor[] => {
  const groups = led.get(lead) ?? [];
  return all ? groups.flatMap((group) => group.actors) : actorsOf(groups[0]);
};

/**
 * "the invasion of Sylvania" is done to Sylvania, "the withdrawal of Marlish troops" by the troops, "the refusal of
 * Sylvania" by Sylvania: the "of" of a cue leads in its object, save where it is an armed body.
 */
const ofDoer = (args: Arguments): readonly Actor[] => {
  const of = ledBy(args, 'of', false);
  return args.own.has('of') && !of.some(({ isForce }) => isForce) ? [] : of;
};

type Place = (args: Arguments, all: boolean) => readonly Actor[];

const PLACES: Readonly<Record<string, Place>> = {
  subject: ({ subject }) => actorsOf(subject),
  'known-subject': ({ subject }) => (subject?.vague === true ? [] : actorsOf(subject)),
  object: ({ object }) => actorsOf(object),
  'free-object': ({ object }) => (object?.possessive === true ? [] : actorsOf(object)),
  inner: ({ inner }) => actorsOf(inner),
  own: (args) => firstOf([...args.own].map((lead) => ledBy(args, lead, false))),
  'of-doer': ofDoer,
  modifier: ({ modifiers }) => actorsOf(modifiers[0]),
  modifiers: ({ modifiers }) => modifiers.flatMap(({ actors }) => actors),
  'modifier-pairs': ({ modifiers }) => modifiers.flatMap(({ actors }) => (actors.length > 1 ? actors : [])),
};

const firstOf = (all: readonly (readonly Actor[])[]): readonly Actor[] =>
  all.find((actors) => actors.length > 0) ?? [];

const placed = (args: Arguments, source: EventSource, all: boolean): readonly Actor[] =>
  (PLACES[source] ?? ((given, every) => ledBy(given, source, every)))(args, all);

const seatedBy = (args: Arguments, { from, all, who }: EventSeat): readonly Actor[] => {
  const isEvery = all === true;
  const found = firstOf(
    from.map((source) =>
      typeof source === 'string'
        ? placed(args, source, isEvery)
        : source.flatMap((each) => placed(args, each, isEvery)),
    ),
  );
  return who === 'travels' ? found.filter(({ travels }) => travels) : found;
};

const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'around']);

/** "marched in [Port Lysa] against the fees": the capital is where it is done, not whom it is done to. */
const withoutPlaces = (args: Arguments): Arguments => {
  const isPlace = ({ asPlace, lead }: Group): boolean => asPlace === true && WHERE.has(lead);
  if (![...args.led.values()].some((groups) => groups.some(isPlace))) return args;
  const led = [...args.led].map(([lead, groups]) => [lead, groups.filter((one) => !isPlace(one))] as const);
  return { ...args, led: new Map(led) };
};

/** Seats the arguments of a cue by its frame, or by the cue's own seats where it has some. */
export const seatParticipants = (seats: readonly EventSeat[], args: Arguments): Cast => {
  const participants: Participant[] = [];
  const seen = new Set<string>();
  for (const seat of seats)
    for (const { ref, party, span } of seatedBy(seat.role === 'target' ? withoutPlaces(args) : args, seat)) {
      if (seen.has(ref.id)) continue;
      seen.add(ref.id);
      participants.push({ id: ref.id, name: ref.name, role: seat.role, party, mention: span });
    }
  return { participants, explicit: participants.length };
};

const NOBODY: readonly EventSeat[] = [];

/** The seats of a cue in a voice. */
export const seatsOf = (
  frames: ReadonlyMap<string, EventFrameEntry>,
  cue: Pick<EventCue, 'frame' | 'seats'>,
  voice: EventVoice,
): readonly EventSeat[] => cue.seats?.[voice] ?? frames.get(cue.frame)?.seats[voice] ?? NOBODY;

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
