import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DeskState } from '../../../src/view/desk/types.ts';
import { dismissToast, useToasts } from '../lib/toast.ts';
import { t } from '../messages/index.ts';
import { openingText } from '../parts/empty.tsx';

/** Milliseconds for which it is said that the record changed. */
const NEWS = 6000;

/** Whether the record changed a moment ago. */
const useNews = (version: string | undefined): boolean => {
  const [isNew, setNew] = useState(false);
  const before = useRef(version);
  useEffect(() => {
    const known = before.current;
    before.current = version;
    if (version === undefined || known === undefined || known === version) return;
    setNew(true);
    const timer = setTimeout(() => setNew(false), NEWS);
    return () => clearTimeout(timer);
  }, [version]);
  return isNew;
};

const textOf = (isOffline: boolean, state: DeskState | undefined, isNew: boolean): string => {
  if (isOffline) return t('status.offline');
  if (state?.kind === 'opening') return openingText(state);
  if (state?.kind === 'failed') return t('status.failed', { message: state.message });
  return isNew ? t('status.changed') : '';
};

/** What the program is doing, and that it stopped: said once, above everything else, without taking the focus. */
export const StatusLine = ({
  isOffline,
  state,
  version,
}: {
  readonly isOffline: boolean;
  readonly state: DeskState | undefined;
  readonly version: string | undefined;
}): ReactNode => {
  const text = textOf(isOffline, state, useNews(version));
  const isBad = isOffline || state?.kind === 'failed';
  return (
    <div role="status" className={`band${isBad ? ' band-bad' : ''}`} data-empty={text === '' || undefined}>
      {text !== '' && <p>{text}</p>}
      {state?.kind === 'opening' && state.total !== null && state.total > 0 && !isOffline && (
        <progress max={state.total} value={state.done} aria-label={t('status.progress')} />
      )}
    </div>
  );
};

/** Short words about what was just done. */
export const Toasts = (): ReactNode => {
  const toasts = useToasts();
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text, undo }) => (
        <div key={id} className="toast">
          <span>{text}</span>
          {undo !== null && (
            <button
              type="button"
              className="button small"
              onClick={() => {
                undo();
                dismissToast(id);
              }}
            >
              {t('toast.undo')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
};
