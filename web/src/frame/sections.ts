import type { CommandId } from '../lib/commands.ts';
import type { Room } from '../lib/place.ts';
import type { MessageKey } from '../messages/index.ts';
import type { IconName } from '../parts/icon.tsx';

/** A room as the sidebar lists it. */
export interface RoomLine {
  readonly room: Exclude<Room, 'events'>;
  readonly message: MessageKey;
  readonly icon: IconName;
  readonly command: CommandId | null;
  /** Whether it stands in the bar of narrow screens itself; the others are behind its last button. */
  readonly isInBar: boolean;
}

/** The rooms in the sidebar, in sections parted by a line; a room that is added is one line here. */
export const SECTIONS: readonly (readonly RoomLine[])[] = [
  [{ room: 'overview', message: 'room.overview', icon: 'overview', command: 'go.overview', isInBar: true }],
  [
    { room: 'timeline', message: 'room.timeline', icon: 'timeline', command: 'go.timeline', isInBar: true },
    {
      room: 'statements',
      message: 'room.statements',
      icon: 'statements',
      command: 'go.statements',
      isInBar: true,
    },
  ],
  [
    { room: 'sources', message: 'room.sources', icon: 'sources', command: 'go.sources', isInBar: true },
    { room: 'map', message: 'room.map', icon: 'map', command: 'go.map', isInBar: false },
  ],
  [{ room: 'jobs', message: 'room.jobs', icon: 'jobs', command: 'go.jobs', isInBar: false }],
];

/** The rooms at the foot of the sidebar. */
export const FOOT: readonly RoomLine[] = [
  { room: 'settings', message: 'room.settings', icon: 'settings', command: null, isInBar: false },
  { room: 'help', message: 'room.help', icon: 'help', command: null, isInBar: false },
];

/** All rooms of the sidebar, in order. */
export const LINES: readonly RoomLine[] = [...SECTIONS.flat(), ...FOOT];

/** Whether a line of the sidebar stands for the present room; a page of an event belongs to the timeline. */
export const isPresent = (line: RoomLine, room: Room): boolean =>
  line.room === room || (line.room === 'timeline' && room === 'events');
