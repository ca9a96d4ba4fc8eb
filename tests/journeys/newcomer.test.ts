import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aBotInSlack } from '../support/slack-bot.ts';
import { runFootnote, runFootnoteWith, startFootnoteWith } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const QUESTION = '亚马逊云的市占率是多少？';
const NOTHING = '资料库里还没有报告，所以没有可以回答的内容。';

describe('a newcomer', () => {
  it('who asks an empty index is told that it holds no report', async () => {
    const folder = aTemporaryFolder();
    const [asked, json] = [
      await runFootnote(folder, 'ask', QUESTION),
      await runFootnote(folder, 'ask', '--json', QUESTION),
    ];
    expect(asked).toEqual({ status: 0, stdout: `${NOTHING}\nfootnote ingest FILE…   takes reports in\n`, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 'not_found', reason: NOTHING });
  });

  it('who asks in a Slack without reports is told so', async () => {
    const bot = await aBotInSlack({ steps: { reports: () => Promise.resolve([]) } });
    onTestFinished(() => bot.stop());
    await bot.slack.person('ann').tells(bot.slack.bot, QUESTION);
    expect([(await bot.slack.next()).text, bot.asked]).toEqual([NOTHING, []]);
  });

  it('who gives a file to check has what it says checked; one that is no text is refused in words', async () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'cloud.txt'), '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n');
    writeFileSync(join(folder, 'draft.txt'), '亚马逊云的市占率为50%。\n');
    writeFileSync(join(folder, 'draft.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]));
    await runFootnote(folder, 'ingest', 'cloud.txt');
    const [checked, refused] = [
      await runFootnote(folder, 'check', 'draft.txt'),
      await runFootnote(folder, 'check', 'draft.docx'),
    ];
    expect([checked.status, checked.stderr, checked.stdout.includes('50%')]).toEqual([
      1,
      'The draft is what draft.txt says.\n',
      true,
    ]);
    expect([refused.status, refused.stdout, refused.stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^draft\.docx is no text of a draft/u),
    ]);
  });

  it('who starts for the first time sees how far it is, and that a dictionary is built once', async () => {
    const folder = aTemporaryFolder();
    const program = startFootnoteWith({ DICTIONARY_DIR: folder }, folder, 'start');
    onTestFinished(() => void program.kill('SIGKILL'));
    let said = '';
    program.stdout?.on('data', (data) => (said += String(data)));
    await vi.waitFor(() => expect(said).toContain('Footnote is running.'), { timeout: 220_000 });
    expect(said.match(/The bilingual dictionary is built, once: this takes up to a minute\./gu)).toHaveLength(1);
    expect(said).toMatch(/taking in the (\d+) sample reports…[^]*1 of \1 [^]*\1 of \1 /u);
    const again = await runFootnoteWith({ DICTIONARY_DIR: folder }, folder, 'ask', '寒武纪的发行价是多少？');
    expect([again.stdout.includes('64.39'), again.stderr]).toEqual([true, '']);
  });
});
