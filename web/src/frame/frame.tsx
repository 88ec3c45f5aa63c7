import { Outlet } from '@tanstack/react-router';
import { lazy, type MouseEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { useLive, useOverview } from '../lib/data.ts';
import { useKeyboard } from '../lib/keyboard.ts';
import { usePlace } from '../lib/place.ts';
import { useDensity } from '../lib/theme.ts';
import { t } from '../messages/index.ts';
import { AsOfBand } from './as-of.tsx';
import { Preview } from './preview.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusLine, Toasts } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrival } from './use-arrival.ts';
import { type Overlay, useFrameCommands } from './use-frame-commands.ts';

const Jump = lazy(async () => ({ default: (await import('./jump.tsx')).Jump }));
const KeyDialog = lazy(async () => ({ default: (await import('./key-map.tsx')).KeyDialog }));

const Desk = (): ReactNode => {
  const [isOffline, setOffline] = useState(false);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const main = useRef<HTMLElement>(null);
  const { dispute, look } = usePlace();
  const { data } = useOverview();
  const title = data?.title ?? dispute;
  useLive(setOffline);
  useKeyboard();
  useFrameCommands(setOverlay);
  useArrival(main, title);
  const close = (): void => setOverlay(null);
  // The hash of the address stays: the reader's says which characters are shown.
  const skip = (event: MouseEvent): void => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className="frame" data-density={useDensity()} data-preview={look.preview !== undefined || undefined}>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to the room, as its address says, but leaves the hash as it is. */}
      <a className="skip" href="#room" onClick={skip}>
        {t('frame.skip')}
      </a>
      <TopBar title={title} />
      <Sidebar />
      <section className="bands" aria-label={t('frame.notices')}>
        <StatusLine isOffline={isOffline} state={data?.state} version={data?.version} />
        <AsOfBand />
      </section>
      <main id="room" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Preview />
      <Toasts />
      <Suspense fallback={null}>
        {overlay === 'jump' && <Jump onClose={close} />}
        {overlay === 'keys' && <KeyDialog onClose={close} />}
      </Suspense>
    </div>
  );
};

/** The frame around every room; an address without a record has none. */
export const Frame = (): ReactNode =>
  usePlace().dispute === '' ? (
    <main id="room">
      <Outlet />
    </main>
  ) : (
    <Desk />
  );
