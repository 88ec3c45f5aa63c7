import { useSyncExternalStore } from 'react';

/** A short word about what was just done, with the way to take it back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | null;
}

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

const show = (next: readonly Toast[]): void => {
  shown = next;
  for (const listener of listeners) listener();
};

/** Milliseconds a toast stays; longer when there is something to take back. */
const STAY = { plain: 4000, undo: 10_000 };

/** Says something for some seconds; `undo` adds a button that takes it back. */
export const toast = (text: string, undo?: () => void): void => {
  count += 1;
  const id = count;
  show([...shown.filter((other) => other.text !== text), { id, text, undo: undo ?? null }].slice(-3));
  setTimeout(() => dismissToast(id), undo === undefined ? STAY.plain : STAY.undo);
};

/** Takes a toast away. */
export const dismissToast = (id: number): void => show(shown.filter((each) => each.id !== id));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The toasts on screen, oldest first. */
export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => shown);
