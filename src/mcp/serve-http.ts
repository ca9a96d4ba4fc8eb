import * as streamable from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { McpParts } from './mcp-server.ts';
import { createMcpServer } from './mcp-server.ts';

/**
 * Answers one request of a client over streamable HTTP, in JSON and without a session: each request stands for itself.
 * @param body what was sent, parsed
 * @param signal ends the work when the client has gone
 */
export async function serveHttp(
  parts: McpParts,
  request: Request,
  { body, signal }: { body: unknown; signal: AbortSignal },
): Promise<Response> {
  const server = createMcpServer(parts);
  const transport = new streamable.WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const gone = Promise.withResolvers<never>();
  const leave = () => gone.reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([transport.handleRequest(request, { parsedBody: body }), gone.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
    await server.close();
  }
}
