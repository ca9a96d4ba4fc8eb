import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { McpParts } from './mcp-server.ts';
import { createMcpServer } from './mcp-server.ts';

/** What comes in and goes out: nothing but the protocol. */
export interface StdioStreams {
  input: Readable;
  output: Writable;
}

/** So long are answers waited for that were asked for before the input ended, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Serves one client until its input ends and what it asked before is answered, or it reads no more. */
export async function serveStdio(parts: McpParts, { input, output }: StdioStreams): Promise<void> {
  const server = createMcpServer(parts);
  const transport = new AnsweringTransport(input, output, parts.log);
  const gone = Promise.race([transport.closed, once(output, 'close')]);
  await server.connect(transport);
  await Promise.race([once(input, 'end'), once(input, 'close'), gone]);
  await Promise.race([transport.answered(), gone, delay(PATIENCE_MS, undefined, { ref: false })]);
  await server.close();
}

/** Standard input and output, with which requests have no answer yet. The server calls what is set here, too. */
class AnsweringTransport extends StdioServerTransport {
  readonly #closing = Promise.withResolvers<void>();
  readonly #waiting = new Set<unknown>();
  readonly #log: (line: string) => void;
  #whenAnswered: () => void = () => undefined;

  constructor(input: Readable, output: Writable, log: (line: string) => void) {
    super(input, output);
    this.#log = log;
  }

  get closed(): Promise<void> {
    return this.#closing.promise;
  }

  override onclose = (): void => this.#closing.resolve();
  override onerror = (error: Error): void => this.#log(`What came in was not read: ${error.message}`);
  override onmessage = (message: JSONRPCMessage): void => {
    if (!('method' in message)) return;
    if ('id' in message) this.#waiting.add(message.id);
    // What is cancelled is not answered.
    if (message.method === 'notifications/cancelled') this.#done(message.params?.['requestId']);
  };

  override async send(message: JSONRPCMessage): Promise<void> {
    await super.send(message);
    if (!('method' in message)) this.#done(message.id);
  }

  /** Until no request is without an answer. */
  async answered(): Promise<void> {
    if (this.#waiting.size > 0) await new Promise<void>((resolve) => (this.#whenAnswered = resolve));
  }

  #done(id: unknown): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#whenAnswered();
  }
}
