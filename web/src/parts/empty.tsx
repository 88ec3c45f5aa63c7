import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DeskState } from '../../../src/view/desk/types.ts';
import type { Failure } from '../lib/fetch.ts';
import { t } from '../messages/index.ts';

/** Says why there is nothing to see, what to do about it, and holds the ways out as children. */
export const Empty = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {hint !== undefined && <p className="empty-hint">{hint}</p>}
    {children !== undefined && <div className="empty-ways">{children}</div>}
  </div>
);

/** An answer that did not come: what happened, its code, what to do, and a button that asks again. */
export const Trouble = ({
  failure,
  again,
}: {
  readonly failure: Failure;
  readonly again?: () => void;
}): ReactNode => {
  const client = useQueryClient();
  const retry = (): void => {
    if (again !== undefined) again();
    else void client.refetchQueries({ queryKey: ['json'], type: 'active' });
  };
  const { title, detail, code, hint } = failure.problem;
  return (
    <div className="empty trouble" role="alert">
      <p className="empty-title">{title}</p>
      {detail !== '' && detail !== title && <p className="empty-hint">{detail}</p>}
      {hint !== null && <p className="empty-hint">{t('trouble.hint', { hint })}</p>}
      <div className="empty-ways">
        <button type="button" className="button" onClick={retry}>
          {t('trouble.again')}
        </button>
        <code className="muted small">{code}</code>
      </div>
    </div>
  );
};

/** How far the record has been read, when that explains what is not there; nothing once it is read. */
export const StateNote = ({
  state,
  children,
}: {
  readonly state: DeskState;
  readonly children?: ReactNode;
}): ReactNode => {
  switch (state.kind) {
    case 'ready':
      return null;
    case 'empty':
      return (
        <Empty title={t('state.empty')} hint={t('state.empty.hint')}>
          {children}
        </Empty>
      );
    case 'opening':
      return (
        <Empty title={openingText(state)} hint={t('state.opening.hint')}>
          {children}
        </Empty>
      );
    case 'unreconciled':
      return (
        <Empty title={t('state.unreconciled', { n: state.pages })} hint={t('state.unreconciled.hint')}>
          {children}
        </Empty>
      );
    case 'failed':
      return (
        <div className="empty trouble" role="alert">
          <p className="empty-title">{t('state.failed')}</p>
          <p className="empty-hint">{state.message}</p>
          {state.hint !== null && <p className="empty-hint">{t('trouble.hint', { hint: state.hint })}</p>}
          <div className="empty-ways">
            <code className="muted small">{state.code}</code>
          </div>
        </div>
      );
  }
};

/** How much of the record has been read, in words. */
export const openingText = (state: Extract<DeskState, { readonly kind: 'opening' }>): string =>
  state.total === null || state.total === 0
    ? t('state.opening.some', { n: state.done })
    : t('state.opening.share', { percent: Math.floor((100 * state.done) / state.total) });

/** Nothing matches, but without one of the filters something would: each such filter is a button. */
export const Relax = ({
  of,
  relax,
  onRelax,
  onClear,
}: {
  /** Rows there are without any filter. */
  readonly of: number;
  readonly relax: readonly { readonly parameter: string; readonly value: string; readonly total: number }[];
  readonly onRelax: (parameter: string, value: string) => void;
  readonly onClear: () => void;
}): ReactNode => (
  <Empty
    title={t('empty.filtered', { of })}
    hint={relax.length === 0 ? t('empty.filtered.all') : t('empty.filtered.hint')}
  >
    {relax.map(({ parameter, value, total }) => (
      <button
        key={`${parameter}=${value}`}
        type="button"
        className="button"
        onClick={() => onRelax(parameter, value)}
      >
        {t('empty.relax', { filter: `${parameter}:${value}`, n: total })}
      </button>
    ))}
    <button type="button" className="button" onClick={onClear}>
      {t('chips.clear')}
    </button>
  </Empty>
);
