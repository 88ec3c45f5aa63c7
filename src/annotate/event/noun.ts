import type { Realis } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import { nounRealisAbove } from './above.ts';
import type { Arguments } from './arguments.ts';
import { nounArguments, subjectOfVerb } from './arguments.ts';
import { isHard } from './clause.ts';
import type { Cued } from './coded.ts';
import { isGoverning } from './complement.ts';
import type { Trigger } from './cues.ts';
import type { Draft } from './draft.ts';
import { draftEvent } from './draft.ts';
import { PREPOSITIONS } from './english.ts';
import { isHabitual } from './kept.ts';
import { meetsNeeds } from './needs.ts';
import { pairBefore } from './pairs.ts';
import type { Cast } from './participants.ts';
import { completeCast, seatParticipants, seatsOf } from './participants.ts';
import { isToldToHappen, nounRealis } from './realis.ts';
import { governedIn } from './scope.ts';
import type { Scene, Stage } from './stage.ts';
import { withNounTree } from './tree-arguments.ts';

/** The event of a nominal cue; null when nobody takes part, or when it is only what another act is about. */
export const codeNoun = (stage: Stage, input: Cued, trigger: Trigger, limit: number): Draft | null => {
  const { scene } = input;
  if (isMatterOf(scene.tokens, trigger, input.triggers) || isInGeneral(scene, trigger)) return null;
  const linear = nounArguments(scene, trigger, limit);
  const tree = scene.groups.length === 0 ? null : scene.tree();
  const args =
    tree === null ? { ...linear, byTree: false } : withNounTree(stage, scene, trigger, linear, tree);
  const seated = seatParticipants(
    seatsOf(stage.frames, trigger.cue, 'noun'),
    withOpener(stage, scene, trigger, input.triggers, args),
  );
  const above = nounRealisAbove(governedIn(stage, scene), scene.tokens, trigger);
  const told = trigger.cue.realis ?? above ?? nounRealis(scene.tokens, trigger, stage.grammar);
  const realis = nominalDefault(trigger, told);
  const cast = nounCast(stage, scene, trigger, seated, told, realis);
  const isTold = isNounWhole(stage, trigger, cast) || isNounAlone(stage, trigger, above);
  if (!isTold && (trigger.cue.setting !== true || stage.leading.size === 0)) return null;
  const draft = draftEvent(stage, input, trigger, {
    args,
    byTree: args.byTree,
    cast,
    realis,
    type: trigger.cue.type,
    first: nounFirst(scene, trigger, args),
    passive: false,
    perfect: false,
    settled: told === 'actual',
    absent: realis === 'negated' && isAbsence(scene.tokens, trigger),
    undated: false,
    window: [0, scene.tokens.length],
  });
  return isTold || isSituated(scene, trigger, draft) ? draft : null;
};

/** How far from the noun the words may stand that say when it was, in characters. */
const NEAR = 24;

/** "the secret [talks] of 2009": an occasion that the text dates beside it is told though nobody is named for it. */
const isSituated = ({ tokens }: Scene, trigger: Trigger, { event }: Draft): boolean => {
  const { time } = event;
  if (time === null || time.basis === 'bounded' || time.expression === null) return false;
  const { start, end } = time.expression;
  const at = event.trigger;
  const isBeside = end <= at.start ? at.start - end <= 2 : start >= at.end && start - at.end <= NEAR;
  return (
    isBeside && !tokens.slice(trigger.last + 1).some((token) => token.kind === 'mark' && token.end <= start)
  );
};

/**
 * "a road map [for] joint projects", "consultations [on] joint activity", "wants to end the [talks]": the noun is what
 * another act is about, not an act of its own.
 */
