import type { EventMention, Participant } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Draft } from './draft.ts';

/** Acts that answer another: whose act it was is whom they are done to. */
const ANSWERS: ReadonlySet<string> = new Set([
  'accuse',
  'support',
  'reject',
  'accept',
  'protest_dip',
  'threaten',
]);
/** Acts that wait for an answer. */
const OPEN: ReadonlySet<string> = new Set(['invite', 'offer', 'propose', 'request', 'demand']);
/** Acts that are done to whoever their condition names: "is ready to talk if Sylvania lifts the ban". */
const CONDITIONED: ReadonlySet<string> = new Set(['offer', 'promise']);

/** Words that point at an act told before. */
const POINTERS: ReadonlySet<string> = new Set(
  'it this that move moves step decision action actions ruling exercise exercises drill drills remark remarks words comments statement announcement ban embargo plan proposal offer demand invitation request visit trip landing deployment'.split(
    ' ',
  ),
);
/** How far behind the act the word may stand, in tokens. */
const POINTER_REACH = 4;

const isTarget = ({ role }: Participant): boolean => role === 'target';

const sideOf = ({ id, party }: Participant): string => party?.id ?? id;

/** Who did it, when they are of one side, and none of those in `but`. */
const doersOf = (event: EventMention, but: ReadonlySet<string>): readonly Participant[] => {
  const doers = event.participants.filter(({ role }) => role === 'initiator' || role === 'visitor');
  return doers.some((doer) => but.has(sideOf(doer))) ? [] : doers;
};

const pointsBack = (tokens: readonly Token[], event: EventMention): boolean => {
  const first = tokens.findIndex(({ end }) => end > event.trigger.start);
  return tokens.slice(first + 1, first + 1 + POINTER_REACH).some(({ lower }) => POINTERS.has(lower));
};

/** The nearest act before that somebody else did: in the sentence, or in the one before where a word points back. */
const answeredBy = (
  event: EventMention,
  here: readonly EventMention[],
  before: readonly EventMention[],
  tokens: readonly Token[],
): readonly Participant[] => {
  const own = new Set(event.participants.map(sideOf));
  const isReply = event.type === 'accept' || event.type === 'reject';
  const earlier = here.filter(
    ({ trigger, type }) => trigger.start < event.trigger.start && (!isReply || OPEN.has(type)),
  );
  const candidates = pointsBack(tokens, event) ? [...before, ...earlier] : earlier;
  for (const other of candidates.toReversed()) {
    const doers = doersOf(other, own);
    if (doers.length > 0) return doers;
  }
  return [];
};

const IF: ReadonlySet<string> = new Set(['if', 'provided', 'once', 'unless']);

/** Whoever would have to act first: "ready to raise the quota if [Sylvania] withdraws its boats". */
const conditionOf = (
  event: EventMention,
  here: readonly EventMention[],
  tokens: readonly Token[],
): readonly Participant[] => {
  const own = new Set(event.participants.map(sideOf));
  const at = tokens.find(({ lower, start }) => start > event.trigger.start && IF.has(lower))?.start;
  if (at === undefined) return [];
  const other = here.find(({ trigger }) => trigger.start > at);
  return other === undefined ? [] : doersOf(other, own);
};

const withTargets = (draft: Draft, found: readonly Participant[]): Draft => ({
  ...draft,
  event: {
    ...draft.event,
    participants: [
      ...draft.event.participants,
      ...found.map((one): Participant => ({ ...one, role: 'target', mention: null })),
    ],
  },
});

/**
 * Acts that name nobody they are done to, completed by the act they answer: "a drill that Orland condemned" blames whoever
 * drills, "Orland called the move unfriendly" whoever made the move.
 */
export const withAnswered = (
  drafts: readonly Draft[],
  before: readonly EventMention[],
  tokens: readonly Token[],
): readonly Draft[] => {
  const here = drafts.map(({ event }) => event);
  return drafts.map((draft) => {
    const { event } = draft;
    if (event.participants.some(isTarget) || !event.participants.some(({ role }) => role === 'initiator'))
      return draft;
    if (ANSWERS.has(event.type)) return withTargets(draft, answeredBy(event, here, before, tokens));
    return CONDITIONED.has(event.type) ? withTargets(draft, conditionOf(event, here, tokens)) : draft;
  });
};
