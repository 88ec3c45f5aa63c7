/**
 * Works on the items of `source`, at most `window` of them at a time, and yields the results in the order of the items. The
 * source is read only as fast as results are taken (back pressure), and a finished result is yielded at once: it never waits
 * for a later item to arrive. An error of the source or of `work` is thrown when its turn comes.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const pending: Promise<R>[] = [];
  let coming: Promise<IteratorResult<T>> | null = null;
  let ended = false;
  try {
    while (!ended || pending.length > 0) {
      if (!ended && coming === null && pending.length < window) coming = quiet(iterator.next());
      if (coming !== null && (await sourceFirst(coming, pending[0]))) {
        const next: IteratorResult<T> = await coming;
        coming = null;
        if (next.done === true) ended = true;
        else pending.push(quiet(work(next.value)));
        continue;
      }
      const head = pending.shift();
      if (head !== undefined) yield await head;
    }
  } finally {
    if (!ended) await iterator.return?.();
  }
}

/** A rejection is thrown when the promise is awaited in its turn, and must not end the process before. */
const quiet = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const sourceFirst = async (
  coming: Promise<unknown>,
  head: Promise<unknown> | undefined,
): Promise<boolean> => {
  if (head === undefined) return true;
  const settle = (promise: Promise<unknown>, value: boolean) =>
    promise.then(
      () => value,
      () => value,
    );
  return Promise.race([settle(head, false), settle(coming, true)]);
};
