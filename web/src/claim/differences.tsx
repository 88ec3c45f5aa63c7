import type { ReactNode } from 'react';
import type { Difference } from '../../../src/model/claim.ts';
import type { ClaimCard, DeskAccount } from '../../../src/view/desk/types.ts';
import { slotName } from '../lib/slot-name.ts';
import { t } from '../messages/index.ts';
import { PassageQuote, publishedWords, useAccountAddress } from '../parts/account.tsx';
import { Link } from '../parts/link.tsx';

/** Columns of the table; more accounts are counted. */
const COLUMNS = 12;

/** Accounts that give the same values, by their first. */
interface Column {
  readonly account: DeskAccount;
  readonly values: readonly (string | null)[];
  readonly alike: number;
}

/** The accounts that differ: a row for each slot, a column for each account, its passage under it. */
export const Differences = ({ card }: { readonly card: ClaimCard }): ReactNode => {
  if (card.differences.length === 0) return null;
  const columns = columnsOf(card);
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{t('differences.title', { n: card.differences.length })}</h2>
      <p className="muted small">{t('differences.explain')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroll-x" tabIndex={0} aria-label={t('differences.table')}>
        <table className="differences">
          <thead>
            <tr>
              <th scope="col">{t('differences.slot')}</th>
              {columns.slice(0, COLUMNS).map((column) => (
                <th key={column.account.telling} scope="col">
                  <AccountName column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {card.differences.map((difference, index) => (
              <SlotRow
                key={difference.slot}
                difference={difference}
                index={index}
                columns={columns.slice(0, COLUMNS)}
              />
            ))}
            <tr>
              <th scope="row">{t('differences.passage')}</th>
              {columns.slice(0, COLUMNS).map(({ account }) => (
                <td key={account.telling}>
                  <PassageQuote account={account} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {columns.length > COLUMNS && (
        <p className="muted small">{t('differences.more', { n: columns.length - COLUMNS })}</p>
      )}
    </section>
  );
};

const columnsOf = (card: ClaimCard): readonly Column[] => {
  const columns = new Map<string, Column>();
  for (const account of card.accounts) {
    const values = card.differences.map((difference) => valueIn(difference, account.telling));
    if (values.every((value) => value === null)) continue;
    const key = JSON.stringify([account.witness, values]);
    const before = columns.get(key);
    columns.set(
      key,
      before === undefined ? { account, values, alike: 0 } : { ...before, alike: before.alike + 1 },
    );
  }
  return [...columns.values()];
};

const valueIn = ({ values }: Difference, telling: number): string | null =>
  values.find(({ tellings }) => tellings.includes(telling))?.value ?? null;

const AccountName = ({ column: { account, alike } }: { readonly column: Column }): ReactNode => {
  const address = useAccountAddress();
  return (
    <>
      <Link to={address(account)}>{account.outlet?.name ?? t('source.no-outlet')}</Link>
      <span className="account-day">{publishedWords(account)}</span>
      {alike > 0 && <span className="muted small"> {t('differences.alike', { n: alike })}</span>}
    </>
  );
};

const SlotRow = ({
  difference,
  index,
  columns,
}: {
  readonly difference: Difference;
  readonly index: number;
  readonly columns: readonly Column[];
}): ReactNode => (
  <tr>
    <th scope="row">{slotName(difference.slot)}</th>
    {columns.map(({ account, values }) => (
      <td key={account.telling} className="slot-value">
        {values[index] === null || values[index] === undefined ? (
          <span className="muted">{t('differences.silent')}</span>
        ) : (
          valueWords(difference.slot, values[index])
        )}
      </td>
    ))}
  </tr>
);

/** Coded values in words; what stands in the text as it stands there. */
const valueWords = (slot: string, value: string): string => {
  if (slot !== 'realis') return value.replaceAll('_', ' ');
  switch (value) {
    case 'actual':
      return t('realis.actual');
    case 'negated':
      return t('realis.negated');
    case 'hypothetical':
      return t('realis.hypothetical');
    default:
      return value;
  }
};
