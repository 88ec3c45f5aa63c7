import { describe, expect, test } from 'vitest';
import { extractSafely } from '../../src/app/extract.ts';
import { captureOf, KNOWLEDGE } from '../clean/support.ts';
import { HOSTILE, KEPT_WORDS } from '../support/hostile-html.ts';

describe('hostile HTML', () => {
  test.each(HOSTILE)(
    '$name: within five seconds of the processor, the story still read',
    ({ make, poison }) => {
      const capture = captureOf({ html: make() });
      const start = process.cpuUsage();
      const { article, error, diagnostics } = extractSafely(capture, KNOWLEDGE);
      const { user, system } = process.cpuUsage(start);
      const body = article.segments
        .filter(({ kind }) => kind === 'body')
        .map(({ article: at }) => article.text.slice(at.start, at.end));
      expect(body.some((text) => text.includes(KEPT_WORDS))).toBe(true);
      expect(error?.code ?? null).toBe(poison ? 'poison' : null);
      expect(diagnostics.some(({ code }) => code === 'poison-fallback')).toBe(poison);
      expect((user + system) / 1e6).toBeLessThan(5);
    },
  );
});
