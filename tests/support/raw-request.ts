import { connect } from 'node:net';

/** A reply as it came over the wire. */
export interface RawReply {
  /** Undefined: the connection was closed without a word. */
  status: number | undefined;
  text: string;
}

interface RawOptions {
  pauseMs?: number;
  patienceMs?: number;
  ending?: 'wait' | 'end' | 'cut';
}

/**
 * Sends bytes to a server as they are, and gives what it says until it closes the connection.
 * @param parts sent one after another, `pauseMs` apart
 * @param options `ending`: after the last part, wait for the reply (the usual), say that nothing follows, or cut the
 *   connection; `patienceMs`: how long to wait for the end; what has come by then is given
 */
export function sendRaw(
  url: string,
  parts: (string | Buffer)[],
  { pauseMs = 0, patienceMs = 10_000, ending = 'wait' }: RawOptions = {},
): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<RawReply>();
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => socket.destroy(), patienceMs);
  socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
  // A server may close while more is being sent to it: what it said before counts.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearTimeout(timer);
    const text = Buffer.concat(chunks).toString('latin1');
    const status = /^HTTP\/1\.1 (\d{3}) /u.exec(text)?.[1];
    resolve({
      status: status === undefined ? undefined : Number(status),
      text: Buffer.from(text, 'latin1').toString('utf8'),
    });
  });
  socket.on('connect', () => void sendAll());
  async function sendAll(): Promise<void> {
    for (const part of parts) {
      if (!socket.writable) return;
      socket.write(part);
      if (pauseMs > 0) await new Promise((later) => setTimeout(later, pauseMs));
    }
    if (ending === 'end') socket.end();
    if (ending === 'cut') socket.destroy();
  }
  return promise;
}

/** The lines of a request that asks for the connection to be closed after it. */
export function requestLines(method: string, target: string, headers: Record<string, string> = {}, body = ''): string {
  const all = {
    Host: '127.0.0.1',
    Connection: 'close',
    ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  return `${method} ${target} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}
