import type { EventClaim } from '../model/claim.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { ACTING_ROLES } from './event-items.ts';
import type { EventPhrase } from './event-phrases.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { type LabelWords, OPEN_END } from './label-words.ts';

type Labelled = Pick<EventClaim, 'type' | 'participants' | 'object' | 'place' | 'realis' | 'fate'> & {
  /** It is denied of days to come, not of days gone by. */
  readonly ahead?: boolean;
};

/** Longest object that is put into a label, in UTF-16 units. */
const MAX_OBJECT = 60;
const PREFIXED: ReadonlySet<string> = new Set(['planned', 'proposed', 'hypothetical']);

/** Types whose verb alone tells too little: what was agreed, promised or protested against must be said. */
const SAY_LITTLE: ReadonlySet<string> = new Set([
  'agree',
  'promise',
  'propose',
  'offer',
  'request',
  'demand',
  'accept',
  'reject',
  'concede',
  'withdraw',
  'accuse',
  'protest_dip',
  'protest_pub',
  'threaten',
  'sanction',
  'suspend',
  'resume',
  'support',
  'claim',
  'comply',
  'breach',
  'deploy',
  'disclose',
  'legislate',
  'cooperate',
]);

/** Of these the acts whose content is a clause rather than a thing. */
const OPEN_ENDED: ReadonlySet<string> = new Set([
  'agree',
  'promise',
  'propose',
  'demand',
  'request',
  'threaten',
]);

/**
 * One English line for lists: `Ada Voss and Ivo Lind met in Port Ada`, `planned: Ada Voss to visit Fenland`,
 * `cancelled: …`, `ruled out: Ada Voss to visit Fenland`, `Fenland did not sign an agreement with Marland`. A deed is told by the verb of a telling when there is
 * one; for acts that say little by their verb alone what stands behind it follows in quotation marks: `Fenland and Marland
 * agreed “to open the strait”`. What nobody known has part in is told in the words of its clause: `demands: “deputies called for a vote”`.
 */
export const labelOf = (event: Labelled, knowledge: Knowledge, words: LabelWords = NO_WORDS): string => {
  const known = EVENT_PHRASES[event.type];
  const { subjects, targets } = sidesOf(event);
  if (known === undefined || subjects.length === 0)
    return bareLabel(event, subjects, targets, knowledge, words.clause);
  if (known.target !== 'with' && event.participants.every(({ role }) => role === 'target'))
    return sufferedLabel(event, known, subjects);
  const before = prefixOf(event);
  const deed = before === '' && event.realis === 'actual' ? words.verb : null;
  const verb = deed ?? verbOf(event, known, subjects.length > 1, before !== '');
  const tail = tailOf(event, known, targets, deed, words.rest);
  const named = [...subjects, ...targets, ...`${deed ?? ''} ${words.rest ?? ''}`.split(/[\s,]+/)];
  const parts = [joinNames(subjects), verb, ...tail, placeOf(event, known.place, named)];
  return `${before}${parts.filter((part) => part !== '').join(' ')}`;
};

/** When nobody is known to have done it: `Fenland was invited`, `sanctions imposed on Fenland`. */
const sufferedLabel = (event: Labelled, known: EventPhrase, names: readonly string[]): string => {
  const { past, object, target } = known;
  const participle = past === 'took' ? 'taken' : past;
  const did = event.realis === 'negated' ? 'not ' : '';
  const told =
    target === null || target === '' || object === ''
      ? `${joinNames(names)} ${names.length > 1 ? 'were' : 'was'} ${did}${participle}`
      : `${object} ${did}${participle} ${target} ${joinNames(names)}`;
  return `${prefixOf(event)}${told}`;
};

const NO_WORDS: LabelWords = { verb: null, rest: null, clause: null };

const tailOf = (
  event: Labelled,
  known: EventPhrase,
  targets: readonly string[],
  deed: string | null,
  rest: string | null,
): readonly string[] => {
  // A trigger of several words that ends in a noun has said what was done.
  if (deed?.includes(' ') && !OPEN_END.test(deed)) return [];
  if (rest !== null && (isQuoted(event) || deed?.includes(' '))) return [`“${rest}”`];
  return [objectOf(event, known, targets), targetOf(known, targets, event.object)];
};

