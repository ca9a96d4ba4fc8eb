import type { IncomingMessage } from 'node:http';
import type { Json } from '../world/json.ts';
import { JsonObject } from '../world/json.ts';

/** Arguments that a form carries as JSON. */
const JSON_ARGUMENTS = new Set([
  'attachments',
  'blocks',
  'chunks',
  'files',
  'loading_messages',
  'message',
  'metadata',
  'prompts',
  'unfurls',
  'user_auth_blocks',
  'view',
]);

/** All bytes of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** The arguments of a Web API call: query, and JSON or a form whose values may be JSON. */
export async function readArguments(request: IncomingMessage, url: URL): Promise<Json> {
  const text = (await readBytes(request)).toString('utf8');
  const query = formArguments(url.searchParams);
  if (text === '') return query;
  if (request.headers['content-type']?.includes('application/json'))
    return { ...query, ...JsonObject.parse(JSON.parse(text)) };
  return { ...query, ...formArguments(new URLSearchParams(text)) };
}

function formArguments(form: URLSearchParams): Json {
  return Object.fromEntries([...form].map(([key, value]) => [key, JSON_ARGUMENTS.has(key) ? parsed(value) : value]));
}

// What is no JSON stays as it is: the check of the payload says what is wrong with it.
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
