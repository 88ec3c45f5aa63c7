import type { ReactNode } from 'react';
import { twinAddress } from '../lib/data.ts';
import { LOOKS, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import '../styles/lists.css';

const FORMATS = ['csv', 'json', 'jsonl'] as const;

/** What the address asks, without what only says how the room looks and where in the list one stands. */
const asked = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...params].filter(([name]) => ![...LOOKS, 'offset', 'limit'].includes(name as (typeof LOOKS)[number])),
  );

/** Links to exactly what is shown, as files: the same filters, all rows. `params` when the address alone does not say it. */
export const Twins = ({
  list,
  params,
}: {
  /** `timeline`, `statements`, `sources`. */
  readonly list: string;
  readonly params?: URLSearchParams;
}): ReactNode => {
  const place = usePlace();
  return (
    <nav className="twins" aria-label={t('twins.label')}>
      {FORMATS.map((format) => (
        <a
          key={format}
          href={twinAddress(place.dispute, list, format, params ?? asked(place.params))}
          aria-label={t('twins.as', { format: `.${format}` })}
        >
          .{format}
        </a>
      ))}
    </nav>
  );
};
