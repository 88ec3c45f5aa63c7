import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommand } from '../lib/keyboard.ts';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Empty, Trouble } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { Bands } from '../reader/bands.tsx';
import { PageView } from '../reader/page-view.tsx';
import { useAsked } from '../reader/use-view.ts';
import '../styles/reading.css';

/** A page to read: its text, what was read in it, and why it counts as published when it does. */
export const View = (): ReactNode => {
  const asked = useAsked();
  const { dispute } = usePlace();
  const router = useRouter();
  const go = useGo();
  useCommand('back', go.back);
  const { view, failure } = asked;
  if (view === undefined) {
    if (failure === null) return <p className="muted reading">{t('reader.coming')}</p>;
    if (failure.problem.status !== 404)
      return (
        <div className="reading">
          <h1>{t('reader.failed')}</h1>
          <Trouble failure={failure} />
        </div>
      );
    return (
      <div className="reading">
        <h1>{t('reader.unknown')}</h1>
        <Empty title={t('reader.unknown-title', { id: asked.article })} hint={t('reader.unknown-hint')}>
          <Link to={addressOf(dispute, 'sources')}>{t('reader.to-sources')}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className={asked.isOld ? 'reading dimmed' : 'reading'} aria-busy={asked.isOld}>
      {failure !== null && <Trouble failure={failure} />}
      <PageView
        key={`${view.source.id} ${view.revision}`}
        view={view}
        anchor={asked.located.kind === 'found' || asked.located.kind === 'unsure' ? asked.located.span : null}
        bands={<Bands asked={asked} hash={router.history.location.hash} />}
      />
    </div>
  );
};
