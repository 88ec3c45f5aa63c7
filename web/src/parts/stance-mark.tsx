import type { ReactNode } from 'react';
import type { IssueStance } from '../../../src/model/annotation.ts';
import { t } from '../messages/index.ts';
import '../styles/lists.css';

type StanceOrNull = IssueStance['stance'];

/**
 * The drawing of a stance about the middle (0, 0), 12 wide. Up is for, down is against; a bar strengthens it (demands,
 * rejects); a diamond makes it hang on something; a hollow circle keeps silent; a square with a dot is not told.
 */
export const StanceShape = ({ stance }: { readonly stance: StanceOrNull }): ReactNode => {
  switch (stance) {
    case 'supports':
      return <path className="shape filled" d="M0 -5.5 5.5 4.5h-11Z" />;
    case 'demands':
      return (
        <>
          <path className="shape filled" d="M0 -5.75 5 2.25h-10Z" />
          <path className="shape line" d="M-5.5 5.25h11" />
        </>
      );
    case 'opposes':
      return <path className="shape filled" d="M0 5.5 5.5 -4.5h-11Z" />;
    case 'rejects':
      return (
        <>
          <path className="shape filled" d="M0 5.75 5 -2.25h-10Z" />
          <path className="shape line" d="M-5.5 -5.25h11" />
        </>
      );
    case 'conditional':
      return <path className="shape filled" d="M0 -5.75 5.75 0 0 5.75 -5.75 0Z" />;
    case 'open':
      return <path className="shape hollow" d="M0 -5.5 5.5 0 0 5.5 -5.5 0Z" />;
    case 'noncommittal':
      return <circle className="shape hollow" r="4.75" />;
    case null:
      return (
        <>
          <rect className="shape hollow" x="-4.5" y="-4.5" width="9" height="9" />
          <circle className="shape filled" r="0.75" />
        </>
      );
  }
};

/** A stance in words. */
export const stanceWord = (stance: StanceOrNull): string =>
  t(stance === null ? 'stance.unknown' : `stance.${stance}`);

/** Where a speaker stands: the shape and its word (for readers and on hover only, unless `word`). */
export const StanceMark = ({
  stance,
  issue,
  hint,
  word = false,
}: {
  readonly stance: StanceOrNull;
  /** Named with the stance when given. */
  readonly issue?: string;
  /** The issue when it is to be named on hover and for readers only. */
  readonly hint?: string;
  readonly word?: boolean;
}): ReactNode => {
  const plain = stanceWord(stance);
  const text = issue === undefined ? plain : t('stance.on', { stance: plain, issue });
  return (
    <span
      className="stance-mark"
      title={hint === undefined ? text : t('stance.on', { stance: plain, issue: hint })}
    >
      <svg width="19" height="15" viewBox="-7 -7.5 19 15" aria-hidden="true">
        <StanceShape stance={stance} />
      </svg>
      <span className={word ? 'mark-word' : 'visually-hidden'}>{text}</span>
      {hint !== undefined && <span className="visually-hidden">: {hint}</span>}
    </span>
  );
};
