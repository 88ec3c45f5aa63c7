import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dayText, isDay } from '../lib/day.ts';
import { useCommand } from '../lib/keyboard.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Icon } from '../parts/icon.tsx';
import { useAsOfSteps, useParameter } from './use-as-of.ts';

/** While a year is being typed the field holds days such as 0201-01-01: none of them is meant. */
const EARLIEST = '1000-01-01';

const DayField = ({
  asOf,
  onDay,
  onLeave,
}: {
  readonly asOf: string | null;
  readonly onDay: (day: string | null) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const [draft, setDraft] = useState(asOf ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => setDraft(asOf ?? ''), [asOf]);
  return (
    <input
      ref={field}
      type="date"
      className="field"
      aria-label={t('asof.field')}
      min={EARLIEST}
      max="9999-12-31"
      value={draft}
      onBlur={onLeave}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === 'Escape') onLeave();
      }}
      onChange={({ target: { value } }) => {
        setDraft(value);
        if (value === '') onDay(null);
        else if (isDay(value) && value >= EARLIEST) onDay(value);
      }}
    />
  );
};

/** The day as of which the record is shown, with steps to the days on which something was reported. */
export const AsOf = (): ReactNode => {
  const { query } = usePlace();
  const set = useParameter();
  const step = useAsOfSteps();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasBeenOpen = useRef(false);
  useCommand('asof.previous', () => step('previous'));
  useCommand('asof.next', () => step('next'));
  useEffect(() => {
    if (isOpen) hasBeenOpen.current = true;
    else if (hasBeenOpen.current && document.activeElement === document.body) button.current?.focus();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons in a row, which a fieldset would draw as a form.
    <div className="as-of" role="group" aria-label={t('asof.group')}>
      <span className="bar-label">{t('asof.label')}</span>
      <button
        type="button"
        className="button quiet step"
        aria-label={t('asof.previous')}
        title={t('asof.previous')}
        onClick={() => step('previous')}
      >
        <Icon name="earlier" />
      </button>
      {isOpen ? (
        <DayField asOf={query.asOf} onDay={(day) => set('as_of', day)} onLeave={() => setOpen(false)} />
      ) : (
        <button
          ref={button}
          type="button"
          className="button as-of-day"
          title={t('asof.change')}
          data-set={query.asOf !== null || undefined}
          onClick={() => setOpen(true)}
        >
          {query.asOf === null ? t('asof.now') : dayText(query.asOf)}
        </button>
      )}
      <button
        type="button"
        className="button quiet step"
        aria-label={t('asof.next')}
        title={t('asof.next')}
        disabled={query.asOf === null}
        onClick={() => step('next')}
      >
        <Icon name="later" />
      </button>
    </div>
  );
};

/** Rooms whose answers follow the as-of day. */
const FOLLOWING: ReadonlySet<string> = new Set(['timeline', 'statements', 'events', 'map']);
const SILENT: ReadonlySet<string> = new Set(['settings', 'help', 'jobs']);

/** The band that says that the desk shows an earlier state of knowledge. */
export const AsOfBand = (): ReactNode => {
  const { query, room } = usePlace();
  const set = useParameter();
  if (query.asOf === null || SILENT.has(room)) return null;
  const day = dayText(query.asOf);
  return (
    <div className="band band-asof">
      <p>{FOLLOWING.has(room) ? t('asof.band', { day }) : t('asof.band.not', { day })}</p>
      <button type="button" className="button small" onClick={() => set('as_of', null)}>
        {t('asof.return')}
      </button>
    </div>
  );
};
