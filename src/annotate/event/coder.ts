import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import { isReportedAt, realisAbove } from './above.ts';
import type { Arguments } from './arguments.ts';
import { verbArguments } from './arguments.ts';
import type { VerbGroup } from './clause.ts';
import { clauseStart, verbGroup } from './clause.ts';
import type { Cued, SentenceInput } from './coded.ts';
import { complementStart, governorOf } from './complement.ts';
import type { CueIndex, ReadsAs, Trigger } from './cues.ts';
import { findTriggers, readsAs } from './cues.ts';
import type { Draft } from './draft.ts';
import { draftEvent } from './draft.ts';
import { signersOf, withSigners } from './instruments.ts';
import { isDoneByCourt, isHabitual, isKept, isPastime, isSaying, isToldAlone } from './kept.ts';
import { mannerOf } from './manner.ts';
import { meetsNeeds } from './needs.ts';
import { codeNoun } from './noun.ts';
import { pairBefore } from './pairs.ts';
import type { Cast } from './participants.ts';
import { completeCast, isDoneByForce, seatParticipants, seatsOf } from './participants.ts';
import { putsOff } from './put-off.ts';
import { isOnlyTimed, verbRealis } from './realis.ts';
import { describedBy, isReduced, subjectRange } from './reduced.ts';
import { isRefused, refusalOf } from './refusal.ts';
import { governedIn } from './scope.ts';
import type { Group, Scene, Stage } from './stage.ts';
import type { TreeArguments } from './tree-arguments.ts';
import { restsOnTree, withVerbTree } from './tree-arguments.ts';

/** The events of a sentence, in text order, before merging. */
export const codeSentence = (stage: Stage, cues: CueIndex, input: SentenceInput): readonly Draft[] => {
  const { tokens } = input.scene;
  if (isPastime(tokens, stage.grammar)) return [];
  const triggers = findTriggers(cues, tokens, readsIn(input.scene));
  const cued: Cued = { ...input, triggers };
  const drafts: Draft[] = [];
  for (const [i, trigger] of triggers.entries()) {
    const next = triggers.find((other, k) => k > i && other.first > trigger.last && other.form !== 'noun');
    const limit = next === undefined ? tokens.length : verbGroup(tokens, next.first, stage.grammar).first;
    const draft =
      trigger.form === 'noun' ? codeNoun(stage, cued, trigger, limit) : codeVerb(stage, cued, trigger, limit);
    if (draft === null || !isKept(stage, cued, trigger, draft)) continue;
    drafts.push(draft);
  }
  return drafts;
};

const FINITE_TAGS: Readonly<Record<string, readonly string[]>> = {
  base: ['VBP', 'VB', 'VBD'],
  s: ['VBZ'],
  past: ['VBD'],
  'past+participle': ['VBD'],
};

/** By the words around; and where they leave it open, by the tree: a finite verb with a subject of its own. */
const readsIn =
  (scene: Scene): ReadsAs =>
  (form, tokens, i) => {
    if (readsAs(form, tokens, i)) return true;
    const tags = FINITE_TAGS[form];
    if (tags === undefined || scene.groups.length === 0) return false;
    const tree = scene.tree();
    const at = tree?.at(tokens[i]?.start ?? 0) ?? null;
    if (tree === null || at === null || !tags.includes(tree.word(at).xpos ?? '')) return false;
    return tree.kids(at).some((kid) => tree.word(kid).deprel === 'nsubj' && kid < at);
  };

/** Whether the one whom the cue wants does it. */
const hasDoer = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  args: Arguments,
  passive: boolean,
): boolean => {
  if (trigger.cue.doer === 'force') return isDoneByForce(args, passive);
  return trigger.cue.doer !== 'court' || isDoneByCourt(scene, trigger, stage.grammar, passive);
};

/** A participle that only describes, a visit put off, a word that only dates, a manner of speaking, a deed nobody refuses. */
const isNoAct = (stage: Stage, input: Cued, trigger: Trigger, verb: VerbGroup): boolean => {
  const { scene } = input;
  if (trigger.cue.unnamed !== true && isReduced(scene, trigger, verb)) return true;
  if (putsOff(stage, input, trigger)) return true;
  // "explains how to hail a ship".
  if (verb.infinitive && scene.tokens[verb.first - 1]?.lower === 'how') return true;
  if (PRESENT.has(trigger.form) && isHabitual(scene.tokens)) return true;
  if (!scene.sentence.headline && isOnlyTimed(scene.tokens, trigger, verb)) return true;
  return isSaying(stage, trigger, scene.tokens) || (trigger.cue.refused === true && !isRefused(verb));
};

