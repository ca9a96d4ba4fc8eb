import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const Body = z.record(z.string(), z.unknown());

/** The arguments of a Web API call: JSON, or a form whose values may be JSON. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return {};
  if (request.headers['content-type']?.includes('application/json')) return Body.parse(JSON.parse(text));
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, parseValue(key, value)]));
}

function parseValue(key: string, value: string): unknown {
  if (key === 'blocks' || key === 'view') return JSON.parse(value);
  return value;
}
