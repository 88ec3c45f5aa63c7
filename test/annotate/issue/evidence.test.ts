import { describe, expect, test } from 'vitest';
import en from '../../../knowledge/en/stance.json' with { type: 'json' };
import ja from '../../../knowledge/ja/stance.json' with { type: 'json' };
import { compileEvidence, readEvidence } from '../../../src/annotate/issue/evidence.ts';
import { cover, type Span } from '../../../src/model/span.ts';

const spanOf = (text: string, part: string): Span[] => {
  const start = text.indexOf(part);
  return start < 0 ? [] : [{ start, end: start + part.length }];
};

const read = (text: string, issue: string, act = 'said', language = 'en') => {
  const table = compileEvidence(language === 'en' ? en : ja, language);
  const scope = [{ start: 0, end: text.length }];
  const view = {
    text,
    act,
    cue: [],
    scope,
    rest: [],
    issue: spanOf(text, issue),
    against: [],
    nests: false,
    ruled: 'none',
    hasCondition: false,
  };
  return readEvidence(table, view);
};

describe('evidence of a stance', () => {
  test.each([
    [
      'an ending near the issue',
      'to scrap the toll',
      'toll',
      ['c:endings', 'n:endings', 'demanded&c:endings', 'cf:to'],
    ],
    ['negated', 'the toll is not fair', 'toll', ['c!praise']],
    ['a judgement', 'the toll is robbery', 'toll', ['c:blame', 'n:blame']],
    ['words by their stems, not those of the issue', 'the toll rises', 'toll', ['cf:the', 'cw:ris']],
    ['a question', 'why the toll?', 'toll', ['?']],
    ['taken up from before', 'it is madness', 'toll', ['inherited', 'c:blame']],
  ])('%s', (_name, text, issue, names) => {
    const found = read(text, issue, 'demanded');
    for (const name of names) expect([...found.keys()]).toContain(name);
    expect(found.has('cw:toll')).toBe(false);
  });

  test('what bars is the proposal itself where the issue is the bar', () => {
    expect(read('keep the ban', 'ban').has('c:barriers')).toBe(false);
    expect(read('lift the ban on fish', 'fish').has('c:barriers')).toBe(true);
  });

  test('each bears its characters', () => {
    const text = '𝕏 the toll is robbery';
    const at = read(text, 'toll').get('c:blame');
    expect(at === null || at === undefined ? null : cover(text, at)).toBe('robbery');
  });

  test('Japanese by classes and by how a clause ends', () => {
    const found = read('通行税を支持しない', '通行税', 'said', 'ja');
    expect(found.has('c!supports')).toBe(true);
    expect(found.has('ce:ない')).toBe(true);
  });
});
