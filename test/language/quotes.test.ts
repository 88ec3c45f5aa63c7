import { describe, expect, test } from 'vitest';
import { quotedRegions } from '../../src/language/quotes.ts';

const quoted = (text: string): readonly string[] =>
  quotedRegions(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('quoted regions', () => {
  test.each([
    ['“We agree,” she said.', ['“We agree,”']],
    ['"We agree," she said. "We do."', ['"We agree,"', '"We do."']],
    ['«Мы согласны», — сказала она.', ['«Мы согласны»']],
    ['She called it „a farce“ twice.', ['„a farce“']],
    ['‘We don’t agree,’ she said.', ['‘We don’t agree,’']],
  ])('marks that pair: %s', (text, want) => expect(quoted(text)).toEqual(want));

  test.each([
    ['a curly mark and a straight one', '“We agree," she said. "We do."', ['“We agree,"', '"We do."']],
    ['a straight mark and a curly one', '"We agree,” she said.', ['"We agree,”']],
    ['an opening mark that stands as a closing one', '“It is odd,“ she said.', ['“It is odd,“']],
    ['straight marks within curly ones', '“They said "no" to us,” she said.', ['“They said "no" to us,”']],
    ['curly marks within straight ones', '"They said “no” to us," she said.', ['"They said “no” to us,"']],
    ['inches', '“He is a 6\'2" guard,” she said.', ['“He is a 6\'2" guard,”']],
  ])('marks set by different hands: %s', (_, text, want) => expect(quoted(text)).toEqual(want));

  test('a quotation that goes on in the next paragraph runs to the end of its own', () =>
    expect(quoted('“We agree. And we sign.')).toEqual(['“We agree. And we sign.']));
});
