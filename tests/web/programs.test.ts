import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { PROGRAM_CALLS } from '../support/program-calls.ts';
import { sendRaw } from '../support/raw-request.ts';
import { aLibraryOfTwo } from '../support/two-reports.ts';
import { aWebServer } from '../support/web.ts';

const TOKENS = { crm: 'c'.repeat(32), board: 'b'.repeat(32), ops: 'o'.repeat(32) };
const API_TOKENS = `crm:${TOKENS.crm}, board:${TOKENS.board}:T1/CBOARD ops:${TOKENS.ops}:all`;

let house: Awaited<ReturnType<typeof aLibraryOfTwo>>;
let services: ReturnType<typeof wireServices>;
let url = '';
const log: string[] = [];

beforeAll(async () => {
  house = await aLibraryOfTwo({ API_TOKENS });
  services = wireServices(house.config, house.footnote, (line) => void log.push(line));
  services.web.listen(0, '127.0.0.1');
  await once(services.web, 'listening');
  const address = services.web.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(async () => {
  await services.close();
  await house.close();
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What comes back for some JSON, with what is said about it. */
async function post(path: string, given: unknown, headers: Record<string, string> = bearer(TOKENS.crm)) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof given === 'string' ? given : JSON.stringify(given),
  });
  return answered(response);
}

async function answered(response: Response) {
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    json: z.record(z.string(), z.unknown()).parse(await response.json()),
  };
}

const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.object({
      post: z.object({
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })) }),
        ),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});

/** Holds a value against what the OpenAPI file says of an address. */
async function isAsDescribed(path: string, { status, type, json }: Awaited<ReturnType<typeof post>>): Promise<boolean> {
  const { paths, components } = OpenApi.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const { schema } = paths[path]?.post.responses[status]?.content[type?.split(';')[0] ?? ''] ?? {};
  const whole: Record<string, unknown> = { ...schema, components };
  return schema !== undefined && new AjvJsonSchemaValidator().getValidator(whole)(json).valid;
}

describe('the HTTP API', () => {
  it.each(PROGRAM_CALLS)('gives the JSON of the command line, as its file says: $name', async (call) => {
    const path = `/api/v1/${call.name}`;
    const reply = await post(path, call.given);
    expect(reply).toEqual({ status: 200, type: 'application/json; charset=utf-8', json: call.result });
    expect(await isAsDescribed(path, reply)).toBe(true);
  });

  it.each(PROGRAM_CALLS)('says what is wrong in the words of the other doors: $name', async (call) => {
    const path = `/api/v1/${call.name}`;
    const reply = await post(path, call.bad);
    expect(reply).toMatchObject({
      status: call.status,
      type: 'application/problem+json; charset=utf-8',
      json: { status: call.status, detail: call.problem, requestId: expect.stringMatching(/^[0-9a-f]{32}$/u) },
    });
    expect(await isAsDescribed(path, reply)).toBe(true);
  });

  it('is described by a file that needs no token, each operation with its schemas', async () => {
    const file = OpenApi.parse(await (await fetch(`${url}/api/openapi.json`)).json());
    expect(Object.keys(file.paths)).toEqual(PROGRAM_CALLS.map(({ name }) => `/api/v1/${name}`));
    expect(file.components.schemas['SearchRequest']).toMatchObject({
      type: 'object',
      properties: { question: { type: 'string', maxLength: 2000 } },
      required: ['question'],
    });
    expect(Object.keys(file.components.schemas)).toHaveLength(2 * PROGRAM_CALLS.length + 1);
  });

  it('gives reports and pages for an address, too', async () => {
    const get = async (path: string) => answered(await fetch(url + path, { headers: bearer(TOKENS.crm) }));
    expect((await get('/api/v1/reports')).json).toEqual(PROGRAM_CALLS.find(({ name }) => name === 'reports')?.result);
    for (const query of ['page=8', 'number=2'])
      expect((await get(`/api/v1/page?report=cloud&${query}`)).json).toMatchObject({ page: 8, number: 2 });
  });

  it('lets a program see what everyone may see, or what its token says', async () => {
    const asked = { question: '星野云2020年的营收是多少？' };
    const statuses = async (token: string) => (await post('/api/v1/ask', asked, bearer(token))).json['status'];
    expect([await statuses(TOKENS.crm), await statuses(TOKENS.board), await statuses(TOKENS.ops)]).toEqual([
      'not_found',
      'answered',
      'answered',
    ]);
  });
});

