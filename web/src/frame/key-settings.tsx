import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  bindingsOf,
  COMMANDS,
  type CommandId,
  conflictsOf,
  isReserved,
  type KeyConflict,
} from '../lib/commands.ts';
import { isMac } from '../lib/keyboard.ts';
import { changeSettings, readSettings, useSettings } from '../lib/settings.ts';
import { isCharacterKey, strokeOf } from '../lib/strokes.ts';
import { t } from '../messages/index.ts';
import { Caps } from '../parts/key-caps.tsx';

/** Milliseconds in which a second key makes a sequence of two. */
const PAUSE = 900;

const setKeys = (id: CommandId, ways: readonly string[] | null): void => {
  const { [id]: _, ...others } = readSettings().keys;
  changeSettings({ keys: ways === null ? others : { ...others, [id]: ways } });
};

/** Waits for the keys that a command is to have; Esc, Tab and a click elsewhere leave it as it was. */
const KeyCatch = ({
  onKeys,
  onLeave,
}: {
  readonly onKeys: (keys: string) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (strokes.length === 0) return;
    const isWhole = strokes.length === 2 || !isCharacterKey(strokes[0] ?? '');
    const timer = setTimeout(() => onKeys(strokes.join(' ')), isWhole ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [strokes, onKeys]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      onLeave();
      return;
    }
    const context = { isMac: isMac(), isForeign: false, isAltGraph: event.getModifierState('AltGraph') };
    const { stroke } = strokeOf(event, context);
    if (event.nativeEvent.isComposing || stroke === null) return;
    event.preventDefault();
    setStrokes((before) => [...before, stroke].slice(0, 2));
  };
  return (
    <button ref={field} type="button" className="button key-catch" onKeyDown={onKeyDown} onBlur={onLeave}>
      {strokes.length === 0 ? t('keys.press') : <Caps keys={strokes.join(' ')} isMac={isMac()} />}
    </button>
  );
};

const Warning = ({
  conflicts,
  id,
}: {
  readonly conflicts: readonly KeyConflict[];
  readonly id: CommandId;
}): ReactNode =>
  conflicts
    .filter(({ commands }) => commands.includes(id))
    .map(({ keys, commands }) => (
      <p key={keys} className="key-warning">
        <Caps keys={keys} isMac={isMac()} />{' '}
        {t('keys.conflict', {
          others: commands
            .filter((other) => other !== id)
            .map((other) => `“${t(`command.${other}`)}”`)
            .join(', '),
        })}
      </p>
    ));

const KeyRow = ({
  id,
  ways,
  isUsual,
  conflicts,
}: {
  readonly id: CommandId;
  readonly ways: readonly string[];
  readonly isUsual: boolean;
  readonly conflicts: readonly KeyConflict[];
}): ReactNode => {
  const [isCatching, setCatching] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const name = t(`command.${id}`);
  const leave = (): void => setCatching(false);
  const take = (keys: string): void => {
    setRefused(isReserved(keys) ? keys : null);
    if (!isReserved(keys)) setKeys(id, [keys]);
    setCatching(false);
    requestAnimationFrame(() => change.current?.focus());
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {ways.map((way) => (
          <Caps key={way} keys={way} isMac={isMac()} />
        ))}
        {ways.length === 0 && <span className="muted">{t('keys.off')}</span>}
        <Warning conflicts={conflicts} id={id} />
        {refused !== null && (
          <p className="key-warning" role="alert">
            {t('keys.reserved')} <Caps keys={refused} isMac={isMac()} />
          </p>
        )}
      </td>
      <td className="key-buttons">
        {isCatching ? (
          <KeyCatch onKeys={take} onLeave={leave} />
        ) : (
          <button
            ref={change}
            type="button"
            className="button quiet"
            aria-label={t('keys.change.of', { command: name })}
            onClick={() => setCatching(true)}
          >
            {t('keys.change')}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          disabled={ways.length === 0}
          aria-label={t('keys.remove.of', { command: name })}
          onClick={() => setKeys(id, [])}
        >
          {t('keys.remove')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={isUsual}
          aria-label={t('keys.reset.of', { command: name })}
          onClick={() => setKeys(id, null)}
        >
          {t('keys.reset')}
        </button>
      </td>
    </tr>
  );
};

/** The keys of every command, to be changed, and whether single characters are commands at all. */
export const KeySettings = (): ReactNode => {
  const { keys, singleKeys } = useSettings();
  const bindings = bindingsOf(keys);
  const conflicts = conflictsOf(bindings);
  return (
    <section>
      <h2>{t('settings.keys')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={({ target }) => changeSettings({ singleKeys: target.checked })}
        />
        <span>
          {t('keys.single')} <span className="muted">{t('keys.single.hint')}</span>
        </span>
      </label>
      {conflicts.length > 0 && (
        <p className="key-warning" role="status">
          {t('keys.conflicts', { n: conflicts.length })}
        </p>
      )}
      <table className="key-table">
        <thead>
          <tr>
            <th scope="col">{t('keys.column.command')}</th>
            <th scope="col">{t('keys.column.keys')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('keys.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {COMMANDS.map(({ id }) => (
            <KeyRow
              key={id}
              id={id}
              ways={bindings.get(id) ?? []}
              isUsual={keys[id] === undefined}
              conflicts={conflicts}
            />
          ))}
        </tbody>
      </table>
      <p>
        <button
          type="button"
          className="button"
          disabled={Object.keys(keys).length === 0}
          onClick={() => changeSettings({ keys: {} })}
        >
          {t('keys.reset.all')}
        </button>
      </p>
    </section>
  );
};
