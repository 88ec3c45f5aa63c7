import type { EventClaim } from '../../model/claim.ts';
import { rootOf } from '../../model/event-root.ts';
import type { EventRoot, EventType } from '../../model/knowledge.ts';
import type { EntityRef } from '../../model/page.ts';

/** What exports know of types: the codebook as knowledge holds it. */
export interface Codes {
  readonly types: ReadonlyMap<string, EventType>;
  readonly roots: readonly EventRoot[];
}

/** The codes of a codebook. */
export const codesOf = (knowledge: {
  readonly eventTypes: readonly EventType[];
  readonly eventRoots?: readonly EventRoot[];
}): Codes => ({
  types: new Map(knowledge.eventTypes.map((type) => [type.id, type])),
  roots: knowledge.eventRoots ?? [],
});

const DOERS: ReadonlySet<string> = new Set(['initiator', 'visitor', 'mediator']);

/** The parties on each side, each once: of a joint act all stand on both. */
export const sidesOf = ({
  participants,
}: EventClaim): { readonly actors: readonly EntityRef[]; readonly recipients: readonly EntityRef[] } => {
  const joint = participants.filter(({ role }) => role === 'joint');
  const doers = participants.filter(({ role }) => DOERS.has(role));
  const others = participants.filter(({ role }) => role !== 'joint' && !DOERS.has(role));
  // A mediator acts on those it brings together; without one the joint act on each other.
  const [actors, recipients] =
    doers.length > 0 ? [doers, [...joint, ...others]] : [joint, [...joint, ...others]];
  return { actors: parties(actors), recipients: parties(recipients) };
};

const parties = (participants: EventClaim['participants']): readonly EntityRef[] => {
  const seen = new Map<string, EntityRef>();
  for (const { id, name, party } of participants) {
    const side = party ?? { id, name };
    if (!seen.has(side.id)) seen.set(side.id, { id: side.id, name: side.name });
  }
  return [...seen.values()];
};

/** The root an event is exported as; null for types without one and for what did not come about, which is left out. */
export const exportedRoot = (event: EventClaim, { types, roots }: Codes): EventRoot | null => {
  const root = rootOf(event, types, roots);
  return roots.find(({ id }) => id === root) ?? null;
};
