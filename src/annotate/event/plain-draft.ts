import type { EventMention, Participant, Realis, TimeExpression } from '../../model/annotation.ts';
import type { RuleId } from '../../model/brand.ts';
import type { EventCue } from '../../model/knowledge/event-lexicon.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import type { Draft } from './draft.ts';
import { codesOf } from './draft.ts';
import type { Stage } from './stage.ts';
import { governing } from './stage.ts';
import type { TimeSources } from './timing.ts';
import { isLongPast, isToCome, readTime } from './timing.ts';

/** What a reader of another language found out about one cue. */
export interface Told {
  readonly cue: EventCue;
  readonly rule: RuleId;
  readonly trigger: Span;
  readonly span: Span;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
  readonly fate: EventMention['fate'];
  readonly outcome: EventMention['outcome'];
  readonly object: string | null;
  readonly place: string | null;
  /** What the words around the cue say of doubt; null when nothing. */
  readonly stance: EventMention['stance'] | null;
  readonly isNoun: boolean;
  /** It is told in a past tense: a time to come makes no plan of it. */
  readonly settled: boolean;
}

/** Where the time of an event is read from. */
export interface TimesAround {
  readonly tokens: readonly Token[];
  readonly times: readonly TimeExpression[];
  readonly rivals: readonly number[];
  readonly breaks: readonly number[];
  readonly history: TimeSources['history'];
}

/** An event of what a reader found, with its time, stance, background and codes. */
export const plainDraft = (stage: Stage, told: Told, around: TimesAround): Draft => {
  const { article } = stage.input;
  const { cue, participants, fate, trigger } = told;
  const isOff = fate === 'postponed' || fate === 'cancelled';
  const { realis, time } = timeOf(stage, told, around, isOff ? 'planned' : told.realis);
  const event: EventMention = {
    kind: 'event',
    article: article.id,
    revision: article.revision,
    rule: told.rule,
    confidence: confidenceOf(told),
    type: cue.type,
    trigger,
    span: told.span,
    participants,
    object: told.object,
    place: told.place,
    time: isOff && time?.basis === 'bounded' ? null : time,
    realis,
    fate,
    outcome: told.outcome,
    stance: stanceOf(stage, told),
    background: isBackground(stage, realis, time),
    codes: codesOf(stage, cue.type),
  };
  return {
    event,
    setting: cue.setting === true,
    explicit: participants.filter((p) => p.mention !== null).length,
  };
};

/** A time to come makes a plan of what is told in the present; what is told in the past has another time. */
const timeOf = (
  stage: Stage,
  { trigger, settled }: Told,
  around: TimesAround,
  realis: Realis,
): Pick<EventMention, 'realis' | 'time'> => {
  const sources: TimeSources = { ...around, published: stage.published, absent: false };
  const time = readTime(sources, trigger, realis);
  if ((realis !== 'actual' && realis !== 'ongoing') || !isToCome(time, stage.published))
    return { realis, time };
  if (settled) return { realis, time: readTime({ ...sources, times: [] }, trigger, realis) };
  return { realis: 'planned', time: readTime(sources, trigger, 'planned') };
};

const confidenceOf = ({ participants, isNoun }: Told): number => {
  const named = participants.filter(({ mention }) => mention !== null).length;
  if (named < 2) return isNoun ? 0.4 : 0.55;
  return isNoun ? 0.6 : 0.7;
};

const SPEECH: Readonly<Record<string, EventMention['stance']>> = {
  confirmed: 'confirms',
  denied: 'denies',
  declined: 'declines',
};

/** How the telling stands to the event: by the attribution it stands in, else by words of doubt. */
const stanceOf = (stage: Stage, { trigger, stance }: Told): EventMention['stance'] =>
  SPEECH[governing(stage.spoken, trigger)?.act ?? ''] ?? stance ?? 'asserts';

const isBackground = (stage: Stage, realis: Realis, time: EventMention['time']): boolean => {
  if (realis === 'standing') return true;
  if (time === null || time.basis === 'bounded') return false;
  if (time.edtf.endsWith('/..') && realis === 'negated') return true;
  return isLongPast(time, stage.published);
};
