import { once } from 'node:events';
import { expect, it } from 'vitest';
import { anIndexOfSample } from '../support/an-index-of-sample.ts';
import { startFootnote } from '../support/run-footnote.ts';

/** Types lines, one after the other, and gives what was printed at the end. */
async function chats(folder: string, args: string[], ...lines: string[]): Promise<{ said: string; printed: string }> {
  const child = startFootnote(folder, 'chat', ...args);
  let [said, printed] = ['', ''];
  child.stdout?.on('data', (data) => (printed += String(data)));
  child.stderr?.on('data', (data) => (said += String(data)));
  child.stdin?.end(lines.map((line) => `${line}\n`).join(''));
  await once(child, 'close');
  return { said, printed };
}

it('a conversation answers, takes follow-ups along, and shows the page of a quote with the quote marked', async () => {
  const folder = await anIndexOfSample();
  const { printed, said } = await chats(
    folder,
    [],
    '2020年第三季度亚马逊云的市占率是多少？',
    '1',
    '微软呢？',
    '/new',
    '1',
    '/reports',
    '/fly',
    '/quit',
    'not read any more',
  );
  const [first = '', page = '', ...after] = printed.split(/(?<=\n)\n(?=2020年云基础设施市场报告 · |微软)/u);
  expect([first.includes('市占率为32%'), page.includes('第 1 页'), page.includes('»'), page.includes('«')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(after.join('').includes('19%')).toBe(true);
  expect(printed.trimEnd().endsWith('2020年云基础设施市场报告  (cloud-market-2020.pdf)')).toBe(true);
  expect(said.trimEnd().split('\n')).toEqual([
    'What would you like to know? /help lists what else can be typed.',
    'Begun anew.',
    'The last answer has no [1].',
    'There is no /fly: /help lists what there is.',
  ]);
});

it('a conversation about one report names it, and says which there are when it is none', async () => {
  const folder = await anIndexOfSample();
  const { said } = await chats(folder, ['--report', 'none'], '你好');
  expect(said).toContain('No report is called none.');
});
