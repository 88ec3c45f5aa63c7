import { type ReactNode, useState } from 'react';
import type { SourceRow } from '../../../src/view/desk/types.ts';
import { languageName } from '../lib/language-name.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { number, t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { PassedOverShort, UsedDateShort } from '../parts/readings.tsx';
import { SourceTitle } from '../parts/source-line.tsx';

/** Pages as a table; copies of one text are folded under their first page. */
export const SourceTable = ({
  rows,
  caption,
}: {
  readonly rows: readonly SourceRow[];
  readonly caption: string;
}): ReactNode => (
  <table className="sources">
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{t('sources.page')}</th>
        <th scope="col">{t('sources.day')}</th>
        <th scope="col">{t('sources.language')}</th>
        <th scope="col" className="count-cell">
          {t('sources.statements')}
        </th>
        <th scope="col" className="count-cell">
          {t('sources.events')}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <PageRows key={row.id} row={row} />
      ))}
    </tbody>
  </table>
);

/** A page, and below it the copies of its text once they are asked for. */
const PageRows = ({ row }: { readonly row: SourceRow }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PageRow row={row} isCopy={false}>
        {row.copies.length > 0 ? (
          <button
            type="button"
            className="as-link small"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t('sources.one-text', { n: row.copies.length + 1 })}
          </button>
        ) : (
          row.group !== null && <GroupLink row={row} />
        )}
      </PageRow>
      {isOpen && row.copies.map((copy) => <PageRow key={copy.id} row={copy} isCopy />)}
    </>
  );
};

/** Unfolded, or with its first page filtered away, a copy still says that it is one. */
const GroupLink = ({ row: { group } }: { readonly row: SourceRow }): ReactNode => {
  const { dispute, params } = usePlace();
  if (group === null || group.articles < 2) return null;
  return (
    <Link to={addressOf(dispute, 'sources', group.id, lasting(params))} className="small">
      {t('sources.one-text', { n: group.articles })}
    </Link>
  );
};

const PageRow = ({
  row,
  isCopy,
  children,
}: {
  readonly row: SourceRow;
  readonly isCopy: boolean;
  readonly children?: ReactNode;
}): ReactNode => (
  <tr className={isCopy ? 'is-copy' : ''}>
    <th scope="row">
      <SourceTitle row={row} />
      <span className="source-of">
        <span>{row.outlet?.name ?? t('source.no-outlet')}</span>
        {row.wires.map(({ id, name }) => (
          <span key={id}>{t('source.via', { name })}</span>
        ))}
        {row.title === null && row.path !== null && <span className="breakable">{row.path}</span>}
        {children}
      </span>
      {row.error !== null && (
        <span className="source-trouble" title={row.error.message}>
          {t('sources.trouble', { code: row.error.code })}
        </span>
      )}
    </th>
    <td className="source-day">
      <UsedDateShort row={row} />
      <PassedOverShort readings={row.rejected} />
    </td>
    <td className="language-cell">{languageName(row.language)}</td>
    <Count row={row} kind="statement" n={row.statements} />
    <Count row={row} kind="event" n={row.events} />
  </tr>
);

/** How many claims of a kind rest on a page, as a link to them. */
const Count = ({
  row,
  kind,
  n,
}: {
  readonly row: SourceRow;
  readonly kind: 'statement' | 'event';
  readonly n: number;
}): ReactNode => {
  const { dispute, params } = usePlace();
  if (n === 0)
    return (
      <td className="count-cell muted">
        0<span className="count-word"> {t(kind === 'event' ? 'sources.events' : 'sources.statements')}</span>
      </td>
    );
  const search = lasting(params);
  search.set('article', row.id);
  if (kind === 'event') search.set('kind', 'event');
  return (
    <td className="count-cell">
      <Link
        to={addressOf(dispute, kind === 'event' ? 'timeline' : 'statements', null, search)}
        title={t(kind === 'event' ? 'sources.events-of' : 'sources.statements-of', {
          n,
          title: row.title ?? t('source.untitled'),
        })}
      >
        {number(n)}
        <span className="count-word"> {t(kind === 'event' ? 'sources.events' : 'sources.statements')}</span>
      </Link>
    </td>
  );
};
