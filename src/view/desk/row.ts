import type { Citation, Claim } from '../../model/claim.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import { hull, isNonEmpty } from '../../model/span.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import { chain, speakerName } from '../accounts.ts';
import { clip, markOf } from '../timeline.ts';
import type { DeskLabels } from './labels.ts';
import { timesOf } from './placed.ts';
import type { Anchor, DeskRow } from './types.ts';
import { ownValue } from './words.ts';

/** Longest label of a row in UTF-16 units. */
const LABEL_WIDTH = 160;

/** A claim as a row of a list, with the passage that a search hit. */
export const deskRow = (claim: Claim, labels: DeskLabels, hit: DeskRow['hit'] = null): DeskRow =>
  headRow(claim, rowAnchor(claim), labels, hit);

/** The row of a claim whose characters are known to stand at `at`. */
export const headRow = (
  claim: ClaimHead,
  at: Anchor,
  labels: DeskLabels,
  hit: DeskRow['hit'] = null,
): DeskRow => ({
  id: claim.id,
  kind: claim.kind,
  times: timesOf(claim),
  label: labelOf(claim, LABEL_WIDTH),
  parties: partiesOf(claim),
  ...(claim.kind === 'statement' ? statementFields(claim, labels) : eventFields(claim, labels)),
  witnesses: claim.witnesses,
  differs: factualSlots(claim),
  at,
  hit,
});

/** Where the characters stand that a claim's row leads to. */
export const rowAnchor = (claim: Claim): Anchor =>
  shownOf(claim) ?? anchorOf(claim, 0) ?? whole(claim.evidence[0], [claim.evidence[0].span]);

/** One line for a claim, cut to at most `width` UTF-16 units: an event's label, `Ada Voss said: …`. */
export const labelOf = (claim: ClaimHead, width: number): string =>
  clip(
    claim.kind === 'event'
      ? claim.label
      : `${speakerName(claim)} ${claim.act}: ${claim.wording.replace(/\s/g, ' ')}`,
    width,
  );

/** The parties of a claim, each once: whom a statement is made for, whom an event's participants act for. */
export const partiesOf = (claim: ClaimHead): readonly EntityRef[] => {
  const parties =
    claim.kind === 'statement' ? [claim.behalf] : claim.participants.map((participant) => participant.party);
  const byId = new Map<string, EntityRef>();
  for (const party of parties) if (party !== null && !byId.has(party.id)) byId.set(party.id, party);
  return [...byId.values()];
};

/** The slots in which accounts give differing facts; loaded wordings of one concept are not differing facts. */
export const factualSlots = ({ differences }: ClaimHead): readonly string[] => [
  ...new Set(differences.map(({ slot }) => slot).filter((slot) => !slot.startsWith('framing:'))),
];

/** The name that the pack or codebook gives an id; the id itself, blanks for its underscores, when there is none. */
export const labelOfId = (table: Readonly<Record<string, string>>, id: string): string =>
  ownValue(table, id) ?? id.replaceAll('_', ' ');

/**
 * Where the characters of one telling stand: what makes up a statement's wording, the first clause of an event, else all
 * that it cites. What one page tells in several places is not joined: nobody meant the text between them. Null when that
 * telling cites nothing.
 */
export const anchorOf = (claim: Claim, telling: number): Anchor | null => {
  const cited = claim.evidence.filter((citation) => citation.telling === telling);
  const wanted = claim.kind === 'statement' ? 'content' : 'clause';
  const told = cited.filter(({ role }) => role === wanted);
  const wording = claim.tellings[telling]?.values.wording;
  const own =
    claim.kind === 'event'
      ? told.slice(0, 1)
      : wording === undefined
        ? told
        : (piecesOf(told, wording) ?? told);
  const spans = (own.length > 0 ? own : cited).map(({ span }) => span);
  const first = cited[0];
  return first === undefined || !isNonEmpty(spans) ? null : whole(first, spans);
};

/** Where the wording that a statement's row shows stands: in the first account that has all of it. */
const shownOf = (claim: Claim): Anchor | null => {
  if (claim.kind === 'event') return null;
  const contents = claim.evidence.filter(({ role }) => role === 'content');
  const [first, ...others] = piecesOf(contents, claim.wording) ?? [];
  return first === undefined ? null : whole(first, [first.span, ...others.map(({ span }) => span)]);
};

/** The citations of one telling, in a row, whose words put together as wordings are make up a wording; null when none do. */
const piecesOf = (cited: readonly Citation[], wording: string): readonly Citation[] | null => {
  for (const [from, first] of cited.entries()) {
    let words = first.exact;
    let to = from + 1;
    while (words.length < wording.length && cited[to]?.telling === first.telling) {
      words = `${words} … ${cited[to]?.exact ?? ''}`;
      to += 1;
    }
    if (words === wording) return cited.slice(from, to);
  }
  return null;
};

const whole = ({ article, revision }: Citation, spans: readonly [Span, ...Span[]]): Anchor => ({
  article,
  revision,
  ...hull(spans),
});

type Fields = Omit<
  DeskRow,
  'id' | 'kind' | 'times' | 'label' | 'parties' | 'witnesses' | 'differs' | 'at' | 'hit'
>;
type Of<K extends Claim['kind']> = Extract<ClaimHead, { readonly kind: K }>;

const statementFields = (statement: Of<'statement'>, labels: DeskLabels): Fields => ({
  speaker: { id: statement.speaker?.id ?? null, name: speakerName(statement) },
  behalf: statement.behalf,
  addressee: statement.addressee,
  act: statement.act,
  mode: statement.mode,
  wording: statement.wording.replace(/\s/g, ' '),
  language: statement.language,
  chain: chain(statement),
  issues: statement.issues.map(({ id, stance }) => ({ id, label: labelOfId(labels.issues, id), stance })),
  type: null,
  status: null,
  place: null,
  background: false,
});

const eventFields = (event: Of<'event'>, labels: DeskLabels): Fields => ({
  speaker: null,
  behalf: null,
  addressee: null,
  act: null,
  mode: null,
  wording: null,
  language: null,
  chain: null,
  issues: [],
  type: { id: event.type, label: labelOfId(labels.eventTypes, event.type) },
  status: markOf(event) ?? 'happened',
  place: event.place,
  background: event.background,
});
