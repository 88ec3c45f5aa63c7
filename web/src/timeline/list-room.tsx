import type { ReactNode } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimList, ClaimListQuery, Facet } from '../../../src/view/desk/types.ts';
import { dayText } from '../lib/day.ts';
import type { Failure } from '../lib/fetch.ts';
import { useCommand } from '../lib/keyboard.ts';
import { useGo, usePlace } from '../lib/place.ts';
import { type MessageKey, t } from '../messages/index.ts';
import { Chips } from '../parts/chips.tsx';
import { Empty, Relax, StateNote, Trouble } from '../parts/empty.tsx';
import { Facets } from '../parts/facets.tsx';
import { Twins } from '../parts/twins.tsx';
import '../styles/lists.css';

/** The ways that a list can be shown. */
export type ListView = 'list' | 'lanes' | 'table';

/** The view that the address asks for; the first of `views` when it asks for none of them. */
export const viewOf = (look: string | undefined, views: readonly ListView[]): ListView =>
  views.find((view) => view === look) ?? views[0] ?? 'list';

const ViewSwitch = ({
  view,
  views,
}: {
  readonly view: ListView;
  readonly views: readonly ListView[];
}): ReactNode => {
  const go = useGo();
  const show = (next: ListView): void => go.look({ view: next === views[0] ? null : next });
  useCommand('view.toggle', () => show(views[(views.indexOf(view) + 1) % views.length] ?? view));
  return (
    <fieldset className="view-switch">
      <legend className="visually-hidden">{t('view.label')}</legend>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          className="button quiet"
          aria-pressed={each === view}
          onClick={() => show(each)}
        >
          {t(`view.${each}`)}
        </button>
      ))}
    </fieldset>
  );
};

/** Whether the facets are beside the list: as the address says, otherwise where there is room. */
const usePanel = (): { readonly panel: 'on' | 'off' | 'auto'; readonly toggle: () => void } => {
  const { look } = usePlace();
  const go = useGo();
  const panel = look.panel === 'on' || look.panel === 'off' ? look.panel : 'auto';
  const toggle = (): void => {
    const isShown = panel === 'auto' ? matchMedia('(min-width: 64rem)').matches : panel === 'on';
    go.look({ panel: isShown ? 'off' : 'on' }, { replace: true });
  };
  useCommand('facets.toggle', toggle);
  return { panel, toggle };
};

/** Why a list is empty, and every way out that the server names. */
const Nothing = ({ list }: { readonly list: ClaimList }): ReactNode => {
  const { query } = usePlace();
  const go = useGo();
  const { known, of, state, relax } = list;
  if (state.kind !== 'ready') return <StateNote state={state} />;
  if (query.asOf !== null && (known?.first === null || (known?.first ?? query.asOf) > query.asOf)) {
    const day = dayText(query.asOf);
    const first = known?.first ?? null;
    return (
      <Empty
        title={
          first === null
            ? t('list.known.none', { day })
            : t('list.known.first', { day, first: dayText(first) })
        }
      >
        <button type="button" className="button" onClick={() => go.ask({ asOf: null })}>
          {t('asof.now')}
        </button>
      </Empty>
    );
  }
  if (of === 0) return <Empty title={t('list.unread', { of })} />;
  return (
    <Relax
      of={of}
      relax={relax}
      onRelax={(parameter, value) => go.ask(without(query, parameter, value))}
      onClear={() => go.ask({ q: '', facets: {}, from: null, to: null, article: null, asOf: null })}
    />
  );
};

/** The question without one of its filters, named as in the address. */
export const without = (query: ClaimListQuery, parameter: string, value: string): Partial<ClaimListQuery> => {
  const params = writeClaimQuery(query);
  const filter = query.facets[parameter as Facet];
  if (filter === undefined) {
    const gone: Readonly<Record<string, Partial<ClaimListQuery>>> = {
      q: { q: '' },
      from: { from: null },
      to: { to: null },
      article: { article: null },
      as_of: { asOf: null },
    };
    return params.has(parameter) ? (gone[parameter] ?? {}) : { from: null, to: null };
  }
  const isOut = value.startsWith('-') && !filter.in.includes(value);
  const keep = (values: readonly string[]): readonly string[] =>
    values.filter((other) => other !== value && !(isOut && other === value.slice(1)));
  return { facets: { ...query.facets, [parameter]: { in: keep(filter.in), out: keep(filter.out) } } };
};

/** The frame of a room with a list: heading, chips, views, files, facets, and what is shown or why nothing is. */
export const ListRoom = ({
  title,
  list,
  error,
  twin,
  params,
  facets,
  note,
  view,
  views,
  tools,
  above,
  children,
}: {
  readonly title: string;
  readonly list: ClaimList | undefined;
  readonly error: Failure | null;
  /** The list whose files are linked. */
  readonly twin: 'timeline' | 'statements';
  readonly params: URLSearchParams;
  readonly facets: readonly Facet[];
  readonly note: MessageKey;
  readonly view: ListView;
  readonly views: readonly ListView[];
  /** Controls beside the heading. */
  readonly tools?: ReactNode;
  readonly above?: ReactNode;
  readonly children: (list: ClaimList) => ReactNode;
}): ReactNode => {
  const { panel, toggle } = usePanel();
  return (
    <div className={`list-room panel-${panel}`}>
      <header className="list-head">
        <h1>{title}</h1>
        {tools}
        <span className="list-controls">
          <ViewSwitch view={view} views={views} />
          <button
            type="button"
            className="button quiet"
            aria-pressed={panel === 'auto' ? undefined : panel === 'on'}
            onClick={toggle}
          >
            {t('facets.show')}
          </button>
          <Twins list={twin} params={params} />
        </span>
      </header>
      <Chips head={list} facets={list?.facets} />
      {list !== undefined && list.state.kind !== 'ready' && list.total > 0 && (
        <StateNote state={list.state} />
      )}
      {list?.known !== undefined && list.known !== null && list.known.undated > 0 && (
        <p className="muted small">{t('list.known.undated', { n: list.known.undated })}</p>
      )}
      {above}
      <div className="list-body">
        {list !== undefined && <Facets facets={list.facets} order={facets} note={note} />}
        <div className="list-main">
          {error !== null && <Trouble failure={error} />}
          {error === null &&
            list !== undefined &&
            (list.total === 0 ? <Nothing list={list} /> : children(list))}
        </div>
      </div>
    </div>
  );
};
