import { expect, test } from 'vitest';
import { afterCarried, carriedBy } from '../../../src/annotate/event/carried.ts';
import type { Scene, Stage } from '../../../src/annotate/event/stage.ts';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import type { Day } from '../../../src/model/brand.ts';
import { tokensOf } from './tree-support.ts';

const day = (edtf: string, type = 'DATE'): TimeExpression =>
  ({ type, edtf, earliest: edtf, latest: edtf, span: { start: 0, end: 4 } }) as unknown as TimeExpression;
const stage = { published: { earliest: '2031-05-10', latest: '2031-05-10' } } as unknown as Stage;
const after = (text: string, word: string, from: string | null): string | null => {
  const tokens = tokensOf(text);
  const at = tokens.findIndex(({ lower }) => lower === word);
  const carried = from === null ? null : { from: from as Day, expression: { start: 0, end: 1 } };
  return afterCarried(stage, { tokens } as unknown as Scene, at, carried)?.edtf ?? null;
};

test('a sentence hands on its last dated time, or what was handed to it', () => {
  const before = { from: '2030-01-01' as Day, expression: { start: 0, end: 1 } };
  expect(carriedBy([day('2031-05-01'), day('2031-05-03')], before)?.from).toBe('2031-05-03');
  expect(carriedBy([day('2031-05-03', 'DURATION')], before)).toBe(before);
  expect(carriedBy([], null)).toBeNull();
});

test.each([
  ['Later the talks stopped .', 'stopped', '2031-05-03', '2031-05-03/2031-05-10'],
  ['Then Sylvania signed .', 'signed', '2031-05-03', '2031-05-03/2031-05-10'],
  ['Three days later the talks stopped .', 'stopped', '2031-05-03', null],
  ['The talks stopped later .', 'stopped', '2031-05-03', null],
  ['Later the talks stopped .', 'stopped', '2031-06-03', null],
  ['Later the talks stopped .', 'stopped', null, null],
])('%s from %s', (text, word, from, edtf) => {
  expect(after(text, word, from)).toBe(edtf);
});
