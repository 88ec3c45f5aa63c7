import { expect, test } from 'vitest';
import { run } from '../../../eval/tasks/time.ts';

test('the eval task of times gives nothing where the corpora are absent', async () => {
  expect(await run('no-such-folder')).toEqual([]);
});
