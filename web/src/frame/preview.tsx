import { lazy, type ReactNode, Suspense } from 'react';
import { useGo, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Icon } from '../parts/icon.tsx';

const ClaimBrief = lazy(async () => ({ default: (await import('../parts/claim-brief.tsx')).ClaimBrief }));

/** The claim that the address previews, beside the list; the list keeps its place. */
export const Preview = (): ReactNode => {
  const { look } = usePlace();
  const go = useGo();
  if (look.preview === undefined || look.preview === '') return null;
  return (
    <aside className="preview" aria-label={t('preview.label')}>
      <div className="preview-head">
        <h2 className="preview-title">{t('preview.label')}</h2>
        <button
          type="button"
          className="button quiet"
          aria-label={t('preview.close')}
          title={t('preview.close')}
          onClick={() => go.look({ preview: null }, { replace: true })}
        >
          <Icon name="close" />
        </button>
      </div>
      <Suspense fallback={null}>
        <ClaimBrief key={look.preview} id={look.preview} />
      </Suspense>
    </aside>
  );
};
