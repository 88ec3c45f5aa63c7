import { Fragment, type ReactNode } from 'react';
import { capsOf } from '../lib/strokes.ts';
import { t } from '../messages/index.ts';

/** The keys of a command as caps: `Ctrl` `K`; `G` then `T`. */
export const Caps = ({ keys, isMac }: { readonly keys: string; readonly isMac: boolean }): ReactNode => (
  <span className="caps">
    {capsOf(keys, isMac).map((caps, stroke) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice, and they never change order.
      <Fragment key={`${stroke} ${caps.join('+')}`}>
        {stroke > 0 && <span className="visually-hidden">{t('keys.then')}</span>}
        {caps.map((cap) => (
          <kbd key={cap}>{cap === 'Space' ? t('keys.space') : cap}</kbd>
        ))}
      </Fragment>
    ))}
  </span>
);
