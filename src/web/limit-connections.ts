import type { Server } from 'node:http';
import { isInside, plainAddress } from './visitor-address.ts';

/** Connections at a time: fewer than the files that a process may usually have open, 1,024. */
const MOST = 500;
/** Of them from one address; a browser has six, an office behind one address some hundred. */
const MOST_FROM_ONE = 200;

/**
 * Limits the connections of a server, of all and of one address: whoever opens connections and says nothing leaves room
 * for others. What is too much is closed at once.
 * @param behindProxy a proxy in front brings everybody's: then its own limit holds
 */
export function limitConnections(server: Server, behindProxy: boolean): void {
  const open = new Map<string, number>();
  server.maxConnections = MOST;
  server.on('connection', (socket) => {
    const address = plainAddress(socket.remoteAddress ?? '');
    if (behindProxy && isInside(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.on('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > MOST_FROM_ONE) socket.destroy();
  });
}
