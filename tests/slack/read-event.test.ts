import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/slack/intake/read-command.ts';
import { readEvent } from '../../src/slack/intake/read-event.ts';
import { isRequest, readIntent } from '../../src/slack/intake/read-intent.ts';

const BOT = 'UBOT';

/** Whether something is for the bot; `thread` is one in which it answered, unless said otherwise. */
async function isForBot(event: Record<string, unknown>, { wasAnswered = true } = {}): Promise<boolean> {
  const facts = { botUserId: () => Promise.resolve(BOT), wasAnswered: () => Promise.resolve(wasAnswered) };
  const body = {
    type: 'event_callback',
    team_id: 'T1',
    event: { type: 'message', channel: 'C1', channel_type: 'channel', ts: '2', user: 'U1', text: '微软呢？', ...event },
  };
  return (await readEvent(body, facts)) !== undefined;
}

describe('what is for the bot', () => {
  it.each([
    ['what is written to it directly', { channel: 'D1', channel_type: 'im', text: '你好' }, true],
    ['a mention', { text: `<@${BOT}> 你好` }, true],
    ['a mention by its label', { text: `<@${BOT}|footnote> 你好` }, true],
    ['a question in a thread where it answered', { thread_ts: '1' }, true],
    ['a request in a thread where it answered', { thread_ts: '1', text: '总结一下云计算' }, true],
    ['a remark in a thread where it answered', { thread_ts: '1', text: '我觉得不错' }, false],
    ['a question to somebody else in that thread', { thread_ts: '1', text: '<@U2> 你怎么看？' }, false],
    ['a question to a group in that thread', { thread_ts: '1', text: '<!subteam^S1> 你们怎么看？' }, false],
    ['a question in the channel', {}, false],
    ["another bot's message", { thread_ts: '1', bot_id: 'B2' }, false],
    ['somebody joining', { subtype: 'channel_join' }, false],
    ['a question to another bot', { text: '<@UOTHERBOT> 微软呢？', thread_ts: '1' }, false],
  ])('%s', async (_, event, expected) => {
    expect(await isForBot(event)).toBe(expected);
  });

  it('not a question in a thread where it never answered', async () => {
    expect(await isForBot({ thread_ts: '1' }, { wasAnswered: false })).toBe(false);
  });

  it('an edit that changes the words, not one that adds a preview', async () => {
    const edit = (text: string) =>
      isForBot({
        subtype: 'message_changed',
        message: { ts: '1', user: 'U1', text, edited: { ts: '3' } },
        previous_message: { text: `<@${BOT}> a` },
      });
    expect([await edit(`<@${BOT}> b`), await edit(`<@${BOT}> a`)]).toEqual([true, false]);
  });
});

describe('what a text wants', () => {
  it.each([
    ['亚马逊云的市占率是多少？', 'ask', '亚马逊云的市占率是多少？'],
    ['总结一下供应这一节', 'summarize', '总结一下供应这一节'],
    ['Please summarize the cloud section', 'summarize', 'Please summarize the cloud section'],
    ['核对：亚马逊份额为50%。', 'check', '亚马逊份额为50%。'],
    ['check: AWS has 50%.', 'check', 'AWS has 50%.'],
    ['check the revenue of AWS', 'ask', 'check the revenue of AWS'],
  ])('%s', (text, intent, rest) => {
    expect(readIntent(text)).toEqual({ intent, text: rest });
  });

  it.each([
    ['greet', ['hi', 'Hello there!', '你好呀', '你能做什么？', 'What can you do?']],
    ['thank', ['谢谢！', '好的', 'Thanks a lot', 'ok']],
    [
      'ask',
      [
        '你好，亚马逊云的市占率是多少？',
        'hi, who leads?',
        'thanks, and Google?',
        '谢谢，微软呢？',
        'What can you do with HBM?',
        '好的公司有哪些',
      ],
    ],
  ])('a word in return, or an answer: %s', (intent, texts) => {
    expect(texts.map((text) => readIntent(text).intent)).toEqual(texts.map(() => intent));
  });

  it.each([
    ['谢谢', false],
    ['你好', false],
    ['好的', false],
    ['I see, thanks', false],
    ['微软呢？', true],
    ['And what about Google', true],
    ['一共几家', true],
    ['几乎没有变化', false],
  ])('%s asks: %s', (text, expected) => {
    expect(isRequest(text)).toBe(expected);
  });
});

describe('what a slash command wants', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['help', { kind: 'help' }],
    ['报告', { kind: 'reports' }],
    ['ask Who leads?', { kind: 'work', intent: 'ask', text: 'Who leads?' }],
    ['Who leads?', { kind: 'work', intent: 'ask', text: 'Who leads?' }],
    ['summarize the cloud section', { kind: 'work', intent: 'summarize', text: 'the cloud section' }],
    ['check AWS has 50%.', { kind: 'work', intent: 'check', text: 'AWS has 50%.' }],
    ['check', { kind: 'empty' }],
    ['helpful reports on clouds', { kind: 'work', intent: 'ask', text: 'helpful reports on clouds' }],
  ])('%s', (text, wanted) => {
    expect(readCommand(text)).toEqual(wanted);
  });
});
