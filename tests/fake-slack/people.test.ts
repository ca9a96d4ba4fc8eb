import { describe, expect, it } from 'vitest';
import { aFakeSlack, aListeningBot, call, eventsOf } from './a-fake-slack.ts';

const plain = (text: string) => ({ type: 'plain_text', text });

describe('people', () => {
  it('press buttons by what stands on them, also those for feedback', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const ann = slack.person('ann');
    const general = slack.channel('general', { members: [ann] });
    const feedback = {
      type: 'feedback_buttons',
      action_id: 'verdict',
      positive_button: { text: plain('Good'), value: 'good' },
      negative_button: { text: plain('Bad'), value: 'bad' },
    };
    await call(slack, 'chat.postMessage', {
      channel: general.id,
      text: 'AWS leads.',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'button', action_id: 'sources', value: 's1', text: plain('Sources') }],
        },
        { type: 'context_actions', elements: [feedback] },
      ],
    });
    const message = await slack.next();
    await ann.presses('Sources', message);
    await ann.presses('Bad', message);
    const pressed = heard.filter(({ body }) => body['type'] === 'block_actions');
    expect(pressed[0]?.body).toMatchObject({
      user: { id: ann.id, team_id: 'T1' },
      container: { type: 'message', message_ts: message.ts, channel_id: general.id, is_ephemeral: false },
      message: { text: 'AWS leads.' },
      actions: [{ action_id: 'sources', block_id: 'b', value: 's1', type: 'button' }],
    });
    expect(pressed[1]?.body).toMatchObject({
      actions: [{ action_id: 'verdict', type: 'feedback_buttons', value: 'bad' }],
    });
    await expect(ann.presses('Verify', message)).rejects.toThrow(
      'There is no "Verify" here, only: “Sources” (sources), “Good” (verdict), “Bad” (verdict)',
    );
  });

  it('choose in menus', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const ann = slack.person('ann');
    const options = ['English', '中文'].map((text) => ({ text: plain(text), value: text.slice(0, 2) }));
    await call(slack, 'chat.postMessage', {
      channel: ann.id,
      text: 'Language?',
      blocks: [
        {
          type: 'section',
          text: plain('Language'),
          accessory: { type: 'static_select', action_id: 'language', options },
        },
      ],
    });
    const message = await slack.next();
    await ann.chooses('Language', '中文', message);
    expect(heard.at(-1)?.body).toMatchObject({
      actions: [{ type: 'static_select', action_id: 'language', selected_option: options[1] }],
    });
    await expect(ann.chooses('Language', 'Deutsch', message)).rejects.toThrow(
      '“Language” has no choice “Deutsch”, only: “English”, “中文”',
    );
  });

  it('use commands and shortcuts of the manifest, and no others', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack, ({ body }) =>
      body['command'] === '/footnote' ? { text: 'Ask away' } : {},
    );
    const ann = slack.person('ann');
    const general = slack.channel('general', { members: [ann] });
    await ann.runs('/footnote ask Who leads?', general);
    const message = await ann.says(general, 'AWS has 32 %');
    await ann.usesShortcut('Check facts', message);
    expect(heard[0]?.body).toMatchObject({
      command: '/footnote',
      text: 'ask Who leads?',
      channel_id: general.id,
      user_id: ann.id,
    });
    expect(heard.at(-1)?.body).toMatchObject({
      type: 'message_action',
      callback_id: 'check_facts',
      message_ts: message.ts,
      message: { text: 'AWS has 32 %' },
      channel: { id: general.id },
    });
    expect(slack.onlyVisibleTo(ann).map(({ text }) => text)).toEqual(['Ask away']);
    await expect(ann.runs('/weather', general)).rejects.toThrow('/weather is not a valid command');
    await expect(ann.usesShortcut('Weather')).rejects.toThrow('There is no global shortcut “Weather” in the manifest');
  });

  it('open the agent pane beside a channel', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const ann = slack.person('ann');
    const [general, research] = [slack.channel('general'), slack.channel('research')];
    await ann.opensMessages(general);
    await ann.looksAt(research);
    const context = (id: string) => ({ entities: [{ type: 'slack#/types/channel_id', value: id, team_id: 'T1' }] });
    expect(eventsOf(heard)).toMatchObject([
      { type: 'app_home_opened', tab: 'messages', channel: 'DANN', context: context(general.id) },
      { type: 'app_context_changed', user: ann.id, context: context(research.id) },
    ]);
  });

  it('see what the bot shows instead of its links', async () => {
    const slack = await aFakeSlack();
    const ann = slack.person('ann');
    const url = 'https://footnote.example/reports/1';
    const message = await ann.says(slack.channel('general'), `See ${url}`);
    await call(slack, 'chat.unfurl', {
      channel: message.channel,
      ts: message.ts,
      unfurls: { [url]: { blocks: [{ type: 'divider' }] } },
    });
    expect(message.unfurls).toEqual({ [url]: { blocks: [{ type: 'divider' }] } });
    expect(
      await call(slack, 'chat.unfurl', {
        channel: message.channel,
        ts: message.ts,
        unfurls: { 'https://other.example': {} },
      }),
    ).toEqual({ ok: false, error: 'cannot_unfurl_url' });
  });

  it('learn that the bot did not acknowledge', async () => {
    const slack = await aFakeSlack();
    await aListeningBot(slack, () => 500);
    await expect(slack.person('ann').usesShortcut('Ask the reports')).rejects.toThrow(
      'the bot answered interactive with 500',
    );
  });
});

describe('waiting', () => {
  it('gives each message once, and counts edits', async () => {
    const slack = await aFakeSlack();
    const general = slack.channel('general');
    const post = (text: string) => call(slack, 'chat.postMessage', { channel: general.id, text });
    await post('First');
    const { ts } = await post('Second');
    expect([(await slack.next()).text, (await slack.next()).text]).toEqual(['First', 'Second']);
    const third = slack.next(({ text }) => text === 'Fourth');
    const { ts: last } = await post('Third');
    await call(slack, 'chat.update', { channel: general.id, ts: last, text: 'Fourth' });
    expect([(await third).ts, ts === last]).toEqual([last, false]);
  });
});
