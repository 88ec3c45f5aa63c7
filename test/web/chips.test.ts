import { describe, expect, it } from 'vitest';
import { readClaimQuery } from '../../src/view/desk/address.ts';
import { type Chip, chipsOf, withoutFilters } from '../../web/src/lib/chips.ts';

const chipsAt = (search: string): { readonly params: URLSearchParams; readonly chips: readonly Chip[] } => {
  const params = new URLSearchParams(search);
  const { query, unknown } = readClaimQuery(params);
  return { params, chips: chipsOf(params, query.facets, unknown) };
};

const words = ({ kind, name, value, isOut }: Chip): string =>
  `${kind} ${name} ${isOut ? 'not ' : ''}${value}`;

describe('chips', () => {
  it('show every part of the question, each with the address without it', () => {
    const { chips } = chipsAt(
      'q=islands&party=orland&party=-vessia&speaker=--odd&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time&offset=100&foo=bar',
    );
    expect(chips.map((chip) => `${words(chip)} | ${chip.without}`)).toEqual([
      'q q islands | party=orland&party=-vessia&speaker=--odd&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time&foo=bar',
      'window window 2016-01-01/ | q=islands&party=orland&party=-vessia&speaker=--odd&as_of=2016-12-16&clock=said&sort=-time&foo=bar',
      'asof as_of 2016-12-16 | q=islands&party=orland&party=-vessia&speaker=--odd&from=2016-01-01&clock=said&sort=-time&foo=bar',
      'facet speaker -odd | q=islands&party=orland&party=-vessia&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time&foo=bar',
      'facet party orland | q=islands&party=-vessia&speaker=--odd&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time&foo=bar',
      'facet party not vessia | q=islands&party=orland&speaker=--odd&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time&foo=bar',
      'unknown foo bar | q=islands&party=orland&party=-vessia&speaker=--odd&from=2016-01-01&as_of=2016-12-16&clock=said&sort=-time',
    ]);
  });

  it('show a value that no claim has once, as not understood', () => {
    const params = new URLSearchParams('speaker=nobody&speaker=ada');
    const chips = chipsOf(params, { speaker: { in: ['nobody', 'ada'], out: [] } }, ['speaker=nobody']);
    expect(chips.map(words)).toEqual(['facet speaker ada', 'unknown speaker nobody']);
    expect(String(chips[1]?.without)).toBe('speaker=ada');
  });

  it('clear all filters and leave clock, order and looks', () => {
    const { params, chips } = chipsAt(
      'q=x&from=2016-01-01&to=2017-01-01&party=-a&foo=1&clock=said&sort=-time&offset=50',
    );
    expect(String(withoutFilters(params, chips))).toBe('clock=said&sort=-time');
    expect(chipsAt('clock=said').chips).toEqual([]);
  });
});
