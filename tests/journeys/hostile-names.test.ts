import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTING } from '../support/hostile-text.ts';
import { runFootnoteSet } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const TRICK = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e';
/** What a text file may hold of it: with control characters it is refused. */
const TURNS = '\u202e\u2066\u2028\u200b';
/** A name that prints a line of the program's own, when it is printed as it is. */
const FILE = `云\u001b[31m\nAdded passwords.txt.\r\u202e报告 <!channel>.txt`;
const REPORT = [
  `云市场${TURNS}月报`,
  '',
  `第三季度，亚马逊${TURNS}云的市占率为32%。`,
  '',
  '微软的市占率为19%。',
  '',
].join('\n');
const LINK_SECRET = 'k7f3m9q2x5w8z1b4n6v0-hunter2-secret';

describe('reports whose names and texts would act on a terminal', () => {
  it('are printed as text by every command, line by line, and the secrets of the settings are not', async () => {
    const [index, files] = [aTemporaryFolder(), aTemporaryFolder()];
    writeFileSync(join(files, FILE), REPORT);
    writeFileSync(join(files, 'empty\u001b[8m.txt'), '');
    const question = {
      id: 'a\u001b[1m',
      type: 'fact\u001b[7m',
      question: `${TRICK}微软的市占率？`,
      answers: [['99%']],
    };
    writeFileSync(join(index, 'questions.jsonl'), `${JSON.stringify(question)}\n`);
    const run = (...args: string[]) => runFootnoteSet({ LINK_SECRET }, index, ...args);
    const said = [];
    for (const args of [
      ['ingest', files],
      ['reports'],
      ['outline'],
      ['outline', '--json'],
      ['outline', `no${TRICK}`],
      ['ask', `${TRICK}亚马逊云的市占率是多少？`],
      ['ask', '--json', `${TRICK}谷歌的市占率是多少？`],
      ['search', '亚马逊云的市占率'],
      ['check', `微软的市占率为${TRICK}29%。${LINK_SECRET}`],
      ['check', '--json', `微软的市占率为29%。${LINK_SECRET}`],
      ['summarize', '整份报告'],
      ['eval', 'questions.jsonl'],
      ['ask', `--no${TRICK}`],
      ['remove', FILE],
    ]) {
      const { stdout, stderr } = await run(...args);
      said.push({ args, stdout, stderr });
    }
    const all = said.map(({ args, stdout, stderr }) => ({ args, text: stdout + stderr }));
    expect(all.filter(({ text }) => ACTING.test(text))).toEqual([]);
    expect(all.filter(({ text }) => text.includes(LINK_SECRET) || /^(?:Added passwords|Added x)/mu.test(text))).toEqual(
      [],
    );
    expect(said[0]?.stderr).toContain('Added 云市场\\u{202e}\\u{2066}');
    expect(
      said
        .filter(({ args }) => args.includes('--json'))
        .map(({ stdout }) =>
          stdout
            .trim()
            .split('\n')
            .map((line): unknown => typeof JSON.parse(line)),
        ),
    ).not.toContain('string');
  });
});
