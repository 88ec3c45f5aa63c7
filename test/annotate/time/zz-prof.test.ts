import { test } from 'vitest';
import { processorTime } from '../../support/pace.ts';
import { annotate } from './support.ts';
test('prof', () => {
  for (const u of ['Monday, ', "'90s ", 'the end of the ', 'They met. '])
    for (const n of [3000, 6000, 12000, 24000]) console.log(u, n, processorTime(() => annotate(u.repeat(n))));
}, 100000);
