import type { ReactNode } from 'react';
import type { IssueStance } from '../../../src/model/annotation.ts';
import type { Status } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';
import { StanceMark } from '../parts/stance-mark.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import '../styles/lists.css';

const STATUSES: readonly Status[] = [
  'happened',
  'ongoing',
  'standing',
  'planned',
  'proposed',
  'possible',
  'postponed',
  'cancelled',
];
const STANCES: readonly IssueStance['stance'][] = [
  'supports',
  'demands',
  'opposes',
  'rejects',
  'conditional',
  'open',
  'noncommittal',
  null,
];

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
