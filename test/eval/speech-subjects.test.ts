import { describe, expect, test } from 'vitest';
import { readNameText } from '../../eval/lib/name-gold.ts';
import { readSpeechSentence, speechSentences } from '../../eval/lib/speech-subjects.ts';
import { measureSubjects } from '../../eval/tasks/speech-subjects.ts';

describe('sentences with marked subjects', () => {
  test('marks become spans and leave the text', () => {
    const { text, verb, subjects, kind, part } = readSpeechSentence(
      '001 inverted | "No 😀," [said]verb the [minister]subject, [Orla Venn]subject.',
    );
    expect(text).toBe('"No 😀," said the minister, Orla Venn.');
    expect(text.slice(verb.start, verb.end)).toBe('said');
    expect(subjects.map(({ start, end }) => text.slice(start, end))).toEqual(['minister', 'Orla Venn']);
    expect([kind, part]).toEqual(['inverted', 'tuning']);
  });

  test.each(['no number | [a]verb', '001 x | no marks', '001 x | [a]verb [b]verb'])(
    '%s is refused',
    (line) => {
      expect(() => readSpeechSentence(line)).toThrow();
    },
  );

  test('a whole phrase is marked by braces, what closes it left off', () => {
    const { text, extent } = readSpeechSentence('401 x | {The 😀 [envoy]subject, a judge,} [said]verb no.');
    expect(text).toBe('The 😀 envoy, a judge, said no.');
    expect(text.slice(extent?.start, extent?.end)).toBe('The 😀 envoy, a judge');
    expect(readSpeechSentence('401 x | The [envoy]subject [said]verb no.').extent).toBeNull();
  });

  test('there are 300, 60 fresh ones and 280 more for tuning, numbered in order, no text twice, with at least sixty verbs', () => {
    const all = speechSentences();
    const numbers = (from: number, length: number): readonly number[] =>
      Array.from({ length }, (_, i) => from + i);
    expect(all.map(({ id }) => Number(id))).toEqual([...numbers(1, 360), ...numbers(401, 280)]);
    expect(new Set(all.map(({ text, verb }) => `${text} ${verb.start}`)).size).toBe(640);
    expect(new Set(all.map(({ text, verb }) => text.slice(verb.start, verb.end))).size).toBeGreaterThan(60);
    expect(all.filter(({ text }) => /[[\]{}]/.test(text))).toEqual([]);
  });

  test('a reader who knows the answers is always right, one who says nothing only where there is none', () => {
    const answers = new Map(
      speechSentences().map((s) => [`${s.text} ${s.verb.start}`, s.subjects[0] ?? null]),
    );
    for (const { value } of measureSubjects(
      'x',
      (text, verb) => answers.get(`${text} ${verb.start}`) ?? null,
      'head',
    ))
      expect(value).toBe(1);
    for (const { metric, value, n, items } of measureSubjects('x', () => null, 'head')) {
      expect(n).toBe(metric.endsWith('/fresh') ? 60 : metric.endsWith('/second') ? 280 : 150);
      expect(value).toBeLessThan(0.1);
      expect(items?.every(({ ok, rule }) => !ok || rule === 'none' || rule === 'passive')).toBe(true);
    }
  });
});

describe('texts with marked names', () => {
  test('marks become spans with ids and types', () => {
    const { text, names } = readNameText(
      '002 2019 | The [FEC](far-council ORG) met [Venn](- PERSON) and [him](-).',
    );
    expect(text).toBe('The FEC met Venn and him.');
    expect(names.map(({ span, id, type }) => [text.slice(span.start, span.end), id, type])).toEqual([
      ['FEC', 'far-council', 'ORG'],
      ['Venn', null, 'PERSON'],
      ['him', null, null],
    ]);
  });
});
