import type { Participant, Role } from '../../model/annotation.ts';
import type {
  EventCue,
  EventFrameEntry,
  EventUnnamed,
  EventVoice,
} from '../../model/knowledge/event-lexicon.ts';

type Frames = ReadonlyMap<string, EventFrameEntry>;

/** Who takes part, for the question whether that is enough. */
export interface Taking {
  readonly participants: readonly Participant[];
  /** How many of them the clause itself names. */
  readonly explicit: number;
  /** Whether the act is done at or towards a place that the clause names. */
  readonly placed: boolean;
}

/** Whether those take part whom the frame of a cue asks for in a voice. A frame that knowledge does not have asks for anybody. */
export const meetsNeeds = (
  frames: Frames,
  { frame, unnamed }: Pick<EventCue, 'frame' | 'unnamed'>,
  voice: EventVoice,
  { participants, explicit, placed }: Taking,
): boolean => {
  const need = frames.get(frame)?.needs[voice];
  if (need === undefined) return participants.length > 0;
  const has = (role: Role | 'place'): boolean =>
    role === 'place' ? placed : participants.some((p) => p.role === role);
  if (!need.roles.every((some) => some.some(has))) return false;
  if (participants.length < need.parts) return false;
  if (unnamed !== true && explicit < need.named) return false;
  return need.apart !== true || !isHomeward(participants);
};

/** Who flies back home, or travels within the own country, visits nobody. */
const isHomeward = (participants: readonly Participant[]): boolean => {
  const parties = (role: Role): readonly (string | undefined)[] =>
    participants.filter((p) => p.role === role).map((p) => p.party?.id);
  const own = parties('visitor');
  const hosts = parties('host');
  return hosts.length > 0 && hosts.every((host) => host !== undefined && own.includes(host));
};

/**
 * Of whom the act of a cue may be told in a voice though nobody known takes part: "the tribunal [ruled]", "a trawler was
 * [rammed]"; null when it may not.
 */
export const toldOfUnnamed = (
  frames: Frames,
  { frame, type, alone }: Pick<EventCue, 'frame' | 'type' | 'alone'>,
  voice: EventVoice,
): EventUnnamed['who'] | null => {
  if (alone === 'anyone') return 'anyone';
  const rows = frames.get(frame)?.unnamed ?? [];
  const row = rows.find(
    (one) =>
      (alone !== undefined || one.unmarked === true) &&
      one.voice === voice &&
      (one.types === null || one.types.includes(type)),
  );
  return row?.who ?? null;
};

/** Whether the doer of a type is enough where other acts are asked for two parties: "deployed", "promised". */
export const isLone = (frames: Frames, { frame, type }: Pick<EventCue, 'frame' | 'type'>): boolean =>
  frames.get(frame)?.lone.includes(type) === true;
