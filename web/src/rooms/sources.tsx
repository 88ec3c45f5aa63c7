import { type ReactNode, useMemo, useRef, useState } from 'react';
import { readSourceQuery, writeSourceQuery } from '../../../src/view/desk/address.ts';
import type { FacetValue, SourceFacet, SourceList, SourceListQuery } from '../../../src/view/desk/types.ts';
import { SOURCE_FACETS } from '../../../src/view/desk/types.ts';
import { useSources } from '../lib/data.ts';
import { useCommand } from '../lib/keyboard.ts';
import { languageName } from '../lib/language-name.ts';
import { addressOf, LOOKS, useGo, usePlace } from '../lib/place.ts';
import { toggled } from '../lib/selection.ts';
import { t } from '../messages/index.ts';
import { Chips } from '../parts/chips.tsx';
import { Empty, StateNote, Trouble } from '../parts/empty.tsx';
import { FacetGroup } from '../parts/facets.tsx';
import { reasonWords } from '../parts/readings.tsx';
import { Twins } from '../parts/twins.tsx';
import { SourcesBar } from '../sources/bar.tsx';
import { SourceTable } from '../sources/table.tsx';
import '../styles/reading.css';

/** Pages shown at once. */
const PAGE = 200;

/** The pages that the record rests on: where from, which day is used and why, which text is a copy. */
export const View = (): ReactNode => {
  const { query, ask } = useSourceQuery();
  const [hasFacets, setFacets] = useState(() => window.matchMedia('(min-width: 60rem)').matches);
  const { data, error, isPlaceholderData } = useSources(writeSourceQuery({ ...query, limit: PAGE }));
  useCommand('facets.toggle', () => setFacets(!hasFacets));
  return (
    <div className="reading-room">
      <div className="room-head">
        <h1>{t('room.sources')}</h1>
        <Twins list="sources" params={writeSourceQuery({ ...query, offset: 0 })} />
      </div>
      <SourcesBar query={query} ask={ask} hasFacets={hasFacets} onFacets={() => setFacets(!hasFacets)} />
      <Chips head={data} facets={data?.facets ?? []} counted="sources.count">
        {data !== undefined && <span className="muted small">{t('sources.texts', { n: data.texts })}</span>}
      </Chips>
      {error !== null && <Trouble failure={error} />}
      {data === undefined ? (
        error === null && <p className="muted">{t('sources.coming')}</p>
      ) : (
        <div className={`sources-columns ${isPlaceholderData ? 'dimmed' : ''}`} aria-busy={isPlaceholderData}>
          {hasFacets && <SourceFacets list={data} query={query} ask={ask} />}
          <Pages list={data} query={query} ask={ask} />
        </div>
      )}
    </div>
  );
};

type Ask = (change: Partial<SourceListQuery>, options?: { readonly replace?: boolean }) => void;

const useSourceQuery = (): { readonly query: SourceListQuery; readonly ask: Ask } => {
  const { dispute, params } = usePlace();
  const go = useGo();
  const query = useMemo(() => readSourceQuery(params, LOOKS).query, [params]);
  const ask: Ask = (change, options) => {
    const next = writeSourceQuery({ ...query, offset: 0, ...change });
    for (const name of [...LOOKS, 'clock', 'as_of'])
      for (const value of params.getAll(name)) next.append(name, value);
    go.to(addressOf(dispute, 'sources', null, next), options);
  };
  return { query, ask };
};

const SourceFacets = ({
  list,
  query,
  ask,
}: {
  readonly list: SourceList;
  readonly query: SourceListQuery;
  readonly ask: Ask;
}): ReactNode => (
  <aside className="facets" aria-label={t('facets.label')}>
    <h2 className="visually-hidden">{t('facets.label')}</h2>
    {SOURCE_FACETS.map((facet: SourceFacet) => {
      const counts = list.facets.find((other) => other.facet === facet);
      return (
        counts !== undefined && (
          <FacetGroup
            key={facet}
            counts={{
              ...counts,
              values: counts.values.map((value) => ({ ...value, label: labelIn(facet, value) })),
            }}
            name={t(`sources.facet.${facet}`)}
            onChoose={(value, how) => ask({ facets: toggled(query.facets, facet, value, how) })}
          />
        )
      );
    })}
  </aside>
);

/** Languages by their names, reasons in short. */
const labelIn = (facet: SourceFacet, { value, label }: FacetValue): string =>
  facet === 'language' ? languageName(value) : facet === 'caught' ? reasonWords(value, label) : label;

const Pages = ({
  list,
  query,
  ask,
}: {
  readonly list: SourceList;
  readonly query: SourceListQuery;
  readonly ask: Ask;
}): ReactNode => {
  const table = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => (): void => stepFocus(table.current, by);
  useCommand('row.next', step(1));
  useCommand('row.previous', step(-1));
  const last = list.offset + list.rows.length;
  const ofPages = list.fold ? list.texts : list.total;
  return (
    <div ref={table} className="sources-pages">
      <StateNote state={list.state} />
      {list.rows.length === 0 && list.state.kind !== 'empty' && (
        <Empty title={t('sources.nothing', { of: list.of })} hint={t('sources.nothing-hint')} />
      )}
      {list.rows.length > 0 && (
        <SourceTable rows={list.rows} caption={t('sources.caption', { from: list.offset + 1, to: last })} />
      )}
      {(list.offset > 0 || last < ofPages) && (
        <p className="source-pager">
          {list.offset > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => ask({ offset: Math.max(0, query.offset - PAGE) })}
            >
              {t('sources.previous')}
            </button>
          )}
          <span className="muted small">
            {t('sources.rows', { from: list.offset + 1, to: last, of: ofPages })}
          </span>
          {last < ofPages && (
            <button type="button" className="button" onClick={() => ask({ offset: query.offset + PAGE })}>
              {t('sources.next')}
            </button>
          )}
        </p>
      )}
      <Failures list={list} />
    </div>
  );
};

/** Moves the focus to the title of the next or previous row. */
const stepFocus = (table: HTMLElement | null, by: 1 | -1): void => {
  const titles = [...(table?.querySelectorAll<HTMLElement>('tbody .source-title') ?? [])];
  const at = titles.findIndex((title) => title.closest('tr')?.contains(document.activeElement) === true);
  titles[at < 0 ? 0 : Math.min(titles.length - 1, Math.max(0, at + by))]?.focus();
};

/** Pages that could not be read at all, each with the reason. */
const Failures = ({ list: { failures } }: { readonly list: SourceList }): ReactNode =>
  failures.length === 0 ? null : (
    <section aria-labelledby="failures" id="failures-list">
      <h2 id="failures">{t('sources.failures', { n: failures.length })}</h2>
      <ul className="plain-list">
        {failures.map(({ path, code, message }) => (
          <li key={`${path} ${code}`}>
            <span className="breakable">{path}</span> <span className="muted">{message}</span>{' '}
            <code className="small muted">{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
