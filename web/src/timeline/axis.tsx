import { memo, type ReactNode } from 'react';
import { dayAt } from '../lib/extent.ts';
import { type Scale, ticksOf } from '../lib/scale.ts';
import { spoken, t } from '../messages/index.ts';

/** Pixels between two lines of the axis. */
const APART = 56;
/** Pixels that a character of a label takes, about. */
const CHARACTER = 6.6;

const yearsOf = (from: number, to: number): { readonly from: string; readonly to: string } => ({
  from: dayAt(from).slice(0, 4),
  to: dayAt(to).slice(0, 4),
});

/** Which breaks have room for their words: none of them covers another, and none stands over an edge. */
const told = (
  scale: Scale,
): readonly { readonly x: number; readonly text: string; readonly short: string }[] => {
  let end = Number.NEGATIVE_INFINITY;
  return scale.pieces
    .filter(({ isGap }) => isGap)
    .map((gap) => ({
      x: (scale.at(gap.from) + scale.at(gap.to + 1)) / 2,
      text: t('strip.gap', yearsOf(gap.from, gap.to)),
    }))
    .sort((a, b) => a.x - b.x)
    .map(({ x, text }) => {
      const half = (text.length * CHARACTER) / 2;
      const hasRoom = x - half > end + 8 && x - half >= 0 && x + half <= scale.width;
      if (hasRoom) end = x + half;
      return { x, text, short: hasRoom ? text : '' };
    });
};

/** Whether the words of a line fit between it and what stands next to its right: a break, or the end. */
const hasRoom = (scale: Scale, x: number, text: string): boolean => {
  const end = x + text.length * CHARACTER + 6;
  const breaks = scale.pieces
    .filter(({ isGap }) => isGap)
    .map(({ from, to }) => (scale.at(from) + scale.at(to + 1)) / 2);
  return end <= scale.width && breaks.every((at) => at < x || at - 5 > end);
};

/** The years and months below a drawing, with the stretches that are drawn short. Readers get the table instead. */
export const Axis = memo(({ scale }: { readonly scale: Scale }): ReactNode => {
  const breaks = told(scale);
  return (
    <div
      className={`axis${breaks.some(({ short }) => short !== '') ? ' has-breaks' : ''}`}
      aria-hidden="true"
    >
      {ticksOf(scale, APART, spoken()).map(({ day, text, isYear }) => (
        <span
          key={day}
          className={isYear ? 'axis-tick is-year' : 'axis-tick'}
          style={{ transform: `translateX(${scale.at(day)}px)` }}
        >
          {hasRoom(scale, scale.at(day), text) && text}
        </span>
      ))}
      {breaks.map(({ x, text, short }) => (
        <span key={x} className="axis-break" title={text} style={{ transform: `translateX(${x}px)` }}>
          <svg width="10" height="12" viewBox="-5 -6 10 12" aria-hidden="true">
            <path className="shape line" d="M-4 5 0 -5M0 5 4 -5" />
          </svg>
          {short !== '' && <span className="axis-gap">{short}</span>}
        </span>
      ))}
    </div>
  );
});
