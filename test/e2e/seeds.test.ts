import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../eval/tasks/seeds.ts';

/** Five real pages and their gold lie beside the repository on the project's own machines and never in it. */
const CORPORA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const HERE = existsSync(`${CORPORA}/seeds/gold.json`);
if (!HERE)
  console.warn('SKIPPED, LOUDLY: the five real pages are not beside this checkout (../shared/seeds)');

describe.runIf(HERE)('the five real pages', () => {
  let figures: ReadonlyMap<string, number> = new Map();
  beforeAll(async () => {
    figures = new Map((await run(CORPORA)).map(({ metric, value }) => [metric, value]));
  });

  test.each([
    ['seeds/direct-and-mixed-with-speaker', 0.9],
    ['seeds/indirect-with-speaker', 0.6],
    ['seeds/nothing-from-outside-the-body', 1],
    ['seeds/crawl-clock-rejected', 1],
  ])('%s is at least %s', (metric, bar) => {
    expect(figures.get(metric)).toBeGreaterThanOrEqual(bar);
  });
});
