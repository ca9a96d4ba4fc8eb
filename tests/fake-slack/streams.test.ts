import { describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { aFakeSlack, aListeningBot, call, eventsOf } from './a-fake-slack.ts';

/** A stream that the bot started in answer to a question. */
async function aStream(slack: FakeSlack) {
  const ann = slack.person('ann');
  const question = await ann.mentions(slack.bot, slack.channel('general'), 'Who leads?');
  const start = {
    channel: question.channel,
    thread_ts: question.ts,
    recipient_user_id: ann.id,
    recipient_team_id: slack.team.id,
  };
  const { ts } = await call(slack, 'chat.startStream', start);
  const place = { channel: question.channel, ts };
  return {
    ann,
    question,
    start,
    place,
    append: (text: string) => call(slack, 'chat.appendStream', { ...place, markdown_text: text }),
    message: () => slack.threadOf(question).at(-1),
  };
}

describe('a stream', () => {
  it('grows, and is a message when it stops', async () => {
    const slack = await aFakeSlack();
    const { append, place, message } = await aStream(slack);
    await append('**AWS** leads. ');
    await append('Azure follows.');
    expect(message()).toMatchObject({ text: '**AWS** leads. Azure follows.', stream: { state: 'open' } });
    await call(slack, 'chat.stopStream', { ...place, blocks: [{ type: 'divider' }] });
    expect(message()).toMatchObject({
      text: '**AWS** leads. Azure follows.',
      blocks: [{ type: 'markdown', text: '**AWS** leads. Azure follows.' }, { type: 'divider' }],
    });
    expect(await append('More')).toEqual({ ok: false, error: 'message_not_in_streaming_state' });
  });

  it('dies after its time and takes its text along; the message can be written anew', async () => {
    const slack = await aFakeSlack({ streamSeconds: 300 });
    const { append, place, message } = await aStream(slack);
    await append('AWS leads.');
    slack.advance(299);
    expect(await append(' Azure follows.')).toMatchObject({ ok: true });
    expect(await call(slack, 'chat.update', { ...place, text: 'x' })).toEqual({
      ok: false,
      error: 'streaming_state_conflict',
    });
    slack.advance(2);
    expect(message()?.text).toBe('');
    expect(await append('Google is third.')).toEqual({ ok: false, error: 'message_not_in_streaming_state' });
    expect(await call(slack, 'chat.stopStream', place)).toEqual({ ok: false, error: 'message_not_in_streaming_state' });
    await call(slack, 'chat.update', { ...place, text: 'AWS leads. Azure follows. Google is third.' });
    expect(message()?.text).toBe('AWS leads. Azure follows. Google is third.');
  });

  it('needs to know for whom it is in a channel', async () => {
    const slack = await aFakeSlack();
    const { start } = await aStream(slack);
    expect(await call(slack, 'chat.startStream', { ...start, recipient_team_id: undefined })).toEqual({
      ok: false,
      error: 'missing_recipient_team_id',
    });
    expect(await call(slack, 'chat.startStream', { ...start, recipient_user_id: undefined })).toEqual({
      ok: false,
      error: 'missing_recipient_user_id',
    });
  });

  it('shows tasks, and refuses pieces that are none', async () => {
    const slack = await aFakeSlack();
    const { place, message } = await aStream(slack);
    const task = { type: 'task_update', id: 't', title: 'Reading', status: 'in_progress' };
    await call(slack, 'chat.appendStream', { ...place, chunks: [task] });
    await call(slack, 'chat.appendStream', {
      ...place,
      chunks: [
        { ...task, status: 'complete' },
        { type: 'markdown_text', text: 'Done.' },
      ],
    });
    expect(message()?.blocks).toEqual([
      { type: 'task_card', task_id: 't', title: 'Reading', status: 'complete' },
      { type: 'markdown', text: 'Done.' },
    ]);
    expect(
      await call(slack, 'chat.appendStream', { ...place, chunks: [{ type: 'task_update', id: 't' }] }),
    ).toMatchObject({ error: 'invalid_chunks' });
    expect(await call(slack, 'chat.appendStream', { ...place, markdown_text: 'a'.repeat(12_001) })).toEqual({
      ok: false,
      error: 'msg_too_long',
    });
    expect(await call(slack, 'chat.appendStream', place)).toEqual({ ok: false, error: 'no_text' });
  });

  it('ends when the person stops it, and the bot hears of that', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const { ann, question, place, append, message } = await aStream(slack);
    await append('AWS leads.');
    await ann.stops(question);
    expect(eventsOf(heard).at(-1)).toMatchObject({
      type: 'agent_session_stopped',
      thread_ts: question.ts,
      streaming_message_ts: [place.ts],
      user: ann.id,
    });
    expect([message()?.text, await append('More')]).toEqual([
      'AWS leads.',
      { ok: false, error: 'message_not_in_streaming_state' },
    ]);
  });
});

describe('the agent', () => {
  it('shows its status, a title and prompts', async () => {
    const slack = await aFakeSlack();
    const ann = slack.person('ann');
    const question = await ann.tells(slack.bot, 'Who leads?');
    const place = { channel_id: question.channel, thread_ts: question.ts };
    await call(slack, 'assistant.threads.setStatus', {
      ...place,
      status: 'is reading…',
      loading_messages: ['Reading…'],
    });
    await call(slack, 'assistant.threads.setTitle', { ...place, title: 'Leaders' });
    await call(slack, 'assistant.threads.setSuggestedPrompts', {
      channel_id: question.channel,
      prompts: [{ title: 'Cloud', message: 'Who leads the cloud market?' }],
    });
    await call(slack, 'agents.sessions.setStatus', { ...place, status: 'processing' });
    expect(slack.agentThread(slack.directMessages(ann), question)).toEqual({
      status: 'is reading…',
      loading: ['Reading…'],
      title: 'Leaders',
      session: 'processing',
    });
    expect(slack.agentThread(slack.directMessages(ann))).toEqual({
      prompts: [{ title: 'Cloud', message: 'Who leads the cloud market?' }],
    });
  });

  it.each([
    [
      'assistant.threads.setSuggestedPrompts',
      { prompts: Array.from({ length: 5 }, () => ({ title: 'x', message: 'x' })) },
      'invalid_arguments',
    ],
    ['assistant.threads.setStatus', { thread_ts: '1', status: 'x'.repeat(51) }, 'invalid_arguments'],
    ['agents.sessions.setStatus', { status: 'active' }, 'invalid_thread_ts'],
    ['agents.sessions.setStatus', { thread_ts: '1', status: 'busy' }, 'invalid_arguments'],
    ['agents.sessions.rename', { thread_ts: '1', title: 'x' }, 'session_not_found'],
  ])('is refused %s with %j', async (method, body, error) => {
    const slack = await aFakeSlack();
    const channel_id = slack.directMessages(slack.person('ann')).id;
    expect(await call(slack, method, { channel_id, ...body })).toMatchObject({ ok: false, error });
  });
});
