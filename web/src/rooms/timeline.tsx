import type { ReactNode } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimListQuery, Clock, Facet } from '../../../src/view/desk/types.ts';
import { useClaims } from '../lib/data.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Rows } from '../parts/rows.tsx';
import { ClaimTable, TIMELINE_COLUMNS } from '../timeline/claim-table.tsx';
import { Lanes } from '../timeline/lanes.tsx';
import { ListRoom, type ListView, viewOf } from '../timeline/list-room.tsx';
import { SortSelect } from '../timeline/sort-select.tsx';
import { StripRoom } from '../timeline/strip.tsx';

const VIEWS: readonly ListView[] = ['list', 'lanes', 'table'];
const ORDER: readonly Facet[] = [
  'kind',
  'party',
  'speaker',
  'type',
  'status',
  'issue',
  'place',
  'outlet',
  'certainty',
  'differs',
  'background',
  'stance',
];

/** What the room asks for: `/events` is the timeline with events alone. */
const askedIn = (room: string, query: ClaimListQuery): ClaimListQuery =>
  room === 'events' ? { ...query, facets: { ...query.facets, kind: { in: ['event'], out: [] } } } : query;

/** The clock by which a list is in order of time; null for other orders. */
const groupedBy = ({ sort, clock }: ClaimListQuery): Clock | null => {
  if (sort === 'time' || sort === '-time') return clock;
  return sort === 'published' || sort === '-published' ? 'published' : null;
};

/** The dated list with the strip above it; the same as lanes, and as a table. */
export const View = (): ReactNode => {
  const { room, query: here, look } = usePlace();
  const query = askedIn(room, here);
  const view = viewOf(look.view, VIEWS);
  const { data, error, isPlaceholderData } = useClaims(
    'timeline',
    view === 'table' ? query : { ...query, offset: 0 },
  );
  return (
    <ListRoom
      title={t(room === 'events' ? 'room.events' : 'room.timeline')}
      list={data}
      error={error}
      twin="timeline"
      params={writeClaimQuery({ ...query, offset: 0, limit: 100 })}
      facets={room === 'events' ? ORDER.filter((facet) => facet !== 'kind') : ORDER}
      note="facets.fold"
      view={view}
      views={VIEWS}
      tools={view !== 'lanes' && <SortSelect />}
      above={<StripRoom query={query} />}
    >
      {(list) => {
        if (view === 'lanes') return <Lanes query={query} />;
        if (view === 'table')
          return (
            <ClaimTable
              list={list}
              columns={TIMELINE_COLUMNS}
              label={t('list.timeline')}
              isOld={isPlaceholderData}
            />
          );
        return <Rows list="timeline" first={list} isOld={isPlaceholderData} grouped={groupedBy(query)} />;
      }}
    </ListRoom>
  );
};
