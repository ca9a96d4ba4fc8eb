import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A server on this machine until the test is over; gives its address. */
export async function aLocalServer(listen: RequestListener): Promise<string> {
  const server = createServer(listen).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
