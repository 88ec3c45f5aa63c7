import type { EventMention } from '../../model/annotation.ts';
import { overlaps } from '../../model/span.ts';
import type { Draft } from './draft.ts';

const partiesOf = (event: EventMention): ReadonlySet<string> =>
  new Set(event.participants.map((participant) => participant.party?.id ?? participant.id));

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((id) => b.has(id));

/** Types whose telling takes in the occasion: who agrees, signs or fails to agree at talks has talked. */
const TAKES_IN_TALKS = new Set([
  'agree',
  'sign',
  'no_agreement',
  'resume',
  'suspend',
  'call',
  'negotiate',
  'mediate',
]);

/**
 * One act told twice in a sentence is one event: the telling with more named participants is kept. An occasion (talks, a
 * meeting) yields to an act of the same parties whose clause holds it.
 */
export const mergeDrafts = (drafts: readonly Draft[]): readonly Draft[] => {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const twin = kept.findIndex((other) => isSame(other, draft));
    const held = kept[twin];
    if (held === undefined) kept.push(draft);
    else if (draft.explicit > held.explicit) kept[twin] = draft;
  }
  const free = kept.filter((draft) => !kept.some((other) => failsTalks(draft, other)));
  return free.filter((draft) => !free.some((other) => other !== draft && yields(draft, other)));
};

/** "talks fail to break the deadlock": the talks are the event, and no agreement is their outcome. */
const failsTalks = (draft: Draft, talks: Draft): boolean =>
  draft.event.type === 'no_agreement' &&
  talks.setting &&
  talks.event.outcome === 'none' &&
  talks.event.trigger.end < draft.event.trigger.start &&
  draft.event.participants.every(
    ({ mention }) => mention === null || mention.start < talks.event.trigger.start,
  );

const isSame = (a: Draft, b: Draft): boolean => {
  if (a.event.type !== b.event.type) return false;
  // A court finds this and orders that: each is an act.
  if (a.event.type === 'adjudicate' && a.event.trigger.start !== b.event.trigger.start) return false;
  const [x, y] = [partiesOf(a.event), partiesOf(b.event)];
  if (!isSubset(x, y) && !isSubset(y, x)) return false;
  return a.event.realis === b.event.realis || overlaps(a.event.span, b.event.span);
};

/** Whether the rule, of any language, reads nouns. */
const isNounRule = (rule: string): boolean => /\/noun(?:-tree)?@/.test(rule);

const yields = (draft: Draft, act: Draft): boolean =>
  draft.setting &&
  isNounRule(draft.event.rule) &&
  draft.event.type !== 'visit' &&
  TAKES_IN_TALKS.has(act.event.type) &&
  overlaps(draft.event.trigger, act.event.span) &&
  isSubset(partiesOf(draft.event), partiesOf(act.event));
