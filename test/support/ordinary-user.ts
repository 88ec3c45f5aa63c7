const NOBODY = 65_534;

/**
 * Runs `work` without the powers of root, who may read and write everything: when the tests run as root, the process (and
 * the children it starts meanwhile) act as the user nobody. For anybody else it changes nothing.
 */
export const asOrdinaryUser = async <T>(work: () => Promise<T>): Promise<T> => {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || process.seteuid === undefined) return work();
  process.seteuid(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
};
