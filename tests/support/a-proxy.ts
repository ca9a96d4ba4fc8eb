import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A way to a server that can be cut. */
export interface Proxy {
  port: number;
  /** Cuts all connections, and takes no new ones. */
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Makes a way to a port of this machine, which begins cut. `target` is asked at each connection. */
export async function aProxy(target: () => number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let server: Server = createServer();
  const take = (socket: Socket): void => {
    const onward = connect(target(), '127.0.0.1');
    for (const each of [socket, onward]) {
      sockets.add(each);
      each.on('error', () => undefined);
      each.on('close', () => {
        sockets.delete(each);
        socket.destroy();
        onward.destroy();
      });
    }
    socket.pipe(onward).pipe(socket);
  };
  const listen = async (at: number): Promise<number> => {
    server = createServer(take).listen(at, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const down = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const port = await listen(0);
  await down();
  return { port, down, up: async () => void (await listen(port)) };
}
