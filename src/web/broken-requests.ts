import { randomUUID } from 'node:crypto';
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawRefusal } from './refusal.ts';
import type { RefusalReason } from './refusal.ts';

/** What Node says of a request that could not be read. */
const REASONS: Record<string, RefusalReason> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too_slow',
};

/** So long is the other end read on after the last word, in milliseconds. */
const LINGER_MS = 1000;

/**
 * Answers in words, and closes the connection, where a request cannot be read: not HTTP, too large, too slow, cut off.
 */
export function answerBrokenRequests(server: Server): void {
  const open = new WeakMap<Duplex, ServerResponse[]>();
  server.on('request', ({ socket }, response) => {
    const earlier = open.get(socket) ?? [];
    open.set(socket, [...earlier, response]);
    response.on('close', () =>
      open.set(
        socket,
        (open.get(socket) ?? []).filter((other) => other !== response),
      ),
    );
  });
  const ending = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What follows what could not be read cannot be read either.
    if (ending.has(socket)) return;
    ending.add(socket);
    const [waiting, ...more] = open.get(socket) ?? [];
    // A reply that has begun, or one before it in the row, would be taken for the words.
    const isFree = socket.writable && more.length === 0 && !waiting?.headersSent;
    if (isFree && error.code !== 'ECONNRESET')
      endWith(socket, rawRefusal(REASONS[error.code ?? ''] ?? 'malformed', randomUUID()));
    else socket.destroy();
  });
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    endWith(socket, rawRefusal('connect', randomUUID()));
  });
}

/** A connection that is closed while the other end still sends loses what was said to it. */
function endWith(socket: Duplex, words: string): void {
  socket.end(words);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
