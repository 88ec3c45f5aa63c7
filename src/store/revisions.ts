/** Whether `value` may name a revision: a whole digest, or at least its first eight characters. */
export const isRevisionStart = (value: string): boolean => /^[0-9a-f]{8,64}$/.test(value);