const isMatterOf = (tokens: readonly Token[], trigger: Trigger, triggers: readonly Trigger[]): boolean => {
  let at = trigger.first - 1;
  while (at > 0 && trigger.first - at < 5 && !isPhraseEdge(tokens, at)) at--;
  const lower = tokens[at]?.lower ?? '';
  const head = tokens[at - 1]?.lower ?? '';
  if (trigger.cue.setting === true)
    return (
      trigger.cue.frame === 'joint' &&
      head === 'to' &&
      !ATTENDING.has(lower) &&
      isLeftAlone(tokens, at, triggers)
    );
  if (!MATTER_LEADS.has(lower)) return false;
  return triggers.some(
    (other) => other !== trigger && (other.matched.includes(at - 1) || other.matched.includes(at)),
  );
};

/** Verbs and adjectives that tell what a thing is like, never that it took place. */
const TELLING_OF: ReadonlySet<string> = new Set(
  'cost mean matter lie depend require need resemble consist attract worry deserve worth hard rare common easy useless impossible cheap expensive'.split(
    ' ',
  ),
);

/** "A phone [call] from Sylvania costs nine cents", "[recognition] by Sylvania means little": what such things are like in general. */
const isInGeneral = ({ tokens, tree }: Scene, trigger: Trigger): boolean => {
  if (isHabitual(tokens)) return true;
  const view = tree();
  const at = view?.at(tokens[trigger.first]?.start ?? 0) ?? null;
  if (view === null || at === null) return false;
  const { deprel, head } = view.word(at);
  if (!deprel.startsWith('nsubj') || head < 0 || !TELLING_OF.has(view.word(head).lemma)) return false;
  const { xpos, upos } = view.word(head);
  const isPresent = upos === 'VERB' ? xpos === 'VBZ' || xpos === 'VBP' : true;
  return isPresent && !isDefinite(tokens, trigger);
};

const isDefinite = (tokens: readonly Token[], { first }: Trigger): boolean =>
  tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => DEFINITE.has(lower));

const ATTENDING = new Set(['attend', 'join', 'hold', 'have', 'begin', 'start', 'open']);
const MATTER_LEADS = new Set(['on', 'about', 'over', 'for', 'of']);

const isPhraseEdge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'mark' ||
  PREPOSITIONS.has(tokens[at]?.lower ?? '') ||
  isHard(tokens, at) ||
  tokens[at - 1]?.lower === 'to';

/** "agreed [to speed up] the talks", "does not want [to end] the talks": what is agreed or denied is not that they are held. */
const isLeftAlone = (tokens: readonly Token[], verb: number, triggers: readonly Trigger[]): boolean => {
  if (!/^\p{Ll}+$/u.test(tokens[verb]?.text ?? '') || PREPOSITIONS.has(tokens[verb]?.lower ?? ''))
    return false;
  const before = tokens.slice(Math.max(0, verb - 6), verb - 1);
  if (before.some(({ lower }) => lower === 'not' || lower.endsWith("n't") || lower === 'never')) return true;
  return triggers.some((other) => isGoverning(other) && other.first < verb && verb - other.first <= 14);
};

/** The sides of an occasion, those that the sentence leaves unnamed filled in where it tells of the occasion itself. */
const nounCast = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  seated: Cast,
  told: Realis | null,
  realis: Realis,
): Cast => {
  const { frame } = trigger.cue;
  const isUnnamed = seated.explicit === 0;
  const happens = isUnnamed && hasHappened(stage, scene, trigger);
  const known = happens && (frame === 'visit' || frame === 'joint') ? recalled(stage, scene, trigger) : null;
  if (known !== null) return known;
  if (frame !== 'joint') return seated;
  return !isUnnamed || happens || isToldOf(stage, scene, trigger, told)
    ? completeCast(seated, pairBefore(stage, scene, trigger, realis))
    : seated;
};

/** Whether the clause tells that an occasion came about, did not, or was put off. */
const hasHappened = ({ grammar }: Stage, { tokens }: Scene, trigger: Trigger): boolean =>
  trigger.cue.setting === true &&
  (isToldToHappen(tokens, trigger.last, grammar) || isPutOff(tokens, trigger, grammar));

