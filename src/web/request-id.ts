import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { idOfRequest } from '../watch/current-work.ts';

const HEADER = 'X-Request-Id';

/**
 * The id of a request, given when first asked for: it goes back with the reply and stands in every line of the log
 * about it.
 */
export function requestIdOf(response: ServerResponse): string {
  const given = response.getHeader(HEADER);
  if (typeof given === 'string') return given;
  const id = idOfRequest(randomUUID());
  response.setHeader(HEADER, id);
  return id;
}
