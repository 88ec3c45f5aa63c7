import { BlockList, isIP, isIPv6 } from 'node:net';

type Subnet = readonly [address: string, prefix: number];

/** IANA special-purpose registry of IPv4 (RFC 6890 and its updates): everything that is not the public internet. */
const CLOSED_V4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** All that IANA has given out for the public internet of IPv6: mapped, compatible, translated and local forms lie outside. */
const OPEN_V6: readonly Subnet[] = [['2000::', 3]];
/** Special purposes inside of it: protocol assignments with Teredo, documentation, 6to4. */
const CLOSED_V6: readonly Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (subnets: readonly Subnet[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
};
const closedV4 = listOf(CLOSED_V4, 'ipv4');
const openV6 = listOf(OPEN_V6, 'ipv6');
const closedV6 = listOf(CLOSED_V6, 'ipv6');

/**
 * Whether an IP address leads to this machine, a private or link-local network, or anywhere else but the public internet.
 * Of IPv6 only 2000::/3 is public; what stands there for an IPv4 address (6to4, Teredo) is not, and neither are IPv4-mapped
 * and NAT64 addresses. What is no IP address counts as private, so that nothing unchecked is ever connected to.
 */
export const isPrivateAddress = (given: string): boolean => {
  const address = given.replace(/%.*$/, '');
  if (isIP(address) === 0) return true;
  if (!isIPv6(address)) return closedV4.check(address, 'ipv4');
  return !openV6.check(address, 'ipv6') || closedV6.check(address, 'ipv6');
};
