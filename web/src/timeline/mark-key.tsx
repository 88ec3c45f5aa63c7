import type { ReactNode } from 'react';
import { STANCES, STATUSES } from '../lib/marks.ts';
import { t } from '../messages/index.ts';
import { StanceMark } from '../parts/stance-mark.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import '../styles/lists.css';

/** What the marks mean, for whoever asks. */
export const MarkKey = (): ReactNode => (
  <details className="mark-key">
    <summary>{t('marks.label')}</summary>
    <div className="mark-key-body">
      <p>{t('marks.status')}</p>
      <ul>
        {STATUSES.map((status) => (
          <li key={status}>
            <StatusMark status={status} word />
          </li>
        ))}
      </ul>
      <p>{t('marks.stance')}</p>
      <ul>
        {STANCES.map((stance) => (
          <li key={stance ?? ''}>
            <StanceMark stance={stance} word />
          </li>
        ))}
      </ul>
      <p>{t('marks.time')}</p>
      <p>{t('marks.ticks')}</p>
    </div>
  </details>
);
