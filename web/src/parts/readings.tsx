import type { ReactNode } from 'react';
import type { ReadingView, SourceRow } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';
import '../styles/reading.css';

/** The day that is used for a page and how it is known, in words. */
export const UsedDate = ({ row }: { readonly row: Pick<SourceRow, 'published' | 'dated'> }): ReactNode => {
  const { published, dated } = row;
  if (published === null) return <span className="muted">{t('source.undated')}</span>;
  return (
    <span className="used-date">
      <span className="used-day">
        {dated === 'bounded' ? t('source.only', { text: published.text }) : published.text}
      </span>{' '}
      <span className="muted small">{whyOf(published)}</span>
    </span>
  );
};

/** The same in short, for lists: the words that were read only where they say more than the day itself. */
export const UsedDateShort = ({
  row,
}: {
  readonly row: Pick<SourceRow, 'published' | 'dated'>;
}): ReactNode => {
  const { published, dated } = row;
  if (published === null) return <span className="muted">{t('source.undated')}</span>;
  const isBounded = published.rule.startsWith('clean/published/bounded');
  const text = dated === 'bounded' || isBounded ? t('source.only', { text: published.text }) : published.text;
  return (
    <span className="used-date" title={whyOf(published)}>
      <span className="used-day">{text}</span>{' '}
      <span className="muted small">
        {isBounded && published.raw !== null ? t('source.bounded-by', { raw: published.raw }) : published.why}
      </span>
    </span>
  );
};

/** The days passed over in short, one line for each reason; the whole reason on hover. */
export const PassedOverShort = ({ readings }: { readonly readings: readonly ReadingView[] }): ReactNode => {
  const byReason = new Map<string, ReadingView[]>();
  for (const reading of readings) {
    const reason = reading.rejected?.reason ?? '';
    if (reason === 'same-day' || reason === 'outranked') continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), reading]);
  }
  return byReason.size === 0 ? null : (
    <ul className="passed-over">
      {[...byReason].map(([reason, alike]) => (
        <li
          key={reason}
          className={reason === 'crawl-clock' ? 'clock-caught' : ''}
          title={alike[0]?.rejected?.words}
        >
          <CaughtMark />“{alike[0]?.raw ?? alike[0]?.text}”:{' '}
          {t('source.ignored', { reason: reasonWords(reason, t('reason.other')) })}
          {alike.length > 1 && ` (${t('source.and-more', { n: alike.length - 1 })})`}
        </li>
      ))}
    </ul>
  );
};

/** Why a day was passed over, in short; `other` for reasons without a short form. */
export const reasonWords = (reason: string, other: string): string => {
  switch (reason) {
    case 'crawl-clock':
    case 'updated':
    case 'future':
    case 'impossible':
      return t(`reason.${reason}`);
    default:
      return other;
  }
};

/** How a reading is known: what its rule looks at, and the words that were read. */
export const whyOf = ({ why, raw }: Pick<ReadingView, 'why' | 'raw'>): string =>
  raw === null ? why : t('source.why', { why, raw });

/** The days that a page shows and that were passed over, each with the reason; `onPlace` makes those with a place buttons. */
export const PassedOver = ({
  readings,
  onPlace,
}: {
  readonly readings: readonly ReadingView[];
  readonly onPlace?: (reading: ReadingView) => void;
}): ReactNode =>
  readings.length === 0 ? null : (
    <ul className="passed-over">
      {readings.map((reading, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two readings of a page may be alike in everything.
        <li key={index} className={reading.rejected?.reason === 'crawl-clock' ? 'clock-caught' : ''}>
          <PassedOverLine reading={reading} {...(onPlace === undefined ? {} : { onPlace })} />
        </li>
      ))}
    </ul>
  );

const PassedOverLine = ({
  reading,
  onPlace,
}: {
  readonly reading: ReadingView;
  readonly onPlace?: (reading: ReadingView) => void;
}): ReactNode => {
  const what = reading.raw === null ? reading.text : t('source.prints', { raw: reading.raw });
  const words = t('source.passed-over', { why: reading.rejected?.words ?? reading.why });
  return (
    <>
      <CaughtMark />
      {onPlace === undefined || reading.at === null ? (
        <span>{what}</span>
      ) : (
        <button type="button" className="as-link" onClick={() => onPlace(reading)}>
          {what}
        </button>
      )}
      : <span>{words}</span>
    </>
  );
};

/** A clock with a stroke through it: a day that was passed over. */
const CaughtMark = (): ReactNode => (
  <svg className="caught-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" />
    <path d="M6 3.5V6l1.8 1M1.5 10.5l9-9" fill="none" stroke="currentColor" />
  </svg>
);
