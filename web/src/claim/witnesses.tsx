import { type ReactNode, useState } from 'react';
import type { ClaimCard, DeskAccount } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';
import { AccountBlock } from '../parts/account.tsx';
import { Ticks } from '../parts/ticks.tsx';

/** Witnesses shown at first; more come with a button. */
const FIRST = 20;

/** The accounts of one witness: the first, and the copies of its text. */
interface Witness {
  readonly number: number;
  readonly first: DeskAccount;
  readonly copies: readonly DeskAccount[];
}

/** Who tells it: every account with its passage, copies of one text folded under their witness. */
export const WitnessList = ({ card }: { readonly card: ClaimCard }): ReactNode => {
  const [shown, setShown] = useState(FIRST);
  const witnesses = witnessesOf(card.accounts);
  return (
    <section aria-labelledby="witnesses">
      <h2 id="witnesses">{witnessTitle(card, witnesses)}</h2>
      <p className="small">
        <Ticks witnesses={card.row.witnesses} />
      </p>
      {witnesses.slice(0, shown).map((witness) => (
        <WitnessBlock key={witness.number} witness={witness} />
      ))}
      {witnesses.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 100)}>
          {t('witness.more', { n: witnesses.length - shown })}
        </button>
      )}
    </section>
  );
};

const WitnessBlock = ({ witness: { first, copies } }: { readonly witness: Witness }): ReactNode => (
  <div className="witness">
    <AccountBlock account={first} />
    {copies.length > 0 && (
      <details className="copies">
        <summary>{t('witness.copies', { n: copies.length, name: originOf([first, ...copies]) })}</summary>
        {copies.map((account) => (
          <AccountBlock key={account.telling} account={account} />
        ))}
      </details>
    )}
  </div>
);

const witnessTitle = ({ row }: ClaimCard, witnesses: readonly Witness[]): string => {
  const { articles, independent } = row.witnesses;
  const only = witnesses.length === 1 ? witnesses[0] : undefined;
  return only !== undefined && only.copies.length > 0
    ? t('witness.title-copies', { articles, independent, name: originOf([only.first, ...only.copies]) })
    : t('witness.title', { articles, independent });
};

/** Whose text it is that copies carry: the agency they name, else the outlet of the first. */
const originOf = (accounts: readonly DeskAccount[]): string => {
  const named = accounts.flatMap(({ wires, via }) => [...wires, ...via.slice(-1)]).map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? accounts[0]?.outlet?.name ?? t('source.no-outlet');
};

/** Accounts by witness, in the order of their tellings; the first is one whose characters can be shown. */
const witnessesOf = (accounts: readonly DeskAccount[]): readonly Witness[] => {
  const groups = new Map<number, DeskAccount[]>();
  for (const account of accounts) {
    const members = groups.get(account.witness);
    if (members === undefined) groups.set(account.witness, [account]);
    else members.push(account);
  }
  return [...groups].flatMap(([number, members]) => {
    const first = members.find(({ at }) => at !== null) ?? members[0];
    return first === undefined
      ? []
      : [{ number, first, copies: members.filter((member) => member !== first) }];
  });
};
