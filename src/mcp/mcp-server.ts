import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { OverloadError, RefusedError } from '../domain/errors.ts';
import { jsonText } from '../outlets/json-text.ts';
import type { AskedRoom, ProgramAsker } from '../programs/asked-room.ts';
import { OPERATIONS } from '../programs/operations.ts';
import { failedText, overloadText } from '../words/program-words.ts';
import { listResources, PAGE_TEMPLATE, readResource } from './resources.ts';

/** What a server stands on. */
export interface McpParts {
  /** The reports that the client may see. */
  room: AskedRoom;
  version: string;
  /** Who asks; the signal of each call comes beside it. */
  asker?: Omit<ProgramAsker, 'signal'>;
  /** Takes a line for the log: what went wrong, under the number that the client is told. */
  log(line: string): void;
}

const INSTRUCTIONS =
  'Footnote answers from industry reports, with a checked citation under every sentence. Ask with `ask`; show its ' +
  'sentences with report, page and quote. What is not_found is not in the reports: say so. A sentence that you write ' +
  'yourself from passages is held against its quotes with `verify` before it is shown.';

/**
 * A server of the Model Context Protocol with a tool for each operation, and pages as resources; it answers once it is
 * connected to a transport. What is wrong with a call is a result with `isError` and a sentence.
 */
export function createMcpServer({ room, version, asker = {}, log }: McpParts): McpServer {
  const mcp = new McpServer({ name: 'footnote', title: 'Footnote', version }, { instructions: INSTRUCTIONS });
  const { server } = mcp;
  server.registerCapabilities({ tools: {}, resources: {} });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const operation = OPERATIONS.find(({ name }) => name === params.name);
    if (!operation) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    try {
      return resultOf(await operation.call(room, params.arguments ?? {}, { ...asker, signal }));
    } catch (error) {
      return failed(error, signal);
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) => listResources(room.library, params?.cursor));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [PAGE_TEMPLATE] }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => readResource(room.library, params.uri));

  function failed(error: unknown, signal: AbortSignal): CallToolResult {
    if (error instanceof RefusedError) return problemOf(error.message);
    if (error instanceof OverloadError) return problemOf(overloadText(error.reason, 'en'));
    const id = randomUUID();
    if (!signal.aborted) log(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return problemOf(failedText(id, 'en'));
  }
  return mcp;
}

/** What the protocol takes for a schema of an object. */
const ObjectSchema = z.looseObject({
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({})).optional(),
  required: z.array(z.string()).optional(),
});

/** The tools as clients are told of them. */
const TOOLS: Tool[] = OPERATIONS.map(({ name, title, description, input, output }) => ({
  name,
  title,
  description,
  inputSchema: objectSchema(input, 'input'),
  outputSchema: objectSchema(output, 'output'),
  annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
}));

function objectSchema(schema: z.ZodObject, io: 'input' | 'output'): Tool['inputSchema'] {
  return ObjectSchema.parse(z.toJSONSchema(schema, { io }));
}

/** The JSON, and the same as text for clients that know no structured content. */
function resultOf(structuredContent: Record<string, unknown>): CallToolResult {
  return { structuredContent, content: [{ type: 'text', text: jsonText(structuredContent) }] };
}

function problemOf(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}
