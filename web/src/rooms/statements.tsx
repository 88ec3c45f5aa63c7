import type { ReactNode } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { Facet } from '../../../src/view/desk/types.ts';
import { useClaims } from '../lib/data.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Rows } from '../parts/rows.tsx';
import { ClaimTable, STATEMENT_COLUMNS } from '../timeline/claim-table.tsx';
import { ListRoom, type ListView, viewOf } from '../timeline/list-room.tsx';
import { SearchField } from '../timeline/search-field.tsx';
import { SortSelect } from '../timeline/sort-select.tsx';

const VIEWS: readonly ListView[] = ['list', 'table'];
const ORDER: readonly Facet[] = [
  'speaker',
  'party',
  'outlet',
  'issue',
  'stance',
  'act',
  'mode',
  'via',
  'language',
  'certainty',
  'differs',
];

/** Who said what, through whom we know it: searched, filtered and counted. */
export const View = (): ReactNode => {
  const { query, look } = usePlace();
  const view = viewOf(look.view, VIEWS);
  const { data, error, isPlaceholderData } = useClaims(
    'statements',
    view === 'table' ? query : { ...query, offset: 0 },
  );
  return (
    <ListRoom
      title={t('room.statements')}
      list={data}
      error={error}
      twin="statements"
      params={writeClaimQuery({ ...query, offset: 0, limit: 100 })}
      facets={ORDER}
      note="facets.fold.statements"
      view={view}
      views={VIEWS}
      tools={
        <>
          <SearchField explained={query.q === '' ? null : (data?.explained ?? null)} />
          <SortSelect />
        </>
      }
    >
      {(list) =>
        view === 'table' ? (
          <ClaimTable
            list={list}
            columns={STATEMENT_COLUMNS}
            label={t('list.statements')}
            isOld={isPlaceholderData}
          />
        ) : (
          <Rows list="statements" first={list} isOld={isPlaceholderData} whole />
        )
      }
    </ListRoom>
  );
};
