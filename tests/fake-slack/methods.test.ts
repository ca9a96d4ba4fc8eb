import { describe, expect, it } from 'vitest';
import { identifyBot } from '../../src/adapters/check-slack.ts';
import { aFakeSlack, aListeningBot, call } from './a-fake-slack.ts';

describe('a call of the Web API', () => {
  it.each([
    ['no.such.method', {}, undefined, { error: 'unknown_method' }],
    ['auth.test', {}, 'xoxb-wrong', { error: 'invalid_auth' }],
    ['apps.connections.open', {}, 'xoxb-test', { error: 'not_allowed_token_type' }],
    [
      'chat.postMessage',
      { text: 'x' },
      undefined,
      {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] missing required field: channel [json-pointer:]'] },
      },
    ],
    ['chat.postMessage', { channel: 'CNOWHERE', text: 'x' }, undefined, { error: 'channel_not_found' }],
    ['chat.postMessage', { channel: 'CQUIET', text: 'x' }, undefined, { error: 'not_in_channel' }],
    ['chat.postMessage', { channel: 'CSECRET', text: 'x' }, undefined, { error: 'channel_not_found' }],
    [
      'chat.postEphemeral',
      { channel: 'CGENERAL', user: 'UBEN', text: 'x' },
      undefined,
      { error: 'user_not_in_channel' },
    ],
    ['chat.update', { channel: 'CGENERAL', ts: '1.1', text: 'x' }, undefined, { error: 'message_not_found' }],
    ['conversations.replies', { channel: 'CGENERAL', ts: '1.1' }, undefined, { error: 'thread_not_found' }],
    ['users.info', { user: 'UNOBODY' }, undefined, { error: 'user_not_found' }],
    ['usergroups.users.list', { usergroup: 'SNONE' }, undefined, { error: 'no_such_subteam' }],
    ['files.info', { file: 'F0' }, undefined, { error: 'file_not_found' }],
  ])('is refused: %s %j', async (method, body, token, answer) => {
    const slack = await aFakeSlack();
    slack.person('ben');
    slack.channel('general');
    slack.channel('quiet', { botIsMember: false });
    slack.channel('secret', { kind: 'private', botIsMember: false });
    expect(await call(slack, method, body, token)).toMatchObject({ ok: false, ...answer });
  });

  it('without a token is refused', async () => {
    const slack = await aFakeSlack();
    const response = await fetch(`${slack.origin}/api/auth.test`, { method: 'POST' });
    expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('is told which scopes its token has', async () => {
    const slack = await aFakeSlack();
    const partner = slack.installIn(slack.workspace('Partner'), ['commands', 'chat:write']);
    expect(await identifyBot(partner.token, `${slack.origin}/api/`)).toMatchObject({
      team: 'Partner',
      scopes: ['commands', 'chat:write'],
    });
  });

  it('is refused without the scope, by name', async () => {
    const slack = await aFakeSlack();
    const partner = slack.installIn(slack.workspace('Partner'), ['commands']);
    expect(await call(slack, 'chat.postMessage', { channel: 'C1', text: 'x' }, partner.token)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
  });
});

describe('what the bot writes', () => {
  it('is changed and deleted by it alone', async () => {
    const slack = await aFakeSlack();
    const ann = slack.person('ann');
    const general = slack.channel('general');
    const hers = await ann.says(general, 'Good morning');
    const { ts } = await call(slack, 'chat.postMessage', { channel: general.id, text: 'First' });
    await call(slack, 'chat.update', { channel: general.id, ts, text: 'Second' });
    expect(slack.messagesIn(general).map(({ text }) => text)).toEqual(['Good morning', 'Second']);
    expect(await call(slack, 'chat.update', { channel: general.id, ts: hers.ts, text: 'x' })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
    await call(slack, 'chat.delete', { channel: general.id, ts });
    expect(slack.messagesIn(general)).toEqual([hers]);
  });

  it('keeps its blocks when only the text is changed', async () => {
    const slack = await aFakeSlack();
    const general = slack.channel('general');
    const blocks = [{ type: 'divider' }];
    const { ts } = await call(slack, 'chat.postMessage', { channel: general.id, text: 'First', blocks });
    await call(slack, 'chat.update', { channel: general.id, ts, text: 'Second' });
    expect(slack.messagesIn(general)[0]).toMatchObject({ text: 'Second', blocks });
    await call(slack, 'chat.update', { channel: general.id, ts, text: 'Second', blocks: [] });
    expect(slack.messagesIn(general)[0]?.blocks).toEqual([]);
  });

  it('is seen by one person alone when it is ephemeral, and is in no history', async () => {
    const slack = await aFakeSlack();
    const [ann, ben] = [slack.person('ann'), slack.person('ben')];
    const general = slack.channel('general', { members: [ann, ben] });
    await call(slack, 'chat.postEphemeral', { channel: general.id, user: ann.id, text: 'For you' });
    expect([slack.onlyVisibleTo(ann).length, slack.onlyVisibleTo(ben).length]).toEqual([1, 0]);
    expect(await call(slack, 'conversations.history', { channel: general.id })).toMatchObject({ messages: [] });
  });

  it('stands in a thread, page by page', async () => {
    const slack = await aFakeSlack();
    const general = slack.channel('general');
    const root = await slack.person('ann').says(general, 'Root');
    for (const text of ['one', 'two', 'three'])
      await call(slack, 'chat.postMessage', { channel: general.id, thread_ts: root.ts, text });
    const first = await call(slack, 'conversations.replies', { channel: general.id, ts: root.ts, limit: 3 });
    expect(first).toMatchObject({
      has_more: true,
      messages: [{ text: 'Root', reply_count: 3 }, { text: 'one' }, { text: 'two' }],
    });
    const { response_metadata: next } = first;
    const cursor = typeof next === 'object' && next !== null && 'next_cursor' in next ? next.next_cursor : '';
    expect(
      await call(slack, 'conversations.replies', { channel: general.id, ts: root.ts, limit: 3, cursor }),
    ).toMatchObject({ has_more: false, messages: [{ text: 'three' }] });
  });
});

describe('who is who', () => {
  it('tells guests, people of other workspaces, and channels that are shared with them', async () => {
    const slack = await aFakeSlack();
    const partner = slack.workspace('Partner');
    const [ann, gus, eve] = [
      slack.person('ann'),
      slack.person('gus', { guest: 'single' }),
      slack.person('eve', { team: partner }),
    ];
    const shared = slack.channel('shared', { members: [ann, gus, eve], sharedWith: [partner] });
    expect(await call(slack, 'users.info', { user: gus.id })).toMatchObject({
      user: { is_restricted: true, is_ultra_restricted: true, is_stranger: false },
    });
    expect(await call(slack, 'users.info', { user: eve.id })).toMatchObject({
      user: { team_id: partner.id, is_stranger: true },
    });
    expect(await call(slack, 'conversations.info', { channel: shared.id })).toMatchObject({
      channel: { is_ext_shared: true, shared_team_ids: ['T1', partner.id] },
    });
    expect(await call(slack, 'conversations.members', { channel: shared.id })).toMatchObject({
      members: [ann.id, gus.id, eve.id, slack.bot.userId],
    });
  });

  it('tells the members of a user group', async () => {
    const slack = await aFakeSlack();
    const ann = slack.person('ann');
    const analysts = slack.group('analysts', [ann]);
    expect(await call(slack, 'usergroups.users.list', { usergroup: analysts.id })).toEqual({
      ok: true,
      users: [ann.id],
    });
  });
});

describe('files', () => {
  it('go up in three steps, and come down with the token alone', async () => {
    const slack = await aFakeSlack();
    const general = slack.channel('general');
    const { upload_url: address, file_id: id } = await call(slack, 'files.getUploadURLExternal', {
      filename: 'chart.png',
      length: 3,
    });
    expect(await call(slack, 'files.completeUploadExternal', { files: [{ id }] })).toEqual({
      ok: false,
      error: 'file_not_found',
    });
    await fetch(String(address), { method: 'POST', body: 'abc' });
    await call(slack, 'files.completeUploadExternal', {
      files: [{ id, title: 'Chart' }],
      channel_id: general.id,
      initial_comment: 'See',
    });
    const [message] = slack.messagesIn(general);
    const url = String(message?.files?.[0]?.['url_private_download']);
    const withToken = await fetch(url, { headers: { Authorization: `Bearer ${slack.token}` } });
    const without = await fetch(url);
    expect(message).toMatchObject({
      text: 'See',
      subtype: 'file_share',
      files: [{ name: 'chart.png', title: 'Chart', filetype: 'png', size: 3 }],
    });
    expect([await withToken.text(), without.status, await without.text()]).toEqual([
      'abc',
      200,
      expect.stringContaining('Sign in'),
    ]);
  });
});

describe('a response address', () => {
  it('takes five messages', async () => {
    const slack = await aFakeSlack();
    const { respond } = await aCommand(slack);
    const statuses: number[] = [];
    for (let use = 1; use <= 6; use++) statuses.push((await respond({ text: `${use}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('is good for half an hour', async () => {
    const slack = await aFakeSlack();
    const { respond } = await aCommand(slack);
    slack.advance(29 * 60);
    expect((await respond({ text: 'In time' })).status).toBe(200);
    slack.advance(2 * 60);
    expect(await (await respond({ text: 'Too late' })).json()).toEqual({ ok: false, error: 'expired_url' });
  });

  it('replaces, deletes, and checks what it takes', async () => {
    const slack = await aFakeSlack();
    const { ann, respond } = await aCommand(slack);
    await respond({ text: 'Wait' });
    await respond({ text: 'Done', replace_original: true });
    expect(slack.onlyVisibleTo(ann).map(({ text }) => text)).toEqual(['Done']);
    expect(await (await respond({ blocks: [{ type: 'nothing' }] })).json()).toMatchObject({ error: 'invalid_blocks' });
    await respond({ delete_original: true });
    expect(slack.onlyVisibleTo(ann)).toEqual([]);
  });
});

/** Someone typed a command; `respond` answers at its address. */
async function aCommand(slack: Awaited<ReturnType<typeof aFakeSlack>>) {
  const heard = await aListeningBot(slack);
  const ann = slack.person('ann');
  await ann.runs('/footnote help', slack.channel('general', { members: [ann] }));
  const url = String(heard[0]?.body['response_url']);
  return {
    ann,
    respond: (body: object) =>
      fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  };
}
