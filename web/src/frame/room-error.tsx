import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect } from 'react';
import { copyText } from '../lib/clipboard.ts';
import { toast } from '../lib/toast.ts';
import { t } from '../messages/index.ts';
import { isUnloaded } from './lazy-room.tsx';

const messageOf = (error: unknown): string => {
  if (isUnloaded(error)) return error.reason;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
};

/** What a report should hold: no text of the record but the address. */
const reportOf = (error: unknown): string =>
  [
    messageOf(error),
    location.pathname + location.search,
    navigator.userAgent,
    error instanceof Error ? (error.stack ?? '') : '',
  ].join('\n');

/** Milliseconds between two looks whether the server is back. */
const LOOK = 3000;

const askServer = (): Promise<Response> => fetch('/assets/icon.svg', { method: 'HEAD', cache: 'no-store' });

/** Loads the whole desk anew, but only from a server that answers: the browser's own error page would end everything. */
const reload = (): void => {
  askServer().then(
    () => location.reload(),
    () => toast(t('status.offline')),
  );
};

/** Draws the room again once the server answers. */
const useReturn = (isOn: boolean, again: () => void): void => {
  useEffect(() => {
    if (!isOn) return;
    const look = (): void => {
      askServer().then(again, () => undefined);
    };
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  }, [isOn, again]);
};

/** A room that failed to draw: what happened, that the record is unharmed, and ways on. */
export const RoomError = ({ error, reset }: ErrorComponentProps): ReactNode => {
  const router = useRouter();
  const again = useCallback(() => void router.invalidate().then(reset), [router, reset]);
  useReturn(isUnloaded(error), again);
  const copy = async (): Promise<void> => {
    toast((await copyText(reportOf(error))) ? t('error.copied') : t('copy.failed'));
  };
  return (
    <div>
      <h1>{t('error.title')}</h1>
      <div className="empty trouble" role="alert">
        <p className="empty-title">{isUnloaded(error) ? t('error.unloaded') : t('error.text')}</p>
        <p className="empty-hint">
          <code>{messageOf(error)}</code>
        </p>
        {!isUnloaded(error) && <p className="empty-hint">{t('error.report')}</p>}
        <div className="empty-ways">
          <button type="button" className="button" onClick={isUnloaded(error) ? reload : again}>
            {t('trouble.again')}
          </button>
          {!isUnloaded(error) && (
            <button type="button" className="button" onClick={() => void copy()}>
              {t('error.copy')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
};
