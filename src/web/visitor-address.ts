import { BlockList, isIP } from 'node:net';

/** Addresses of this machine and of networks inside (RFC 1122, 1918, 3927, 4193, 4291). */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('127.0.0.0', 8);
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('169.254.0.0', 16);
PRIVATE.addSubnet('::1', 128, 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/**
 * Where a visitor comes from. A proxy in front of the pages says so in `X-Forwarded-For`; it is believed when there is
 * one (`BASE_URL` is set) and it stands on this machine or in its network. Each proxy adds whom it heard from: the last
 * address outside is the visitor's, and what the visitor wrote before it counts for nothing.
 * @param peer the other end of the connection
 */
export function visitorAddress(peer = '', forwardedFor: string | undefined, behindProxy: boolean): string {
  const heard = plainAddress(peer);
  if (!behindProxy || forwardedFor === undefined || !isInside(heard)) return heard;
  const hops = forwardedFor.split(',').map((hop) => plainAddress(hop.trim()));
  const outside = hops.findLastIndex((hop) => !isInside(hop));
  const visitor = hops[Math.max(0, outside)] ?? '';
  return isIP(visitor) === 0 ? heard : visitor;
}

/** True for an address by which a machine speaks to itself. */
export function isLoopback(address = ''): boolean {
  const plain = plainAddress(address).replaceAll(/[[\]]/gu, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** IPv4 in the clothes of IPv6 is IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d)/iu, '');
}

/** True for an address of this machine, or of a network inside. */
export function isInside(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
