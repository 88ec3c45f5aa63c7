import { expect, test } from 'vitest';
import type { Telling } from '../../eval/lib/attribution-table.ts';
import { attributionTable } from '../../eval/lib/attribution-table.ts';

const telling = (rule: string, verdict: Telling['verdict']): Telling => ({
  rule,
  verdict,
  act: 'said',
  outlet: 'lantern',
});

test('the rule that costs most comes first, with what it wins; what the measure leaves out costs nothing', () => {
  const lines = attributionTable(
    [
      telling('a@1', 'right'),
      telling('b@1', 'right'),
      telling('b@1', 'source'),
      telling('b@1', 'false'),
      telling('a@1', 'other'),
    ],
    'rule',
  );
  expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
    ['by', 'rule', 'right', 'source', 'false', 'other', 'share'],
    ['b@1', '1', '1', '1', '0', '0.33'],
    ['a@1', '1', '0', '0', '1', '1.00'],
  ]);
});
