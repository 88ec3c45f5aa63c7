import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SOURCE_SORTS } from '../../../src/view/desk/address.ts';
import type { SourceListQuery } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';

type Ask = (change: Partial<SourceListQuery>, options?: { readonly replace?: boolean }) => void;

/** Search, order and folding of the list of pages. */
export const SourcesBar = ({
  query,
  ask,
  hasFacets,
  onFacets,
}: {
  readonly query: SourceListQuery;
  readonly ask: Ask;
  readonly hasFacets: boolean;
  readonly onFacets: () => void;
}): ReactNode => (
  <div className="sources-bar">
    <button type="button" className="button" aria-pressed={hasFacets} onClick={onFacets}>
      {t(hasFacets ? 'facets.hide' : 'facets.show')}
    </button>
    <SearchField q={query.q} ask={ask} />
    <label>
      <span className="small">{t('sources.order')}</span>{' '}
      <select
        className="field"
        value={query.sort}
        onChange={(event) =>
          ask({ sort: SOURCE_SORTS.find((sort) => sort === event.currentTarget.value) ?? 'published' })
        }
      >
        {SOURCE_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sources.sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
    <label className="fold">
      <input
        type="checkbox"
        checked={query.fold}
        onChange={(event) => ask({ fold: event.currentTarget.checked })}
      />{' '}
      {t('sources.fold')}
    </label>
  </div>
);

/** Milliseconds after the last key before the search is asked. */
const PAUSE = 150;

const SearchField = ({ q, ask }: { readonly q: string; readonly ask: Ask }): ReactNode => {
  const [text, setText] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (document.activeElement !== field.current) setText(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string): void => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask({ q: next }, { replace: true }), PAUSE);
  };
  return (
    <input
      ref={field}
      type="search"
      className="field sources-search"
      aria-label={t('sources.search')}
      placeholder={t('sources.search')}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};
