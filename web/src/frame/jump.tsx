import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { readClaimQuery } from '../../../src/view/desk/address.ts';
import { useClaims } from '../lib/data.ts';
import { isMac } from '../lib/keyboard.ts';
import { lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Caps } from '../parts/key-caps.tsx';
import { type JumpEntry, type JumpSection, useJumpSections } from './jump-entries.ts';

/** Milliseconds after the last key before the server is asked. */
const PAUSE = 120;

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** How the search would be read, and how many statements it finds. */
const Explained = ({ typed }: { readonly typed: string }): ReactNode => {
  const { params } = usePlace();
  const query = useMemo(() => {
    const asked = lasting(params);
    asked.set('q', typed);
    return { ...readClaimQuery(asked).query, limit: 1 };
  }, [params, typed]);
  const { data, isPlaceholderData } = useClaims('statements', query);
  if (typed === '' || data === undefined || isPlaceholderData) return null;
  const words = data.explained === null ? '' : t('jump.explained', { words: data.explained });
  return <>{`${t('jump.found', { n: data.total })} ${words}`}</>;
};

const Entry = ({
  entry,
  id,
  isActive,
  onChoose,
  onPoint,
}: {
  readonly entry: JumpEntry;
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}): ReactNode => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys.
  // biome-ignore lint/a11y/useFocusableInteractive: as above; the field names the active entry.
  <div
    id={id}
    role="option"
    aria-selected={isActive}
    className="jump-entry"
    onClick={onChoose}
    onMouseMove={onPoint}
  >
    <span className="jump-name">
      <bdi>{entry.label}</bdi>
    </span>
    {entry.detail !== '' && (
      <span className="jump-detail">
        <bdi>{entry.detail}</bdi>
      </span>
    )}
    {entry.keys !== undefined && <Caps keys={entry.keys} isMac={isMac()} />}
  </div>
);

const Entries = ({
  sections,
  active,
  base,
  onChoose,
  onPoint,
}: {
  readonly sections: readonly JumpSection[];
  readonly active: string | undefined;
  readonly base: string;
  readonly onChoose: (entry: JumpEntry) => void;
  readonly onPoint: (entry: JumpEntry) => void;
}): ReactNode => (
  <div id={`${base}list`} role="listbox" aria-label={t('jump.list')} className="jump-list">
    {sections.map(({ title, entries }) => (
      // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own.
      <div key={title} role="group" aria-label={title}>
        <p className="jump-kind" aria-hidden="true">
          {title}
        </p>
        {entries.map((entry) => (
          <Entry
            key={entry.key}
            id={`${base}${entry.key}`}
            entry={entry}
            isActive={entry.key === active}
            onChoose={() => onChoose(entry)}
            onPoint={() => onPoint(entry)}
          />
        ))}
      </div>
    ))}
  </div>
);

/** One field for everything: searches, rooms, commands, and whatever the record holds of that name. */
export const Jump = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const settled = useSettled(typed.trim());
  const sections = useJumpSections(typed.trim(), settled);
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const entries = sections.flatMap((section) => section.entries);
  const active = entries.find(({ key }) => key === chosen) ?? entries[0];
  useEffect(() => field.current?.focus(), []);
  const choose = (entry: JumpEntry): void => {
    onClose();
    // The dialog closes first: it gives the focus back, and commands wait while it is open.
    setTimeout(entry.run, 0);
  };
  const move = (by: number): void => {
    const at = active === undefined ? 0 : entries.indexOf(active);
    const next = entries[(at + by + entries.length) % entries.length];
    if (next === undefined) return;
    setChosen(next.key);
    document.getElementById(`${base}${next.key}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active !== undefined) choose(active);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('jump.title')} isTitleShown={false} onClose={onClose} className="jump">
      <input
        ref={field}
        type="text"
        className="jump-field"
        role="combobox"
        aria-label={t('jump.title')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${base}list`}
        aria-activedescendant={active === undefined ? undefined : `${base}${active.key}`}
        placeholder={t('jump.placeholder')}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(null);
        }}
        onKeyDown={onKeyDown}
      />
      <Entries
        sections={sections}
        active={active?.key}
        base={base}
        onChoose={choose}
        onPoint={({ key }) => setChosen(key)}
      />
      <p className="jump-foot" role="status">
        {settled === '' ? t('jump.syntax') : <Explained typed={settled} />}
      </p>
    </Dialog>
  );
};
