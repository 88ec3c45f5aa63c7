import type { ReactNode } from 'react';
import { readSourceQuery } from '../../../src/view/desk/address.ts';
import type { FacetValue, ListHead } from '../../../src/view/desk/types.ts';
import { type Chip, chipsOf, withoutFilters } from '../lib/chips.ts';
import { dayText } from '../lib/day.ts';
import { facetWords } from '../lib/facet-words.ts';
import { useCommand } from '../lib/keyboard.ts';
import { addressOf, LOOKS, useGo, usePlace } from '../lib/place.ts';
import { isMessageKey, type MessageKey, number, t } from '../messages/index.ts';
import { Icon } from './icon.tsx';

interface Counted {
  readonly facet: string;
  readonly values: readonly FacetValue[];
}

/** The name of a facet in words; a facet without words of its own goes by its name in the address. */
const facetWord = (name: string): string => {
  const key = `facet.${name}`;
  return isMessageKey(key) ? t(key).toLowerCase() : name;
};

const labelOf = (chip: Chip, facets: readonly Counted[]): string => {
  switch (chip.kind) {
    case 'q':
      return t('chip.q', { q: chip.value });
    case 'article':
      return t('chip.article', { id: chip.value.slice(0, 12) });
    case 'asof':
      return t('chip.asof', { day: dayText(chip.value) });
    case 'unknown':
      return t('chip.unknown', { text: chip.value === '' ? chip.name : `${chip.name}=${chip.value}` });
    case 'window': {
      const [from = '', to = ''] = chip.value.split('/');
      if (from === '') return t('chip.until', { to: dayText(to) });
      return to === ''
        ? t('chip.since', { from: dayText(from) })
        : t('chip.window', { from: dayText(from), to: dayText(to) });
    }
    case 'facet': {
      const known = facets
        .find(({ facet }) => facet === chip.name)
        ?.values.find(({ value }) => value === chip.value);
      const value = facetWords(chip.name, known ?? { value: chip.value, label: chip.value });
      return t('chip.facet', { facet: facetWord(chip.name), value });
    }
  }
};

/** Parameters that the list of pages does not understand and is not meant to: they hold in the other rooms. */
const ELSEWHERE: ReadonlySet<string> = new Set([...LOOKS, 'clock', 'as_of', 'offset']);
const isMeant = (text: string): boolean => !ELSEWHERE.has(text.split('=')[0] ?? '');

const keyOf = ({ kind, name, isOut, value }: Chip): string =>
  [kind, name, isOut ? '-' : '+', value].join(' ');

const Chosen = ({
  chips,
  facets,
  onRemove,
  onClear,
}: {
  readonly chips: readonly Chip[];
  readonly facets: readonly Counted[];
  readonly onRemove: (chip: Chip) => void;
  readonly onClear: () => void;
}): ReactNode => (
  <ul className="chips-list" aria-label={t('chips.label')}>
    {chips.map((chip) => (
      <li key={keyOf(chip)}>
        <button
          type="button"
          className={`chip chip-${chip.kind}${chip.isOut ? ' chip-out' : ''}`}
          aria-label={t(chip.isOut ? 'chip.remove.out' : 'chip.remove', { text: labelOf(chip, facets) })}
          onClick={() => onRemove(chip)}
        >
          <bdi className="chip-text">{labelOf(chip, facets)}</bdi>
          <Icon name="close" />
        </button>
      </li>
    ))}
    <li>
      <button type="button" className="button quiet small" onClick={onClear}>
        {t('chips.clear')}
      </button>
    </li>
  </ul>
);

/** `212 of 1,904`; what is not filtered is only counted. */
const wordsOf = ({ total, of }: Pick<ListHead, 'total' | 'of'>, counted: MessageKey): string => {
  if (total !== of) return t(counted, { total, of });
  return counted === 'chips.count' ? t('chips.whole', { n: of }) : number(of);
};

/**
 * What the list was asked for, each part with a way to take it off, and how many rows that leaves. `facets` are the counts of
 * the same answer: they give values their words. `counted` is the message for the numbers, with `total` and `of`.
 */
export const Chips = ({
  head,
  facets = [],
  counted = 'chips.count',
  children,
}: {
  readonly head: Pick<ListHead, 'total' | 'of' | 'unknown'> | null | undefined;
  readonly facets?: readonly Counted[] | undefined;
  readonly counted?: MessageKey;
  readonly children?: ReactNode;
}): ReactNode => {
  const { dispute, room, id, params, query, unknown } = usePlace();
  const go = useGo();
  const asked = room === 'sources' ? readSourceQuery(params) : { query, unknown };
  const chips = chipsOf(
    params,
    asked.query.facets,
    [...asked.unknown, ...(head?.unknown ?? [])].filter((text) => room !== 'sources' || isMeant(text)),
  );
  const to = (next: URLSearchParams): void => go.to(addressOf(dispute, room, id, next));
  const clear = (): void => to(withoutFilters(params, chips));
  useCommand('filters.clear', clear, chips.length > 0);
  return (
    <div className="chips">
      {chips.length > 0 && (
        <Chosen chips={chips} facets={facets} onRemove={({ without }) => to(without)} onClear={clear} />
      )}
      {head !== null && head !== undefined && (
        <p className="chips-count" aria-live="polite">
          {wordsOf(head, counted)}
        </p>
      )}
      {children}
    </div>
  );
};