const toldOf = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  verb: VerbGroup,
  manner: ReturnType<typeof mannerOf>,
): Realis => {
  const { tokens } = scene;
  const told = trigger.cue.realis ?? manner?.realis;
  if (told !== undefined) return told;
  if (isOfNothing(tokens, trigger)) return 'negated';
  const governed = governedIn(stage, scene);
  const above = realisAbove(governed, tokens, trigger, verb, stage.grammar);
  if (above !== null) return above;
  const reported = verb.words.has('would') && isReportedAt(governed, tokens, trigger, stage.grammar);
  return verbRealis(tokens, trigger, verb, stage.grammar, scene.sentence.headline, reported);
};

const codeVerb = (stage: Stage, input: Cued, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  const { tokens } = scene;
  const verb = verbGroup(tokens, trigger.first, stage.grammar);
  if (trigger.refusal !== undefined && isRefused(verb)) return codeVerb(stage, input, trigger.refusal, limit);
  if (isNoAct(stage, input, trigger, verb)) return null;
  const { args, passive, described } = voiceOf(stage, input, trigger, verb, limit);
  if (!hasDoer(stage, scene, trigger, args, passive))
    return trigger.otherwise === null ? null : codeVerb(stage, input, trigger.otherwise, limit);
  const manner = mannerOf(tokens, trigger, verb, stage.grammar);
  const told = toldOf(stage, scene, trigger, verb, manner);
  const governor = governorOf(tokens, trigger, verb, input.triggers);
  if (governor !== null && isTakenIn(verb, governor)) return null;
  const opened = openedBy(governor, told);
  const refusal = refusalOf(tokens, trigger, verb, args, told);
  if (refusal !== null)
    return draftEvent(stage, input, trigger, {
      args,
      byTree: args.byTree,
      cast: seatParticipants(seatsOf(stage.frames, { frame: 'act' }, 'active'), args),
      realis: 'actual',
      type: refusal,
      first: verb.first,
      passive: false,
      perfect: false,
      settled: true,
      absent: false,
      undated: false,
      window: [0, tokens.length],
    });
  const cast = castOf(stage, input, trigger, { verb, args, passive, told });
  const [type, realis] = standing(stage, tokens, trigger, verb, opened, described);
  const taking = { ...cast, placed: trigger.cue.frame === 'visit' && isToPlace(scene, trigger) };
  const isWhole = meetsNeeds(stage.frames, trigger.cue, passive ? 'passive' : 'active', taking);
  if (!isWhole && !isToldAlone(stage, scene, trigger, passive)) return null;
  return draftEvent(stage, input, trigger, {
    args,
    byTree: restsOnTree(args, cast),
    cast,
    realis,
    type,
    first: verb.first,
    passive,
    perfect: verb.perfect && verb.words.has('had'),
    settled: PAST.has(trigger.form),
    absent: isAbsent(stage, tokens, trigger, verb, realis),
    ahead: realis === 'negated' && isAhead(stage, verb),
    undated: manner?.past === true,
    window: windowOf(tokens, trigger, verb, input.triggers, governor),
  });
};

/** Acts that may be told of a noun by a bare participle: "troops stationed", "sailors detained". */
const DESCRIBING: ReadonlySet<string> = new Set(['act', 'body']);
/** Acts of an armed body that are told of it in the passive: the force deployed deploys. */
const MOVED: ReadonlySet<string> = new Set(['deploy', 'withdraw']);

const isMoved = (trigger: Trigger, { actors }: Group): boolean =>
  MOVED.has(trigger.cue.type) && actors.some(({ isForce }) => isForce);

