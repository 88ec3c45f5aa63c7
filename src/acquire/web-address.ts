/** The longest address that is fetched, in characters: what servers and browsers are sure to take. */
const LONGEST = 4_096;

/**
 * An address that may be fetched, or why not: `http:` and `https:` only, and no user name or password, which the record
 * would keep. The fragment is taken off: servers never see it.
 */
export const readAddress = (address: string): URL | string => {
  if (address.length > LONGEST) return `the address is longer than ${LONGEST} characters`;
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return 'this is no address; give one that begins with https:// or http://';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'only addresses that begin with https:// or http:// are fetched';
  if (url.username !== '' || url.password !== '')
    return 'the address holds a user name or password, which the record would keep; take it out';
  url.hash = '';
  return url;
};

/** Whether an argument is meant as an address, not as a path: it begins with a scheme, be it one that is not fetched. */
export const isWebAddress = (given: string): boolean => /^\s*[a-z][a-z\d+.-]*:\/\//i.test(given);
