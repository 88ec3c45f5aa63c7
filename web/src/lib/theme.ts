import { usePlace } from './place.ts';
import {
  changeSettings,
  type Density,
  onSettings,
  readSettings,
  type Settings,
  THEMES,
  type Theme,
  useSettings,
} from './settings.ts';

/** Puts theme and density where the styles look for them; without a theme the system's wishes hold. */
const apply = ({ theme }: Settings): void => {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
};

/** Applies what was chosen now and after every change; called before anything is drawn. */
export const startTheme = (): void => {
  apply(readSettings());
  onSettings(() => apply(readSettings()));
};

/** The theme after this one, in the order of the button. */
export const nextTheme = (theme: Theme): Theme =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';

/** Goes to the next theme and says which. */
export const toggleTheme = (): Theme => {
  const theme = nextTheme(readSettings().theme);
  changeSettings({ theme });
  return theme;
};

/** The height of rows: as the address says, otherwise as chosen. */
export const useDensity = (): Density => {
  const { look } = usePlace();
  const { density } = useSettings();
  return look.density === 'compact' || look.density === 'normal' ? look.density : density;
};