describe('the door for programs', () => {
  const problemOf = async (asked: Promise<Awaited<ReturnType<typeof post>>>) => {
    const { status, json } = await asked;
    return [status, json['detail']];
  };

  it.each(['/api/v1/reports', '/mcp'])('opens for a token only: %s', async (path) => {
    const detail = 'Give a token that is valid in the header: Authorization: Bearer TOKEN.';
    const others = [{}, bearer('x'.repeat(32)), bearer(TOKENS.crm.slice(1)), { Authorization: TOKENS.crm }];
    for (const headers of others) expect(await problemOf(post(path, {}, headers))).toEqual([401, detail]);
    const { headers } = await fetch(url + path, { method: 'POST' });
    expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="footnote"');
    expect(log.join('\n')).not.toContain(TOKENS.crm.slice(1));
  });

  it('is closed where no program has one', async () => {
    const { url: closed, close } = await aWebServer();
    for (const path of ['/api/v1/reports', '/api/openapi.json', '/mcp'])
      expect(await (await fetch(closed + path, { headers: { 'Accept-Language': 'zh' } })).json()).toMatchObject({
        status: 403,
        detail: '这里没有对程序开放：管理员可以用 API_TOKENS 开放。',
      });
    close();
  });

  it('is no way in for pages of other sites, or under another host name', async () => {
    const detail = 'Pages of other sites cannot read from here.';
    const token = bearer(TOKENS.crm);
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }])
      expect(await problemOf(post('/api/v1/reports', {}, { ...token, ...headers }))).toEqual([403, detail]);
    expect((await post('/api/v1/reports', {}, { ...token, Origin: url })).status).toBe(200);
    expect(await sendRaw(url, ['GET /api/openapi.json HTTP/1.1\r\nHost: evil.example\r\n\r\n'])).toMatchObject({
      status: 421,
    });
  });

  it('takes JSON of a certain size, at addresses that there are', async () => {
    expect(await problemOf(post('/api/v1/ask', '{"question": '))).toEqual([400, 'What was sent is not JSON.']);
    expect(await problemOf(post('/api/v1/ask', '[]'))).toEqual([
      400,
      'Give one JSON object: it takes `question`, `turns`, `reports`.',
    ]);
    expect(
      await problemOf(post('/api/v1/ask', 'q=x', { ...bearer(TOKENS.crm), 'Content-Type': 'text/plain' })),
    ).toEqual([415, 'What is sent must be JSON: Content-Type: application/json.']);
    const head = `POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${TOKENS.crm}\r\n`;
    expect(await sendRaw(url, [`${head}Content-Length: 524289\r\nConnection: close\r\n\r\n{`])).toMatchObject({
      status: 413,
      text: expect.stringContaining('This is too large: at most 512 KB are taken.'),
    });
    expect(await problemOf(post('/api/v2/ask', {}))).toEqual([
      404,
      'There is no such address; /api/openapi.json says which there are.',
    ]);
    const { status, headers } = await fetch(`${url}/api/v1/ask`, { headers: bearer(TOKENS.crm) });
    expect([status, headers.get('Allow'), headers.get('Cache-Control')]).toEqual([405, 'POST', 'no-store']);
  });
});

describe('the Model Context Protocol over HTTP', () => {
  async function aClient(token: string): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' });
    const headers = bearer(token);
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
    return client;
  }

  it('gives every tool, with words for what is wrong', async () => {
    const client = await aClient(TOKENS.crm);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(PROGRAM_CALLS.map(({ name }) => name));
    for (const { name, given, result, bad, problem } of PROGRAM_CALLS) {
      expect((await client.callTool({ name, arguments: given })).structuredContent).toEqual(result);
      expect(await client.callTool({ name, arguments: bad })).toEqual({
        isError: true,
        content: [{ type: 'text', text: problem }],
      });
    }
    await client.close();
  });

  it('shows each program the pages that it may see', async () => {
    const [crm, ops] = [await aClient(TOKENS.crm), await aClient(TOKENS.ops)];
    const uri = `footnote://report/${house.ids.boards}/page/1`;
    await expect(crm.readResource({ uri })).rejects.toThrow('No report is called');
    expect((await ops.readResource({ uri })).contents).toMatchObject([
      { text: '收购\n星野云的营收在2020年为47亿元。' },
    ]);
    await Promise.all([crm.close(), ops.close()]);
  });

  it('lets nobody in without a token, and takes nothing but calls', async () => {
    await expect(aClient('x'.repeat(32))).rejects.toThrow('valid in the header');
    const { status, headers } = await fetch(`${url}/mcp`, {
      headers: { ...bearer(TOKENS.crm), Accept: 'text/event-stream' },
    });
    expect([status, headers.get('Allow')]).toEqual([405, 'POST']);
  });
});
