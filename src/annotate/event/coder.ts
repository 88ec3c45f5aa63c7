import { parseDay } from '../../lib/calendar.ts';
import type {
  EventMention,
  EventTime,
  Mention,
  Participant,
  Realis,
  TimeExpression,
} from '../../model/annotation.ts';
import { ruleId } from '../../model/brand.ts';
import type { Span } from '../../model/span.ts';
import type { Arguments } from './arguments.ts';
import { nounArguments, verbArguments } from './arguments.ts';
import type { VerbGroup } from './clause.ts';
import { isHard, verbGroup } from './clause.ts';
import type { CueIndex, Trigger } from './cues.ts';
import { findTriggers } from './cues.ts';
import { clauseSpan, readObject, readPlace, readTelling } from './detail.ts';
import type { Cast } from './participants.ts';
import { completeCast, seatParticipants } from './participants.ts';
import { nounRealis, readFate, readOutcome, verbRealis } from './realis.ts';
import type { Scene, Stage } from './scene.ts';
import { lastPair } from './scene.ts';
import type { HistoryPhrase } from './timing.ts';
import { isLongPast, isToCome, readTime } from './timing.ts';

/** `event/en/verb`: "[Orlan]joint will [meet]trigger [Voss]joint in Port Lysa". */
export const VERB_RULE = ruleId('event/en/verb@1');
/** `event/en/noun`: "during [Voss's]visitor [visit]trigger to [Sylvania]host". */
export const NOUN_RULE = ruleId('event/en/noun@1');

/** What the coder reads of one sentence. */
export interface SentenceInput {
  readonly scene: Scene;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly history: readonly HistoryPhrase[];
}

/** An event with what ranking needs. */
export interface Draft {
  readonly event: EventMention;
  readonly setting: boolean;
  readonly explicit: number;
  /** Bounds of the hard clause, in tokens. */
  readonly clause: Span;
}

