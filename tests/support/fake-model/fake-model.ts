import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddings } from './embeddings.ts';
import type { ModelCall, Reply } from './reply.ts';
import { anthropic } from './wire/anthropic.ts';
import { gemini } from './wire/gemini.ts';
import { ollama } from './wire/ollama.ts';
import { mistral, openai } from './wire/openai.ts';
import type { WireFormat } from './wire/wire.ts';

/** What the model does about a call; it may look at the call. */
export type Script = (call: ModelCall) => Reply;

/** A model over HTTP that says what a test wants: it speaks as OpenAI, Anthropic, Ollama, Gemini and Mistral do. */
export interface FakeModel {
  /** Address without a path. */
  url: string;
  /** Calls so far, oldest first. */
  calls: ModelCall[];
  /** Replaces the script. */
  follow(script: Script): void;
  close(): void;
}

const FORMATS: readonly WireFormat[] = [openai, mistral, anthropic, ollama, gemini];
/** Characters of a piece of a streamed answer. */
const PIECE = 16;
/** Between the pieces of an answer without end, in milliseconds. */
const ENDLESS_PAUSE_MS = 1;

/**
 * Starts the scripted model on this machine.
 * @param port a free one when it is 0
 * @param pauseMs between the pieces of an answer
 */
export async function startFakeModel(
  script: Script,
  { port = 0, pauseMs = 0 }: { port?: number; pauseMs?: number } = {},
): Promise<FakeModel> {
  let current = script;
  const calls: ModelCall[] = [];
  const server = createServer(
    (request, response) =>
      void handle(request, response, { pauseMs, reply: (call) => (calls.push(call), current(call)) }),
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    calls,
    follow: (next) => (current = next),
    close: () => (server.closeAllConnections(), server.close()),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { pauseMs, reply }: { pauseMs: number; reply: Script },
): Promise<void> {
  const path = request.url ?? '/';
  const body = await readJson(request);
  const vectors = embeddings(path, body);
  if (vectors) return sendJson(response, 200, vectors);
  for (const format of FORMATS) {
    const call = format.read(path, body);
    if (call) return perform(response, { format, call, pauseMs }, reply(call));
  }
  sendJson(response, 404, { error: { message: `no such address: ${path}` } });
}

/** A call under way. */
interface Speaking {
  format: WireFormat;
  call: ModelCall;
  pauseMs: number;
}

async function perform(response: ServerResponse, speaking: Speaking, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'hangs':
      return;
    case 'status':
      return sendJson(
        response,
        reply.status,
        errorOf(speaking.call, reply.message ?? `status ${reply.status}`),
        reply.headers,
      );
    case 'says':
      return speak(response, speaking, JSON.stringify(reply.value));
    case 'text':
      return speak(response, speaking, reply.text);
    case 'stops':
      return speak(response, speaking, JSON.stringify(reply.value).slice(0, reply.after), 'drop');
    case 'endless':
      return speak(response, speaking, reply.text, 'repeat');
  }
}

async function speak(
  response: ServerResponse,
  { format, call, pauseMs }: Speaking,
  text: string,
  then: 'end' | 'drop' | 'repeat' = 'end',
): Promise<void> {
  response.writeHead(200, { 'content-type': format.contentType });
  for (const frame of format.opening(call)) response.write(frame);
  const pieces = format.isWhole?.(call) === true && then === 'end' ? [text] : piecesOf(text);
  for (const [at, piece] of pieces.entries()) {
    if (pauseMs > 0) await pause(pauseMs);
    response.write(format.piece(call, piece, at === 0));
  }
  if (then === 'repeat') return repeat(response, () => pieces.map((piece) => format.piece(call, piece, false)));
  if (then === 'drop') return void setImmediate(() => response.destroy());
  for (const frame of format.closing(call)) response.write(frame);
  response.end();
}

async function repeat(response: ServerResponse, frames: () => string[]): Promise<void> {
  while (!response.destroyed) {
    for (const frame of frames()) response.write(frame);
    await pause(ENDLESS_PAUSE_MS);
  }
}

function errorOf({ family }: ModelCall, message: string): object {
  return { error: family === 'ollama' ? message : { message, type: 'error' } };
}

function piecesOf(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${PIECE}}`, 'gu')) ?? [];
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : JSON.parse(text);
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}
