import { isWebAddress, readAddress } from '../../acquire/web-address.ts';

/** The arguments that are paths, and those that are addresses to fetch: as a browser writes them, each once. */
export const partAddresses = (
  given: readonly string[],
): { readonly paths: readonly string[]; readonly addresses: readonly string[] } => {
  const addresses = given.filter(isWebAddress).map((one) => {
    const url = readAddress(one);
    // What is no address is told of when its turn comes.
    return typeof url === 'string' ? one : url.href;
  });
  return { paths: given.filter((one) => !isWebAddress(one)), addresses: [...new Set(addresses)] };
};
