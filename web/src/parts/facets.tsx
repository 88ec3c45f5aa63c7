import { type ReactNode, useId, useState } from 'react';
import type { Facet, FacetCounts, FacetValue } from '../../../src/view/desk/types.ts';
import { facetWords } from '../lib/facet-words.ts';
import { useGo, usePlace } from '../lib/place.ts';
import { shownValues, toggled } from '../lib/selection.ts';
import { type MessageKey, number, t } from '../messages/index.ts';
import '../styles/lists.css';

/** The counts of one facet, whatever the list. */
export interface Counts<F extends string> {
  readonly facet: F;
  readonly values: readonly FacetValue[];
  readonly more: number;
}

type Choose = (value: string, how: 'in' | 'out') => void;

const Value = ({ value, onChoose }: { readonly value: FacetValue; readonly onChoose: Choose }): ReactNode => {
  const { label, count, chosen } = value;
  return (
    <li className={`facet-value${chosen === null ? '' : ` is-${chosen}`}`}>
      <button
        type="button"
        className="facet-in"
        aria-pressed={chosen === 'in'}
        title={label}
        onClick={() => onChoose(value.value, 'in')}
      >
        <span className="facet-label">
          <bdi>{chosen === 'out' ? <del>{label}</del> : label}</bdi>
        </span>
        <span className="facet-count">{number(count)}</span>
      </button>
      <button
        type="button"
        className="facet-out"
        aria-pressed={chosen === 'out'}
        aria-label={t('facets.exclude', { label })}
        title={t(chosen === 'out' ? 'facets.include.again' : 'facets.exclude', { label })}
        onClick={() => onChoose(value.value, 'out')}
      >
        <svg width="10" height="10" viewBox="-5 -5 10 10" aria-hidden="true">
          <path className="shape line" d="M-4 0h8" />
        </svg>
      </button>
    </li>
  );
};

/** One facet: its commonest values with the counts that they would give, the chosen always among them. */
export const FacetGroup = <F extends string>({
  counts,
  name,
  onChoose,
}: {
  readonly counts: Counts<F>;
  readonly name: string;
  readonly onChoose: Choose;
}): ReactNode => {
  const [isWhole, setWhole] = useState(false);
  const [find, setFind] = useState('');
  const heading = useId();
  const shown = shownValues(counts.values, find, isWhole);
  const hidden = counts.values.length - shownValues(counts.values, '', false).length;
  if (counts.values.length === 0) return null;
  return (
    <section className="facet" aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      {isWhole && (
        <input
          className="field facet-find"
          type="search"
          aria-label={t('facets.find', { facet: name })}
          placeholder={t('facets.find', { facet: name })}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      <ul>
        {shown.map((value) => (
          <Value key={value.value} value={value} onChoose={onChoose} />
        ))}
      </ul>
      {find !== '' && shown.length === 0 && <p className="muted small">{t('facets.notfound')}</p>}
      {isWhole && counts.more > 0 && (
        <p className="muted small">{t('facets.unlisted', { n: counts.more })}</p>
      )}
      {(hidden > 0 || counts.more > 0) && (
        <button
          type="button"
          className="facet-more"
          aria-expanded={isWhole}
          aria-label={`${name}: ${isWhole ? t('facets.fewer') : t('facets.more', { n: hidden + counts.more })}`}
          onClick={() => {
            setWhole(!isWhole);
            setFind('');
          }}
        >
          {isWhole ? t('facets.fewer') : t('facets.more', { n: hidden + counts.more })}
        </button>
      )}
    </section>
  );
};

const inWords = (counts: FacetCounts): FacetCounts => ({
  ...counts,
  values: counts.values.map((value) => ({ ...value, label: facetWords(counts.facet, value) })),
});

/** Facets of claims beside their list: a click on a value asks for it, a click on its second control leaves it out. */
export const Facets = ({
  facets,
  order,
  note = 'facets.fold',
}: {
  readonly facets: readonly FacetCounts[];
  readonly order: readonly Facet[];
  /** What is counted. */
  readonly note?: MessageKey;
}): ReactNode => {
  const go = useGo();
  const { query } = usePlace();
  const choose =
    (facet: Facet): Choose =>
    (value, how) =>
      go.ask({ facets: toggled(query.facets, facet, value, how) });
  return (
    <aside className="facets" aria-label={t('facets.label')}>
      <h2 className="visually-hidden">{t('facets.label')}</h2>
      <p className="muted small">{t(note)}</p>
      {order.map((facet) => {
        const counts = facets.find((other) => other.facet === facet);
        return (
          counts !== undefined && (
            <FacetGroup
              key={facet}
              counts={inWords(counts)}
              name={t(`facet.${facet}`)}
              onChoose={choose(facet)}
            />
          )
        );
      })}
    </aside>
  );
};
