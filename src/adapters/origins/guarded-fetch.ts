import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';
import { TransferError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { sameHostFetch } from '../../outlets/same-host-fetch.ts';
import { publicLookup, refusePrivate } from '../readers/public-addresses.ts';

/** A loader waits so long, in milliseconds, for an answer without a word. */
const SILENCE_MS = 60_000;
/** Answers of these kinds have no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * A `fetch` for loaders that talk to a service: it stays with its host, ends at the limit of a file, and reaches only
 * public addresses, as resolved for the very connection, unless others are allowed.
 * @throws UnreadableReportError when an address is private; TransferError when the service points elsewhere
 */
export function guardedFetch(allowPrivate: boolean): typeof fetch {
  return sameHostFetch({ maxBytes: FILE_LIMITS.bytes }, async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    refusePrivate(url, allowPrivate);
    return send(request, url, allowPrivate);
  });
}

async function send(request: Request, url: URL, allowPrivate: boolean): Promise<Response> {
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  const open = url.protocol === 'https:' ? requestSafe : requestPlain;
  const headers = { ...Object.fromEntries(request.headers), 'accept-encoding': 'identity' };
  const options = { method: request.method, headers, agent: false, signal: request.signal, timeout: SILENCE_MS };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = open(url, { ...options, ...(allowPrivate ? {} : { lookup: publicLookup }) });
    sent.on('timeout', () => sent.destroy(new Error(`${url.host} does not answer`)));
    sent.on('error', reject).on('response', resolve).end(body);
  });
  const given = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value ?? '')]);
  const status = response.statusCode ?? 500;
  return new Response(WITHOUT_BODY.has(status) ? null : await bodyOf(response, url), { status, headers: given });
}

async function bodyOf(response: IncomingMessage, url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
    if (length > FILE_LIMITS.bytes) throw new TransferError('too_large', `${url.host} sends more than any report.`);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
