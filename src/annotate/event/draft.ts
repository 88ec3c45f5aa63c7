import { firstAbove } from '../../lib/sorted.ts';
import type { EventMention, EventTime, Fate, Realis, TimeExpression } from '../../model/annotation.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { isBackground } from './background.ts';
import { afterCarried, withinTerm } from './carried.ts';
import type { Coded, Cued } from './coded.ts';
import type { Trigger } from './cues.ts';
import { clauseSpan, readObject, readPlace, readSubject, readTelling } from './detail.ts';
import { readFate, readOutcome } from './fate.ts';
import type { Cast } from './participants.ts';
import { subjectRange } from './reduced.ts';
import { governedFate, governedIn } from './scope.ts';
import type { Scene, Stage } from './stage.ts';
import type { TimeSources } from './timing.ts';
import { isToCome, readTime } from './timing.ts';

/** `event/en/verb`: "[Orlan]joint will [meet]trigger [Voss]joint in Port Lysa". */
const VERB_RULE: RuleId = ruleId('event/en/verb@5');
/** `event/en/verb-tree`: "[Orlan]initiator, who had waited for years, [freed]trigger the crew". */
const VERB_TREE_RULE: RuleId = ruleId('event/en/verb-tree@3');
/** `event/en/noun`: "during [Voss's]visitor [visit]trigger to [Sylvania]host". */
export const NOUN_RULE: RuleId = ruleId('event/en/noun@5');
/** `event/en/noun-tree`: "[Sylvania's]initiator repeated and public [rejection]trigger of the plan". */
export const NOUN_TREE_RULE: RuleId = ruleId('event/en/noun-tree@3');

/** An event with what ranking needs. */
export interface Draft {
  readonly event: EventMention;
  readonly setting: boolean;
  readonly explicit: number;
}

/** An event of what the clause gave, with its time, place, object, fate, outcome and codes. */
export const draftEvent = (stage: Stage, input: Cued, trigger: Trigger, coded: Coded): Draft => {
  const { scene } = input;
  const { tokens } = scene;
  const { article } = stage.input;
  const at: Span = { start: tokens[trigger.first]?.start ?? 0, end: tokens[trigger.last]?.end ?? 0 };
  const span = clauseSpan(scene, trigger, coded.first, coded.args);
  const rivals = input.triggers
    .filter((other) => other !== trigger && other.form !== 'noun')
    .map((other) => tokens[other.first]?.start ?? 0);
  const isNoun = trigger.form === 'noun';
  const became = isNoun ? fateOf(stage, scene, trigger) : null;
  const fate = became === 'none' ? null : became;
  const isOff = fate === 'postponed' || fate === 'cancelled';
  const stance = readTelling(stage, scene, trigger);
  const read = timeOf(
    {
      tokens,
      times: timesFor(input, trigger, coded),
      history: input.history,
      published: stage.published,
      rivals,
      breaks: input.breaks,
      absent: coded.absent,
      ahead: coded.ahead === true,
    },
    at,
    became === null ? coded.realis : AS_FATED[became],
    coded.settled,
  );
  const { time } = read;
  const realis = isNoun && stance === 'confirms' && isOver(read, stage) ? 'actual' : read.realis;
  const event: EventMention = {
    kind: 'event',
    article: article.id,
    revision: article.revision,
    rule: ruleOf(isNoun, coded.byTree),
    confidence: confidenceOf(isNoun, coded.cast),
    type: coded.type,
    trigger: at,
    span,
    participants: coded.cast.participants,
    object: objectOf(stage, input, trigger, coded),
    place: readPlace(stage, scene, span, at, input.mentions, coded.type === 'visit'),
    // That it was put off says nothing of when it is to be.
    time:
      (isOff || coded.undated) && time?.basis === 'bounded'
        ? null
        : narrowed(stage, input, trigger, coded, time),
    // Who denies it says that it is not so.
    realis: stance === 'denies' && DENIABLE.has(realis) ? 'negated' : realis,
    fate,
    outcome: outcomeOf(stage, scene, trigger, realis),
    stance,
    background: isBackground(stage, input, trigger, coded, time, at),
    codes: codesOf(stage, coded.type),
  };
  return {
    event,
    setting: trigger.cue.setting === true,
    explicit: coded.cast.explicit,
  };
};

/** "confirmed a meeting last week": what is confirmed of days gone by has been. */
const isOver = (
  { realis, time }: { readonly realis: Realis; readonly time: EventTime | null },
  { published }: Stage,
): boolean =>
  realis === 'planned' &&
  time !== null &&
  time.basis !== 'bounded' &&
  time.latest !== null &&
  published.earliest !== null &&
  time.latest < published.earliest;

/** A time that only publication bounds, narrowed by what was told before and by who acts. */
const narrowed = (
  stage: Stage,
  { scene, carried }: Cued,
  trigger: Trigger,
  { cast, realis, absent }: Coded,
  time: EventTime | null,
): EventTime | null => {
  const isOpen = time === null || (time.basis === 'bounded' && time.expression === null);
  if (!isOpen || realis !== 'actual' || absent) return time;
  return afterCarried(stage, scene, trigger.first, carried ?? null) ?? withinTerm(stage, scene, cast) ?? time;
};

const DENIABLE: ReadonlySet<Realis> = new Set(['actual', 'ongoing', 'standing', 'planned', 'hypothetical']);

