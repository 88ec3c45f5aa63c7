import type { QueryClient } from '@tanstack/react-query';
import type { Facet, FacetFilter } from '../../../src/view/desk/types.ts';
import { claimsPath, overviewPath, STRIP_BINS, stripPath } from './data.ts';
import { getJson } from './fetch.ts';
import { type Place, readPlace } from './place.ts';

const EVENTS: Readonly<Partial<Record<Facet, FacetFilter>>> = { kind: { in: ['event'], out: [] } };

/** The answers that the first view of a room needs. Every room wants the parties, which the overview has. */
export const pathsOf = ({ dispute, room, id, query }: Place): readonly string[] => {
  if (dispute === '') return [];
  const overview = overviewPath(dispute);
  if (id !== null) return [overview];
  if (room === 'statements') return [claimsPath(dispute, 'statements', query), overview];
  if (room !== 'timeline' && room !== 'events') return [overview];
  const asked =
    room === 'events'
      ? { ...query, facets: { ...query.facets, ...EVENTS }, offset: 0 }
      : { ...query, offset: 0 };
  return [claimsPath(dispute, 'timeline', asked), stripPath(dispute, asked, STRIP_BINS), overview];
};

/** Asks for what the first view needs while the room's code is still on its way. */
export const askEarly = (client: QueryClient, { pathname, search }: Location): void => {
  for (const path of pathsOf(readPlace(pathname, search, '')))
    void client.prefetchQuery({
      queryKey: ['json', path],
      queryFn: ({ signal }) => getJson(path, signal),
      staleTime: 60_000,
      retry: false,
    });
};
