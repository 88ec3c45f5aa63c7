import type { ReactNode } from 'react';
import { OwnPlaces, type Place } from '../lib/place.ts';

/** A room's code that could not be loaded: the server stopped, or serves a newer desk. */
export interface Unloaded {
  readonly kind: 'unloaded';
  readonly reason: string;
}

/** Whether something thrown says that a room's code could not be loaded. */
export const isUnloaded = (error: unknown): error is Unloaded =>
  typeof error === 'object' && error !== null && 'kind' in error && error.kind === 'unloaded';

/**
 * A room whose code is loaded when it is first needed, and asked for again after it failed. `isOwn` says which places are
 * those of the room.
 */
export const lazyRoom = (
  load: () => Promise<{ readonly View: () => ReactNode }>,
  isOwn: (place: Place) => boolean,
): (() => ReactNode) & { readonly preload: () => Promise<void> } => {
  let View: (() => ReactNode) | null = null;
  let failure: Unloaded | null = null;
  const preload = async (): Promise<void> => {
    if (View !== null) return;
    try {
      ({ View } = await load());
      failure = null;
    } catch (error) {
      failure = { kind: 'unloaded', reason: error instanceof Error ? error.message : String(error) };
    }
  };
  const Room = (): ReactNode => {
    if (View !== null)
      return (
        <OwnPlaces value={isOwn}>
          <View />
        </OwnPlaces>
      );
    if (failure === null) throw preload(); // Suspended until it is there.
    throw failure;
  };
  // The next attempt begins when the reader, or the return of the server, asks for it.
  return Object.assign(Room, {
    preload: () => {
      failure = null;
      return preload();
    },
  });
};
