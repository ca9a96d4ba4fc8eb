import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWebServer } from '../support/web.ts';

const QUESTION = '亚马逊云的市占率？';

describe('what somebody takes along', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  beforeEach(async () => {
    web = await aWebServer();
  });
  afterEach(() => web.close());

  async function get(path: string, form?: Record<string, string>) {
    const response = await fetch(web.url + path, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
    const { status, headers } = response;
    return {
      status,
      type: headers.get('content-type'),
      name: headers.get('content-disposition'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }
  async function anAnswer(after = ''): Promise<string> {
    const asked = await fetch(`${web.url}/?q=${encodeURIComponent(QUESTION)}&after=${after}`, { redirect: 'manual' });
    return asked.headers.get('location') ?? '';
  }

  it('is an answer with report, section, page and quote under each sentence, as text and Markdown', async () => {
    const address = await anAnswer();
    const [text, markdown] = [await get(`${address}.txt`), await get(`${address}.md`)];
    expect([text.type, text.name, text.bytes.toString()]).toEqual([
      'text/plain; charset=utf-8',
      null,
      [
        QUESTION,
        'Footnote 回答于 2026-03-01；每句的脚注写明报告、章节、页码和原文。',
        '',
        '亚马逊云的市占率为32%。 [1]',
        '',
        '微软的市占率为19%，谷歌为7%。 [2]',
        '',
        '[1] 《云市场月报》，云市场概览 · 第 8 页：“亚马逊云的市占率为32%。”',
        '[2] 《云市场月报》，云市场概览 · 第 8 页：“微软的市占率为19%，谷歌为7%。”',
        '',
      ].join('\n'),
    ]);
    expect([markdown.type, markdown.name?.endsWith('.md"'), markdown.bytes.toString().includes('32%。[^1]')]).toEqual([
      'text/markdown; charset=utf-8',
      true,
      true,
    ]);
  });

  it('is a conversation with its questions as headings', async () => {
    const next = await anAnswer((await anAnswer()).slice('/answers/'.length));
    const { bytes } = await get(`${next}.md?conversation`);
    expect(bytes.toString().match(/^#+ .*$/gmu)).toEqual([`# 对话：${QUESTION}`, `## ${QUESTION}`, `## ${QUESTION}`]);
  });

  it('is an answer, a summary or a check as a file for Word and as PDF', async () => {
    const address = await anAnswer();
    const files = await Promise.all([
      get(`${address}.docx`),
      get(`${address}.pdf`),
      get('/summary', { q: '云市场概览', format: 'pdf' }),
      get('/check', { draft: '亚马逊云的市占率为19%。', format: 'docx' }),
    ]);
    const id = address.slice('/answers/'.length, '/answers/'.length + 8);
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(files.map(({ type, name, bytes }) => [type, name, bytes.subarray(0, 4).toString('latin1')])).toEqual([
      [word, `attachment; filename="footnote-${id}.docx"`, 'PK\u0003\u0004'],
      ['application/pdf', `attachment; filename="footnote-${id}.pdf"`, '%PDF'],
      ['application/pdf', 'attachment; filename="footnote-summary.pdf"', '%PDF'],
      [word, 'attachment; filename="footnote-check.docx"', 'PK\u0003\u0004'],
    ]);
  });

  it('is nothing for an answer that is none, and for another ending', async () => {
    const statuses = [await get('/answers/0123456789abcdef.pdf'), await get(`${await anAnswer()}.exe`)];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404]);
  });
});
