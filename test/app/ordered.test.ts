import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/app/ordered.ts';

async function* from<T>(items: readonly T[], onTake: (item: T) => void = () => undefined): AsyncGenerator<T> {
  for (const item of items) {
    onTake(item);
    yield item;
  }
}

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
};

const later = (turns: number): Promise<void> =>
  turns <= 0 ? Promise.resolve() : Promise.resolve().then(() => later(turns - 1));

describe('inOrder', () => {
  test('keeps the order and the bound, however long each item takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (turns, window) => {
          let open = 0;
          let most = 0;
          const results = inOrder(from(turns.map((n, i) => ({ n, i }))), window, async ({ n, i }) => {
            most = Math.max(most, ++open);
            await later(n);
            open--;
            return i;
          });
          expect(await collect(results)).toEqual(turns.map((_, i) => i));
          expect(most).toBeLessThanOrEqual(window);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('takes no more from the source than the window while nobody takes results', async () => {
    const taken: number[] = [];
    const results = inOrder(
      from([1, 2, 3, 4, 5, 6, 7, 8], (n) => taken.push(n)),
      3,
      async (n) => n,
    );
    await results.next();
    await later(50);
    expect(taken.length).toBeLessThanOrEqual(4);
    await results.return();
  });

  test('a finished result does not wait for a source that stalls', async () => {
    let release: () => void = () => undefined;
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* source(): AsyncGenerator<string> {
      yield 'first';
      await stalled;
      yield 'second';
    }
    const results = inOrder(source(), 8, async (text) => text);
    expect((await results.next()).value).toBe('first');
    release();
    expect((await results.next()).value).toBe('second');
    expect((await results.next()).done).toBe(true);
  });

  test('throws the error of the work when its turn comes, and ends the source', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<number> {
      try {
        for (let n = 0; ; n++) yield n;
      } finally {
        ended = true;
      }
    }
    const results = inOrder(source(), 4, async (n) => {
      if (n === 2) throw new Error('third');
      return n;
    });
    expect((await results.next()).value).toBe(0);
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow('third');
    expect(ended).toBe(true);
  });

  test('throws the error of the source', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1;
      throw new Error('broken stream');
    }
    const results = inOrder(source(), 2, async (n) => n);
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow('broken stream');
  });
});
