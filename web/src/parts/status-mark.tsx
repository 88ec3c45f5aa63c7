import type { ReactNode } from 'react';
import type { Status } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';
import '../styles/lists.css';

const DONE: ReadonlySet<Status> = new Set(['happened', 'held', 'ongoing', 'standing']);
const STRUCK: ReadonlySet<Status> = new Set(['cancelled', 'did not happen', 'lapsed']);
/** Told without a word beside the mark, since nothing else is to be expected. */
const PLAIN: ReadonlySet<Status> = new Set(['happened', 'held']);

/** The drawing of a status about the middle (0, 0), 12 wide: what came about is filled, what is to come hollow. */
export const StatusShape = ({ status }: { readonly status: Status }): ReactNode => (
  <>
    <circle r="4.25" className={DONE.has(status) ? 'shape filled' : 'shape hollow'} />
    {status === 'ongoing' && <path className="shape line" d="M4 0h6M7.5 -2.5 10 0 7.5 2.5" />}
    {status === 'standing' && <path className="shape line" d="M-6 6.5h12" />}
    {status === 'possible' && <circle r="1.25" className="shape filled" />}
    {status === 'proposed' && <path className="shape line" d="M0 -2v4" />}
    {status === 'postponed' && <path className="shape line thin" d="M4.25 0C7 0 7.5 2.5 10.5 4.5" />}
    {STRUCK.has(status) && <path className="shape line" d="M-6 4 6 -4" />}
  </>
);

/** How an event stands: the shape, and the word unless it simply happened (then the word is for readers and on hover). */
export const StatusMark = ({
  status,
  word = !PLAIN.has(status),
}: {
  readonly status: Status;
  readonly word?: boolean;
}): ReactNode => {
  const text = t(`status.${status}`);
  return (
    <span className="status-mark" title={text}>
      <svg width="19" height="15" viewBox="-7 -7.5 19 15" aria-hidden="true">
        <StatusShape status={status} />
      </svg>
      <span className={word ? 'mark-word' : 'visually-hidden'}>{text}</span>
    </span>
  );
};
