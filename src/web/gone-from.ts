import type { ServerResponse } from 'node:http';

/** Ends when the visitor leaves before the answer is there. */
export function goneFrom(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => response.writableEnded || gone.abort(new Error('the visitor has gone')));
  return gone.signal;
}
