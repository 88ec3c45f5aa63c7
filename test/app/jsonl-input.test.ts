import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInputLine } from '../../src/app/jsonl-input.ts';

describe('parseInputLine', () => {
  test('reads every field', () => {
    const raw =
      '{"id":7,"html":"<p>x","url":"https://a.example/","published":"2016","language":"en","clean":false,"more":1}';
    expect(parseInputLine(raw, 1)).toEqual({
      ok: true,
      line: {
        id: 7,
        text: null,
        html: '<p>x',
        url: 'https://a.example/',
        published: '2016',
        language: 'en',
        clean: false,
      },
    });
  });

  test('fills in what is absent or null', () => {
    expect(parseInputLine('{"id":"a","text":"x","url":null}', 1)).toEqual({
      ok: true,
      line: { id: 'a', text: 'x', html: null, url: null, published: null, language: null, clean: true },
    });
  });

  test.each<[string, string | number | null, RegExp]>([
    ['{', null, /line 3 .*not JSON/],
    ['[1]', null, /not a JSON object/],
    ['null', null, /not a JSON object/],
    ['{"text":"x"}', null, /no "id"/],
    ['{"id":true,"text":"x"}', null, /no "id"/],
    ['{"id":"a"}', 'a', /neither "text" nor "html"/],
    ['{"id":"a","text":"x","html":"y"}', 'a', /both/],
    ['{"id":"a","text":4}', 'a', /"text" is not a string/],
    ['{"id":2,"text":"x","clean":"no"}', 2, /"clean"/],
  ])('%s', (raw, id, message) => {
    const parsed = parseInputLine(raw, 3);
    expect(parsed).toMatchObject({ ok: false, id });
    expect(parsed.ok ? '' : parsed.message).toMatch(message);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => typeof parseInputLine(raw, 1).ok === 'boolean'),
    );
  });
});
