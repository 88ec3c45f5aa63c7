import type { ReactNode } from 'react';
import type { Clock, Placed } from '../../../src/view/desk/types.ts';
import { type Extent, extentOf } from '../lib/extent.ts';
import { t } from '../messages/index.ts';
import '../styles/lists.css';

/** How exact a time is, drawn small: nothing for a day, a bar for a stretch, dashed when rough, an arrow when open. */
const Precision = ({ extent }: { readonly extent: Extent }): ReactNode => {
  if (extent.shape !== 'bar' && !extent.isUncertain && !extent.isApproximate) return null;
  const isRough = extent.isApproximate || extent.isBounded;
  return (
    <svg width="16" height="8" viewBox="0 0 16 8" aria-hidden="true" className="precision">
      <path className={isRough ? 'line dashed' : 'line'} d="M1 4h14" />
      {extent.shape === 'bar' && extent.to === null && <path className="line" d="M12 1 15 4 12 7" />}
      {extent.shape === 'bar' && extent.from === null && <path className="line" d="M4 1 1 4 4 7" />}
    </svg>
  );
};

const remark = ({ isApproximate, isUncertain, isBounded }: Extent): string =>
  [
    isBounded ? t('when.bounded') : '',
    isApproximate ? t('when.approximate') : '',
    isUncertain ? t('when.uncertain') : '',
  ]
    .filter((text) => text !== '')
    .join('; ');

/** A time in words, with how exact it is; null is undated. The clock it was read on is told on hover. */
export const When = ({
  placed,
  clock,
}: {
  readonly placed: Placed | null;
  readonly clock: Clock;
}): ReactNode => {
  const extent = extentOf(placed);
  const clockWords = t(`when.clock.${clock}`);
  if (placed === null || extent.shape === 'tray')
    return (
      <span className="when undated" title={clockWords}>
        {placed?.text ?? t('when.undated')}
      </span>
    );
  const note = remark(extent);
  const isDay = extent.shape === 'day' && placed.earliest !== null;
  return (
    <span
      className={extent.isBounded ? 'when bounded' : 'when'}
      title={[clockWords, note].filter(Boolean).join('; ')}
    >
      <span className="when-text">
        {isDay ? <time dateTime={placed.earliest}>{placed.text}</time> : placed.text}
      </span>
      <Precision extent={extent} />
      {extent.isBounded && <span className="visually-hidden"> ({t('when.bounded')})</span>}
    </span>
  );
};
