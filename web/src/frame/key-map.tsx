import type { ReactNode } from 'react';
import { bindingsOf, COMMAND_GROUPS, COMMANDS } from '../lib/commands.ts';
import { isMac } from '../lib/keyboard.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { useSettings } from '../lib/settings.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Caps } from '../parts/key-caps.tsx';
import { Link } from '../parts/link.tsx';

/** Every command with its keys, by group, as they are chosen now. */
export const KeyMap = (): ReactNode => {
  const { keys, singleKeys } = useSettings();
  const bindings = bindingsOf(keys);
  return (
    <>
      {!singleKeys && <p className="muted">{t('keys.single.off')}</p>}
      <div className="key-map">
        {COMMAND_GROUPS.map((group) => (
          <section key={group} aria-label={t(`keys.group.${group}`)}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map(({ id }) => (
                <div key={id}>
                  <dt>{t(`command.${id}`)}</dt>
                  <dd>
                    {(bindings.get(id) ?? []).map((way) => (
                      <Caps key={way} keys={way} isMac={isMac()} />
                    ))}
                    {bindings.get(id)?.length === 0 && <span className="muted">{t('keys.off')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
};

/** The keyboard map over whatever is on screen. */
export const KeyDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { dispute, params } = usePlace();
  return (
    <Dialog title={t('keys.title')} onClose={onClose} className="keys-dialog">
      <KeyMap />
      <p className="dialog-foot">
        <Link to={addressOf(dispute, 'help', null, lasting(params))} onClick={onClose}>
          {t('keys.to.help')}
        </Link>{' '}
        <Link to={addressOf(dispute, 'settings', null, lasting(params))} onClick={onClose}>
          {t('keys.to.settings')}
        </Link>
      </p>
    </Dialog>
  );
};
