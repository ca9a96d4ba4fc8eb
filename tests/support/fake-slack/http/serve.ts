import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Failures } from '../methods/call-method.ts';
import { callMethod } from '../methods/call-method.ts';
import type { Rates } from '../methods/rates.ts';
import type { Json } from '../world/json.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { authorize } from './authorize.ts';
import { readArguments } from './read-body.ts';
import { respond } from './respond.ts';
import { giveFile, takeUpload } from './serve-files.ts';

/** What else the server answers, such as the page for people. Gives whether it did. */
export type Extra = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** Answers what the bot, and a browser during an installation, ask of Slack. */
export async function serve(
  world: World,
  parts: { rates: Rates; failures: Failures; extra?: Extra | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.origin);
  const [, first = '', ...rest] = url.pathname.split('/');
  switch (first) {
    case 'api':
      return send(response, await answerCall(world, parts, rest.join('/'), request, url));
    case 'respond':
      return send(response, respond(world, rest.join('/'), await readArguments(request, url)));
    case 'upload':
      return takeUpload(world, rest.at(-1) ?? '', request, response);
    case 'files-pri':
      return giveFile(world, url.pathname, bearer(request), response);
    case 'oauth': {
      const { status, location, problem = '' } = authorize(world, url);
      return void response.writeHead(status, location === undefined ? {} : { Location: location }).end(problem);
    }
    default:
      if (!(await parts.extra?.(request, response, url))) response.writeHead(404).end();
  }
}

async function answerCall(
  world: World,
  parts: { rates: Rates; failures: Failures },
  method: string,
  request: IncomingMessage,
  url: URL,
): Promise<Answer> {
  const body = await readArguments(request, url);
  const token = bearer(request) ?? (typeof body['token'] === 'string' ? body['token'] : undefined);
  const answer = callMethod(world, { method, body, token, client: clientOf(request, body) }, parts);
  changed(world);
  return answer;
}

function clientOf({ headers }: IncomingMessage, body: Json): { id: string; secret: string } {
  const basic = /^Basic (.+)$/u.exec(headers.authorization ?? '')?.[1];
  const [id = '', secret = ''] =
    basic === undefined
      ? [body['client_id'], body['client_secret']].map(String)
      : Buffer.from(basic, 'base64').toString().split(':');
  return { id, secret };
}

function bearer({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1];
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
