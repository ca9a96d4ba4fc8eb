import { isIP } from 'node:net';

/** Under which names people reach the pages. */
export interface HostSettings {
  /** The address to listen on. */
  listensOn: string;
  /** The address under which people reach the pages, when it is known. */
  baseUrl?: string;
  /** Further names and addresses, without port. */
  allowed: string[];
}

/** Names of this machine for itself: no other site can have them. */
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** To listen there is to listen everywhere; as a name it is nobody's. */
const EVERYWHERE = ['0.0.0.0', '::'];

/**
 * Makes the check of the `Host` header. A name that another site points at this machine (DNS rebinding) would make that
 * site's pages ours in the eyes of a browser; so names must be known. An address in numbers cannot be pointed
 * elsewhere:
 * where the server listens beyond this machine, any is taken.
 */
export function createHostCheck({ listensOn, baseUrl, allowed }: HostSettings): (host: string) => boolean {
  const published = baseUrl === undefined ? undefined : nameOf(new URL(baseUrl).host);
  const known = new Set([...LOOPBACK, listensOn, published, ...allowed].map((name) => name?.toLowerCase()));
  const takesNumbers = !LOOPBACK.includes(listensOn);
  return (host) => {
    const name = nameOf(host);
    if (name === undefined || EVERYWHERE.includes(name)) return false;
    return known.has(name) || (takesNumbers && isIP(name) !== 0);
  };
}

/** The name or address of a `Host`, without port, brackets and final dot; undefined when it is none. */
function nameOf(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([^\s:@/\\?#[\]%]+?)\.?)(?::\d{1,5})?$/iu.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}
