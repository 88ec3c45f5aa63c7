import type { ReactNode } from 'react';
import type { Clock, DeskRow } from '../../../src/view/desk/types.ts';
import { readerAddress } from '../lib/anchor-link.ts';
import { addressOf, lasting, type Place, usePlace } from '../lib/place.ts';
import { slotName } from '../lib/slot-name.ts';
import { t } from '../messages/index.ts';
import { Link } from './link.tsx';
import { PartyMark } from './party-mark.tsx';
import { Marked, Quoted } from './quoted.tsx';
import { StanceMark } from './stance-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { Ticks } from './ticks.tsx';
import { When } from './when.tsx';
import '../styles/lists.css';

/** The address of a claim's page that keeps clock and as-of. */
export const openAddress = ({ dispute, params }: Place, { id, kind }: Pick<DeskRow, 'id' | 'kind'>): string =>
  addressOf(dispute, kind === 'statement' ? 'statements' : 'events', id, lasting(params));

/** The words of a statement, in quotation marks when they are the speaker's own; the passage of a hit, if there is one. */
export const Wording = ({ row }: { readonly row: DeskRow }): ReactNode => {
  const { hit, wording, mode, language } = row;
  if (hit !== null)
    return (
      <Quoted language={language}>
        <Marked text={hit.text} marks={hit.marks} />
      </Quoted>
    );
  const words = wording ?? '';
  // Wording that has quotation marks of its own needs none of ours.
  const isBare = mode === 'direct' && !/["“”„«»「」『』]/.test(words);
  return <Quoted language={language}>{isBare ? `“${words}”` : words}</Quoted>;
};

/** The stances of a statement on its issues, or how an event stands. */
const Marks = ({ row }: { readonly row: DeskRow }): ReactNode => {
  if (row.status !== null) return <StatusMark status={row.status} />;
  // One stance is named beside its mark; of several the names are on hover and for readers, for want of room.
  const [first, ...others] = row.issues;
  if (first === undefined) return null;
  if (others.length === 0)
    return <StanceMark stance={first.stance} hint={first.label} word={first.stance !== null} />;
  return row.issues.map(({ id, label, stance }) => <StanceMark key={id} stance={stance} issue={label} />);
};

const Label = ({ row }: { readonly row: DeskRow }): ReactNode => {
  if (row.kind === 'event')
    return row.hit === null ? (
      row.label
    ) : (
      <>
        {row.label} <Wording row={row} />
      </>
    );
  return (
    <>
      <span className="claim-speaker">{row.speaker?.name ?? t('claim.speaker.unknown')}</span>{' '}
      {row.act !== null && t(`act.${row.act}`)} <Wording row={row} />
    </>
  );
};

/** Through whom we know of a statement; where an event was, and how many outlets tell of it. */
const throughOf = (row: DeskRow): string => {
  if (row.kind === 'statement') return row.chain ?? t('witnesses.outlets', { n: row.witnesses.outlets });
  const outlets = t('witnesses.outlets', { n: row.witnesses.outlets });
  return row.place === null ? outlets : `${row.place} · ${outlets}`;
};

/**
 * A claim as one line (two where it is narrow): when, mark, parties, what, sourcing, through whom, what differs; a link to
 * its page, and one to its characters. `whole` shows all of the wording on as many lines as it takes.
 */
export const ClaimLine = ({
  row,
  clock,
  isReachable = true,
  whole = false,
}: {
  readonly row: DeskRow;
  /** The clock of the address when absent. */
  readonly clock?: Clock;
  /** Whether its links are stops of the Tab key; in a list only those of one row are. */
  readonly isReachable?: boolean;
  readonly whole?: boolean;
}): ReactNode => {
  const place = usePlace();
  const shown = clock ?? place.query.clock;
  const stop = isReachable ? 0 : -1;
  const through = throughOf(row);
  return (
    <div
      className={`claim-line claim-${row.kind}${whole ? ' is-whole' : ''}${row.background ? ' is-background' : ''}`}
    >
      <div className="claim-cells">
        <span className="claim-when">
          <When placed={row.times[shown]} clock={shown} />
        </span>
        <span className="claim-marks">
          <Marks row={row} />
        </span>
        <span className="claim-parties">
          {row.parties.map((party) => (
            <PartyMark key={party.id} party={party} />
          ))}
        </span>
        <Link
          to={openAddress(place, row)}
          className="claim-open"
          tabIndex={stop}
          title={whole ? undefined : row.label}
        >
          <Label row={row} />
        </Link>
        <span className="claim-side">
          {row.background && <span className="claim-note">{t('claim.background')}</span>}
          {row.differs.length > 0 && (
            <span className="claim-differs">
              {t('claim.differs', { slots: row.differs.map(slotName).join(', ') })}
            </span>
          )}
        </span>
        <Ticks witnesses={row.witnesses} />
        <span className="claim-through" title={through}>
          {through}
        </span>
        <Link
          to={readerAddress(place.dispute, row.at, row.wording ?? '')}
          className="claim-read"
          tabIndex={stop}
          aria-label={t('claim.read.label', { label: row.label })}
        >
          {t('claim.read')}
        </Link>
      </div>
    </div>
  );
};
