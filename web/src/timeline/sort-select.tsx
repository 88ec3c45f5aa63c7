import type { ReactNode } from 'react';
import type { Sort } from '../../../src/view/desk/types.ts';
import { useGo, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';

/** Every order, as in the contract (the values of the view are not imported, only its types). */
const ORDERS: readonly Sort[] = ['time', '-time', 'witnesses', 'speaker', 'published', '-published'];

/** Chooses the order of a list. */
export const SortSelect = (): ReactNode => {
  const { query } = usePlace();
  const go = useGo();
  return (
    <label className="sort small">
      <span className="muted">{t('sort.label')}</span>{' '}
      <select
        className="field"
        value={query.sort}
        onChange={(event) => go.ask({ sort: event.target.value as Sort })}
      >
        {ORDERS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
};
