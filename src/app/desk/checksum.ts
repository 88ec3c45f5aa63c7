import { createHash } from 'node:crypto';

/** The state of many things in one value, whatever the order they came in. */
export interface Checksum {
  /** Takes the place of the state that the thing of that name had. */
  readonly put: (name: string, state: string) => void;
  readonly remove: (name: string) => void;
  /** Whether the thing of that name is held in this very state. */
  readonly has: (name: string, state: string) => boolean;
  readonly value: () => string;
}

const BITS = 48;
const MODULUS = 2 ** BITS;

const partOf = (name: string, state: string): number =>
  createHash('sha256')
    .update(`${name}\n${state}`)
    .digest()
    .readUIntBE(0, BITS / 8);

/** A sum of digests: equal for equal states, and changed with every thing at little cost. Not proof against forgery. */
export const createChecksum = (): Checksum => {
  const parts = new Map<string, number>();
  let sum = 0;
  const remove = (name: string): void => {
    sum = (sum - (parts.get(name) ?? 0) + MODULUS) % MODULUS;
    parts.delete(name);
  };
  return {
    put: (name, state) => {
      remove(name);
      const part = partOf(name, state);
      parts.set(name, part);
      sum = (sum + part) % MODULUS;
    },
    remove,
    has: (name, state) => parts.get(name) === partOf(name, state),
    value: () => `${parts.size.toString(36)}-${sum.toString(36)}`,
  };
};
