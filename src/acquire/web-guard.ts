import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isIP, isIPv6 } from 'node:net';
import { buildConnector } from 'undici';
import { isPrivateAddress } from './private-network.ts';

/** The `code` of the error for a host that leads into a private network. */
export const PRIVATE_CODE = 'EPRIVATE';

/** The IP addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What connections may be made to. */
export interface GuardOptions {
  /** Whether addresses of this machine and of private networks may be connected to. */
  readonly allowPrivate: boolean;
  /** The system's resolver when null. */
  readonly resolve: Resolve | null;
  readonly connectMs: number;
  /** Told of the IP address of each connection that was made. */
  readonly onConnected: (ip: string | null) => void;
}

const refusal = (host: string): Error =>
  Object.assign(new Error(`${host} leads into a private network or this machine`), { code: PRIVATE_CODE });

const systemAddresses: Resolve = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/** Looks a host up for the connection itself, so that what was checked is what is connected to. */
const checkedLookup =
  ({ resolve, allowPrivate }: GuardOptions): LookupFunction =>
  (host, { all }, callback) => {
    const found = (resolve ?? systemAddresses)(host).then((addresses) => {
      // One that leads inside spoils them all: which of them is tried first is not ours to choose.
      if (!allowPrivate && addresses.some(isPrivateAddress)) throw refusal(host);
      return addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    });
    found.then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined)
          callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '');
        else if (all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

/**
 * A connector for undici that checks where each connection leads: a name when it is looked up, a literal address before it
 * is connected to, because a literal address is never looked up. The connection goes to an address that was checked, so that a
 * name cannot lead elsewhere between check and connection.
 */
export const guardedConnector = (options: GuardOptions): buildConnector.connector => {
  const connect = buildConnector({
    timeout: options.connectMs,
    lookup: checkedLookup(options),
    autoSelectFamily: true,
    keepAlive: false,
    // Its type demands what is given for each connection.
    port: undefined as never,
  });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !options.allowPrivate && isPrivateAddress(host)) {
      callback(refusal(host), null);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      options.onConnected(socket.remoteAddress ?? null);
      callback(null, socket);
    });
  };
};
