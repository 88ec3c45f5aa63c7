import type { ReactNode } from 'react';
import type { Clock } from '../../../src/view/desk/types.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { useParameter } from './use-as-of.ts';

const CLOCKS: readonly Clock[] = ['happened', 'said', 'published'];

/** Which clock places what is shown: when it happened, was said, or was published. */
export const ClockSwitch = (): ReactNode => {
  const { query } = usePlace();
  const set = useParameter();
  return (
    <fieldset className="clock">
      <legend className="bar-label">{t('clock.label')}</legend>
      <div className="switch">
        {CLOCKS.map((clock) => (
          <label key={clock} title={t(`clock.${clock}.hint`)}>
            <input
              type="radio"
              name="clock"
              value={clock}
              checked={query.clock === clock}
              onChange={() => set('clock', clock === 'happened' ? null : clock)}
            />
            <span>{t(`clock.${clock}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
