import { BlockList, isIP, isIPv6 } from 'node:net';

type Subnet = readonly [address: string, prefix: number];

/** IANA special-purpose registries (RFC 6890 and its updates): everything that is not the public internet. */
const V4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const V6: readonly Subnet[] = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const listOf = (subnets: readonly Subnet[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
};
const PRIVATE_V4 = listOf(V4, 'ipv4');
const PRIVATE_V6 = listOf(V6, 'ipv6');

/** `64:ff9b::7f00:1` and `::ffff:7f00:1` stand for `127.0.0.1`. */
const inner = (address: string): string | null => {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const match = /^(?:64:ff9b::|::ffff:)(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/.exec(written);
  if (match === null) return written === '64:ff9b::' ? '0.0.0.0' : null;
  const [high, low] = [Number.parseInt(match[1] ?? '0', 16), Number.parseInt(match[2] ?? '0', 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
};

/**
 * Whether an IP address leads to this machine, a private or link-local network, or anywhere else but the public internet.
 * What is no IP address counts as private, so that nothing unchecked is ever connected to.
 */
export const isPrivateAddress = (given: string): boolean => {
  const address = given.replace(/%.*$/, '');
  if (isIP(address) === 0) return true;
  if (!isIPv6(address)) return PRIVATE_V4.check(address, 'ipv4');
  const v4 = inner(address);
  return v4 === null ? PRIVATE_V6.check(address, 'ipv6') : PRIVATE_V4.check(v4, 'ipv4');
};