/** Whether the words of a telling say more than the object that was read: always for what is agreed, promised or asked for. */
const isQuoted = ({ type, object }: Labelled): boolean =>
  SAY_LITTLE.has(type) && (object === null || OPEN_ENDED.has(type));

const bareLabel = (
  event: Labelled,
  subjects: readonly string[],
  targets: readonly string[],
  knowledge: Knowledge,
  clause: string | null,
): string => {
  const name =
    knowledge.eventTypes.find(({ id }) => id === event.type)?.label ?? event.type.replaceAll('_', ' ');
  const parties = joinNames([...subjects, ...targets]);
  if (parties === '' && clause !== null) return `${prefixOf(event)}${name}: “${clause}”`;
  const place = placeOf(event, 'in', [...subjects, ...targets]);
  return `${prefixOf(event)}${[parties === '' ? name : `${name}: ${parties}`, place].filter((part) => part !== '').join(' ')}`;
};

/** Names in order, persons standing for their parties: a state is left out when somebody of it is named on its side. */
const sidesOf = (
  event: Labelled,
): { readonly subjects: readonly string[]; readonly targets: readonly string[] } => {
  const acting = event.participants.filter(({ role }) => ACTING_ROLES.has(role));
  const others = event.participants.filter(({ role }) => !ACTING_ROLES.has(role));
  return acting.length === 0
    ? { subjects: namesOf(others), targets: [] }
    : { subjects: namesOf(acting), targets: namesOf(others) };
};

const namesOf = (participants: EventClaim['participants']): readonly string[] => {
  const represented = new Set(
    participants.flatMap(({ id, party }) => (party === null || party.id === id ? [] : [party.id as string])),
  );
  return [...new Set(participants.filter(({ id }) => !represented.has(id)).map(({ name }) => name))];
};

const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const prefixOf = ({ realis, fate, ahead }: Labelled): string => {
  if (fate !== null && fate !== 'held') return `${fate}: `;
  if (realis === 'negated' && ahead === true) return 'ruled out: ';
  if (fate === 'held' || !PREFIXED.has(realis)) return '';
  return realis === 'hypothetical' ? 'possible: ' : `${realis}: `;
};

const verbOf = (event: Labelled, known: EventPhrase, isPlural: boolean, isAhead: boolean): string => {
  if (isAhead) return `to ${known.base}`;
  if (event.realis === 'negated') return `did not ${known.base}`;
  if (event.realis === 'ongoing') return `${isPlural ? 'are' : 'is'} ${known.ing}`;
  if (event.realis === 'standing') return isPlural ? known.base : known.third;
  return known.past;
};

const objectOf = (event: Labelled, known: EventPhrase, targets: readonly string[]): string => {
  // Where those acted upon are the verb's object, or nothing is done to a thing, the text of the object is left to the card.
  if (known.object === '' && (known.target !== '' || targets.length > 0)) return '';
  const object = event.object?.replace(/\s+/g, ' ').trim() ?? '';
  return object !== '' && object !== known.base && object.length <= MAX_OBJECT ? object : known.object;
};

/** Those acted upon, unless the object names them already (`Russian sovereignty` is Russia's). */
const targetOf = (known: EventPhrase, targets: readonly string[], object: string | null): string => {
  if (known.target === null || targets.length === 0) return '';
  if (targets.every((name) => object?.includes(name.slice(0, 4)) ?? false)) return '';
  return known.target === '' ? joinNames(targets) : `${known.target} ${joinNames(targets)}`;
};

const placeOf = (event: Labelled, before: string, named: readonly string[]): string => {
  const place = event.place?.replace(/\s+/g, ' ').trim() ?? '';
  return place === '' || place.split(' / ').some((name) => named.includes(name)) ? '' : `${before} ${place}`;
};
