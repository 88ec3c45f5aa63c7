import type { Participant, Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Arguments } from './arguments.ts';
import { nounArguments, verbArguments } from './arguments.ts';
import type { VerbGroup } from './clause.ts';
import { isCoordinated, isHard, verbGroup } from './clause.ts';
import type { CueIndex, Trigger } from './cues.ts';
import { findTriggers } from './cues.ts';
import type { Cued, Draft, SentenceInput } from './draft.ts';
import { draftEvent } from './draft.ts';
import { PREPOSITIONS } from './english.ts';
import { pairOf } from './pairs.ts';
import type { Cast } from './participants.ts';
import { completeCast, seatParticipants } from './participants.ts';
import { nounRealis, verbRealis } from './realis.ts';
import type { Actor, Scene, Stage } from './stage.ts';
import { isSalient } from './stage.ts';

/** The events of a sentence, in text order, before merging. */
export const codeSentence = (stage: Stage, cues: CueIndex, input: SentenceInput): readonly Draft[] => {
  const { tokens } = input.scene;
  const triggers = findTriggers(cues, tokens);
  const cued: Cued = { ...input, triggers };
  const drafts: Draft[] = [];
  for (const [i, trigger] of triggers.entries()) {
    const next = triggers.slice(i + 1).find((other) => other.first > trigger.last && other.form !== 'noun');
    const limit = next === undefined ? tokens.length : verbGroup(tokens, next.first, stage.grammar).first;
    const draft =
      trigger.form === 'noun' ? codeNoun(stage, cued, trigger, limit) : codeVerb(stage, cued, trigger, limit);
    if (draft !== null && concernsStates(trigger, draft)) drafts.push(draft);
  }
  return drafts;
};

/** "praised the crowd" is no matter between states; "praised Sylvania" and "praised the treaty" are. */
const concernsStates = (trigger: Trigger, { event }: Draft): boolean => {
  if (trigger.cue.matter !== true || event.object !== null) return true;
  const doer = event.participants.find(({ role }) => role !== 'target')?.party?.id;
  return event.participants.some(
    ({ role, party }) => role === 'target' && party !== null && party.id !== doer,
  );
};

const codeVerb = (stage: Stage, input: Cued, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  const { tokens } = scene;
  const verb = verbGroup(tokens, trigger.first, stage.grammar);
  if (trigger.cue.unnamed !== true && isReduced(scene, trigger, verb)) return null;
  const passive = isPassive(scene, trigger, verb);
  const args = verbArguments(scene, trigger, verb, limit);
  const seated = seatParticipants(trigger.cue.frame, args, passive, false);
  const told =
    trigger.cue.realis ?? verbRealis(tokens, trigger, verb, stage.grammar, scene.sentence.headline);
  const cast =
    trigger.cue.frame === 'joint' ? completeCast(seated, pairBefore(stage, scene, trigger, told)) : seated;
  const [type, realis] = standing(tokens, trigger, verb, told);
  if (!isCastComplete(scene, trigger, cast, passive)) return null;
  return draftEvent(stage, input, trigger, {
    args,
    cast,
    realis,
    type,
    first: verb.first,
    passive,
    perfect: verb.perfect && verb.words.has('had'),
    settled: PAST.has(trigger.form),
  });
};

/** "was signed" and "seized by Marlish forces"; "has signed" and "signed" are not. */
const isPassive = (scene: Scene, trigger: Trigger, verb: VerbGroup): boolean => {
  if (trigger.form !== 'participle' && trigger.form !== 'past+participle') return false;
  if (verb.passive) return true;
  return verb.words.size === 0 && scene.tokens[trigger.last + 1]?.lower === 'by';
};

/** "all the issues discussed.", "a document signed in March": a participle that describes the noun before it. */
const isReduced = (scene: Scene, trigger: Trigger, verb: VerbGroup): boolean => {
  if (trigger.form !== 'past+participle' && trigger.form !== 'participle') return false;
  if (verb.words.size > 0 || isCoordinated(scene.tokens, verb.first)) return false;
  const { tokens, groups } = scene;
  const before = tokens[verb.first - 1];
  if (before === undefined || before.kind === 'mark' || isHard(tokens, verb.first - 1)) return false;
  if (groups.some((group) => group.first <= verb.first - 1 && verb.first - 1 <= group.last)) return false;
  const after = tokens[trigger.first + 1];
  const isBare = after === undefined || after.kind === 'mark' || PREPOSITIONS.has(after.lower);
  return isBare && after?.lower !== 'by' && !trigger.matched.includes(trigger.first + 1);
};

const PAST = new Set(['past', 'participle', 'past+participle']);
const PRESENT = new Set(['s', 'base']);

/** Acts done by saying "I would like to …". */
const PERFORMATIVE = new Set(['support', 'invite', 'propose', 'request', 'demand', 'protest_dip', 'accuse']);