/** What was put off or never took place was planned. */
const AS_FATED: Readonly<Record<Fate | 'none', Realis>> = {
  none: 'planned',
  postponed: 'planned',
  cancelled: 'planned',
  held: 'actual',
  lapsed: 'planned',
};

/** Other acts that are arranged for a day: a signing, a drill, a vote. */
const FATED: ReadonlySet<string> = new Set(['sign', 'exercise', 'poll', 'host_multilateral', 'call']);

/** By the word that governs the occasion, else by words around it. */
const fateOf = (stage: Stage, scene: Scene, trigger: Trigger): Fate | 'none' | null => {
  const governed = governedIn(stage, scene);
  const at = governed?.tree.at(scene.tokens[trigger.first]?.start ?? 0) ?? null;
  const told = governed === null || at === null ? null : governedFate(governed, at);
  if (trigger.cue.setting !== true) return FATED.has(trigger.cue.type) ? told : null;
  return told ?? readFate(scene.tokens, trigger, stage.grammar);
};

const ruleOf = (isNoun: boolean, byTree: boolean): RuleId => {
  if (isNoun) return byTree ? NOUN_TREE_RULE : NOUN_RULE;
  return byTree ? VERB_TREE_RULE : VERB_RULE;
};

/** What a passive act is about stands before it; of a signing it is the instrument. */
const objectOf = (stage: Stage, { scene }: Cued, trigger: Trigger, coded: Coded): string | null =>
  coded.passive
    ? readSubject(stage, scene, trigger, {
        range: subjectRange(scene.tokens, coded.first),
        wanted: coded.type === 'sign' ? stage.grammar.instruments : null,
      })
    : (readObject(stage, scene, trigger) ?? stoppedObject(stage, scene, trigger, coded));

/** "the [negotiations] stopped altogether": what stops or goes on again of itself stands before its verb. */
const stoppedObject = (stage: Stage, scene: Scene, trigger: Trigger, coded: Coded): string | null =>
  STOPPING.has(coded.type) && trigger.form !== 'noun'
    ? readSubject(stage, scene, trigger, {
        range: subjectRange(scene.tokens, coded.first),
        wanted: stage.grammar.occasions,
      })
    : null;

const STOPPING: ReadonlySet<string> = new Set(['suspend', 'resume']);

const ASIDE: ReadonlySet<string> = new Set(['who', 'which', 'whose', 'whom', 'where']);
const ASIDE_REACH = 16;

/** "Voss, who took office in [May], said": a time within a relative clause between commas dates nothing outside it. */
const isAside = (tokens: readonly Token[], { start, end }: Span, trigger: number): boolean => {
  const at = firstAbove(tokens, start, (token) => token.end);
  let opener = at - 1;
  while (opener > 0 && at - opener < ASIDE_REACH && tokens[opener]?.kind !== 'mark') opener--;
  if (tokens[opener]?.text !== ',' || !ASIDE.has(tokens[opener + 1]?.lower ?? '')) return false;
  let close = firstAbove(tokens, end - 1, (token) => token.start);
  while (close < tokens.length && close - at < ASIDE_REACH && tokens[close]?.kind !== 'mark') close++;
  return trigger < opener || trigger > close;
};

/** The times that may be the event's: within its window, and no year of an instrument's name, save for the signing itself. */
const timesFor = (input: Cued, trigger: Trigger, coded: Coded): readonly TimeExpression[] => {
  const { tokens } = input.scene;
  const [first, end] = coded.window;
  const from = tokens[first]?.start ?? 0;
  const to = end < tokens.length ? (tokens[end]?.start ?? 0) : Number.POSITIVE_INFINITY;
  const at = tokens[trigger.first]?.start ?? 0;
  return input.times.filter((time) => {
    if (time.span.start < from || time.span.start >= to) return false;
    if (isAside(tokens, time.span, trigger.first)) return false;
    if (coded.type === 'sign' && coded.realis === 'actual') return true;
    const named = input.named.get(time);
    return named === undefined || (named === 'subject' && time.span.start < at);
  });
};

/** A time after publication makes a plan of what is told in the present; what is told in the past has another time. */
const timeOf = (
  sources: TimeSources,
  at: Span,
  realis: Realis,
  past: boolean,
): { readonly realis: Realis; readonly time: EventTime | null } => {
  const time = readTime(sources, at, realis);
  if (realis !== 'actual' || !isToCome(time, sources.published)) return { realis, time };
  if (past) return { realis, time: readTime({ ...sources, times: [] }, at, realis) };
  return { realis: 'planned', time: readTime(sources, at, 'planned') };
};

const outcomeOf = (stage: Stage, scene: Scene, trigger: Trigger, realis: Realis): EventMention['outcome'] => {
  if (trigger.cue.type === 'no_agreement') return 'none';
  if (stage.types.get(trigger.cue.type)?.outcome !== true) return null;
  return readOutcome(scene.tokens, trigger, realis, stage.grammar);
};

const confidenceOf = (isNoun: boolean, cast: Cast): number => {
  if (cast.explicit < 1) return 0.4;
  if (cast.explicit < 2) return isNoun ? 0.5 : 0.65;
  return isNoun ? 0.7 : 0.8;
};

/** The codes of a type in other codebooks; null where knowledge has none. */
export const codesOf = (stage: Stage, type: string): EventMention['codes'] => {
  const entry = stage.types.get(type);
  return { plover: entry?.plover ?? null, cameo: entry?.cameo ?? null, icow: entry?.icow ?? null };
};
