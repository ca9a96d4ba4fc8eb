import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import { OverloadError } from '../../src/domain/errors.ts';
import type { McpParts } from '../../src/mcp/mcp-server.ts';
import { createMcpServer } from '../../src/mcp/mcp-server.ts';
import { WORDS } from '../../src/words/web.ts';
import { PROGRAM_CALLS } from '../support/program-calls.ts';
import { aLibraryOfTwo } from '../support/two-reports.ts';

let house: Awaited<ReturnType<typeof aLibraryOfTwo>>;
const log: string[] = [];

/** A client of a server in this process; it holds results against the schemas that it was told. */
async function aClient(viewer: Viewer, over: Partial<McpParts['room']> = {}): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const room = { ...house.footnote.seenBy(viewer), ...over };
  await createMcpServer({ room, version: '1.2.3', log: (line) => void log.push(line) }).connect(ours);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(theirs);
  await client.listTools();
  return client;
}

beforeAll(async () => {
  house = await aLibraryOfTwo();
});
afterAll(() => house.close());

describe('the tools of the Model Context Protocol', () => {
  it('are told with what they take and give, and only read', async () => {
    const { tools } = await (await aClient(EVERYONE_ONLY)).listTools();
    expect(tools.map(({ name }) => name)).toEqual(PROGRAM_CALLS.map(({ name }) => name));
    expect(tools.find(({ name }) => name === 'search')).toMatchObject({
      title: 'Search passages',
      inputSchema: {
        type: 'object',
        properties: { question: { type: 'string', maxLength: 2000 }, limit: { minimum: 1, maximum: 1000 } },
        required: ['question'],
        additionalProperties: false,
      },
      outputSchema: { type: 'object', required: ['question', 'hits', 'elapsedMs'] },
      annotations: { readOnlyHint: true, openWorldHint: false },
    });
  });

  it.each(PROGRAM_CALLS)('give what was asked for, as data and as its text: $name', async ({ name, given, result }) => {
    const client = await aClient(EVERYONE_ONLY);
    const { structuredContent, content } = await client.callTool({ name, arguments: given });
    expect(structuredContent).toEqual(result);
    expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
  });

  it.each(PROGRAM_CALLS)('say in a sentence what is wrong with a call: $name', async ({ name, bad, problem }) => {
    const client = await aClient(EVERYONE_ONLY);
    expect(await client.callTool({ name, arguments: bad })).toEqual({
      isError: true,
      content: [{ type: 'text', text: problem }],
    });
  });

  it('see with the eyes of whom they serve', async () => {
    const asked = { name: 'ask', arguments: { question: '星野云2020年的营收是多少？' } };
    const [narrow, whole] = [await aClient(EVERYONE_ONLY), await aClient(OPERATOR)];
    const { structuredContent } = await narrow.callTool(asked);
    expect(structuredContent).toMatchObject({ status: 'not_found', claims: [] });
    expect(JSON.stringify(structuredContent)).not.toContain('47');
    expect((await whole.callTool(asked)).structuredContent).toMatchObject({
      answer: '星野云的营收在2020年为47亿元。',
      claims: [{ citations: [{ report: house.ids.boards, page: null, paragraph: 1 }] }],
    });
    expect(await narrow.callTool({ name: 'page', arguments: { report: 'board', number: 1 } })).toEqual({
      isError: true,
      content: [{ type: 'text', text: 'No report is called board; `reports` lists what there is.' }],
    });
  });

  it('say nothing of what went wrong inside but a number, under which the log says more', async () => {
    const client = await aClient(EVERYONE_ONLY, {
      search: () => Promise.reject(new Error('secret detail')),
      check: () => Promise.reject(new OverloadError('busy', 'too many')),
    });
    const failed = await client.callTool({ name: 'search', arguments: { question: '云' } });
    const [, id] = /Something went wrong.*: ([\w-]{36})/u.exec(JSON.stringify(failed.content)) ?? [];
    expect([failed.isError, log.at(-1)?.split('\n')[0]]).toEqual([true, `[${id}] Error: secret detail`]);
    expect(await client.callTool({ name: 'check', arguments: { draft: '云市场增长了3%。' } })).toEqual({
      isError: true,
      content: [
        {
          type: 'text',
          text: `${WORDS.en.busy} ${WORDS.en.overloadHint}`,
        },
      ],
    });
  });

  it('are those that there are', async () => {
    const client = await aClient(EVERYONE_ONLY);
    await expect(client.callTool({ name: 'delete', arguments: {} })).rejects.toThrow('There is no tool delete.');
  });

  it('give up what nobody waits for any more', async () => {
    const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()];
    const client = await aClient(EVERYONE_ONLY, {
      answer: (_question, { signal }) => {
        begun.resolve();
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => {
            ended.resolve(signal.reason);
            reject(new Error('ended'));
          }),
        );
      },
    });
    const giving = new AbortController();
    const asked = client.callTool({ name: 'ask', arguments: { question: '云？' } }, undefined, {
      signal: giving.signal,
    });
    await begun.promise;
    giving.abort('enough');
    await expect(asked).rejects.toThrow('enough');
    expect(await ended.promise).toBe('enough');
    expect(log.filter((line) => line.includes('ended'))).toEqual([]);
  });
});

describe('the resources', () => {
  it('are the reports that are seen, each with its outline, and their pages', async () => {
    const client = await aClient(EVERYONE_ONLY);
    expect(await client.listResources()).toEqual({
      resources: [
        {
          uri: `footnote://report/${house.ids.cloud}`,
          name: 'cloud.pdf',
          title: '云市场月报',
          description: 'sections with their pages; 2020-12-31',
          mimeType: 'application/json',
        },
      ],
    });
    expect((await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'footnote://report/{id}/page/{number}',
    ]);
    const read = async (uri: string) => (await client.readResource({ uri })).contents;
    expect(await read(`footnote://report/${house.ids.cloud}`)).toEqual([
      {
        uri: `footnote://report/${house.ids.cloud}`,
        mimeType: 'application/json',
        text: JSON.stringify({
          report: house.ids.cloud,
          sections: ['云市场概览', '市场份额', '展望'].map((heading, at) => ({
            path: [heading],
            pageStart: 7 + at,
            pageEnd: 7 + at,
          })),
        }),
      },
    ]);
    expect(await read(`footnote://report/${house.ids.cloud}/page/3`)).toEqual([
      {
        uri: `footnote://report/${house.ids.cloud}/page/3`,
        mimeType: 'text/plain',
        text: '展望\n分析师预计2021年云服务支出将增长两成。',
      },
    ]);
  });

  it('that are not there, or not for the reader, are refused in one way', async () => {
    const client = await aClient(EVERYONE_ONLY);
    const { cloud, boards } = house.ids;
    for (const [uri, problem] of [
      [`footnote://report/${boards}`, `No report has the id ${boards}.`],
      ['footnote://report/ffff', 'No report has the id ffff.'],
      [`footnote://report/${boards}/page/1`, `No report is called ${boards}; \`reports\` lists what there is.`],
      [`footnote://report/${cloud}/page/4`, '云市场月报 has no such page: its pages are 7 to 9.'],
      ['file:///etc/passwd', 'No resource is called file:///etc/passwd.'],
    ] as const)
      await expect(client.readResource({ uri })).rejects.toThrow(problem);
    await expect(client.listResources({ cursor: 'x' })).rejects.toThrow('This cursor is none that was given.');
  });
});
