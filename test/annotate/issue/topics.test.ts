import { describe, expect, test } from 'vitest';
import { partsOf, relatedOf } from '../../../src/annotate/issue/heads.ts';
import { compileTopics, readTopics, topicsWithin } from '../../../src/annotate/issue/topics.ts';
import type { PackIssue } from '../../../src/model/pack.ts';
import { cover } from '../../../src/model/span.ts';

const ISSUES: readonly PackIssue[] = [
  {
    id: 'passage',
    label: 'Passage of ships',
    cues: { en: ['transit fee', 'right of passage'], ru: ['плата за проход'] },
  },
  { id: 'catch', label: 'Herring', cues: { en: ['herring quota', 'trawlers'] } },
  { id: 'map', label: 'The border question', cues: { en: ['border question', 'right of return'] } },
];

describe('words by which issues are named', () => {
  test('a word of one issue stands for it; a word of two, a general and a short one for none', () => {
    const parts = new Map(partsOf(ISSUES, 'en'));
    expect(parts.get('transit')).toBe('passage');
    expect(parts.get('border')).toBe('map');
    for (const word of ['right', 'question', 'fee', 'trawlers']) expect(parts.has(word)).toBe(false);
    expect(new Map(partsOf(ISSUES, 'ru')).get('плата')).toBe('passage');
    expect(partsOf(ISSUES, 'ja')).toEqual([]);
  });

  test('a family stands for the issue that most of its words name', () => {
    const related = {
      fishing: ['herring', 'quota', 'nets'],
      sea: ['ships', 'waves'],
      none: ['snow'],
      both: ['herring', 'border'],
    };
    const words = new Map(relatedOf(ISSUES, related, 'en'));
    expect(words.get('nets')).toBe('catch');
    expect(words.get('waves')).toBe('passage');
    expect(words.has('snow')).toBe(false);
    expect(words.get('border')).toBeUndefined();
  });

  test('places in order, by how they name the issue, and those within a span', () => {
    const table = compileTopics(ISSUES, null, 'en');
    const text = '𝕏 The transit fee is high. Transit is a right; trawlers pay no transit fees.';
    const topics = readTopics(table, text);
    const at = topics.map((topic) => [cover(text, topic), topic.issue, topic.kind]);
    expect(at).toContainEqual(['transit fee', 'passage', 'cue']);
    expect(at).toContainEqual(['Transit', 'passage', 'part']);
    expect(at).toContainEqual(['trawlers', 'catch', 'cue']);
    const starts = topics.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const second = { start: text.indexOf('Transit'), end: text.indexOf(';') };
    expect(topicsWithin(topics, second).map(({ kind }) => kind)).toEqual(['part']);
    expect(topicsWithin([], second)).toEqual([]);
  });
});
