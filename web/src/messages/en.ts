import { frame } from './en/frame.ts';
import { lists } from './en/lists.ts';
import { reading } from './en/reading.ts';
import { rooms } from './en/rooms.ts';

/**
 * The words of the desk in English. `{name}` is filled in; `{n|one page|# pages}` takes the form for the number n, with `#`
 * for the number itself. Other languages have the same keys (`ru.ts`, `ja.ts`); what they lack is shown in English.
 */
export const en = { ...frame, ...lists, ...reading, ...rooms } as const;
