import type { ReactNode } from 'react';
import type { GoneClaim } from '../../../src/view/desk/types.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { ClaimLine } from '../parts/claim-line.tsx';
import { Link } from '../parts/link.tsx';
import { Quoted } from '../parts/quoted.tsx';
import { momentText } from './facts.tsx';

/** A claim that is no longer asserted, or never was: since when, what it rested on, what stands there now. */
export const Gone = ({ gone }: { readonly gone: GoneClaim }): ReactNode => {
  const { dispute } = usePlace();
  return (
    <div className="reading gone">
      <h1>{gone.label ?? t('gone.title', { id: gone.id })}</h1>
      <p>
        {gone.what === 'unknown'
          ? t('gone.unknown', { id: gone.id })
          : t('gone.closed', { when: gone.until === null ? t('gone.some-time') : momentText(gone.until) })}
      </p>
      {gone.exact.length > 0 && (
        <section aria-labelledby="last-evidence">
          <h2 id="last-evidence">{t('gone.evidence')}</h2>
          <ul className="gone-evidence">
            {gone.exact.map(({ article, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be cited twice.
              <li key={index}>
                <Quoted language={null} block>
                  {text}
                </Quoted>
                <Link
                  to={`${addressOf(dispute, 'sources', article)}#q=${encodeURIComponent(text.slice(0, 300))}`}
                >
                  {t('gone.open')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gone.successors.length > 0 && (
        <section aria-labelledby="successors">
          <h2 id="successors">{t('gone.successors')}</h2>
          <div className="card-lines">
            {gone.successors.map((row) => (
              <ClaimLine key={row.id} row={row} />
            ))}
          </div>
        </section>
      )}
      <p>
        <Link to={addressOf(dispute, 'statements')}>{t('gone.statements')}</Link> ·{' '}
        <Link to={addressOf(dispute, 'timeline')}>{t('gone.timeline')}</Link>
      </p>
    </div>
  );
};
