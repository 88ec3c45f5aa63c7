import { copyText } from '../lib/clipboard.ts';
import { type CommandId, useCommand } from '../lib/keyboard.ts';
import { addressOf, lasting, type Room, useGo, usePlace } from '../lib/place.ts';
import { changeSettings } from '../lib/settings.ts';
import { toggleTheme, useDensity } from '../lib/theme.ts';
import { toast } from '../lib/toast.ts';
import { t } from '../messages/index.ts';

/** What lies over the desk. */
export type Overlay = 'jump' | 'keys' | null;

const useGoTo = (command: CommandId, room: Room): void => {
  const { dispute, params } = usePlace();
  const go = useGo();
  useCommand(command, () => go.to(addressOf(dispute, room, null, lasting(params))));
};

/** From a page in a room the way back leads to the room; a preview is closed first. */
const useBack = (): void => {
  const { dispute, room, id, params, look } = usePlace();
  const go = useGo();
  useCommand('back', () => {
    if (look.preview !== undefined) return go.look({ preview: null }, { replace: true });
    if (id === null) return;
    // Whoever opened the desk on this page has no list to go back to.
    if (history.length > 1) go.back();
    else go.to(addressOf(dispute, room === 'events' ? 'timeline' : room, null, lasting(params)));
  });
};

const copyAddress = async (): Promise<void> => {
  toast((await copyText(location.href)) ? t('copy.link.done') : t('copy.failed'));
};

/** Answers to the commands that hold in every room. */
export const useFrameCommands = (open: (overlay: Overlay) => void): void => {
  const go = useGo();
  const { look } = usePlace();
  const density = useDensity();
  useGoTo('go.overview', 'overview');
  useGoTo('go.timeline', 'timeline');
  useGoTo('go.statements', 'statements');
  useGoTo('go.sources', 'sources');
  useGoTo('go.map', 'map');
  useGoTo('go.jobs', 'jobs');
  useBack();
  useCommand('jump.open', () => open('jump'));
  useCommand('help.open', () => open('keys'));
  useCommand('copy.link', () => void copyAddress());
  useCommand('theme.toggle', () => toast(t('theme.now', { theme: t(`theme.${toggleTheme()}`) })));
  useCommand('density.toggle', () => {
    const next = density === 'compact' ? 'normal' : 'compact';
    changeSettings({ density: next });
    if (look.density !== undefined) go.look({ density: null }, { replace: true });
    toast(t('density.now', { density: t(`density.${next}`) }));
  });
};
