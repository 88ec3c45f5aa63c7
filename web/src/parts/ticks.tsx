import type { ReactNode } from 'react';
import type { Witnesses } from '../../../src/model/claim.ts';
import { t } from '../messages/index.ts';
import '../styles/lists.css';

/** Most ticks drawn. */
const MOST = 5;

/** How a claim is sourced, in words: `reported by 4 texts (1 independent)`. */
export const sourcing = ({ articles, independent }: Witnesses): string =>
  t('witnesses.words', { texts: articles, independent });

/** One tick for each independent text, hollow ones for copies, five at most; the words for readers and on hover. */
export const Ticks = ({ witnesses }: { readonly witnesses: Witnesses }): ReactNode => {
  const solid = Math.min(MOST, witnesses.independent);
  const hollow = Math.min(MOST - solid, Math.max(0, witnesses.articles - witnesses.independent));
  const words = sourcing(witnesses);
  return (
    <span className="ticks" title={words}>
      <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
        {Array.from({ length: solid + hollow }, (_, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no other name than their place
            key={index}
            className={index < solid ? 'tick' : 'tick hollow'}
            x={index * 5 + 1}
            y="1.5"
            width="3"
            height="9"
          />
        ))}
        {witnesses.articles > MOST && <path className="tick-more" d="M25 6h3M26.5 4.5v3" />}
      </svg>
      <span className="visually-hidden">{words}</span>
    </span>
  );
};