/** The events of a sentence, in text order, before merging. */
export const codeSentence = (stage: Stage, cues: CueIndex, input: SentenceInput): readonly Draft[] => {
  const { tokens } = input.scene;
  const triggers = findTriggers(cues, tokens);
  const drafts: Draft[] = [];
  for (const [i, trigger] of triggers.entries()) {
    const next = triggers.slice(i + 1).find((other) => other.first > trigger.last && other.form !== 'noun');
    const limit = next === undefined ? tokens.length : verbGroup(tokens, next.first, stage.grammar).first;
    const draft =
      trigger.form === 'noun'
        ? codeNoun(stage, input, trigger, limit)
        : codeVerb(stage, input, trigger, limit);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
};

interface Coded {
  readonly args: Arguments;
  readonly cast: Cast;
  readonly realis: Realis;
  readonly type: string;
  readonly first: number;
  readonly passive: boolean;
  readonly perfect: boolean;
}

const codeVerb = (stage: Stage, input: SentenceInput, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  const { tokens } = scene;
  const verb = verbGroup(tokens, trigger.first, stage.grammar);
  const passive = isPassive(scene, trigger, verb);
  const args = verbArguments(scene, trigger, verb, limit);
  const seated = seatParticipants(trigger.cue.frame, args, passive, false);
  const cast =
    trigger.cue.frame === 'joint' ? completeCast(seated, pairBefore(stage, scene, trigger)) : seated;
  const told =
    trigger.cue.realis ?? verbRealis(tokens, trigger, verb, stage.grammar, scene.sentence.headline);
  const [type, realis] = standing(trigger, verb, told);
  if (!isCastComplete(trigger, cast, passive)) return null;
  return draft(stage, input, trigger, {
    args,
    cast,
    realis,
    type,
    first: verb.first,
    passive,
    perfect: verb.perfect && verb.words.has('had'),
  });
};

/** "was signed" and "seized by Soviet forces"; "has signed" and "signed" are not. */
const isPassive = (scene: Scene, trigger: Trigger, verb: VerbGroup): boolean => {
  if (trigger.form !== 'participle' && trigger.form !== 'past+participle') return false;
  if (verb.passive) return true;
  return verb.words.size === 0 && scene.tokens[trigger.last + 1]?.lower === 'by';
};

const PRESENT = new Set(['s', 'base']);

/** Non-recognition is a standing refusal; claims and refusals in the present tense stand. */
const standing = (trigger: Trigger, verb: VerbGroup, told: Realis): readonly [string, Realis] => {
  const { type } = trigger.cue;
  if (type === 'recognise' && told === 'negated') return ['reject', 'standing'];
  const isPresent = PRESENT.has(trigger.form) && told === 'actual' && !verb.infinitive;
  if (isPresent && (type === 'reject' || type === 'claim')) return [type, 'standing'];
  return [type, told];
};

const pairBefore = (stage: Stage, scene: Scene, trigger: Trigger) => {
  const here = scene.groups.filter((group) => group.first <= trigger.first);
  return lastPair([...stage.recent, ...here.flatMap((group) => group.actors)], false);
};

/** A joint act needs two sides, one of them named; any other an actor who does it, or in a passive one it is done to. */
const isCastComplete = (trigger: Trigger, cast: Cast, passive: boolean): boolean => {
  const has = (role: Participant['role']): boolean => cast.participants.some((p) => p.role === role);
  switch (trigger.cue.frame) {
    case 'joint':
      return cast.participants.length > 1 && (cast.explicit > 0 || passive || trigger.cue.unnamed === true);
    case 'visit':
      return has('visitor') && has('host');
    case 'mediate':
      return has('mediator');
    default:
      return has('initiator') || (passive && cast.participants.length > 0);
  }
};

const codeNoun = (stage: Stage, input: SentenceInput, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  const args = nounArguments(scene, trigger, limit);
  const seated = seatParticipants(trigger.cue.frame, args, false, true);
  const told = trigger.cue.realis ?? nounRealis(scene.tokens, trigger, stage.grammar);
  const isToldOf = told !== null && told !== 'actual';
  const mayComplete =
    trigger.cue.frame === 'joint' && (seated.explicit > 0 || isToldOf || trigger.cue.type === 'sign');
  const cast = mayComplete ? completeCast(seated, pairBefore(stage, scene, trigger)) : seated;
  if (!isNounComplete(trigger, cast)) return null;
  return draft(stage, input, trigger, {
    args,
    cast,
    realis: nominalDefault(trigger, told),
    type: trigger.cue.type,
    first: nounFirst(scene, trigger, args),
    passive: false,
    perfect: false,
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

const draft = (stage: Stage, input: SentenceInput, trigger: Trigger, coded: Coded): Draft => {
  const { scene } = input;
  const { tokens } = scene;
  const { article } = stage.input;
  const at: Span = { start: tokens[trigger.first]?.start ?? 0, end: tokens[trigger.last]?.end ?? 0 };
  const span = clauseSpan(scene, trigger, coded.first, coded.args);
  const sources = { tokens, times: input.times, history: input.history, published: stage.published };
  const guess = readTime(sources, at, coded.realis);
  const realis = coded.realis === 'actual' && isToCome(guess, stage.published) ? 'planned' : coded.realis;
  const time = realis === coded.realis ? guess : readTime(sources, at, realis);
  const fate =
    trigger.cue.setting === true || coded.realis === 'planned'
      ? readFate(tokens, trigger, stage.grammar)
      : null;
  const isNoun = trigger.form === 'noun';
  const event: EventMention = {
    kind: 'event',
    article: article.id,
    revision: article.revision,
    rule: isNoun ? NOUN_RULE : VERB_RULE,
    confidence: confidenceOf(isNoun, coded.cast),
    type: coded.type,
    trigger: at,
    span,
    participants: coded.cast.participants,
    object: readObject(stage, scene, trigger, coded.passive),
    place: readPlace(stage, scene, span, at, input.mentions),
    time,
    realis: fate === 'postponed' || fate === 'cancelled' ? 'planned' : realis,
    fate,
    outcome: outcomeOf(stage, scene, trigger, realis),
    stance: readTelling(stage, scene, trigger),
    background: isBackground(stage, coded, time),
    codes: codesOf(stage, coded.type),
  };
  return {
    event,
    setting: trigger.cue.setting === true,
    explicit: coded.cast.explicit,
    clause: { start: trigger.first, end: trigger.last + 1 },
  };
};

const OUTCOME_TYPES = new Set(['negotiate', 'meet', 'call', 'mediate', 'visit', 'no_agreement']);

const outcomeOf = (stage: Stage, scene: Scene, trigger: Trigger, realis: Realis): EventMention['outcome'] => {
  if (!OUTCOME_TYPES.has(trigger.cue.type)) return null;
  if (trigger.cue.type === 'no_agreement') return 'none';
  return readOutcome(scene.tokens, trigger, realis, stage.grammar);
};

const confidenceOf = (isNoun: boolean, cast: Cast): number => {
  if (cast.explicit < 1) return 0.4;
  if (cast.explicit < 2) return isNoun ? 0.5 : 0.65;
  return isNoun ? 0.7 : 0.8;
};

const isBackground = (stage: Stage, coded: Coded, time: EventTime | null): boolean =>
  coded.perfect ||
  coded.realis === 'standing' ||
  (time !== null && time.edtf.endsWith('/..') && coded.realis === 'negated') ||
  isLongPast(time, stage.published, parseDay);

const codesOf = (stage: Stage, type: string): EventMention['codes'] => {
  const entry = stage.input.knowledge.eventTypes.find((known) => known.id === type);
  return { plover: entry?.plover ?? null, cameo: entry?.cameo ?? null, icow: entry?.icow ?? null };
};
