import type { Act, AttributionMode, Fate, IssueStance, Outcome, Participant, Realis } from './annotation.ts';
import type { ArticleId, ClaimId, Day, Digest, Edtf, Instant, PageId, RuleId } from './brand.ts';
import type { EntityRef } from './page.ts';
import type { NonEmpty, Span } from './span.ts';
import { cover } from './span.ts';

/** The place a claim rests on. Law: `exact === cover(article.text, span)`, checked on every write and read. */
export interface Citation {
  readonly page: PageId;
  readonly article: ArticleId;
  readonly revision: Digest;
  readonly span: Span;
  readonly exact: string;
  /** What part of the claim it bears, so that a view can put marks under the words. */
  readonly role: 'content' | 'cue' | 'source' | 'trigger' | 'clause' | 'time' | 'place' | 'participant';
  /** Citations of one telling share its number; tellings of a claim are numbered from 0. */
  readonly telling: number;
}

/** When it happened, was said or held: never when it was reported or recorded. */
export interface ValidTime {
  readonly edtf: Edtf;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly basis: 'explicit' | 'deictic' | 'bounded' | 'inferred';
}

/** How widely a claim is told. Copies of one text are one independent witness. */
export interface Witnesses {
  readonly articles: number;
  readonly outlets: number;
  readonly independent: number;
}

/** One article's telling of a claim. */
export interface Telling {
  readonly article: ArticleId;
  readonly outlet: EntityRef | null;
  readonly published: {
    readonly edtf: Edtf;
    readonly earliest: Day | null;
    readonly latest: Day | null;
  } | null;
  readonly via: readonly EntityRef[];
  /** Tellings of one witness (copies of one text) share its number, counted from 0. */
  readonly witness: number;
  readonly rule: RuleId;
  readonly confidence: number;
  /** The values this telling gives for the slots of the claim, as strings for comparison and for show. */
  readonly values: Readonly<Record<string, string>>;
}

/** A slot for which tellings give values that cannot both hold (or that differ in degree). */
export interface Difference {
  readonly slot: string;
  /** The values met, each with the numbers of the tellings that give it. */
  readonly values: NonEmpty<{ readonly value: string; readonly tellings: NonEmpty<number> }>;
}

interface ClaimBase {
  readonly id: ClaimId;
  readonly valid: ValidTime | null;
  readonly evidence: NonEmpty<Citation>;
  readonly tellings: NonEmpty<Telling>;
  readonly witnesses: Witnesses;
  readonly differences: readonly Difference[];
  readonly confidence: number;
}

/** An actor said something. One claim, however many articles tell it. */
export interface Statement extends ClaimBase {
  readonly kind: 'statement';
  readonly speaker: EntityRef | null;
  readonly behalf: EntityRef | null;
  readonly act: Act;
  readonly mode: AttributionMode;
  /** The fullest wording met, as it stands in the cited article (pieces joined by ` … `). */
  readonly wording: string;
  readonly language: string;
  readonly via: readonly EntityRef[];
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly issues: readonly { readonly id: string; readonly stance: IssueStance['stance'] }[];
}

/** Something happened, was planned, refused or called off. One claim, one telling an article. */
export interface EventClaim extends ClaimBase {
  readonly kind: 'event';
  readonly type: string;
  readonly participants: readonly Omit<Participant, 'mention'>[];
  readonly object: string | null;
  readonly place: string | null;
  readonly realis: Realis;
  readonly fate: Fate | null;
  readonly outcome: Outcome | null;
  readonly background: boolean;
  /** The occasion that it was done at, where a telling says so; absent when none does. */
  readonly setting?: ClaimId;
  /** One line for lists: `Vladimir Putin and Shinzo Abe meet in Nagato`. */
  readonly label: string;
}

/** Anything the record asserts. Positions, commitments and disagreements join with their issue. */
export type Claim = Statement | EventClaim;
/** The kinds of claims. */
export type ClaimKind = Claim['kind'];

/** A claim as the store holds it: `recorded` is transaction time, [from, to), written only by a store. */
export interface Version<C extends Claim = Claim> {
  readonly claim: C;
  readonly recorded: { readonly from: Instant; readonly to: Instant | null };
}

/** Whether the citation still says what stands in the text. */
export const holds = (citation: Citation, text: string): boolean =>
  citation.exact === cover(text, citation.span);
