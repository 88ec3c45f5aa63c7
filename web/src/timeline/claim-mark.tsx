import type { ReactNode } from 'react';
import type { Status } from '../../../src/view/desk/types.ts';
import { slotClass } from '../parts/party-mark.tsx';
import { StanceShape } from '../parts/stance-mark.tsx';
import { StatusShape } from '../parts/status-mark.tsx';
import type { Drawn } from './layout.ts';

const TO_COME: ReadonlySet<Status | null> = new Set([
  'planned',
  'proposed',
  'possible',
  'postponed',
  'cancelled',
  'did not happen',
  'lapsed',
]);
const STRUCK: ReadonlySet<Status | null> = new Set(['cancelled', 'did not happen', 'lapsed']);
/** Half the height of a bar. */
const HALF = 2.5;
/** Length of the head of an arrow. */
const HEAD = 5;

const Arrow = ({ x, y, to }: { readonly x: number; readonly y: number; readonly to: -1 | 1 }): ReactNode => (
  <path className="shape line" d={`M${x - to * HEAD} ${y - HEAD}L${x} ${y}L${x - to * HEAD} ${y + HEAD}`} />
);

/** A stretch of time: a bar with nothing in it, for a mark in it would name a day that nobody told. */
const Bar = ({ drawn, isFlipped }: { readonly drawn: Drawn; readonly isFlipped: boolean }): ReactNode => {
  const { start, end, y, extent, row } = drawn;
  const isRough = extent.isApproximate || extent.isBounded;
  const isHollow = extent.isUncertain || TO_COME.has(row.status);
  const kind = `${isHollow ? 'bar hollow' : 'bar filled'}${isRough ? ' rough' : ''}`;
  const forward = isFlipped ? -1 : 1;
  return (
    <>
      <rect className={kind} x={start} y={y - HALF} width={end - start} height={HALF * 2} rx={1} />
      {extent.to === null && <Arrow x={isFlipped ? start : end} y={y} to={forward} />}
      {extent.from === null && <Arrow x={isFlipped ? end : start} y={y} to={isFlipped ? 1 : -1} />}
      {STRUCK.has(row.status) && (
        <path
          className="shape line"
          d={`M${(start + end) / 2 - 5} ${y + 5}L${(start + end) / 2 + 5} ${y - 5}`}
        />
      )}
      {extent.isUncertain && <Question x={end + 3} y={y} />}
    </>
  );
};

const Question = ({ x, y }: { readonly x: number; readonly y: number }): ReactNode => (
  <text className="mark-question" x={x} y={y + 4}>
    ?
  </text>
);

/** A claim as it is drawn on an axis: shape by stance or status, extent by how exact its time is, colour by its party. */
export const ClaimShape = ({
  drawn,
  slot,
  isFlipped,
}: {
  readonly drawn: Drawn;
  readonly slot: number | null;
  readonly isFlipped: boolean;
}): ReactNode => {
  const { row, extent, start, end, y } = drawn;
  if (extent.shape === 'bar')
    return (
      <g className={slotClass(slot)}>
        <Bar drawn={drawn} isFlipped={isFlipped} />
      </g>
    );
  const x = (start + end) / 2;
  const doubt = extent.isUncertain ? ' in-doubt' : '';
  return (
    <g className={`${slotClass(slot)}${doubt}`}>
      <g transform={`translate(${x} ${y})${isFlipped ? ' scale(-1 1)' : ''}`}>
        {row.status === null ? (
          <StanceShape stance={row.issues[0]?.stance ?? null} />
        ) : (
          <StatusShape status={row.status} />
        )}
      </g>
      {extent.isApproximate && (
        <path className="shape line rough-ends" d={`M${x - 11} ${y}h5M${x + 6} ${y}h5`} />
      )}
      {extent.isUncertain && <Question x={x + 7} y={y} />}
    </g>
  );
};
