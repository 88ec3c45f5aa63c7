import type { ClaimId, Day } from '../model/brand.ts';
import type { ClaimKind, EventClaim, ValidTime } from '../model/claim.ts';
import type { ClaimHead } from '../model/store-port.ts';
import type { StatementHead } from './accounts.ts';
import { differs, speakerName } from './accounts.ts';
import { type Certainty, certaintyOf, whenOf } from './certainty.ts';

/** What stands beside an event that is not plainly told as having happened. */
export type RealisMark =
  | 'held'
  | 'ongoing'
  | 'standing'
  | 'planned'
  | 'proposed'
  | 'possible'
  | 'did not happen'
  | 'cancelled'
  | 'postponed'
  | 'lapsed';

/** One line of the timeline. */
export interface TimelineRow {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  /** For people: `15 Dec 2016`, `since 1945`, `undated`. */
  readonly when: string;
  /** For ordering, by code units. */
  readonly sort: string;
  readonly valid: ValidTime | null;
  readonly certainty: Certainty;
  /** Event type; `statement` for statements. */
  readonly type: string;
  readonly label: string;
  /** Null for statements and for events that simply happened. */
  readonly mark: RealisMark | null;
  readonly background: boolean;
  readonly articles: number;
  readonly outlets: number;
  readonly independent: number;
  /** Whether accounts differ about a fact. */
  readonly differs: boolean;
}

/** What to list; all given conditions must hold. */
export interface TimelineOptions {
  readonly kind?: ClaimKind;
  /** Only what can have been on or after `from`, and on or before `to`. Undated claims are left out when either is given. */
  readonly from?: Day;
  readonly to?: Day;
  /** Whether to list events that are only told as background; true when absent. */
  readonly background?: boolean;
  /** Longest label in UTF-16 units; 160 when absent. */
  readonly labelWidth?: number;
}

/** The claims as a timeline: by the first day they can have been, then what is only bounded by its pages, undated last. */
export const timeline = (
  claims: readonly ClaimHead[],
  options: TimelineOptions = {},
): readonly TimelineRow[] =>
  claims
    .filter((claim) => isWanted(claim, options))
    .map((claim) => rowOf(claim, options.labelWidth ?? 160))
    .sort((x, y) => (x.sort < y.sort ? -1 : x.sort > y.sort ? 1 : 0));

const isWanted = (claim: ClaimHead, { kind, from, to, background = true }: TimelineOptions): boolean => {
  if (kind !== undefined && claim.kind !== kind) return false;
  if (!background && claim.kind === 'event' && claim.background) return false;
  if (from === undefined && to === undefined) return true;
  if (claim.valid === null) return false;
  const { earliest, latest } = claim.valid;
  const isAfter = from === undefined || latest === null || latest >= from;
  return isAfter && (to === undefined || earliest === null || earliest <= to);
};

const rowOf = (claim: ClaimHead, labelWidth: number): TimelineRow => ({
  id: claim.id,
  kind: claim.kind,
  when: whenOf(claim),
  certainty: certaintyOf(claim),
  sort: sortKey(claim),
  valid: claim.valid,
  type: claim.kind === 'event' ? claim.type : 'statement',
  label: clip(claim.kind === 'event' ? claim.label : statementLabel(claim), labelWidth),
  mark: claim.kind === 'event' ? markOf(claim) : null,
  background: claim.kind === 'event' && claim.background,
  ...claim.witnesses,
  differs: differs(claim),
});

/**
 * By first day, the narrower first; what is only bounded above stands behind its last day. What only the bounds of undated
 * pages place comes after all that is dated, and undated claims come last. Ends in the id.
 */
export const sortKey = (claim: ClaimHead): string => {
  const { id, valid } = claim;
  return `${{ dated: 0, bounded: 1, undated: 2 }[certaintyOf(claim)]} ${orderOf(id, valid)}`;
};

const orderOf = (id: ClaimId, valid: ValidTime | null): string => {
  if (valid?.earliest) return `${valid.earliest} 0 ${valid.latest ?? '~'} ${id}`;
  return valid?.latest ? `${valid.latest} 1 ${id}` : `~ ${id}`;
};

/** `Ada Voss said: “We will not sell the lighthouse.”` */
const statementLabel = (statement: StatementHead): string =>
  `${speakerName(statement)} ${statement.act}: ${statement.wording.replace(/\s/g, ' ')}`;

const MARKS: Readonly<Record<EventClaim['realis'], RealisMark | null>> = {
  actual: null,
  ongoing: 'ongoing',
  standing: 'standing',
  planned: 'planned',
  proposed: 'proposed',
  hypothetical: 'possible',
  negated: 'did not happen',
};

/** The mark of an event: its fate when one is told, else what its realis says. */
export const markOf = ({ realis, fate }: Pick<EventClaim, 'realis' | 'fate'>): RealisMark | null =>
  fate ?? MARKS[realis];

/** `text` cut at a word border to at most `width` UTF-16 units, with `…` at the end when it was cut. */
export const clip = (text: string, width: number): string => {
  if (text.length <= width) return text;
  const cut = text.slice(0, Math.max(0, width - 1));
  const border = /\s/.test(text[cut.length] ?? '') ? cut.length : cut.search(/\s\S*$/);
  const kept = border >= width / 2 ? cut.slice(0, border) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
};
