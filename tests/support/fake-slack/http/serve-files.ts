import type { IncomingMessage, ServerResponse } from 'node:http';
import { maySee } from '../methods/files.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { readBytes } from './read-body.ts';

/** Takes the bytes of a file that `files.getUploadURLExternal` announced. */
export async function takeUpload(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = world.files.get(id);
  const bytes = await readBytes(request);
  if (file?.state !== 'announced') {
    response.writeHead(404).end('file not found');
    return;
  }
  Object.assign(file, { state: 'uploaded', content: fileBytes(bytes, request.headers['content-type'] ?? '') });
  changed(world);
  response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

/** Gives a file to who has the token; to anybody else the page on which one signs in, with 200, as Slack does. */
export function giveFile(world: World, path: string, token: string | undefined, response: ServerResponse): void {
  const id = /^\/files-pri\/[^-]+-([^/]+)/u.exec(path)?.[1] ?? '';
  const file = world.files.get(id);
  const installation = world.installations.get(token ?? '');
  const isAllowed = installation?.scopes.includes('files:read') && file && maySee(file, { world, installation });
  if (!isAllowed) {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>Sign in | Slack</title>');
    return;
  }
  response
    .writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': file.content.length })
    .end(file.content);
}

function fileBytes(body: Buffer, contentType: string): Buffer {
  const boundary = /boundary=([^;]+)/u.exec(contentType)?.[1];
  if (!contentType.startsWith('multipart/form-data') || boundary === undefined) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}
