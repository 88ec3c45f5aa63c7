import { describe, expect, test } from 'vitest';
import { addressesIn, LIMITS, refusalOf } from '../../web/src/lib/upload.ts';

describe('what may be sent at once', () => {
  test.each([
    ['nothing', [], 'none'],
    ['one small file', [{ size: 10 }], null],
    ['a file of the largest size', [{ size: LIMITS.fileBytes }], null],
    ['a file beyond it', [{ size: LIMITS.fileBytes + 1 }], 'file'],
    ['too much together', Array.from({ length: 4 }, () => ({ size: LIMITS.fileBytes })), 'bytes'],
    ['too many', Array.from({ length: LIMITS.files + 1 }, () => ({ size: 1 })), 'files'],
  ] as const)('%s', (_, files, refusal) => {
    expect(refusalOf(files)).toBe(refusal);
  });
});

describe('addresses in a text', () => {
  test('one a line, each once, what is none told apart', () => {
    const { good, bad } = addressesIn(
      '  https://harbour-post.example/a \n\nhttps://harbour-post.example/a\r\nftp://x.example\njavascript:alert(1)\nplain words',
    );
    expect(good).toEqual(['https://harbour-post.example/a']);
    expect(bad).toEqual(['ftp://x.example', 'javascript:alert(1)', 'plain words']);
  });
});
