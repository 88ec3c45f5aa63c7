import { useEffect, useRef } from 'react';
import { bindingsOf, type CommandId } from './commands.ts';
import { isEditable, isModalOpen, ownsKey } from './focus.ts';
import { readSettings } from './settings.ts';
import { advance, isCharacterKey, strokeOf } from './strokes.ts';

export type { CommandId } from './commands.ts';

type Handler = () => void;
const handlers = new Map<CommandId, { readonly run: Handler }[]>();

/** Answers to a command for as long as the component stands; of several, the one that came last. */
export const useCommand = (id: CommandId, handler: () => void, isOn = true): void => {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isOn) return;
    const entry = { run: (): void => latest.current() };
    const list = handlers.get(id) ?? [];
    handlers.set(id, [...list, entry]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== entry),
      );
    };
  }, [id, isOn]);
};

/** Whether something on screen answers to a command now. */
export const isAvailable = (id: CommandId): boolean => (handlers.get(id) ?? []).length > 0;

/** Runs a command; false when nothing answers to it. */
export const runCommand = (id: CommandId): boolean => {
  const handler = handlers.get(id)?.at(-1);
  handler?.run();
  return handler !== undefined;
};

/** Whether this is a Mac, where Command does what Ctrl does elsewhere. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

/** Milliseconds within which the second key of `g t` must follow. */
const PATIENCE = 1500;

interface Pending {
  strokes: readonly string[];
  since: number;
  isForeign: boolean;
}

/** Whether a stroke may be a command where the focus is. */
const mayCommand = (stroke: string, target: EventTarget | null): boolean => {
  if (isModalOpen()) return false;
  if (isEditable(target)) return stroke.startsWith('mod+');
  return !ownsKey(target, stroke);
};

const listen = (event: KeyboardEvent, pending: Pending): void => {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const read = strokeOf(event, {
    isMac: isMac(),
    isForeign: pending.isForeign,
    isAltGraph: event.getModifierState('AltGraph'),
  });
  pending.isForeign = read.isForeign;
  const { stroke } = read;
  if (stroke === null || !mayCommand(stroke, event.target)) return;
  const settings = readSettings();
  if (!settings.singleKeys && isCharacterKey(stroke)) return;
  const before = event.timeStamp - pending.since < PATIENCE ? pending.strokes : [];
  const step = advance(before, stroke, bindingsOf(settings.keys));
  pending.strokes = step.pending;
  pending.since = event.timeStamp;
  const command = step.commands.find(isAvailable);
  if (command === undefined) return;
  event.preventDefault();
  runCommand(command);
};

/** Listens to the keyboard for the whole desk; used once, by the frame. */
export const useKeyboard = (): void => {
  useEffect(() => {
    const pending: Pending = { strokes: [], since: 0, isForeign: false };
    const onKey = (event: KeyboardEvent): void => listen(event, pending);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
