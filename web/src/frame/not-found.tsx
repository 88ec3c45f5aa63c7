import type { ReactNode } from 'react';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';

/** An address that names no room. */
export const NotFound = (): ReactNode => {
  const { dispute, params } = usePlace();
  return (
    <div>
      <h1>{t('notfound.title')}</h1>
      <Empty title={t('notfound.text')} hint={location.pathname}>
        {dispute === '' ? (
          <a href="/">{t('notfound.start')}</a>
        ) : (
          <Link to={addressOf(dispute, 'overview', null, lasting(params))}>{t('room.overview')}</Link>
        )}
      </Empty>
    </div>
  );
};
