import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anIndexOfSample, SAMPLE_PDF } from '../support/an-index-of-sample.ts';
import { runFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');

describe('the command line', () => {
  it('takes a report in and answers from it, in words and in JSON', async () => {
    const folder = aTemporaryFolder();
    expect(await runFootnote(folder, 'ingest', SAMPLE_PDF)).toEqual({
      status: 0,
      stdout: '',
      stderr:
        'Added 2020年云基础设施市场报告 (cloud-market-2020.pdf, 6 pages): 10 lines removed as headers, footers and ' +
        'page numbers.\n',
    });
    const asked = await runFootnote(folder, 'ask', '2020年第三季度亚马逊云的市占率是多少？');
    expect(asked.stdout).toContain('市占率为32%');
    expect(asked.stdout).toContain('第 1 页');
    const { stdout } = await runFootnote(folder, 'ask', '--json', '2020年第三季度亚马逊云的市占率是多少？');
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toMatchObject({
      status: 'answered',
      claims: [
        {
          citations: [
            {
              reportTitle: '2020年云基础设施市场报告',
              section: ['全球市场', '第三季度：支出再创新高', '四家服务商拿走近三分之二'],
              page: 1,
            },
          ],
        },
      ],
    });
  });

  it('answers rows from a file in order, each with its id, and the last of several turns', async () => {
    const folder = await anIndexOfSample();
    const rows = [
      { id: 'a', question: '微软Azure的份额' },
      { id: 2, turns: ['微软呢？', '阿里云的份额'] },
    ];
    writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const { stdout } = await runFootnote(folder, 'ask', '--json', '--file', 'rows.jsonl');
    const answers = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 'a', question: '微软Azure的份额' },
      { id: 2, question: '阿里云的份额' },
    ]);
  });

  it('prints a page by the number that citations give, and says which there are', async () => {
    const folder = await anIndexOfSample();
    const { stdout } = await runFootnote(folder, 'page', 'cloud-market-2020', '1');
    expect(stdout).toContain('仍然排在首位，第三季度市占率为32%');
    const { stdout: json } = await runFootnote(folder, 'page', 'cloud-market-2020', '1', '--json');
    expect(JSON.parse(json)).toMatchObject({ report: '6b6f1915415a', page: 1, number: 2, pages: 6 });
    expect(await runFootnote(folder, 'page', 'cloud-market-2020', '99')).toEqual({
      status: 1,
      stdout: '',
      stderr: '2020年云基础设施市场报告 has no such page: its pages are [1] to 5.\n',
    });
  });

  it('refuses what is too long with a sentence, a row of a file as that row alone', async () => {
    const folder = await anIndexOfSample();
    const long = '市占率'.repeat(13_000);
    const error = '问题太长了：有 39000 个字符，最多 2000 个。请缩短；要核对一段文字，请用“核对事实”。';
    for (const command of ['ask', 'search', 'summarize'])
      expect(await runFootnote(folder, command, long)).toEqual({ status: 2, stdout: '', stderr: `${error}\n` });
    writeFileSync(
      join(folder, 'rows.jsonl'),
      [
        { id: 1, question: long },
        { id: 2, question: '阿里云的份额' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    const rows = async (command: string) =>
      (await runFootnote(folder, command, '--json', '--file', 'rows.jsonl')).stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
    expect(await rows('ask')).toMatchObject([
      { id: 1, status: 'not_found', claims: [], error },
      { id: 2, status: 'answered' },
    ]);
    expect(await rows('search')).toMatchObject([
      { id: 1, hits: [], error },
      { id: 2, question: '阿里云的份额' },
    ]);
  });

  it('says of a refused question what the reports lack', async () => {
    const folder = await anIndexOfSample();
    const { stdout } = await runFootnote(folder, 'ask', '2021年第一季度亚马逊云的市占率是多少？');
    expect(stdout.split('\n')[0]).toBe('报告里没有找到答案：最接近的段落说的是 2020 Q3、2019 Q3。');
  });

  it('checks a draft: a mark, a reason and a quote for each claim, and a status when one is contradicted', async () => {
    const folder = await anIndexOfSample();
    const checked = await runFootnote(
      folder,
      'check',
      '2020年第三季度亚马逊云的市占率为32%。微软Azure的份额是29%。你怎么看？',
    );
    expect(checked.status).toBe(1);
    expect(checked.stdout.split('\n').filter((line) => /^[✓✗?]/u.test(line))).toEqual([
      '✓ 2020年第三季度亚马逊云的市占率为32%。',
      '✗ 微软Azure的份额是29%。',
    ]);
    expect(checked.stdout).toContain('没有可以核对的内容：\n  - 你怎么看？');
    expect(await runFootnote(folder, 'check', '你好！')).toMatchObject({ status: 2 });
    writeFileSync(
      join(folder, 'rows.jsonl'),
      '{"id": "a", "claim": "亚马逊云第三季度市占率为32%。"}\n{"id": 2, "claim": ""}\n',
    );
    const { stdout } = await runFootnote(folder, 'check', '--json', '--file', 'rows.jsonl');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      // The sentence, and the row that says the same.
      { id: 'a', verdict: 'supported', citations: [{ page: 1 }, { page: 1 }], differences: [] },
      { id: 2, verdict: 'not_found', citations: [], differences: [] },
    ]);
  });

  it('finds nothing for a row without a question, and goes on with the next', async () => {
    const folder = await anIndexOfSample();
    writeFileSync(join(folder, 'rows.jsonl'), '{"id": 1, "question": ""}\n{"id": 2, "question": "阿里云的份额"}\n');
    const { stdout } = await runFootnote(folder, 'search', '--json', '--file', 'rows.jsonl');
    const hits = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).hits.length > 0);
    expect(hits).toEqual([false, true]);
  });

  it('evaluates a set of questions: a table, and what went wrong', async () => {
    const folder = await anIndexOfSample();
    const rows = [
      {
        id: 'share',
        type: 'fact',
        question: '2020年第三季度亚马逊云的市占率是多少？',
        answers: [['32%']],
        evidence: [{ quote: '第三季度市占率为32%' }],
      },
      { id: 'wrong', type: 'fact', question: '2020年第三季度亚马逊云的市占率是多少？', answers: [['99%']] },
      { id: 'later', type: 'not there', question: '2021年第一季度亚马逊云的市占率是多少？', answerable: false },
    ];
    writeFileSync(join(folder, 'questions.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const { status, stdout } = await runFootnote(folder, 'eval', '.');
    expect(status).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, 4)
        .map((line) => line.replaceAll(/\s+/gu, ' ')),
    ).toEqual([
      'type questions right wrong refused cited',
      'fact 2 1 1 0 1 ██████████░░░░░░░░░░ 50 %',
      'not there 1 1 0 0 0 ████████████████████ 100 %',
      'all 3 2 1 0 1 █████████████░░░░░░░ 67 %',
    ]);
    expect(stdout).toContain('  wrong wrong, lacks 99%: 2020年第三季度亚马逊云的市占率是多少？\n      answered: ');
    const json: unknown = JSON.parse((await runFootnote(folder, 'eval', '--json', 'questions.jsonl')).stdout);
    expect(json).toMatchObject({
      all: { questions: 3, right: 2, wrong: 1, refused: 0, cited: 1 },
      questions: [
        { id: 'share', verdict: 'right' },
        { id: 'wrong', lacking: ['99%'] },
        { id: 'later', verdict: 'rightly refused' },
      ],
    });
    expect(await runFootnote(folder, 'eval', 'nowhere')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'nowhere: there is no such file or folder; give a set of questions (docs/evaluation.md).\n',
    });
  });

  it('summarizes a section in words, in JSON and as a chart, and says what to do when none fits', async () => {
    const folder = await anIndexOfSample();
    const said = await runFootnote(folder, 'summarize', '四家服务商份额那一小节', '--chart', 'shares.png');
    expect([said.status, said.stderr]).toEqual([0, '']);
    const heading = '全球市场 › 第三季度：支出再创新高 › 四家服务商拿走近三分之二';
    const [first = '', ...points] = said.stdout.split('\n\n');
    expect(first).toBe(`2020年云基础设施市场报告 · ${heading} · 第 1 页`);
    expect(points.join('\n\n')).toMatch(/^• .*（第|• .*\(第 1 页\)/u);
    expect(readFileSync(join(folder, 'shares.png')).subarray(1, 4).toString()).toBe('PNG');
    writeFileSync(
      join(folder, 'rows.jsonl'),
      '{"id": "a", "request": "整份报告", "length": "brief"}\n{"id": "b", "request": "足球那篇"}\n',
    );
    const rows = (await runFootnote(folder, 'summarize', '--json', '--file', 'rows.jsonl')).stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(rows).toMatchObject([
      {
        id: 'a',
        status: 'summarised',
        length: 'brief',
        section: { path: [], pageStart: '[1]', pageEnd: 5 },
        coverage: { tables: 2 },
      },
      { id: 'b', status: 'not_found', points: [] },
    ]);
    expect((await runFootnote(folder, 'summarize')).status).toBe(2);
  });

  it('names file, line and fault of a row that is none', async () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'rows.jsonl'), '{"id": 1, "question": "?"}\nnot json\n');
    expect(await runFootnote(folder, 'ask', '--file', 'rows.jsonl')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'rows.jsonl, line 2: is not JSON.\n',
    });
  });

  it('refuses the bad files of a folder one by one, takes the good ones, and says so in its status', async () => {
    const [folder, files] = [aTemporaryFolder(), aTemporaryFolder()];
    writeFileSync(join(files, 'good.txt'), '云市场在增长。');
    writeFileSync(join(files, 'bad.txt'), '');
    writeFileSync(join(files, 'sheet.xlsx'), 'x');
    const { status, stderr } = await runFootnote(folder, 'ingest', files, join(files, 'missing.txt'));
    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'Added good (good.txt): title guessed.',
      `Refused: ${join(files, 'missing.txt')}: there is no such file or folder; check the path.`,
      'Refused: bad.txt: is empty; there is nothing to index.',
      'Refused: sheet.xlsx: is no Excel workbook, whatever its name says; save the report as one, or as PDF or text.',
      '',
    ]);
  });

  it('leaves a report when its new version is refused, replaces it by a good one, skips the same one', async () => {
    const [folder, files] = [aTemporaryFolder(), aTemporaryFolder()];
    const path = join(files, 'report.txt');
    const texts = async () =>
      (await runFootnote(folder, 'search', '--json', '份额')).stdout.match(/"text":"([^"]*)"/u)?.[1];
    writeFileSync(path, '甲的份额是一成。');
    await runFootnote(folder, 'ingest', path);
    writeFileSync(path, '');
    const refused = await runFootnote(folder, 'ingest', path);
    const kept = await texts();
    writeFileSync(path, '甲的份额是两成。');
    await runFootnote(folder, 'ingest', path);
    const again = await runFootnote(folder, 'ingest', path);
    expect([refused.status, kept, await texts(), again.stderr]).toEqual([
      1,
      '甲的份额是一成。',
      '甲的份额是两成。',
      `Unchanged: ${path}.\n`,
    ]);
  });

  it('lists, outlines and removes reports by file name', async () => {
    const folder = await anIndexOfSample();
    const listed = await runFootnote(folder, 'reports', '--json');
    const outlined = await runFootnote(folder, 'outline', '--json');
    await runFootnote(folder, 'remove', 'cloud-market-2020');
    expect(JSON.parse(listed.stdout)).toMatchObject({
      reports: [{ file: 'cloud-market-2020.pdf', pages: 6, sections: 15 }],
    });
    expect(JSON.parse(outlined.stdout).sections.slice(0, 2)).toEqual([
      { path: ['全球市场'], pageStart: 1, pageEnd: 2 },
      { path: ['全球市场', '第三季度：支出再创新高'], pageStart: 1, pageEnd: 1 },
    ]);
    expect((await runFootnote(folder, 'reports')).stderr).toBe(
      'The index holds no report: `footnote ingest FILE` takes one in.\n',
    );
  });

  it('describes a report as a person says, refuses a date that there is not, and keeps what was said', async () => {
    const [folder, files] = [aTemporaryFolder(), aTemporaryFolder()];
    const path = join(files, 'scan-0042.txt');
    writeFileSync(path, '甲的份额是一成，这一年没有变化。');
    await runFootnote(folder, 'ingest', path);
    const refused = await runFootnote(folder, 'describe', 'scan-0042', '--date', '2021-02-30');
    await runFootnote(folder, 'describe', 'scan-0042', '--title', '份额周报', '--date', '2021-02');
    await runFootnote(folder, 'remove', 'scan-0042');
    await runFootnote(folder, 'ingest', path);
    const listed = await runFootnote(folder, 'reports', '--json');
    expect([refused.status, refused.stderr]).toEqual([
      1,
      '--date: say YYYY-MM-DD, YYYY-MM or YYYY, a day that there is\n',
    ]);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      reports: [{ title: '份额周报', publishedOn: '2021-02', described: ['title', 'publishedOn'], notes: [] }],
    });
  });

  it('takes a report in for some, keeps it so in a new edition, and shows and changes who may see it', async () => {
    const [folder, files] = [aTemporaryFolder(), aTemporaryFolder()];
    const path = join(files, 'plan.txt');
    writeFileSync(path, '甲将收购乙。');
    await runFootnote(folder, 'ingest', path, '--channel', 'C1', '--person', 'U1', 'T2/U2');
    writeFileSync(path, '甲已收购乙。');
    await runFootnote(folder, 'ingest', path);
    const kept = await runFootnote(folder, 'audience', 'plan', '--json');
    const changed = await runFootnote(folder, 'audience', 'plan', '--group', 'S1');
    await runFootnote(folder, 'ingest', path, '--group', 'S2');
    const named = await runFootnote(folder, 'audience', 'plan');
    expect(JSON.parse(kept.stdout)).toMatchObject({
      audience: { channels: ['C1'], userGroups: [], people: ['T2/U2', 'U1'] },
    });
    expect([changed, named].map(({ stdout }) => stdout)).toEqual([
      'plan (plan.txt) is shown to user group S1.\n',
      'plan (plan.txt) is shown to user group S2.\n',
    ]);
  });

  it('lists every problem of the settings at once', async () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=abc\nBASE_URL=nowhere\n');
    const { status, stderr } = await runFootnote(folder, 'reports');
    expect(status).toBe(1);
    expect(stderr).toMatch(/BASE_URL: .*\n.*SLACK_BOT_TOKEN: must begin with xoxb-/u);
  });

  it('ships samples that are all taken in', async () => {
    const samples = readdirSync(SAMPLES)
      .filter((name) => /\.(?:pdf|txt)$/u.test(name))
      .map((name) => join(SAMPLES, name));
    const { status, stderr } = await runFootnote(aTemporaryFolder(), 'ingest', ...samples);
    expect([status, stderr.match(/^Added/gmu)?.length]).toEqual([0, 3]);
  });
});
