import { foldWords } from '../../lib/word-fold.ts';
import type { ArticleId } from '../../model/brand.ts';
import type { Claim, Statement } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { ArticleReader } from '../../model/store-port.ts';
import type { AccountInContext } from '../cards.ts';
import { eventCard, statementCard } from '../cards.ts';
import { certaintyOf, whenOf } from '../certainty.ts';
import { citeClaim } from './cite.ts';
import type { DeskLabels } from './labels.ts';
import { anchorOf, deskRow } from './row.ts';
import { distinct } from './source.ts';
import type { ClaimCard, DeskAccount, DeskRow } from './types.ts';

/** What a card needs besides the claim. */
export interface CardDeps {
  readonly reader: ArticleReader;
  readonly labels: DeskLabels;
  /** When the record learnt and changed the claim, oldest first. */
  readonly versions: ClaimCard['versions'];
  /** Claims told in the same clauses. */
  readonly related: readonly DeskRow[];
  readonly version: string;
  /** The claim's address in the desk, for citations. */
  readonly address: string;
  /** The record's title, for citations. */
  readonly title: string;
}

/** All that is known of a claim, its accounts in their places. */
export const claimCard = async (claim: Claim, deps: CardDeps): Promise<ClaimCard> => {
  const { reader, held } = keeping(deps.reader);
  const card =
    claim.kind === 'statement' ? await statementCard(claim, reader) : await eventCard(claim, reader);
  return {
    row: deskRow(claim, deps.labels),
    valid: validOf(claim),
    confidence: claim.confidence,
    accounts: card.accounts.map((account) => deskAccount(claim, account, held.get(account.article) ?? null)),
    differences: claim.differences,
    variants: claim.kind === 'statement' ? variantsOf(claim) : [],
    addressee: claim.kind === 'statement' ? claim.addressee : null,
    venue: claim.kind === 'statement' ? claim.venue : null,
    participants: claim.kind === 'event' ? claim.participants : [],
    object: claim.kind === 'event' ? claim.object : null,
    outcome: claim.kind === 'event' ? claim.outcome : null,
    versions: deps.versions,
    cite: citeClaim(claim, held, { title: deps.title, address: deps.address }),
    related: deps.related,
    version: deps.version,
  };
};

/** A reader that reads every page once and keeps what it read. */
const keeping = (
  reader: ArticleReader,
): { readonly reader: ArticleReader; readonly held: ReadonlyMap<ArticleId, Extraction> } => {
  const held = new Map<ArticleId, Extraction>();
  const extraction = async (article: ArticleId): Promise<Extraction | null> => {
    const kept = held.get(article);
    if (kept !== undefined) return kept;
    const read = await reader.extraction(article);
    if (read !== null) held.set(article, read);
    return read;
  };
  return { reader: { extraction }, held };
};

const validOf = (claim: Claim): ClaimCard['valid'] =>
  claim.valid === null ? null : { ...claim.valid, text: whenOf(claim), certainty: certaintyOf(claim) };

const deskAccount = (claim: Claim, account: AccountInContext, read: Extraction | null): DeskAccount => {
  const at = anchorOf(claim, account.telling);
  return {
    ...account,
    at: at !== null && read?.article.revision === at.revision ? at : null,
    language: read?.article.language ?? (claim.kind === 'statement' ? claim.language : 'und'),
    wording: claim.kind === 'statement' ? wordingOf(claim, account.telling) || null : null,
    wires: distinct(read?.article.wires ?? []),
  };
};

/** A telling's wording on one line; the characters it cites when it gives none. */
const wordingOf = (statement: Statement, number: number): string => {
  const told = statement.tellings[number]?.values.wording ?? citedWording(statement, number);
  return told.replace(/\s+/g, ' ').trim();
};

const citedWording = ({ evidence }: Statement, number: number): string =>
  evidence
    .filter(({ telling, role }) => telling === number && role === 'content')
    .map(({ exact }) => exact)
    .join(' … ');

const variantsOf = (statement: Statement): ClaimCard['variants'] => {
  const byWords = new Map<string, { readonly wording: string; readonly tellings: number[] }>();
  for (const number of statement.tellings.keys()) {
    const wording = wordingOf(statement, number);
    if (wording === '') continue;
    // Quotation marks and stops at the ends are house style, not wording.
    const words = foldWords(wording)
      .map(({ word }) => word)
      .join(' ');
    const known = byWords.get(words);
    if (known === undefined) byWords.set(words, { wording, tellings: [number] });
    else known.tellings.push(number);
  }
  return [...byWords.values()].sort(
    (x, y) => y.wording.length - x.wording.length || (x.tellings[0] ?? 0) - (y.tellings[0] ?? 0),
  );
};
