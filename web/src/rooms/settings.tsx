import type { ReactNode } from 'react';
import { KeySettings } from '../frame/key-settings.tsx';
import { changeSettings, DENSITIES, THEMES, useSettings } from '../lib/settings.ts';
import { t } from '../messages/index.ts';
import '../styles/plain-rooms.css';

/** Languages of the interface, by their own names; those that are not translated yet cannot be chosen. */
const LANGUAGES = [
  { tag: 'en', name: 'English', isReady: true },
  { tag: 'ru', name: 'Русский', isReady: false },
  { tag: 'ja', name: '日本語', isReady: false },
] as const;

const Choice = ({
  name,
  value,
  chosen,
  onChoose,
  isOff = false,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly onChoose: () => void;
  readonly isOff?: boolean;
  readonly children: ReactNode;
}): ReactNode => (
  <label className="choice">
    <input
      type="radio"
      name={name}
      value={value}
      checked={chosen === value}
      disabled={isOff}
      onChange={onChoose}
    />
    <span>{children}</span>
  </label>
);

const Looks = (): ReactNode => {
  const { theme, density } = useSettings();
  return (
    <section>
      <h2>{t('settings.looks')}</h2>
      <fieldset>
        <legend>{t('settings.theme')}</legend>
        {THEMES.map((each) => (
          <Choice
            key={each}
            name="theme"
            value={each}
            chosen={theme}
            onChoose={() => changeSettings({ theme: each })}
          >
            {t(`theme.${each}`)} <span className="muted">{t(`theme.${each}.hint`)}</span>
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('settings.density')}</legend>
        {DENSITIES.map((each) => (
          <Choice
            key={each}
            name="density"
            value={each}
            chosen={density}
            onChoose={() => changeSettings({ density: each })}
          >
            {t(`density.${each}`)}
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('settings.language')}</legend>
        {LANGUAGES.map(({ tag, name, isReady }) => (
          <Choice
            key={tag}
            name="language"
            value={tag}
            chosen="en"
            isOff={!isReady}
            onChoose={() => changeSettings({ language: tag })}
          >
            <span lang={tag}>{name}</span>{' '}
            {!isReady && <span className="muted">{t('settings.language.prepared')}</span>}
          </Choice>
        ))}
        <p className="muted small">{t('settings.language.note')}</p>
      </fieldset>
    </section>
  );
};

/** What one person chooses on this computer. */
export const View = (): ReactNode => (
  <div className="plain-room">
    <h1>{t('room.settings')}</h1>
    <p className="muted">{t('settings.kept')}</p>
    <Looks />
    <KeySettings />
  </div>
);
