import type { ReactNode } from 'react';
import type { ClaimCard } from '../../../src/view/desk/types.ts';
import { Differences } from '../claim/differences.tsx';
import { Facts, RecordNote, Related } from '../claim/facts.tsx';
import { Gone } from '../claim/gone.tsx';
import { ClaimHeading, Issues, ThreeClocks, Wording } from '../claim/head.tsx';
import { Variants } from '../claim/variants.tsx';
import { WitnessList } from '../claim/witnesses.tsx';
import { isGone, useCard } from '../lib/data.ts';
import { useCommand } from '../lib/keyboard.ts';
import { useGo, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { CiteMenu } from '../parts/cite.tsx';
import { Trouble } from '../parts/empty.tsx';
import '../styles/reading.css';

/** A statement or an event with everything that it rests on. */
export const View = (): ReactNode => {
  const { id } = usePlace();
  const go = useGo();
  const { data, error, isPlaceholderData } = useCard(id);
  useCommand('back', go.back);
  if (data === undefined)
    return error === null ? <p className="muted reading">{t('card.coming')}</p> : <Failed failure={error} />;
  return (
    <div className={isPlaceholderData ? 'dimmed' : ''} aria-busy={isPlaceholderData}>
      {error !== null && <Trouble failure={error} />}
      {isGone(data) ? <Gone gone={data} /> : <Card card={data} />}
    </div>
  );
};

const Failed = ({ failure }: { readonly failure: Parameters<typeof Trouble>[0]['failure'] }): ReactNode => (
  <div className="reading">
    <h1>{t('card.failed')}</h1>
    <Trouble failure={failure} />
  </div>
);

const Card = ({ card }: { readonly card: ClaimCard }): ReactNode => (
  <div className="reading card">
    <header className="card-head">
      <ClaimHeading card={card} level={1} />
      <CiteMenu card={card} />
    </header>
    <ThreeClocks card={card} />
    <Wording card={card} />
    <Issues card={card} />
    <Facts card={card} />
    <WitnessList card={card} />
    <Differences card={card} />
    <Variants card={card} />
    <Related card={card} />
    <RecordNote card={card} />
  </div>
);
