import type { ReactNode } from 'react';
import type { ClaimCard } from '../../../src/view/desk/types.ts';
import { Facts } from '../claim/facts.tsx';
import { ClaimHeading, Issues, ThreeClocks } from '../claim/head.tsx';
import { Tellers } from '../claim/variants.tsx';
import { isGone, useCard } from '../lib/data.ts';
import { claimAddress, lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import '../styles/reading.css';
import { AccountBlock } from './account.tsx';
import { CiteMenu } from './cite.tsx';
import { Empty, Trouble } from './empty.tsx';
import { Link } from './link.tsx';
import { Quoted } from './quoted.tsx';
import { Ticks } from './ticks.tsx';

/** A claim in short, for the pane beside a list: the passage in context, the chain, who else tells it, the ways on. */
export const ClaimBrief = ({ id }: { readonly id: string }): ReactNode => {
  const { data, error, isPlaceholderData } = useCard(id);
  if (data === undefined)
    return error === null ? <p className="muted">{t('card.coming')}</p> : <Trouble failure={error} />;
  if (isGone(data)) return <Empty title={t('brief.gone')} hint={data.label ?? data.id} />;
  return (
    <div className={`brief ${isPlaceholderData ? 'dimmed' : ''}`} aria-busy={isPlaceholderData}>
      <Brief card={data} />
    </div>
  );
};

const Brief = ({ card }: { readonly card: ClaimCard }): ReactNode => {
  const { dispute, params } = usePlace();
  const [first, ...others] = card.accounts;
  const search = lasting(params).toString();
  const address = `${claimAddress(dispute, card.row)}${search === '' ? '' : `?${search}`}`;
  return (
    <>
      <ClaimHeading card={card} level={3} />
      <ThreeClocks card={card} />
      {first === undefined ? (
        <Quoted language={card.row.language}>{card.row.wording}</Quoted>
      ) : (
        <AccountBlock account={first} />
      )}
      <p className="small">
        <Ticks witnesses={card.row.witnesses} /> {t('witness.title', { ...card.row.witnesses })}
        {others.length > 0 && (
          <>
            {' · '}
            {t('brief.also')} <Tellers accounts={others} />
          </>
        )}
      </p>
      <Issues card={card} />
      <Facts card={card} />
      {card.differences.length > 0 && (
        <p className="small">{t('differences.title', { n: card.differences.length })}</p>
      )}
      <p>
        <Link to={address}>
          {t(card.row.kind === 'statement' ? 'brief.open-statement' : 'brief.open-event')}
        </Link>
      </p>
      <CiteMenu card={card} />
    </>
  );
};
