import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { EntityRef } from '../../../src/model/page.ts';
import type { DeskParty } from '../../../src/view/desk/types.ts';
import { useOverview } from '../lib/data.ts';
import '../styles/lists.css';

const NO_PARTIES: readonly DeskParty[] = [];
const known = new WeakMap<readonly DeskParty[], ReadonlyMap<string, DeskParty>>();

const byId = (parties: readonly DeskParty[]): ReadonlyMap<string, DeskParty> => {
  const found = known.get(parties) ?? new Map(parties.map((party) => [party.id, party]));
  known.set(parties, found);
  return found;
};

/** The parties of the dispute by id, with their tags and colour slots; empty until the overview is known. */
export const useParties = (): ReadonlyMap<string, DeskParty> => {
  const { data } = useOverview();
  const parties = data?.parties ?? NO_PARTIES;
  return useMemo(() => byId(parties), [parties]);
};

/** The class that colours a mark: one of six slots, or grey. */
export const slotClass = (slot: number | null): string => (slot === null ? 'slot-none' : `slot-${slot}`);

const initials = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3)
    .toLocaleUpperCase();

/** The parties, handed down by a list so that its marks need not ask one by one. */
export const PartiesOf = createContext<ReadonlyMap<string, DeskParty> | null>(null);

interface PartyMarkProps {
  readonly party: EntityRef;
}

/** A party: its colour with its tag beside it; the whole name for readers and on hover. Colour never stands alone. */
export const PartyMark = ({ party }: PartyMarkProps): ReactNode => {
  const given = useContext(PartiesOf);
  return given === null ? <AskingMark party={party} /> : <Mark party={party} found={given.get(party.id)} />;
};

const AskingMark = ({ party }: PartyMarkProps): ReactNode => (
  <Mark party={party} found={useParties().get(party.id)} />
);

const Mark = ({ party, found }: PartyMarkProps & { readonly found: DeskParty | undefined }): ReactNode => (
  <span className="party-mark" title={party.name}>
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" className={slotClass(found?.slot ?? null)}>
      <rect x="0.5" y="0.5" width="7" height="7" rx="1" />
    </svg>
    <span aria-hidden="true" className="party-tag">
      {found?.tag ?? initials(party.name)}
    </span>
    <span className="visually-hidden">{party.name}</span>
  </span>
);
