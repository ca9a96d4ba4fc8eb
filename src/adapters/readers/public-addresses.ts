import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';
import { UnreadableReportError } from '../../domain/errors.ts';

/** Says that an address is not everybody's, and what allows it. */
export function privateProblem(host: string): UnreadableReportError {
  return new UnreadableReportError(
    `${host}: is an address of this machine or its network, which are not fetched ` +
      '(ALLOW_PRIVATE_ADDRESSES=on allows them).',
  );
}

/**
 * An address must be `https://`, and no number of this machine or its network: a number is connected to unresolved.
 * @throws UnreadableReportError that says which
 */
export function refusePrivate(url: URL, allowPrivate: boolean): void {
  if (allowPrivate) return;
  if (url.protocol !== 'https:')
    throw new UnreadableReportError(`${url.host}: is no https:// address, and others are not fetched.`);
  const literal = url.hostname.replaceAll(/[[\]]/gu, '');
  if (isIP(literal) !== 0 && isPrivate(literal)) throw privateProblem(url.hostname);
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
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
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
// Of IPv6, global unicast alone is public; in it, what is made for documents or leads back into IPv4 is not.
const PUBLIC = new BlockList();
PUBLIC.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an address of the internet protocol is one that not everybody can reach. */
export function isPrivate(ip: string): boolean {
  if (isIP(ip) === 4) return PRIVATE.check(ip, 'ipv4');
  return !PUBLIC.check(ip, 'ipv6') || PRIVATE.check(ip, 'ipv6');
}

/** Resolves a name for the very connection that is made: what it resolves to later does not matter. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    if (addresses.some(({ address }) => isPrivate(address))) return done(privateProblem(hostname), '', 0);
    const [first] = addresses;
    if (options.all) return done(null, addresses);
    return done(null, first?.address ?? '', first?.family ?? 0);
  });
};
