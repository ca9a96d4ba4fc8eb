import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, it, onTestFinished } from 'vitest';
import { anIndexOfSample } from '../support/an-index-of-sample.ts';
import { PROGRAM_CALLS } from '../support/program-calls.ts';
import { footnoteCommand, startFootnote } from '../support/run-footnote.ts';

const REPORT = 'cloud-market-2020';
const QUESTION = '2020年第三季度亚马逊云的市占率是多少？';
const SAID = '亚马逊云（Amazon Web Services，简称AWS）仍然排在首位，第三季度市占率为32%';

/** What each tool is called with, and what is right of its result. */
const CALLS: Record<string, [given: Record<string, unknown>, right: object]> = {
  ask: [
    { question: QUESTION },
    { status: 'answered', answer: SAID, claims: [{ citations: [{ page: 1, quote: SAID }] }] },
  ],
  search: [{ question: QUESTION, limit: 1, reports: [REPORT] }, { hits: [{ page: 1 }] }],
  check: [{ draft: '2020年第三季度亚马逊云的市占率为30%。' }, { claims: [{ verdict: 'contradicted' }] }],
  verify: [
    { claim: SAID, quotes: [SAID] },
    { degree: 'verbatim', shown: true },
  ],
  summarize: [{ request: '总结一下全球市场' }, { status: 'summarised' }],
  figures: [{ words: '亚马逊云 市占率', limit: 1 }, { figures: [{ value: { text: '32%' } }] }],
  reports: [{}, { reports: [{ file: 'cloud-market-2020.pdf', pages: 6 }] }],
  page: [
    { report: REPORT, quote: SAID },
    { page: 1, number: 2, pages: 6 },
  ],
};

it('serves an agent over standard input and output: every tool, pages, and words for what is wrong', async () => {
  const folder = await anIndexOfSample();
  const transport = new StdioClientTransport({ ...footnoteCommand(folder, 'mcp'), stderr: 'pipe' });
  let complaints = '';
  transport.stderr?.on('data', (data) => (complaints += String(data)));
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());

  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(Object.keys(CALLS));
  for (const [name, [given, right]] of Object.entries(CALLS)) {
    const { structuredContent } = await client.callTool({ name, arguments: given });
    expect(structuredContent).toMatchObject(right);
  }
  for (const { name, bad, problem } of PROGRAM_CALLS.filter((call) => call.name !== 'page'))
    expect(await client.callTool({ name, arguments: bad })).toEqual({
      isError: true,
      content: [{ type: 'text', text: problem }],
    });
  const { resources } = await client.listResources();
  const { contents } = await client.readResource({ uri: `${resources[0]?.uri}/page/2` });
  expect(contents).toMatchObject([{ mimeType: 'text/plain', text: expect.stringContaining(SAID) }]);
  expect(complaints).toBe('');
});

it('answers what it was asked before its input ended, says nothing else there, and ends', async () => {
  const child = startFootnote(await anIndexOfSample(), 'mcp');
  let [out, complaints] = ['', ''];
  child.stdout?.on('data', (data) => (out += String(data)));
  child.stderr?.on('data', (data) => (complaints += String(data)));
  const call = { method: 'tools/call', params: { name: 'ask', arguments: { question: QUESTION } } };
  child.stdin?.end(`no JSON\n${JSON.stringify({ jsonrpc: '2.0', id: 7, ...call })}\n`);
  await once(child, 'close');
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([{ jsonrpc: '2.0', id: 7, result: { structuredContent: { answer: SAID } } }]);
  expect(complaints).toMatch(/^What came in was not read: .+\n$/u);
  expect(child.exitCode).toBe(0);
});
