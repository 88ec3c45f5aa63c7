import type { ArticleId } from '../model/brand.ts';
import type { Difference, Telling } from '../model/claim.ts';
import type { EntityRef } from '../model/page.ts';
import type { ClaimHead } from '../model/store-port.ts';
import { formatEdtf } from './edtf-text.ts';

/** A statement without its evidence. */
export type StatementHead = Extract<ClaimHead, { readonly kind: 'statement' }>;

/** One article's account of a claim, for show. */
export interface Account {
  /** Number of the telling, as in the claim's citations. */
  readonly telling: number;
  readonly article: ArticleId;
  readonly outlet: EntityRef | null;
  /** `22 Jan 2019`, or `undated`. */
  readonly published: string;
  /** Whom it credits, nearest the speaker first. */
  readonly via: readonly EntityRef[];
  /** Tellings with one number are one independent witness. */
  readonly witness: number;
  readonly values: Readonly<Record<string, string>>;
  /** Slots for which this account gives another value than some other account. */
  readonly differs: readonly string[];
}

/** The accounts of a claim in the order of its tellings. */
export const accounts = (claim: ClaimHead): readonly Account[] =>
  claim.tellings.map((telling, index) => ({
    telling: index,
    article: telling.article,
    outlet: telling.outlet,
    published: telling.published === null ? 'undated' : formatEdtf(telling.published.edtf),
    via: telling.via,
    witness: telling.witness,
    values: telling.values,
    differs: claim.differences
      .filter(({ values }) => values.some(({ tellings }) => tellings.includes(index)))
      .map(({ slot }) => slot),
  }));

/** Whether accounts give facts that differ; loaded wordings of one concept are not differing facts. */
export const differs = ({ differences }: ClaimHead): boolean => differences.some(isFactual);

const isFactual = ({ slot }: Difference): boolean => !slot.startsWith('framing:');

/**
 * Through whom we know it: speaker, those credited, outlet, joined by ` → `, each once. For the first telling unless
 * another is given: `Ada Voss → Northern Wire → The Harbour Post`.
 */
export const chain = (statement: StatementHead, telling: Telling = statement.tellings[0]): string => {
  const via = telling.via.length > 0 ? telling.via : telling === statement.tellings[0] ? statement.via : [];
  const names = [
    speakerName(statement, telling),
    ...via.map(({ name }) => name),
    telling.outlet?.name ?? 'unnamed outlet',
  ];
  return names.filter((name, index) => name !== names[index - 1]).join(' → ');
};

/** The speaker's name; the words of the source when the speaker is not known; `unnamed source` when there are none. */
export const speakerName = (statement: StatementHead, telling: Telling = statement.tellings[0]): string =>
  statement.speaker?.name ?? (telling.values.source?.replace(/\s+/g, ' ').trim() || 'unnamed source');
