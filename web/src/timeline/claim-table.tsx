import type { ReactNode } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimList, ClaimListQuery, DeskRow } from '../../../src/view/desk/types.ts';
import { readerAddress } from '../lib/anchor-link.ts';
import { addressOf, type Place, usePlace } from '../lib/place.ts';
import { type MessageKey, t } from '../messages/index.ts';
import { openAddress, Wording } from '../parts/claim-line.tsx';
import { Link } from '../parts/link.tsx';
import { stanceWord } from '../parts/stance-mark.tsx';
import { sourcing } from '../parts/ticks.tsx';
import { When } from '../parts/when.tsx';
import '../styles/lists.css';

interface Column {
  readonly id: string;
  readonly name: MessageKey;
  readonly cell: (row: DeskRow, query: ClaimListQuery, place: Place) => ReactNode;
}

const issuesOf = ({ issues }: DeskRow): string =>
  issues.map(({ label, stance }) => `${label}: ${stanceWord(stance)}`).join('; ');

const WHEN: Column = {
  id: 'when',
  name: 'table.when',
  cell: ({ times }, { clock }) => <When placed={times[clock]} clock={clock} />,
};
const PARTIES: Column = {
  id: 'parties',
  name: 'table.parties',
  cell: ({ parties }) => parties.map(({ name }) => name).join(', '),
};
const TAIL: readonly Column[] = [
  { id: 'sourcing', name: 'table.sourcing', cell: ({ witnesses }) => sourcing(witnesses) },
  { id: 'chain', name: 'table.chain', cell: ({ chain }) => chain },
  { id: 'differs', name: 'table.differs', cell: ({ differs }) => differs.join(', ') },
  {
    id: 'read',
    name: 'table.read',
    cell: (row, _query, { dispute }) => (
      <Link
        to={readerAddress(dispute, row.at, row.wording ?? '')}
        aria-label={t('claim.read.label', { label: row.label })}
      >
        {t('claim.read')}
      </Link>
    ),
  },
];
const SPEAKER: Column = {
  id: 'speaker',
  name: 'table.speaker',
  cell: ({ speaker, kind }) => speaker?.name ?? (kind === 'statement' ? t('claim.speaker.unknown') : ''),
};
const ACT: Column = {
  id: 'act',
  name: 'table.act',
  cell: (row, _query, place) =>
    row.act !== null && <Link to={openAddress(place, row)}>{t(`act.${row.act}`)}</Link>,
};
const ISSUES: Column = { id: 'issues', name: 'table.issues', cell: issuesOf };

/** The columns of the timeline's table. */
export const TIMELINE_COLUMNS: readonly Column[] = [
  WHEN,
  { id: 'kind', name: 'table.kind', cell: ({ kind }) => t(`kind.${kind}`) },
  PARTIES,
  {
    id: 'what',
    name: 'table.what',
    cell: (row, _query, place) => (
      <Link to={openAddress(place, row)}>
        <bdi>{row.label}</bdi>
      </Link>
    ),
  },
  { id: 'type', name: 'table.type', cell: ({ type }) => type?.label },
  { id: 'status', name: 'table.status', cell: ({ status }) => status !== null && t(`status.${status}`) },
  { id: 'place', name: 'table.place', cell: ({ place }) => place },
  ISSUES,
  ...TAIL,
];

/** The columns of the statements' table. */
export const STATEMENT_COLUMNS: readonly Column[] = [
  WHEN,
  SPEAKER,
  PARTIES,
  ACT,
  { id: 'wording', name: 'table.wording', cell: (row) => <Wording row={row} /> },
  { id: 'mode', name: 'table.mode', cell: ({ mode }) => mode !== null && t(`mode.${mode}`) },
  ISSUES,
  ...TAIL,
];

const Pager = ({ list }: { readonly list: ClaimList }): ReactNode => {
  const { dispute, room, query, look } = usePlace();
  const { offset, limit, total } = list;
  const at = (next: number): string => {
    const params = writeClaimQuery({ ...query, offset: Math.max(0, next) });
    for (const [name, value] of Object.entries(look)) params.set(name, value);
    return addressOf(dispute, room, null, params);
  };
  if (total <= limit && offset === 0) return null;
  return (
    <p className="pager">
      {offset > 0 && <Link to={at(offset - limit)}>{t('table.previous', { n: limit })}</Link>}
      {offset + limit < total && (
        <Link to={at(offset + limit)}>{t('table.next', { n: Math.min(limit, total - offset - limit) })}</Link>
      )}
    </p>
  );
};

/** A list as a table in words, a page at a time: the twin of every drawing of it. */
export const ClaimTable = ({
  list,
  columns,
  label,
  isOld,
}: {
  readonly list: ClaimList;
  readonly columns: readonly Column[];
  readonly label: string;
  readonly isOld: boolean;
}): ReactNode => {
  const place = usePlace();
  const { offset, rows, total } = list;
  return (
    <div className={isOld ? 'claim-table is-old' : 'claim-table'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="table-scroll" aria-label={label} tabIndex={0}>
        <table aria-rowcount={total + 1}>
          <caption className="muted small">
            {t('table.caption', {
              from: rows.length === 0 ? 0 : offset + 1,
              to: offset + rows.length,
              total,
            })}
          </caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id} aria-rowindex={offset + index + 2}>
                {columns.map(({ id, cell }) => (
                  <td key={id} className={`cell-${id}`}>
                    {cell(row, place.query, place)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager list={list} />
    </div>
  );
};
