import { TransferError } from '../domain/errors.ts';

/** How a server may answer. */
export interface TransferLimits {
  /** Largest body, unpacked, in bytes. */
  maxBytes: number;
}

/** Redirects on one host that are followed, one after the other: a path that moved, and its slash. */
const MOST_REDIRECTS = 3;
/** As it was before anybody put another in its place: else ours would call itself. */
const OWN_FETCH = globalThis.fetch;
const MOVED = new Set([301, 302, 303, 307, 308]);

/**
 * A `fetch` that stays with the host it was given: keys, prompts and files go there and nowhere else. A redirect on the
 * host is followed, one to another host, another port or from https to http is not, and a body ends at its limit.
 * @throws TransferError that says where the server pointed, or how large a body was
 */
export function sameHostFetch({ maxBytes }: TransferLimits, send: typeof fetch = OWN_FETCH): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, { ...init, redirect: 'manual' });
    for (let followed = 0; ; followed++) {
      // A body can be sent once: what a redirect may need again is kept.
      const again = request.clone();
      const response = await send(request);
      const to = MOVED.has(response.status) ? response.headers.get('location') : null;
      if (to === null) {
        void again.body?.cancel().catch(() => undefined);
        return limited(response, new URL(request.url).host, maxBytes);
      }
      void response.body?.cancel().catch(() => undefined);
      request = redirected(again, response.status, targetOf(to, request.url, followed));
    }
  };
}

function targetOf(location: string, from: string, followed: number): URL {
  const [there, here] = [URL.canParse(location, from) ? new URL(location, from) : undefined, new URL(from)];
  if (there?.origin === here.origin && followed < MOST_REDIRECTS) return there;
  const elsewhere = there?.origin === here.origin ? 'again and again' : `to ${there?.origin}`;
  const where = there === undefined ? 'to no address' : elsewhere;
  throw new TransferError(
    'redirected',
    `${here.host} redirects ${where}, which is not followed: what was sent is for ${here.host} only. Set ` +
      'the address where the server really is.',
  );
}

function redirected(request: Request, status: number, to: URL): Request {
  const becomesGet = status === 303 || (request.method === 'POST' && status < 303);
  if (!becomesGet || request.method === 'HEAD') return new Request(to, request);
  const { headers, signal } = request;
  return new Request(to, { method: 'GET', headers, signal, redirect: 'manual' });
}

function limited(response: Response, host: string, maxBytes: number): Response {
  const problem = () =>
    new TransferError(
      'too_large',
      `${host} sends more than ${Math.round(maxBytes / 1024 / 1024)} MB: that is not taken in.`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    void response.body?.cancel().catch(() => undefined);
    throw problem();
  }
  if (!response.body) return response;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength;
      if (bytes > maxBytes) controller.error(problem());
      else controller.enqueue(part);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
}
