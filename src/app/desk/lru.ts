/** Keeps the last few answers. */
export interface Lru<V> {
  /** The value kept under the key; otherwise what `make` gives, kept from now on. A rejection is not kept. */
  readonly get: (key: string, make: () => Promise<V>) => Promise<V>;
}

/** Keeps at most `size` answers, those asked for longest ago go first. */
export const createLru = <V>(size: number): Lru<V> => {
  const held = new Map<string, Promise<V>>();
  return {
    get: (key, make) => {
      const found = held.get(key) ?? make();
      held.delete(key);
      held.set(key, found);
      for (const oldest of held.keys()) {
        if (held.size <= size) break;
        held.delete(oldest);
      }
      found.catch(() => {
        if (held.get(key) === found) held.delete(key);
      });
      return found;
    },
  };
};
