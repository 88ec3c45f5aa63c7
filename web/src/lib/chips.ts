import { writeFacetValue } from '../../../src/view/desk/address.ts';
import type { FacetFilter } from '../../../src/view/desk/types.ts';

/** One thing that the present question asks for, and the address without it. */
export interface Chip {
  /** `facet`, or the parameter that it stands for. */
  readonly kind: 'facet' | 'q' | 'window' | 'asof' | 'article' | 'unknown';
  readonly name: string;
  readonly value: string;
  readonly isOut: boolean;
  readonly without: URLSearchParams;
}

/** A list without a parameter (or one value of it) begins at its first row again. */
const strip = (params: URLSearchParams, isGone: (name: string, value: string) => boolean): URLSearchParams =>
  new URLSearchParams([...params].filter(([name, value]) => name !== 'offset' && !isGone(name, value)));

const facetChips = (
  params: URLSearchParams,
  facets: Readonly<Partial<Record<string, FacetFilter>>>,
): readonly Chip[] =>
  Object.entries(facets).flatMap(([name, filter]) => {
    const chip = (value: string, isOut: boolean): Chip => {
      const written = writeFacetValue(value, isOut);
      return {
        kind: 'facet',
        name,
        value,
        isOut,
        without: strip(params, (other, otherValue) => other === name && otherValue === written),
      };
    };
    return [
      ...(filter?.in ?? []).map((value) => chip(value, false)),
      ...(filter?.out ?? []).map((value) => chip(value, true)),
    ];
  });

const unknownChip = (params: URLSearchParams, text: string): Chip => {
  const [name = '', ...rest] = text.split('=');
  const value = rest.join('=');
  return {
    kind: 'unknown',
    name,
    value,
    isOut: false,
    without: strip(
      params,
      (other, otherValue) => other === name && (!text.includes('=') || otherValue === value),
    ),
  };
};

const singleChips = (params: URLSearchParams): readonly Chip[] => {
  const single = (kind: Chip['kind'], name: string, names: readonly string[], value: string): Chip => ({
    kind,
    name,
    value,
    isOut: false,
    without: strip(params, (other) => names.includes(other)),
  });
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return [
    ...(['q', 'article'] as const).flatMap((name) => {
      const value = params.get(name);
      return value === null || value.trim() === '' ? [] : [single(name, name, [name], value)];
    }),
    ...(from === '' && to === '' ? [] : [single('window', 'window', ['from', 'to'], `${from}/${to}`)]),
    ...(params.get('as_of') ? [single('asof', 'as_of', ['as_of'], params.get('as_of') ?? '')] : []),
  ];
};

/**
 * The chips of a question: search, page, window, as-of, each wanted or unwanted value of a facet, and what was not
 * understood (`foo=bar`).
 */
export const chipsOf = (
  params: URLSearchParams,
  facets: Readonly<Partial<Record<string, FacetFilter>>>,
  unknown: readonly string[],
): readonly Chip[] => {
  const seen = [...new Set(unknown)].map((text) => unknownChip(params, text));
  const isUnknown = ({ name, value, isOut }: Chip): boolean =>
    seen.some(
      (chip) => chip.name === name && (chip.value === value || chip.value === writeFacetValue(value, isOut)),
    );
  return [
    ...[...singleChips(params), ...facetChips(params, facets)].filter((chip) => !isUnknown(chip)),
    ...seen,
  ];
};

/** The address without any of its filters; clock, order and looks stay. */
export const withoutFilters = (params: URLSearchParams, chips: readonly Chip[]): URLSearchParams => {
  const names = new Set(chips.flatMap(({ name }) => (name === 'window' ? ['from', 'to'] : [name])));
  return strip(params, (name) => names.has(name));
};
