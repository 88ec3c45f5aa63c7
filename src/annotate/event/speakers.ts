import { overlapping } from '../../lib/sorted.ts';
import type { Attribution, EventMention, Participant } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';

/** Acts that are done by speaking: whoever speaks does them. */
const SPOKEN: ReadonlySet<string> = new Set([
  'promise',
  'propose',
  'offer',
  'demand',
  'request',
  'threaten',
  'accuse',
  'invite',
]);

/**
 * Gives acts done by speaking the speaker of their cue: the attribution layer has found the subject over relative clauses and
 * coordination (`Voss toured the isle, which Marland claims, and [promised] further visits`: it is Voss who promised).
 */
export const withSpeakers = (
  events: readonly EventMention[],
  attributions: readonly Attribution[],
): readonly EventMention[] => {
  const cues = attributions
    .flatMap((attribution) => attribution.cue.map((cue) => ({ cue, attribution })))
    .sort((a, b) => a.cue.start - b.cue.start);
  return events.map((event) => {
    if (!SPOKEN.has(event.type)) return event;
    const found = overlapping(cues, event.trigger, ({ cue }): Span => cue)[0]?.attribution;
    return found?.speaker == null ? event : { ...event, participants: spokenBy(event, found) };
  });
};

const spokenBy = (event: EventMention, attribution: Attribution): readonly Participant[] => {
  const { speaker, behalf, source } = attribution;
  const initiators = event.participants.filter(({ role }) => role === 'initiator');
  if (
    speaker === null ||
    initiators.length > 1 ||
    initiators.some(({ id, party }) => id === speaker.id || party?.id === speaker.id)
  )
    return event.participants;
  // "A Sylvanian official accused": of somebody nobody names only the state is known; and nobody accuses himself.
  const isUnnamed = speaker.id.startsWith('unnamed-') && behalf === null;
  const isOwn = event.participants.some(
    ({ role, party }) => role === 'target' && party !== null && party.id === (behalf ?? speaker).id,
  );
  if (initiators.length > 0 && (isUnnamed || isOwn)) return event.participants;
  // A government that speaks is its state: the event knows it under the state's id.
  if (behalf !== null && initiators.some(({ id }) => id === behalf.id)) return event.participants;
  const others = event.participants.filter(({ role, id }) => role !== 'initiator' && id !== speaker.id);
  return [{ ...speaker, role: 'initiator', party: behalf, mention: source[0] ?? null }, ...others];
};
