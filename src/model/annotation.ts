import type { ArticleId, Day, Digest, Edtf, RuleId } from './brand.ts';
import type { EntityRef } from './page.ts';
import type { NonEmpty, Span } from './span.ts';

/** The layers of annotation, in the order in which the pipeline makes them. */
export const LAYERS = ['time', 'mention', 'attribution', 'event', 'framing'] as const;
/** One layer of annotation. */
export type Layer = (typeof LAYERS)[number];

interface AnnotationBase {
  readonly article: ArticleId;
  /** The revision of the article's text that the spans are counted in. */
  readonly revision: Digest;
  readonly rule: RuleId;
  /** How far the rule is trusted, 0 to 1. A rank, not a probability, until it has been calibrated. */
  readonly confidence: number;
}

/** TIMEX3 types. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** Units of time from fine to coarse, as `TimeExpression.granularity` names them. */
export const GRANULARITIES = [
  'second',
  'minute',
  'hour',
  'part of day',
  'day',
  'week',
  'weekend',
  'month',
  'season',
  'quarter',
  'half year',
  'year',
  'decade',
  'century',
  'stretch',
] as const;
/** One unit; a `stretch` has two ends that are no unit of the calendar ("World War II", a forum of three days). */
export type Granularity = (typeof GRANULARITIES)[number];

/** TIMEX3 modifiers: a part of the period, or on which side of the value the true one lies. */
export const TIME_MODS = [
  'START',
  'MID',
  'END',
  'APPROX',
  'MORE_THAN',
  'LESS_THAN',
  'EQUAL_OR_MORE',
  'EQUAL_OR_LESS',
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
] as const;
/** One modifier. */
export type TimeMod = (typeof TIME_MODS)[number];

/**
 * How the days of an expression were told: `explicit` it says them itself; `published` counted from publication; `text`
 * counted from another expression of the text; `named` by the name of a period or gathering; `guessed` its words leave
 * several readings and the likeliest has a weight under .9; `unresolved` what it is counted from is not known; `untied` it
 * means no days (a length, what recurs, "recently").
 */
export const TIME_HOWS = [
  'explicit',
  'published',
  'text',
  'named',
  'guessed',
  'unresolved',
  'untied',
] as const;
/** One way of telling. */
export type TimeHow = (typeof TIME_HOWS)[number];

/** One thing that an expression of time can mean. */
export interface TimeReading {
  readonly value: string;
  readonly edtf: Edtf | null;
  /** How likely it is among the readings of the expression, 0 to 1; they sum to 1. */
  readonly weight: number;
}

/** The stretch that two expressions bound together: "December 15-16", "from August to October 1945". */
export interface TimeRange {
  /** From the start of the first expression to the end of the second. */
  readonly span: Span;
  readonly edtf: Edtf;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** The rule that bound them. */
  readonly rule: RuleId;
}

/** An expression of time with its value. */
export interface TimeExpression extends AnnotationBase {
  readonly kind: 'time';
  readonly span: Span;
  readonly type: TimeType;
  /** TIMEX3 value, e.g. `2016-09-01`, `2016-W35`, `P7D`, `PAST_REF`; `X` where a digit could not be told. */
  readonly value: string;
  /** TIMEX3 modifier ("early", "about", "more than"); null when there is none. */
  readonly mod: TimeMod | null;
  readonly edtf: Edtf | null;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** The unit it is told in: "last month" a month, "five hours" an hour; null for "recently". */
  readonly granularity: Granularity | null;
  /** What it was counted from: `calendar` (it says so itself), `published`, `text:START-END` (another expression), `gathering:ID`, `none`. */
  readonly anchor: string;
  readonly how: TimeHow;
  /** Everything it can mean, the chosen reading first; empty when there is no doubt, or too many readings to list. */
  readonly readings: readonly TimeReading[];
  /** The stretch of which it is one end; the other end has the same. */
  readonly range: TimeRange | null;
}

/** What kind of thing a mention names. */
export type MentionType = 'PERSON' | 'STATE' | 'ORG' | 'PLACE' | 'INSTRUMENT' | 'GATHERING' | 'OTHER';

/** A stretch of text that names, describes or points at something. */
export interface Mention extends AnnotationBase {
  readonly kind: 'mention';
  readonly span: Span;
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly type: MentionType;
  readonly refersTo: EntityRef | null;
}

/** How the content stands in the text: all between quotation marks, partly, or not. */
export type AttributionMode = 'direct' | 'indirect' | 'mixed';

/** What was done by speaking (or thinking aloud). A closed list in `knowledge/codebook/acts.json`. */
export const ACTS = [
  'said',
  'asked',
  'answered',
  'refused',
  'denied',
  'confirmed',
  'promised',
  'planned',
  'believed',
  'hoped',
  'warned',
  'welcomed',
  'criticised',
  'demanded',
  'proposed',
  'ordered',
  'thanked',
  'reported',
  'declined',
] as const;
/** One act. */
export type Act = (typeof ACTS)[number];

