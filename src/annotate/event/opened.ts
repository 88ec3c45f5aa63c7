import type { EventMention, Participant } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Draft } from './draft.ts';

const ADDRESSEES: ReadonlySet<string> = new Set(['it', 'him', 'them', 'her']);

const sideOf = ({ id, party }: Participant): string => party?.id ?? id;

const doersOf = ({ participants }: EventMention): string =>
  participants
    .filter(({ role }) => role === 'initiator')
    .map(sideOf)
    .sort()
    .join(' ');

const targetsOf = ({ participants }: EventMention): readonly Participant[] =>
  participants.filter(({ role }) => role === 'target');

/** "threatened to [expel the Sylvanian envoy]": whoever is threatened is whom the deed would be done to. */
const ofDeed = (event: EventMention, here: readonly EventMention[]): readonly Participant[] => {
  if (event.type !== 'threaten') return [];
  const deed = here.find(
    (other) =>
      other.trigger.start >= event.trigger.end &&
      other.realis === 'hypothetical' &&
      doersOf(other) === doersOf(event) &&
      targetsOf(other).length > 0,
  );
  return deed === undefined ? [] : targetsOf(deed);
};

/** "accused Sylvania and threatened [it]": of two acts by the same doer the second is done to whom the first was done to. */
const ofPronoun = (
  event: EventMention,
  here: readonly EventMention[],
  tokens: readonly Token[],
): readonly Participant[] => {
  const at = tokens.findIndex(({ start }) => start >= event.trigger.end);
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || !ADDRESSEES.has(word.lower)) return [];
  // "invited her envoy": a possessor.
  if (
    word.lower === 'her' &&
    next?.kind === 'word' &&
    !/^(?:of|to|for|with|and|in|on|at|by)$/.test(next.lower)
  )
    return [];
  const first = here.findLast(
    (other) =>
      other.trigger.end <= event.trigger.start &&
      doersOf(other) === doersOf(event) &&
      targetsOf(other).length === 1,
  );
  return first === undefined ? [] : targetsOf(first);
};

/** Acts that name nobody they are done to, completed by the other acts of their sentence by the same doer. */
export const withOpened = (drafts: readonly Draft[], tokens: readonly Token[]): readonly Draft[] => {
  const here = drafts.map(({ event }) => event);
  return drafts.map((draft) => {
    const { event } = draft;
    if (targetsOf(event).length > 0 || doersOf(event) === '') return draft;
    const found = ofPronoun(event, here, tokens);
    const added = found.length > 0 ? found : ofDeed(event, here);
    if (added.length === 0) return draft;
    const targets = added.map((one): Participant => ({ ...one, role: 'target', mention: null }));
    return { ...draft, event: { ...event, participants: [...event.participants, ...targets] } };
  });
};
