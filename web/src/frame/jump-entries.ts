import { useMemo } from 'react';
import type { JumpItem } from '../../../src/view/desk/types.ts';
import { bindingsOf, COMMANDS } from '../lib/commands.ts';
import { useJson } from '../lib/data.ts';
import { groupJump, jumpAddress, rank } from '../lib/jump.ts';
import { isAvailable, runCommand } from '../lib/keyboard.ts';
import { addressOf, type Go, lasting, type Place, useGo, usePlace } from '../lib/place.ts';
import { useSettings } from '../lib/settings.ts';
import { t } from '../messages/index.ts';
import { LINES } from './sections.ts';

/** Something that can be chosen in the jump dialog. */
export interface JumpEntry {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** Entries of one kind. */
export interface JumpSection {
  readonly title: string;
  readonly entries: readonly JumpEntry[];
}

/** Entries of one kind of things that are shown. */
const MOST = 6;

const searchSection = (typed: string, place: Place, go: Go): JumpSection => ({
  title: t('jump.kind.search'),
  entries: (['statements', 'timeline', 'sources'] as const).map((room) => ({
    key: `search-${room}`,
    label: t(`jump.search.${room}`, { q: typed }),
    detail: '',
    run: () => {
      const params = lasting(place.params);
      params.set('q', typed);
      go.to(addressOf(place.dispute, room, null, params));
    },
  })),
});

const roomSection = (typed: string, place: Place, go: Go): JumpSection => ({
  title: t('jump.kind.room'),
  entries: rank(typed, LINES, ({ message }) => t(message)).map(({ room, message }) => ({
    key: `room-${room}`,
    label: t(message),
    detail: '',
    run: () => go.to(addressOf(place.dispute, room, null, lasting(place.params))),
  })),
});

/** Commands of the desk that something answers to now; those that lead to rooms stand among the rooms. */
const commandSection = (typed: string, keys: ReturnType<typeof bindingsOf>): JumpSection => ({
  title: t('jump.kind.command'),
  entries: rank(
    typed,
    COMMANDS.filter(
      ({ id }) => isAvailable(id) && !id.startsWith('go.') && id !== 'jump.open' && !id.startsWith('row.'),
    ),
    ({ id }) => t(`command.${id}`),
  ).map(({ id }) => ({
    key: `command-${id}`,
    label: t(`command.${id}`),
    detail: '',
    keys: keys.get(id)?.[0],
    run: () => {
      runCommand(id);
    },
  })),
});

/** What can be chosen for what was typed; `settled` is what the server is asked. */
export const useJumpSections = (typed: string, settled: string): readonly JumpSection[] => {
  const place = usePlace();
  const go = useGo();
  const { keys } = useSettings();
  const params = new URLSearchParams({ q: settled, limit: '24' });
  const path = `/${encodeURIComponent(place.dispute)}/jump.json?${params}`;
  const { data } = useJson<readonly JumpItem[]>(settled === '' ? null : path);
  return useMemo(() => {
    const found = typed === '' || settled === '' ? [] : (data ?? []);
    const things = groupJump(found).map(({ what, items }) => ({
      title: t(`jump.kind.${what}`),
      entries: items.slice(0, MOST).map((item) => ({
        key: `${item.what}-${item.id}`,
        label: item.label,
        detail: item.detail,
        run: () => go.to(jumpAddress(place.dispute, item, lasting(place.params))),
      })),
    }));
    const rooms = roomSection(typed, place, go);
    const isRoom = rooms.entries.some(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
    const all = [
      ...(isRoom ? [rooms] : []),
      ...(typed === '' ? [] : [searchSection(typed, place, go)]),
      ...(typed === '' ? [] : things),
      ...(isRoom ? [] : [rooms]),
      commandSection(typed, bindingsOf(keys)),
    ];
    return all.filter(({ entries }) => entries.length > 0);
  }, [typed, settled, data, place, go, keys]);
};
