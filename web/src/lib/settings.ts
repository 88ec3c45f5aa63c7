import { useSyncExternalStore } from 'react';
import { isCommandId, type KeyChoices } from './commands.ts';

/** Colour schemes; `system` follows the system's wishes for dark and for contrast. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
/** One of them. */
export type Theme = (typeof THEMES)[number];
/** Heights of rows. */
export const DENSITIES = ['normal', 'compact'] as const;
/** One of them. */
export type Density = (typeof DENSITIES)[number];

/** What one person chose on this computer; kept by the browser, never sent. */
export interface Settings {
  readonly theme: Theme;
  readonly density: Density;
  /** Language of the interface, a BCP 47 tag. */
  readonly language: string;
  /** Whether single characters are commands. */
  readonly singleKeys: boolean;
  readonly keys: KeyChoices;
}

/** The settings of somebody who chose nothing. */
export const USUAL: Settings = {
  theme: 'system',
  density: 'normal',
  language: 'en',
  singleKeys: true,
  keys: {},
};

const NAME = 'demarche.settings';

const oneOf = <T extends string>(values: readonly T[], value: unknown, usual: T): T =>
  values.find((each) => each === value) ?? usual;

const keysFrom = (value: unknown): KeyChoices => {
  if (typeof value !== 'object' || value === null) return {};
  const found = Object.entries(value).filter(
    ([id, ways]) =>
      isCommandId(id) && Array.isArray(ways) && ways.every((keys) => typeof keys === 'string' && keys !== ''),
  );
  return Object.fromEntries(found) as KeyChoices;
};

/** Settings out of the text that was kept; what is damaged or unknown is as usual. */
export const settingsFrom = (text: string | null): Settings => {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return USUAL;
  }
  if (typeof kept !== 'object' || kept === null) return USUAL;
  const given = kept as Readonly<Record<string, unknown>>;
  return {
    theme: oneOf(THEMES, given['theme'], USUAL.theme),
    density: oneOf(DENSITIES, given['density'], USUAL.density),
    language: USUAL.language,
    singleKeys: given['singleKeys'] !== false,
    keys: keysFrom(given['keys']),
  };
};

const readKept = (): Settings => {
  try {
    return settingsFrom(localStorage.getItem(NAME));
  } catch {
    return USUAL; // Storage is switched off: the settings last as long as the page.
  }
};

let present: Settings | null = null;
const listeners = new Set<() => void>();

/** The settings now. */
export const readSettings = (): Settings => {
  present ??= readKept();
  return present;
};

/** Changes some settings and keeps them. */
export const changeSettings = (change: Partial<Settings>): void => {
  present = { ...readSettings(), ...change };
  try {
    localStorage.setItem(NAME, JSON.stringify(present));
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
};

/** Calls back after every change, also one in another tab. */
export const onSettings = (listener: () => void): (() => void) => {
  const onStorage = (event: StorageEvent): void => {
    if (event.key !== NAME) return;
    present = settingsFrom(event.newValue);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
};

/** The settings; the component draws anew when they change. */
export const useSettings = (): Settings => useSyncExternalStore(onSettings, readSettings);