/** "the talks will deal with fish" tells nothing of the talks; that they go on, are announced or wanted, does. */
const isToldOf = (stage: Stage, scene: Scene, trigger: Trigger, told: Realis | null): boolean => {
  const { type, setting, unnamed } = trigger.cue;
  if (type === 'sign' || unnamed === true) return true;
  if (type === 'meet' || told === null || told === 'actual') return false;
  if (setting !== true || told === 'ongoing' || told === 'proposed') return true;
  return isAnnounced(scene.tokens, trigger, stage.grammar);
};

/** "announced consultations", "flew in for talks": the noun stands as what is planned or gone to. */
const isAnnounced = (tokens: readonly Token[], trigger: Trigger, grammar: Stage['grammar']): boolean =>
  tokens
    .slice(Math.max(0, trigger.first - 6), trigger.first)
    .some(
      ({ lower }) => lower === 'for' || lower === 'no' || (grammar.planned.has(lower) && lower !== 'next'),
    );

/** "the visit" looks back on a visit told by that word, since several trips may be told of; talks and meetings are one thread. */
export const occasionKey = (type: string, word: string): string =>
  type === 'visit' ? `visit:${word.slice(0, 4)}` : type;

/** "postponed talks of ministers", "put off her visit": the occasion is the event, and what became of it its fate. */
const isPutOff = (tokens: readonly Token[], trigger: Trigger, grammar: Stage['grammar']): boolean =>
  tokens
    .slice(Math.max(0, trigger.first - 4), trigger.first)
    .some(
      ({ lower }, i, before) =>
        grammar.postponed.has(lower) || (lower === 'off' && before[i - 1]?.lower === 'put'),
    );

const DEFINITE = new Set(['the', 'that', 'this']);

/** Who took part in the occasion that "the visit" looks back on. */
const recalled = (stage: Stage, scene: Scene, trigger: Trigger): Cast | null => {
  const noun = scene.tokens[trigger.first]?.lower ?? '';
  const known = isDefinite(scene.tokens, trigger)
    ? stage.occasions.get(occasionKey(trigger.cue.type, noun))
    : undefined;
  return known === undefined
    ? null
    : { participants: known.map((participant) => ({ ...participant, mention: null })), explicit: 0 };
};

const isNounWhole = ({ frames }: Stage, { cue }: Trigger, cast: Cast): boolean =>
  meetsNeeds(frames, cue, 'noun', { ...cast, placed: false });

const OPENERS_OF_DEEDS: ReadonlySet<string> = new Set(['threaten', 'offer', 'promise']);

/** "Voss hinted at [tariffs] on the goods of Sylvania": what somebody threatens, offers or promises is a deed of his own. */
const withOpener = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  triggers: readonly Trigger[],
  args: Arguments,
): Arguments => {
  if (args.subject !== null || trigger.cue.frame !== 'act') return args;
  const opener = triggers.findLast((other) => other.form !== 'noun' && other.last < trigger.first);
  if (opener === undefined || !OPENERS_OF_DEEDS.has(opener.cue.type)) return args;
  if (
    trigger.first - opener.last > 4 ||
    scene.tokens.slice(opener.last + 1, trigger.first).some(({ kind }) => kind === 'mark')
  )
    return args;
  return { ...args, subject: subjectOfVerb(scene, opener.first, stage.grammar), modifiers: [] };
};

/** "favours a meeting", "a plan for visits": an occasion wanted, planned or denied is told though nobody is named for it. */
const isNounAlone = ({ leading }: Stage, { cue }: Trigger, told: Realis | null): boolean =>
  leading.size > 0 &&
  (cue.alone === 'anyone' || (cue.setting === true && (told === 'proposed' || told === 'planned')));

const ABSENCE = new Set(['absence', 'lack']);

/** "the absence of a treaty", "a lack of dialogue": it is told as lasting. */
const isAbsence = (tokens: readonly Token[], trigger: Trigger): boolean =>
  tokens.slice(Math.max(0, trigger.first - 4), trigger.last).some(({ lower }) => ABSENCE.has(lower));

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
