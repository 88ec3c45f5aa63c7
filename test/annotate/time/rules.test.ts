import { describe, expect, test } from 'vitest';
import { annotate, LANGUAGES, lexiconOf, unmark } from './support.ts';

/** Rules whose expressions are read only to be left out. */
const isSilent = (kind: unknown): boolean => kind === 'none';

describe.each(LANGUAGES)('the rules of %s', (language) => {
  const { rules } = lexiconOf(language);

  test.each(rules.map((rule) => [rule.name, rule] as const))('%s reads its own example', (_, rule) => {
    const { text, spans } = unmark(rule.example);
    const { output } = annotate(text, '2016-12-16', language);
    if (isSilent(rule.make?.kind)) return expect(output).toEqual([]);
    const mine = output.filter((time) => time.rule === `time/${language}/${rule.name}@${rule.version}`);
    expect(mine.map((time) => text.slice(time.span.start, time.span.end))).toEqual(
      spans.map((span) => text.slice(span.start, span.end)),
    );
    expect(mine.map((time) => time.span)).toEqual(spans);
  });

  test('names are unique', () => {
    const names = rules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
