import type { ClaimId } from '../model/brand.ts';
import type { Claim, Difference, EventClaim, Statement, ValidTime, Witnesses } from '../model/claim.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { ArticleReader } from '../model/store-port.ts';
import type { Account } from './accounts.ts';
import { accounts, chain, differs, speakerName } from './accounts.ts';
import { whenOf } from './certainty.ts';
import { formatEdtf } from './edtf-text.ts';
import type { Passage } from './passage.ts';
import { passage } from './passage.ts';
import type { RealisMark } from './timeline.ts';
import { markOf, sortKey } from './timeline.ts';

/** One statement of a list. */
export interface StatementRow extends Witnesses {
  readonly id: ClaimId;
  readonly when: string;
  readonly sort: string;
  /** The speaker's name, or the words of the source, or `unnamed source`. */
  readonly speaker: string;
  readonly behalf: EntityRef | null;
  readonly act: Statement['act'];
  readonly mode: Statement['mode'];
  /** One line: white space folded to blanks. */
  readonly wording: string;
  readonly language: string;
  /** `Ada Voss → Northern Wire → The Harbour Post`. */
  readonly chain: string;
  readonly issues: Statement['issues'];
  readonly differs: boolean;
}

/** An account with the passage that it rests on. */
export interface AccountInContext extends Account {
  /** `Ada Voss → Northern Wire → The Harbour Post`; the outlet alone for events. */
  readonly chain: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly path: string | null;
  /** Why the article counts as published that day: the rule, and the words that were read; null when not known. */
  readonly publishedBy: { readonly rule: string; readonly raw: string | null } | null;
  /** Null when the reader does not hold the article in the cited revision. */
  readonly passage: Passage | null;
}

interface Card extends Witnesses {
  readonly id: ClaimId;
  readonly when: string;
  readonly valid: ValidTime | null;
  readonly confidence: number;
  readonly accounts: readonly AccountInContext[];
  readonly differences: readonly Difference[];
}

/** All that is known of a statement. */
export interface StatementCard extends Card {
  readonly kind: 'statement';
  readonly row: StatementRow;
  readonly speaker: EntityRef | null;
  readonly addressee: string | null;
  readonly venue: string | null;
}

/** All that is known of an event. */
export interface EventCard extends Card {
  readonly kind: 'event';
  readonly label: string;
  readonly type: string;
  readonly mark: RealisMark | null;
  readonly participants: EventClaim['participants'];
  readonly object: string | null;
  readonly place: string | null;
  readonly outcome: EventClaim['outcome'];
  readonly background: boolean;
  /** The claim of the occasion that it was done at. */
  readonly setting: EventClaim['id'] | null;
}

/** Characters of a passage on a card unless told otherwise. */
const PASSAGE_WIDTH = 480;

/** The statements as rows, in the order of the timeline; other claims are left out. */
export const statementRows = (claims: readonly Claim[]): readonly StatementRow[] =>
  claims
    .filter((claim) => claim.kind === 'statement')
    .map(rowOf)
    .sort((x, y) => (x.sort < y.sort ? -1 : x.sort > y.sort ? 1 : 0));

const rowOf = (statement: Statement): StatementRow => ({
  id: statement.id,
  when: whenOf(statement),
  sort: sortKey(statement),
  speaker: speakerName(statement),
  behalf: statement.behalf,
  act: statement.act,
  mode: statement.mode,
  wording: statement.wording.replace(/\s/g, ' '),
  language: statement.language,
  chain: chain(statement),
  issues: statement.issues,
  ...statement.witnesses,
  differs: differs(statement),
});

/** The card of a statement; passages are read through `reader` and are `width` characters at most. */
export const statementCard = async (
  statement: Statement,
  reader: ArticleReader,
  width: number = PASSAGE_WIDTH,
): Promise<StatementCard> => ({
  kind: 'statement',
  ...(await cardOf(statement, reader, width)),
  row: rowOf(statement),
  speaker: statement.speaker,
  addressee: statement.addressee,
  venue: statement.venue,
});

/** The card of an event; passages are read through `reader` and are `width` characters at most. */
export const eventCard = async (
  event: EventClaim,
  reader: ArticleReader,
  width: number = PASSAGE_WIDTH,
): Promise<EventCard> => ({
  kind: 'event',
  ...(await cardOf(event, reader, width)),
  label: event.label,
  type: event.type,
  mark: markOf(event),
  participants: event.participants,
  object: event.object,
  place: event.place,
  outcome: event.outcome,
  background: event.background,
  setting: event.setting ?? null,
});

const cardOf = async (claim: Claim, reader: ArticleReader, width: number): Promise<Card> => {
  const inContext: AccountInContext[] = [];
  // One after the other: a reader may hold one connection, and a card has few accounts.
  for (const account of accounts(claim)) inContext.push(await readAccount(claim, account, reader, width));
  return {
    id: claim.id,
    when: whenOf(claim),
    valid: claim.valid,
    confidence: claim.confidence,
    ...claim.witnesses,
    accounts: inContext,
    differences: claim.differences,
  };
};

const readAccount = async (
  claim: Claim,
  account: Account,
  reader: ArticleReader,
  width: number,
): Promise<AccountInContext> => {
  const citations = claim.evidence.filter(({ telling }) => telling === account.telling);
  const extraction = await reader.extraction(account.article);
  const article = extraction?.article ?? null;
  const isHeld = article !== null && citations.every(({ revision }) => revision === article.revision);
  const published = article === null ? null : publishedOf(article);
  return {
    ...account,
    chain:
      claim.kind === 'statement'
        ? chain(claim, claim.tellings[account.telling])
        : (account.outlet?.name ?? 'unnamed outlet'),
    published: published === null ? account.published : formatEdtf(published.value.edtf),
    title: article?.title ?? null,
    url: article?.url ?? null,
    path: extraction?.page.path ?? null,
    publishedBy: published === null ? null : { rule: published.rule, raw: published.raw },
    passage: isHeld ? passage(citations, article.text, width) : null,
  };
};
