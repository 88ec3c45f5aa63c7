import { useRouter, useRouterState } from '@tanstack/react-router';
import { type Context, createContext, useCallback, useContext, useMemo, useRef } from 'react';
import { readClaimQuery, writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimListQuery } from '../../../src/view/desk/types.ts';

/** The rooms of the desk, by the part of the address that names them. */
export const ROOMS = [
  'overview',
  'timeline',
  'statements',
  'events',
  'sources',
  'map',
  'jobs',
  'settings',
  'help',
] as const;
/** One room. */
export type Room = (typeof ROOMS)[number];

/** Parameters of the address that say how a room looks, not what is asked. */
export const LOOKS = ['view', 'preview', 'lanes', 'density', 'panel', 'show', 'highlights', 'tab'] as const;
/** One of them. */
export type Look = (typeof LOOKS)[number];

/** Where the reader stands: all state of the desk is in the address. */
export interface Place {
  readonly dispute: string;
  readonly room: Room;
  /** The id behind the room's name, or null. */
  readonly id: string | null;
  readonly params: URLSearchParams;
  readonly query: ClaimListQuery;
  /** Parameters that mean nothing here, as `name=value`. */
  readonly unknown: readonly string[];
  readonly look: Readonly<Partial<Record<Look, string>>>;
  readonly hash: string;
}

const isRoom = (text: string): text is Room => (ROOMS as readonly string[]).includes(text);

/** Reads a place from the path, the search part and the hash of an address. */
export const readPlace = (path: string, search: string, hash: string): Place => {
  const [, dispute = '', room = 'overview', id] = path.split('/').map(decode);
  const params = new URLSearchParams(search);
  const asked = new URLSearchParams(
    [...params].filter(([name]) => !(LOOKS as readonly string[]).includes(name)),
  );
  const look: Partial<Record<Look, string>> = {};
  for (const name of LOOKS) {
    const value = params.get(name);
    if (value !== null) look[name] = value;
  }
  return {
    dispute,
    room: isRoom(room) ? room : 'overview',
    id: id === undefined || id === '' ? null : id,
    params,
    ...readClaimQuery(asked),
    look,
    hash,
  };
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Says which places are those of the room around a component; null outside of rooms. */
export const OwnPlaces: Context<((place: Place) => boolean) | null> = createContext<
  ((place: Place) => boolean) | null
>(null);

/**
 * The present place; changes with every move. In a room it stays the last one of that room: the room is still on screen
 * while the code of the next is on its way, and what the next is asked for means nothing in it.
 */
export const usePlace = (): Place => {
  const location = useRouterState({ select: (state) => state.location });
  const isOwn = useContext(OwnPlaces);
  const { pathname, searchStr, hash } = location;
  const present = useMemo(() => readPlace(pathname, searchStr, hash), [pathname, searchStr, hash]);
  const last = useRef(present);
  if (isOwn === null || isOwn(present)) last.current = present;
  return last.current;
};

/** The address of a room (and of something in it), with parameters. */
export const addressOf = (
  dispute: string,
  room: Room,
  id?: string | null,
  params?: URLSearchParams,
): string => {
  const path =
    room === 'overview' ? `/${encodeURIComponent(dispute)}` : `/${encodeURIComponent(dispute)}/${room}`;
  const whole = id === undefined || id === null ? path : `${path}/${encodeURIComponent(id)}`;
  const search = params?.toString() ?? '';
  return search === '' ? whole : `${whole}?${search}`;
};

/** The address of a claim's own page. */
export const claimAddress = (
  dispute: string,
  claim: { readonly id: string; readonly kind: 'statement' | 'event' },
): string => addressOf(dispute, claim.kind === 'statement' ? 'statements' : 'events', claim.id);

/** The parameters that a room keeps when one goes from it to another: clock and as-of. */
export const lasting = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...params].filter(([name]) => name === 'clock' || name === 'as_of' || name === 'density'),
  );

/** Ways to move. `replace` leaves no step for the back button: for what changes many times, such as typing. */
export interface Go {
  /** To an address of this desk. */
  readonly to: (address: string, options?: { readonly replace?: boolean }) => void;
  /** Stays in the room and changes what is asked; paging starts anew. */
  readonly ask: (change: Partial<ClaimListQuery>, options?: { readonly replace?: boolean }) => void;
  /** Stays in the room and changes how it looks; null takes a parameter away. */
  readonly look: (
    change: Readonly<Partial<Record<Look, string | null>>>,
    options?: { readonly replace?: boolean },
  ) => void;
  readonly back: () => void;
}

/** The ways to move from the present place. */
export const useGo = (): Go => {
  const router = useRouter();
  const to = useCallback<Go['to']>(
    (address, options) => {
      if (options?.replace) router.history.replace(address);
      else router.history.push(address);
    },
    [router],
  );
  return useMemo(() => {
    const here = (): Place => {
      const { pathname, searchStr, hash } = router.state.location;
      return readPlace(pathname, searchStr, hash);
    };
    const move = (
      place: Place,
      query: ClaimListQuery,
      look: Readonly<Partial<Record<Look, string | null>>>,
      replace?: boolean,
    ): void => {
      const params = writeClaimQuery(query);
      for (const [name, value] of Object.entries({ ...place.look, ...look }))
        if (value !== null && value !== undefined) params.set(name, value);
      to(addressOf(place.dispute, place.room, place.id, params), { replace: replace ?? false });
    };
    return {
      to,
      ask: (change, options) => {
        const place = here();
        move(place, { ...place.query, offset: 0, ...change }, {}, options?.replace);
      },
      look: (change, options) => {
        const place = here();
        move(place, place.query, change, options?.replace);
      },
      back: () => router.history.back(),
    };
  }, [router, to]);
};
