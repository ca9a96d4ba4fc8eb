import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';
import { isIP } from 'node:net';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { isPrivate, privateProblem, publicLookup } from './public-addresses.ts';

/** A report that was fetched. */
export interface FetchedReport {
  /** A file name made of host and path, with the extension of what was sent. */
  name: string;
  bytes: Uint8Array;
}

/** What may be set otherwise. */
export interface FetchLimits {
  /** Also addresses of this machine and its network, and without encryption. */
  allowPrivate: boolean;
  maxBytes?: number;
  timeoutMs?: number;
}

/** Redirects that are followed, one after the other. */
const MOST_REDIRECTS = 5;
/** Longest file name, in characters, its extension aside. */
const NAME_LENGTH = 100;
const OK = 200;
const MOVED = new Set([301, 302, 303, 307, 308]);

/** Whether something that was named is an address, and no file. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//iu.test(path);
}

/**
 * Fetches a page or a file. Each address on the way, redirects included, is resolved once and connected to as resolved,
 * and must be a public one: nobody gets the network that Footnote stands in read out.
 * @throws UnreadableReportError that says what is wrong with the address, or what it sends
 */
export async function fetchReport(
  address: string,
  { allowPrivate, maxBytes = FILE_LIMITS.bytes, timeoutMs = FILE_LIMITS.fetchMs }: FetchLimits,
): Promise<FetchedReport> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = allowed(address, allowPrivate);
  try {
    for (let followed = 0; ; followed++) {
      const response = await get(url, { allowPrivate, signal });
      const to = MOVED.has(response.statusCode ?? 0) ? response.headers.location : undefined;
      if (to === undefined) return await taken(response, url, maxBytes);
      response.destroy();
      if (followed >= MOST_REDIRECTS || !URL.canParse(to, url)) throw problem(url, 'redirects again and again');
      const next = new URL(to, url);
      if (url.protocol === 'https:' && next.protocol !== 'https:')
        throw problem(url, 'redirects to an address without encryption');
      url = allowed(next.href, allowPrivate);
    }
  } catch (cause) {
    if (cause instanceof UnreadableReportError) throw cause;
    if (signal.aborted) throw problem(url, `takes longer than ${timeoutMs / 1000} seconds`, cause);
    throw problem(url, `cannot be fetched (${cause instanceof Error ? cause.message : String(cause)})`, cause);
  }
}

function problem({ host, pathname }: URL, what: string, cause?: unknown): UnreadableReportError {
  return new UnreadableReportError(`${host}${pathname}: ${what}; save it as a file and take that in.`, { cause });
}

function allowed(address: string, allowPrivate: boolean): URL {
  if (!URL.canParse(address)) throw new UnreadableReportError(`${address}: is no address.`);
  const url = new URL(address);
  const isPlain = url.protocol === 'http:' && allowPrivate;
  if (url.protocol !== 'https:' && !isPlain) throw problem(url, 'is no https:// address, and others are not fetched');
  if (url.username !== '' || url.password !== '') throw problem(url, 'has a name or password in its address');
  // A number needs no resolving: it would be connected to unseen.
  const literal = url.hostname.replaceAll(/[[\]]/gu, '');
  if (!allowPrivate && isIP(literal) !== 0 && isPrivate(literal)) throw privateProblem(url.hostname);
  return url;
}

function get(
  url: URL,
  { allowPrivate, signal }: { allowPrivate: boolean; signal: AbortSignal },
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestSafe : requestPlain;
  const headers = {
    Accept: 'text/html, application/pdf, */*',
    'Accept-Encoding': 'identity',
    'User-Agent': 'footnote',
  };
  return new Promise((resolve, reject) => {
    const request = send(url, { headers, signal, agent: false, ...(allowPrivate ? {} : { lookup: publicLookup }) });
    request.on('response', resolve).on('error', reject).end();
  });
}

async function taken(response: IncomingMessage, url: URL, maxBytes: number): Promise<FetchedReport> {
  if (response.statusCode !== OK) {
    response.destroy();
    throw problem(url, `answers with status ${response.statusCode ?? 0}`);
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
    if (length > maxBytes) throw problem(url, `is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`);
  }
  const bytes = Uint8Array.from(Buffer.concat(parts));
  return { name: nameOf(url, extensionOf(bytes, response.headers['content-type'] ?? '', url)), bytes };
}

/** By what it is, not by what it is called: a page that says a PDF is gone is no PDF. */
function extensionOf(bytes: Uint8Array, type: string, url: URL): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return '.pdf';
  const named = /\.(docx|pptx|xlsx|epub|csv|md|txt)$/iu.exec(url.pathname)?.[0].toLowerCase() ?? '';
  if (head.startsWith('PK')) {
    if (/docx|pptx|xlsx|epub/u.test(named)) return named;
    throw problem(url, 'is an archive');
  }
  if (/^\s*(?:<!--|<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/iu.test(head)) return '.html';
  if (/^text\/html/iu.test(type)) return '.html';
  if (/csv|md|txt/u.test(named)) return named;
  if (/^text\/plain/iu.test(type)) return '.txt';
  throw problem(url, `is neither a page nor a report (${type || 'without a type'})`);
}

/** Host and path, so that two reports of one name from two places are two. */
function nameOf({ host, pathname, search }: URL, extension: string): string {
  const path = decodeURIComponent(pathname.replaceAll(/%(?![\da-f]{2})/giu, '')).replace(/\.[a-z]{2,5}$/iu, '');
  const words = `${host}${path}${search}`
    .replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')
    .replaceAll(/^[-.]{1,99}|[-.]{1,99}$/gu, '');
  return `${words.slice(0, NAME_LENGTH).toWellFormed()}${extension}`;
}
