import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Frame } from './frame/frame.tsx';
import { lazyRoom } from './frame/lazy-room.tsx';
import { NotFound } from './frame/not-found.tsx';
import { RoomError } from './frame/room-error.tsx';
import { LOOKS, type Place, type Room } from './lib/place.ts';

/** Every room is a file of its own, loaded when it is first gone to. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly View: () => ReactNode }>>> = {
  '/': () => import('./rooms/overview.tsx'),
  '/timeline': () => import('./rooms/timeline.tsx'),
  '/statements': () => import('./rooms/statements.tsx'),
  '/statements/$id': () => import('./rooms/claim.tsx'),
  '/events': () => import('./rooms/timeline.tsx'),
  '/events/$id': () => import('./rooms/claim.tsx'),
  '/sources': () => import('./rooms/sources.tsx'),
  '/sources/$id': () => import('./rooms/reader.tsx'),
  '/map': () => import('./rooms/map.tsx'),
  '/jobs': () => import('./rooms/jobs.tsx'),
  '/settings': () => import('./rooms/settings.tsx'),
  '/help': () => import('./rooms/help.tsx'),
} satisfies Readonly<
  Record<`/${'' | Exclude<Room, 'overview'>}` | `/${'statements' | 'events' | 'sources'}/$id`, unknown>
>;

/** Whether a place is one of the room at a path. */
const isAt = (path: string): ((place: Place) => boolean) => {
  const [, room = '', id] = path.split('/');
  return (place) => place.room === (room || 'overview') && (place.id === null) === (id === undefined);
};

/** Search parameters stay as they are in the address: a name may come more than once. */
const parseSearch = (search: string): Record<string, unknown> => {
  const found: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) found[name] = [...(found[name] ?? []), value];
  return found;
};

const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(search))
    for (const value of Array.isArray(values) ? values : [values])
      if (value !== undefined && value !== null) params.append(name, String(value));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** A list keeps its place when only its looks change: a preview opens beside it, a row is chosen. */
const scrollKey = ({
  pathname,
  searchStr,
}: {
  readonly pathname: string;
  readonly searchStr: string;
}): string => {
  const params = new URLSearchParams(searchStr);
  for (const look of LOOKS) params.delete(look);
  return `${pathname}?${params}`;
};

/** The router of the desk. */
export const createDeskRouter = () => {
  const rootRoute = createRootRoute({
    component: Frame,
    notFoundComponent: NotFound,
    errorComponent: RoomError,
  });
  const disputeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/$dispute' });
  const rooms = Object.entries(LOADERS).map(([path, load]) =>
    createRoute({
      getParentRoute: () => disputeRoute,
      path,
      component: lazyRoom(load, isAt(path)),
      errorComponent: RoomError,
    }),
  );
  return createRouter({
    routeTree: rootRoute.addChildren([disputeRoute.addChildren(rooms)]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    getScrollRestorationKey: scrollKey,
    defaultPreload: false,
  });
};
