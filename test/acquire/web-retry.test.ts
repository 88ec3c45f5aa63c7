import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrivateAddress } from '../../src/acquire/private-network.ts';
import { createHostGate } from '../../src/acquire/web-hosts.ts';
import { readRetryAfter, waitAfter } from '../../src/acquire/web-retry.ts';
import { readRobots } from '../../src/acquire/web-robots.ts';
import { fakeClock } from './support/fake-clock.ts';

const NOW = Date.parse('2031-05-14T10:00:00Z');

test.each<[string | null, number | null]>([
  ['0', 0],
  ['7', 7_000],
  [' 7 ', 7_000],
  ['Wed, 14 May 2031 10:00:30 GMT', 30_000],
  ['Wednesday, 14-May-31 10:00:30 GMT', 30_000],
  ['Wed, 14 May 2031 09:00:00 GMT', 0],
  ['2031', 2_031_000],
  ['-1', null],
  ['7.5', null],
  ['1e9', null],
  ['99999999999', null],
  ['soon', null],
  ['14 May 2031', null],
  ['', null],
  [null, null],
])('Retry-After: %s is %s ms', (value, ms) => {
  expect(readRetryAfter(value, NOW)).toBe(ms);
});

test('the wait is doubled, spread by chance, and never shorter than asked for', () => {
  const passing = (retryAfterMs: number | null) =>
    ({
      ok: 'again',
      host: 'a',
      retryAfterMs,
      failure: { ok: false, path: 'a', page: null, code: 'fetch-failed', message: '' },
    }) as const;
  const clock = { ...fakeClock(), random: () => 1 };
  expect([1, 2, 3].map((n) => waitAfter(n, passing(null), clock))).toEqual([1_500, 3_000, 6_000]);
  expect(waitAfter(1, passing(5_000), clock)).toBe(5_000);
});

describe('the gate', () => {
  const turn = { gapMs: 1_000, isCounted: true };

  test('keeps a host apart from itself alone, and lets nothing through while it rests', async () => {
    const clock = fakeClock();
    const gate = createHostGate(clock);
    const begun: unknown[] = [];
    const go = (host: string, how = turn): Promise<void> =>
      gate.turn(host, how, async () => void begun.push([host, clock.now()]));
    await go('a');
    await go('b');
    await go('a');
    await go('a', { gapMs: 0, isCounted: false });
    gate.rest('b', 5_000);
    await go('b');
    expect(begun).toEqual([
      ['a', 0],
      ['b', 0],
      ['a', 1_000],
      ['a', 1_000],
      ['b', 6_000],
    ]);
  });

  test('goes on after work that failed', async () => {
    const gate = createHostGate(fakeClock());
    const failed = gate.turn('a', turn, () => Promise.reject(new Error('broken')));
    const next = gate.turn('a', turn, async () => 'done');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});

test('any bytes can be a robots.txt', () => {
  const line = fc.tuple(
    fc.constantFrom('User-agent:', 'Disallow:', 'allow :', 'Crawl-delay:', 'Sitemap:', '#', '\u{1D54F}', ''),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('*', 'demarche', '/*$', '%', '%zz', '\ud800')),
  );
  const text = fc.array(line).map((lines) => Buffer.from(lines.map((parts) => parts.join(' ')).join('\n')));
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 2_000 })), fc.webUrl(), (bytes, url) => {
      const rules = readRobots(new URL('/robots.txt', url).href, bytes);
      expect(typeof rules.allows(url)).toBe('boolean');
      expect(rules.delayMs).toBeGreaterThanOrEqual(0);
      expect(rules.delayMs).toBeLessThanOrEqual(30_000);
    }),
  );
});

test('of IPv6 nothing outside 2000::/3 is public, however it is written', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = Number.parseInt(
        new URL(`http://[${address}]/`).hostname.slice(1).split(':')[0] || '0',
        16,
      );
      if (first < 0x2000 || first > 0x3fff) expect(isPrivateAddress(address)).toBe(true);
    }),
  );
});
