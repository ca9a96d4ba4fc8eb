import { describe, expect, it } from 'vitest';
import type { Json } from '../support/fake-slack/world/json.ts';
import { aFakeSlack, aListeningBot, call } from './a-fake-slack.ts';
import type { Heard } from './a-fake-slack.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const question = {
  type: 'input',
  block_id: 'question',
  label: plain('Question'),
  element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
};
const report = {
  type: 'input',
  block_id: 'report',
  optional: true,
  label: plain('Report'),
  element: { type: 'external_select', action_id: 'report' },
};
const modal = (title: string, over: Json = {}) => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Ask'),
  blocks: [question, report],
  ...over,
});

/** Someone used the shortcut; the bot acknowledges submissions as told. */
async function aShortcut(answer: (heard: Heard) => Json | number = () => ({})) {
  const slack = await aFakeSlack();
  const heard = await aListeningBot(slack, answer);
  const ann = slack.person('ann');
  const trigger = async () => {
    await ann.usesShortcut('Ask the reports');
    return heard.at(-1)?.body['trigger_id'];
  };
  const open = async (view: Json) => {
    await call(slack, 'views.open', { trigger_id: await trigger(), view });
    return slack.until(() => slack.modalOf(ann));
  };
  return { slack, heard, ann, trigger, open };
}

describe('a trigger', () => {
  it('opens one modal, within three seconds', async () => {
    const { slack, trigger } = await aShortcut();
    const id = await trigger();
    expect(await call(slack, 'views.open', { trigger_id: id, view: modal('Ask') })).toMatchObject({
      ok: true,
      view: { title: plain('Ask'), state: { values: {} } },
    });
    expect(await call(slack, 'views.open', { trigger_id: id, view: modal('Ask') })).toEqual({
      ok: false,
      error: 'exchanged_trigger_id',
    });
    expect(await call(slack, 'views.open', { trigger_id: 'made.up', view: modal('Ask') })).toEqual({
      ok: false,
      error: 'invalid_trigger_id',
    });
    const late = await trigger();
    slack.advance(3.1);
    expect(await call(slack, 'views.open', { trigger_id: late, view: modal('Ask') })).toEqual({
      ok: false,
      error: 'expired_trigger_id',
    });
  });

  it('pushes two modals and no third', async () => {
    const { slack, ann, trigger, open } = await aShortcut();
    await open(modal('First'));
    const answers = [];
    for (const title of ['Second', 'Third', 'Fourth'])
      answers.push((await call(slack, 'views.push', { trigger_id: await trigger(), view: modal(title) }))['error']);
    expect(answers).toEqual([undefined, undefined, 'push_limit_reached']);
    const top = await slack.until(() => slack.modalOf(ann));
    await ann.closes(top);
    expect(slack.modalOf(ann)?.view['title']).toEqual(plain('Second'));
  });
});

describe('an update', () => {
  it('fails when the view has changed since', async () => {
    const { slack, open } = await aShortcut();
    const { id, hash } = await open(modal('Ask'));
    expect(await call(slack, 'views.update', { view_id: id, hash, view: modal('Again') })).toMatchObject({ ok: true });
    expect(await call(slack, 'views.update', { view_id: id, hash, view: modal('Once more') })).toEqual({
      ok: false,
      error: 'hash_conflict',
    });
    expect(await call(slack, 'views.update', { view_id: 'V0', view: modal('x') })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });
});

describe('a submitted modal', () => {
  it('carries what was filled in, and closes', async () => {
    const { heard, slack, ann, open } = await aShortcut();
    expect(
      await ann.submits(await open(modal('Ask', { private_metadata: 'kept' })), { Question: 'Who leads?' }),
    ).toEqual({ outcome: 'closed' });
    expect(heard.at(-1)?.body).toMatchObject({
      type: 'view_submission',
      view: {
        private_metadata: 'kept',
        state: {
          values: {
            question: { text: { type: 'plain_text_input', value: 'Who leads?' } },
            report: { report: { type: 'external_select' } },
          },
        },
      },
    });
    expect(slack.modalOf(ann)).toBeUndefined();
  });

  it.each([
    [
      { response_action: 'errors', errors: { question: 'Too vague' } },
      { outcome: 'errors', errors: { question: 'Too vague' } },
    ],
    [
      { response_action: 'update', view: modal('Sources') },
      { outcome: 'updated', view: { view: { title: plain('Sources') } } },
    ],
    [
      { response_action: 'push', view: modal('Sources') },
      { outcome: 'pushed', view: { view: { title: plain('Sources') } } },
    ],
    [{ response_action: 'clear' }, { outcome: 'cleared' }],
  ])('does what the bot answers: %j', async (answer, outcome) => {
    const { ann, open } = await aShortcut(({ body }) => (body['type'] === 'view_submission' ? answer : {}));
    expect(await ann.submits(await open(modal('Ask')), { Question: 'Who leads?' })).toMatchObject(outcome);
  });

  it('cannot be sent empty, nor with more than its inputs take, nor with an answer that Slack refuses', async () => {
    const { ann, open } = await aShortcut(({ body }) =>
      body['type'] === 'view_submission' ? { response_action: 'update', view: { type: 'modal' } } : {},
    );
    const view = await open(modal('Ask'));
    await expect(ann.submits(view)).rejects.toThrow('Cannot be submitted before these are filled: Question');
    await expect(ann.submits(view, { Question: 'a'.repeat(21) })).rejects.toThrow(
      '“Question” takes 0 to 20 characters, not 21',
    );
    await expect(ann.submits(view, { Question: 'Who leads?' })).rejects.toThrow('missing required field: title');
  });

  it('takes choices that the bot suggests', async () => {
    const options = [{ text: plain('Cloud 2020'), value: 'r1' }];
    const { heard, ann, open } = await aShortcut(({ body }) =>
      body['type'] === 'block_suggestion' ? { options } : {},
    );
    const view = await open(modal('Ask'));
    expect(await ann.types('Clo', 'Report', view)).toEqual(options);
    await ann.submits(view, { Question: 'Who leads?', Report: 'Cloud 2020' });
    expect(heard.at(-1)?.body).toMatchObject({
      view: { state: { values: { report: { report: { selected_option: options[0] } } } } },
    });
  });
});

describe('the Home tab', () => {
  it('is published for one person, who acts on it', async () => {
    const { slack, heard, ann } = await aShortcut();
    await ann.opensHome();
    expect(heard.at(-1)?.body).toMatchObject({
      event: { type: 'app_home_opened', tab: 'home', user: ann.id, channel: 'DANN' },
    });
    const view = {
      type: 'home',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'button', action_id: 'open', value: 'r1', text: plain('Open') }],
        },
      ],
    };
    await call(slack, 'views.publish', { user_id: ann.id, view });
    const home = await slack.until(() => slack.homeOf(ann));
    await ann.presses('Open', home);
    expect(heard.at(-1)?.body).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: home.id },
      view: { type: 'home' },
      actions: [{ type: 'button', action_id: 'open', block_id: 'b', value: 'r1' }],
    });
    await expect(ann.presses('Close', home)).rejects.toThrow('There is no "Close" here, only: “Open” (open)');
  });
});