/** Non-recognition is a standing refusal; claims and refusals in the present tense stand. */
const standing = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  told: Realis,
): readonly [string, Realis] => {
  const { type } = trigger.cue;
  if (verb.infinitive && tokens[verb.first - 1]?.lower === 'like' && PERFORMATIVE.has(type))
    return [type, 'actual'];
  if (type === 'recognise' && told === 'negated') return ['reject', 'standing'];
  const isPresent = PRESENT.has(trigger.form) && told === 'actual' && !verb.infinitive;
  if (isPresent && (type === 'reject' || type === 'claim')) return [type, 'standing'];
  return [type, told];
};

/** The two sides a clause leaves unnamed. A state that is no more can only have had part in what is past. */
const pairBefore = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  realis: Realis | null,
): readonly Actor[] => {
  const here = scene.groups.filter((group) => group.first <= trigger.first && isSalient(group));
  const actors = [...stage.recent, ...here.flatMap((group) => group.actors)];
  const isPast = realis === null || realis === 'actual' || realis === 'negated';
  const living = isPast
    ? actors
    : actors.filter(({ party }) => party === null || stage.world.state(party.id)?.kind !== 'historical');
  return pairOf(stage, living, false, scene.sentence);
};

/** A joint act needs two sides, one of them named; any other an actor who does it, or in a passive one it is done to. */
const isCastComplete = (scene: Scene, trigger: Trigger, cast: Cast, passive: boolean): boolean => {
  const has = (role: Participant['role']): boolean => cast.participants.some((p) => p.role === role);
  switch (trigger.cue.frame) {
    case 'joint':
      return cast.participants.length > 1 && (cast.explicit > 0 || passive || trigger.cue.unnamed === true);
    case 'visit':
      return has('visitor') && (has('host') || isToPlace(scene, trigger));
    case 'mediate':
      return has('mediator');
    default:
      return has('initiator') || (passive && cast.participants.length > 0);
  }
};

const PLACES = new Set(
  'island islands isle isles islets reef territory territories archipelago capital city region chain base'.split(
    ' ',
  ),
);

/** "visited one of the islands": a visit may name a place and no host. */
const isToPlace = (scene: Scene, trigger: Trigger): boolean =>
  scene.places.some((place) => place.first > trigger.first && place.first <= trigger.last + 6) ||
  scene.tokens.slice(trigger.last + 1, trigger.last + 6).some((token) => PLACES.has(token.lower));

const codeNoun = (stage: Stage, input: Cued, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  const args = nounArguments(scene, trigger, limit);
  const seated = seatParticipants(trigger.cue.frame, args, false, true);
  const told = trigger.cue.realis ?? nounRealis(scene.tokens, trigger, stage.grammar);
  const { frame, type } = trigger.cue;
  // "a summit" alone brings no two sides together; talks that go on, or a treaty that is missing, have theirs.
  const isToldOf = type === 'sign' || (type !== 'meet' && told !== null && told !== 'actual');
  const mayComplete = frame === 'joint' && (seated.explicit > 0 || isToldOf);
  const realis = nominalDefault(trigger, told);
  const cast = mayComplete ? completeCast(seated, pairBefore(stage, scene, trigger, realis)) : seated;
  if (!isNounComplete(trigger, cast)) return null;
  return draftEvent(stage, input, trigger, {
    args,
    cast,
    realis,
    type: trigger.cue.type,
    first: nounFirst(scene, trigger, args),
    passive: false,
    perfect: false,
    settled: told === 'actual',
  });
};

const isNounComplete = (trigger: Trigger, cast: Cast): boolean => {
  if (trigger.cue.frame === 'joint') return cast.participants.length > 1;
  if (trigger.cue.frame === 'visit') return cast.participants.some((p) => p.role === 'visitor');
  return cast.participants.some((p) => p.role === 'initiator' || p.role === 'mediator');
};

/** A bare "the signing of a treaty" is no report that one was signed; a refusal stands until it is given up. */
const nominalDefault = (trigger: Trigger, told: Realis | null): Realis => {
  const { type } = trigger.cue;
  if (type === 'reject' && (told === null || told === 'negated')) return 'standing';
  if (type === 'claim' && told === null) return 'standing';
  if (told !== null) return told;
  return type === 'sign' ? 'hypothetical' : 'actual';
};

const nounFirst = (scene: Scene, trigger: Trigger, args: Arguments): number => {
  const own = [args.subject, ...args.modifiers].flatMap((group) => (group === null ? [] : [group.first]));
  let first = Math.min(trigger.first, ...own);
  if (first === trigger.first && !isHard(scene.tokens, first - 1) && scene.tokens[first - 1]?.lower === 'the')
    first--;
  return first;
};