/** The arguments of a verbal cue, and whether its subject is what the act is done to. */
const voiceOf = (
  stage: Stage,
  { scene, triggers }: Cued,
  trigger: Trigger,
  verb: VerbGroup,
  limit: number,
): { readonly args: TreeArguments; readonly passive: boolean; readonly described: boolean } => {
  const linear = verbArguments(scene, trigger, verb, limit);
  const tree = scene.groups.length === 0 ? null : scene.tree();
  const args =
    tree === null ? { ...linear, byTree: false } : withVerbTree(stage, scene, trigger, linear, tree);
  const noun = DESCRIBING.has(trigger.cue.frame) ? describedBy(scene, trigger, verb, triggers) : null;
  const isVoiced = isPassive(scene, trigger, verb);
  // Judges are no party: whoever stands before them as an actor belongs to another verb.
  const isCourt = trigger.cue.doer === 'court' && !isVoiced;
  if (noun === null)
    return { args: isCourt ? { ...args, subject: null } : args, passive: isVoiced, described: false };
  return { args: { ...args, subject: noun }, passive: !isMoved(trigger, noun), described: true };
};

interface Told {
  readonly verb: VerbGroup;
  readonly args: Arguments;
  readonly passive: boolean;
  readonly told: Realis;
}

/** Who takes part: those the clause names, the parties of the instrument that "was signed", the two sides before. */
const castOf = (stage: Stage, input: Cued, trigger: Trigger, { verb, args, passive, told }: Told): Cast => {
  const { frame, type } = trigger.cue;
  // What was signed signs nothing.
  const isSigned = type === 'sign' && passive;
  const seats = seatsOf(stage.frames, trigger.cue, passive ? 'passive' : 'active');
  const seated = seatParticipants(seats, isSigned ? { ...args, subject: null } : args);
  if (frame !== 'joint') return seated;
  // "experts will meet": others than the two sides spoken of before.
  if (seated.participants.length === 0 && !passive && isToldAlone(stage, input.scene, trigger, passive))
    return seated;
  const signers = isSigned ? signersOf(stage, input, subjectRange(input.scene.tokens, verb.first)) : [];
  return completeCast(withSigners(seated, signers), pairBefore(stage, input.scene, trigger, told));
};

const OPENED: Readonly<Record<string, Realis>> = {
  offer: 'proposed',
  request: 'proposed',
  demand: 'proposed',
  threaten: 'hypothetical',
};

/** What is offered or asked for is proposed, what is threatened possible: "is prepared to [raise] the quota". */
const openedBy = (governor: Trigger | null, told: Realis): Realis => {
  if (governor === null || (told !== 'planned' && told !== 'hypothetical' && told !== 'proposed'))
    return told;
  return OPENED[governor.cue.type] ?? told;
};

/** "will not visit", "should not suspend": it is denied of what lies ahead. */
const isModal = ({ grammar }: Stage, { words }: VerbGroup): boolean =>
  [...words].some((word) => grammar.future.has(word) || grammar.possible.has(word));

const isAhead = ({ grammar }: Stage, { words, infinitive }: VerbGroup): boolean =>
  !infinitive && [...words].some((word) => grammar.future.has(word) || word === 'should' || word === 'would');

const PERFECT = new Set(['have', 'has', "haven't", "hasn't", "'ve"]);

/** "have never signed", "has failed to sign", "prevents a treaty": nothing has come of it up to the day of telling. */
const isAbsent = (
  stage: Stage,
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  realis: Realis,
): boolean => {
  if (realis !== 'negated') return false;
  if (trigger.cue.realis === 'negated' && PRESENT.has(trigger.form)) return true;
  if (verb.words.has('never') && !isModal(stage, verb)) return true;
  const governed = verb.infinitive ? tokens.slice(Math.max(0, verb.first - 4), verb.first) : [];
  return [...verb.words, ...governed.map(({ lower }) => lower)].some((word) => PERFECT.has(word));
};

/** What is promised, proposed or asked for is an event of its own; what is refused is only what the refusal is about. */
const isTakenIn = (verb: VerbGroup, governor: Trigger): boolean =>
  governor.cue.type === 'reject' && verb.infinitive;

/** Between which tokens the times of the act stand: not beyond its complement, nor before its governor's. */
const windowOf = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  triggers: readonly Trigger[],
  governor: Trigger | null,
): readonly [number, number] => [
  governor === null ? 0 : verb.infinitive ? verb.first : clauseStart(tokens, verb.first),
  complementStart(tokens, trigger, triggers) ?? tokens.length,
];

