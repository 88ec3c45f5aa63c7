import type { ReactNode } from 'react';
import { LEVELS, type Level, nextLevel } from '../lib/highlight.ts';
import { useCommand } from '../lib/keyboard.ts';
import { t } from '../messages/index.ts';
import { useReaderLook } from './use-view.ts';

/** How the page is shown: furniture folded or not, and how much of what was read is marked. */
export const Controls = ({
  level,
  isClean,
}: {
  readonly level: Level;
  readonly isClean: boolean;
}): ReactNode => {
  const look = useReaderLook();
  const setLevel = (next: Level): void => look({ highlights: next === 'statements' ? null : next });
  useCommand('highlights.more', () => setLevel(nextLevel(level, 1)));
  useCommand('highlights.less', () => setLevel(nextLevel(level, -1)));
  useCommand('view.toggle', () => look({ show: isClean ? 'all' : null }));
  return (
    <div className="reader-controls">
      <fieldset className="reader-switch" aria-label={t('reader.show')}>
        <button type="button" className="button" aria-pressed={isClean} onClick={() => look({ show: null })}>
          {t('reader.clean')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={!isClean}
          onClick={() => look({ show: 'all' })}
        >
          {t('reader.all')}
        </button>
      </fieldset>
      <label className="density">
        <span>{t('reader.highlights')}</span>
        <input
          type="range"
          min={0}
          max={LEVELS.length - 1}
          step={1}
          value={LEVELS.indexOf(level)}
          aria-valuetext={t(`level.${level}`)}
          onChange={(event) => setLevel(LEVELS[Number(event.currentTarget.value)] ?? 'statements')}
        />
        <output>{t(`level.${level}`)}</output>
      </label>
      <Key level={level} />
    </div>
  );
};

/** What the marks of the chosen level mean. */
const Key = ({ level }: { readonly level: Level }): ReactNode =>
  level === 'none' ? null : (
    <p className="reader-key small">
      <span className="visually-hidden">{t('reader.key')}</span>
      <span className="in-content tint-none direct">{t('key.content')}</span>
      <span className="in-cue">{t('key.cue')}</span>
      <span className="in-source">{t('key.source')}</span>
      {level === 'all' && (
        <>
          <span className="in-time">{t('key.time')}</span>
          <span className="in-trigger">{t('key.trigger')}</span>
          <span className="in-framing">{t('key.framing')}</span>
        </>
      )}
    </p>
  );