/** Where the speaker stands on an issue by this statement. */
export interface IssueStance {
  readonly id: string;
  readonly stance: Stance | null;
  /** The characters of the condition when the stance is conditional. */
  readonly condition: Span | null;
  /** The rule that told it; absent in what an analysis of another program brings. */
  readonly rule?: RuleId;
  /** How likely the stance is, 0 to 1. */
  readonly confidence?: number;
  /** The characters that weighed most for it. */
  readonly evidence?: readonly Span[];
}

/** Stances on an issue, as the coding rules name them. */
export const STANCES = [
  'supports',
  'opposes',
  'rejects',
  'demands',
  'conditional',
  'open',
  'noncommittal',
] as const;
/** One stance. */
export type Stance = (typeof STANCES)[number];

/** Someone is said to have said something: the text-level relation, with who that was once resolved. */
export interface Attribution extends AnnotationBase {
  readonly kind: 'attribution';
  readonly source: readonly Span[];
  /** Whom a relative word as source points back to: `[the envoy], who said …`. Absent where the source says it itself. */
  readonly antecedent?: Span;
  readonly cue: readonly Span[];
  readonly content: NonEmpty<Span>;
  readonly mode: AttributionMode;
  readonly act: Act;
  /** Whether it stands inside the content of another attribution. */
  readonly nested: boolean;
  /** Who spoke. */
  readonly speaker: EntityRef | null;
  /** The party spoken for. */
  readonly behalf: EntityRef | null;
  /** Through whom we know it, nearest the speaker first; the outlet itself is never listed. */
  readonly via: readonly EntityRef[];
  readonly addressee: string | null;
  readonly venue: string | null;
  /** When it was said. */
  readonly said: { readonly edtf: Edtf; readonly earliest: Day | null; readonly latest: Day | null } | null;
  readonly issues: readonly IssueStance[];
}

/** The words that say who spoke: those of the source, or what its relative word points back to. */
export const namedSource = ({
  source,
  antecedent,
}: Pick<Attribution, 'source' | 'antecedent'>): readonly Span[] =>
  antecedent === undefined ? source : [antecedent];

/** What part a participant has. */
export const ROLES = [
  'initiator',
  'counterpart',
  'joint',
  'visitor',
  'host',
  'mediator',
  'target',
  'beneficiary',
] as const;
/** One role. */
export type Role = (typeof ROLES)[number];

/** Whether it happened, as this telling has it. */
export type Realis = 'actual' | 'ongoing' | 'standing' | 'planned' | 'proposed' | 'hypothetical' | 'negated';
/** What became of a plan. */
export type Fate = 'held' | 'cancelled' | 'postponed' | 'lapsed';
/** What talks came to. */
export type Outcome = 'agreement' | 'partial' | 'none' | 'pending';
/** How the telling stands to the event. */
export type Telling = 'asserts' | 'confirms' | 'denies' | 'doubts' | 'declines';

/** Somebody or some state that takes part in an event. */
export interface Participant extends EntityRef {
  readonly role: Role;
  /** The party (state) that the participant acts for; its own id when it is a state; null when not known. */
  readonly party: EntityRef | null;
  readonly mention: Span | null;
}

/** The time of an event as this telling has it. */
export interface EventTime {
  readonly edtf: Edtf;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly basis: 'explicit' | 'deictic' | 'bounded' | 'inferred';
  readonly expression: Span | null;
}

/** One telling of something that happened, was planned, refused or called off. */
export interface EventMention extends AnnotationBase {
  readonly kind: 'event';
  /** Id of a type in `knowledge/codebook/event-types.json`. */
  readonly type: string;
  readonly trigger: Span;
  /** The clause that tells it. */
  readonly span: Span;
  readonly participants: readonly Participant[];
  readonly object: string | null;
  readonly place: string | null;
  readonly time: EventTime | null;
  readonly realis: Realis;
  readonly fate: Fate | null;
  readonly outcome: Outcome | null;
  readonly stance: Telling;
  /** Told as background to the story rather than as its news. */
  readonly background: boolean;
  /** The trigger of the occasion that it is done at, an event of its own: "rejected the offer at [talks]". Absent when none is told. */
  readonly setting?: Span;
  readonly codes: {
    readonly plover: string | null;
    readonly cameo: string | null;
    readonly icow: string | null;
  };
}

/** A loaded wording of a concept that `knowledge/` names neutrally. */
export interface Framing extends AnnotationBase {
  readonly kind: 'framing';
  readonly span: Span;
  readonly concept: string;
  readonly wording: string;
}

/** Any annotation. */
export type Annotation = TimeExpression | Mention | Attribution | EventMention | Framing;

/** The annotations of one article by layer, each in text order. */
export interface Annotations {
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly EventMention[];
  readonly framing: readonly Framing[];
}

/** No annotations. */
export const NO_ANNOTATIONS: Annotations = {
  times: [],
  mentions: [],
  attributions: [],
  events: [],
  framing: [],
};
