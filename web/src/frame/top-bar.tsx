import type { ReactNode } from 'react';
import { isMac, runCommand } from '../lib/keyboard.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { useSettings } from '../lib/settings.ts';
import { t } from '../messages/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Link } from '../parts/link.tsx';
import { AsOf } from './as-of.tsx';
import { ClockSwitch } from './clock-switch.tsx';

/** Title of the record, the way to anything, the day and the clock of what is shown. */
export const TopBar = ({ title }: { readonly title: string }): ReactNode => {
  const { dispute, params } = usePlace();
  const { theme } = useSettings();
  return (
    <header className="top">
      <p className="top-title">
        <Link to={addressOf(dispute, 'overview', null, lasting(params))} title={title}>
          {title}
        </Link>
      </p>
      <button
        type="button"
        className="top-jump"
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac() ? 'Meta+K' : 'Control+K'}
        onClick={() => runCommand('jump.open')}
      >
        <Icon name="search" />
        <span className="top-jump-text">{t('jump.button')}</span>
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      <div className="top-times">
        <AsOf />
        <ClockSwitch />
      </div>
      <div className="top-tools">
        <button
          type="button"
          className="button quiet"
          aria-label={t('theme.button', { theme: t(`theme.${theme}`) })}
          title={t('theme.button', { theme: t(`theme.${theme}`) })}
          onClick={() => runCommand('theme.toggle')}
        >
          <Icon name="theme" />
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={t('help.button')}
          title={t('help.button')}
          aria-haspopup="dialog"
          onClick={() => runCommand('help.open')}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
};
