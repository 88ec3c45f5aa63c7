import { expect, test } from 'vitest';
import { extractSafely } from '../../src/app/extract.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { DEFAULT_OPTIONS } from '../../src/app/options.ts';
import { runJob } from '../../src/app/run-job.ts';
import { FIRST_LINE } from '../../src/app/warm-up.ts';

test('the line that warms a thread up is read, and every layer finds something in it', async () => {
  const knowledge = await loadKnowledge({ pack: null });
  const result = runJob(
    { kind: 'jsonl', raw: FIRST_LINE, number: 1, options: DEFAULT_OPTIONS },
    (capture, options) => extractSafely(capture, knowledge, options, null),
  );
  if (result.kind !== 'line') throw new Error('no line');
  expect(result.error).toBe(null);
  const { times, attributions } = JSON.parse(result.line) as Record<string, readonly unknown[]>;
  expect(times?.length).toBeGreaterThan(0);
  expect(attributions?.length).toBeGreaterThan(0);
});
