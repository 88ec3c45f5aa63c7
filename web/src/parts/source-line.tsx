import type { ReactNode } from 'react';
import type { SourceRow } from '../../../src/view/desk/types.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import '../styles/reading.css';
import { Link } from './link.tsx';
import { Quoted } from './quoted.tsx';

/** The title of a page as a link to it; says so when no headline was kept. */
export const SourceTitle = ({
  row,
}: {
  readonly row: Pick<SourceRow, 'id' | 'title' | 'language'>;
}): ReactNode => {
  const { dispute, params } = usePlace();
  return (
    <Link to={addressOf(dispute, 'sources', row.id, lasting(params))} className="source-title">
      {row.title === null ? (
        <span className="muted">{t('source.untitled')}</span>
      ) : (
        <Quoted language={row.language}>{row.title}</Quoted>
      )}
    </Link>
  );
};

/** A page on one line: title, outlet, agencies, day. */
export const SourceLine = ({ row }: { readonly row: SourceRow }): ReactNode => (
  <span className="source-line">
    <SourceTitle row={row} />
    <span className="source-line-of">
      {[
        row.outlet?.name ?? t('source.no-outlet'),
        ...row.wires.map(({ name }) => t('source.via', { name })),
      ].join(' · ')}
    </span>
    <span className="source-line-day">{row.published?.text ?? t('source.undated')}</span>
  </span>
);
