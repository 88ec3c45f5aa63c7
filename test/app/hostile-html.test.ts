import { describe, expect, test } from 'vitest';
import { extractSafely } from '../../src/app/extract.ts';
import { captureOf, KNOWLEDGE } from '../clean/support.ts';
import { HOSTILE, KEPT_WORDS } from '../support/hostile-html.ts';
import { shareOfBound } from '../support/pace.ts';

describe('hostile HTML', () => {
  test.each(HOSTILE)(
    '$name: within five seconds of the processor, the story still read',
    ({ make, poison }) => {
      const capture = captureOf({ html: make() });
      const read = (): void => {
        const { article, error, diagnostics } = extractSafely(capture, KNOWLEDGE);
        const body = article.segments
          .filter(({ kind }) => kind === 'body')
          .map(({ article: at }) => article.text.slice(at.start, at.end));
        expect(body.some((text) => text.includes(KEPT_WORDS))).toBe(true);
        expect(error?.code ?? null).toBe(poison ? 'poison' : null);
        expect(diagnostics.some(({ code }) => code === 'poison-fallback')).toBe(poison);
      };
      expect(shareOfBound(5_000, read)).toBeLessThan(1);
    },
  );
});