/** "was signed" and "seized by Marlish forces"; "has signed" and "signed" are not. */
const isPassive = (scene: Scene, trigger: Trigger, verb: VerbGroup): boolean => {
  if (trigger.form !== 'participle' && trigger.form !== 'past+participle') return false;
  if (verb.passive) return true;
  return verb.words.size === 0 && scene.tokens[trigger.last + 1]?.lower === 'by';
};

/** "signed no treaty", "have put no guns on the isle": the denial stands in the object, and is no word of the cue itself ("reached no agreement"). */
const isOfNothing = (tokens: readonly Token[], { first, last, matched }: Trigger): boolean =>
  tokens
    .slice(first + 1, Math.max(first + 2, last))
    .some(({ lower }, n) => lower === 'no' && !matched.includes(first + 1 + n));

const PAST = new Set(['past', 'participle', 'past+participle']);
const PRESENT = new Set(['s', 'base']);

/** Participles that tell how things stand, not that something was done: "the fleet stationed in the bay". */
const STATIVE: ReadonlySet<string> = new Set(['stationed', 'based']);

/** Non-recognition is a standing refusal; claims and refusals in the present tense stand. */
const standing = (
  stage: Stage,
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  told: Realis,
  described: boolean,
): readonly [string, Realis] => {
  const { type } = trigger.cue;
  if (described && told === 'actual' && STATIVE.has(tokens[trigger.first]?.lower ?? ''))
    return [type, 'standing'];
  // "I would like to invite" invites.
  const isSaid = stage.types.get(type)?.performative === true;
  if (verb.infinitive && tokens[verb.first - 1]?.lower === 'like' && isSaid) return [type, 'actual'];
  if (type === 'recognise' && told === 'negated') return ['reject', 'standing'];
  if (type === 'visit' && told === 'ongoing' && isSettingOut(tokens, trigger, verb)) return [type, 'planned'];
  if (trigger.cue.refused === true) return [type, told];
  return isLasting(tokens, trigger, verb, told) ? [type, 'standing'] : [type, told];
};

/** "I [am going to] Sylvania", "she is flying to Lysa on Friday": the present of leaving tells a plan; "is visiting" does not. */
const isSettingOut = (tokens: readonly Token[], { first }: Trigger, { words }: VerbGroup): boolean =>
  SETTING_OUT.has(tokens[first]?.lower ?? '') && PRESENT_OF_BE.some((word) => words.has(word));

const SETTING_OUT: ReadonlySet<string> = new Set([
  'going',
  'coming',
  'travelling',
  'traveling',
  'flying',
  'heading',
  'leaving',
]);
const PRESENT_OF_BE = ['am', 'is', 'are', "'m", "'s", "'re"] as const;

/** Acts of speaking that are a position where they are told in the present, without an occasion. */
const POSITIONS: ReadonlySet<string> = new Set(['accuse', 'support', 'demand', 'threaten']);
const FOR_LONG: ReadonlySet<string> = new Set(['since', 'always', 'long']);
const SPANS = /^(?:years?|decades?|centur(?:y|ies)|generations?)$/;

/** "has [always] refused", "[for seventy years] has refused", "has claimed it [since] 1951". */
const isForLong = (tokens: readonly Token[], { words, first }: VerbGroup, { last }: Trigger): boolean => {
  if (words.has('always') || words.has('long')) return true;
  const around = [...tokens.slice(Math.max(0, first - 8), first), ...tokens.slice(last + 1, last + 12)];
  return around.some(
    ({ lower }, i) =>
      FOR_LONG.has(lower) ||
      (lower === 'for' && around.slice(i + 1, i + 4).some((next) => SPANS.test(next.lower))),
  );
};

/** Claims, refusals and positions in the present; "continues to oppose", "has always refused", "has claimed it since 1951". */
const isLasting = (tokens: readonly Token[], trigger: Trigger, verb: VerbGroup, told: Realis): boolean => {
  const { cue, form } = trigger;
  const isHeld = cue.type === 'reject' || cue.type === 'claim';
  if (!isHeld && !POSITIONS.has(cue.type)) return false;
  if (told !== 'actual') return isHeld && told === 'ongoing';
  const isPresent = PRESENT.has(form) && !verb.infinitive && verb.words.size === 0;
  if (isHeld)
    return (PRESENT.has(form) && !verb.infinitive) || (verb.perfect && isForLong(tokens, verb, trigger));
  return isPresent;
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
