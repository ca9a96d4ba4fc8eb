import { describe, expect, it } from 'vitest';
import { limitEvents } from '../support/fake-slack/delivery/event-payload.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { SlackEvent } from '../support/fake-slack/world/events.ts';
import { aFakeSlack, call } from './a-fake-slack.ts';

describe('limits of rate', () => {
  it('let a channel take five messages at once, then one a second', async () => {
    const slack = await aFakeSlack({ rates: true });
    const [general, other] = [slack.channel('general'), slack.channel('other')];
    const post = (channel = general.id) => call(slack, 'chat.postMessage', { channel, text: 'x' });
    for (let at = 0; at < 5; at++) expect(await post()).toMatchObject({ ok: true });
    expect(await post()).toEqual({ ok: false, error: 'ratelimited', status: 429, retryAfter: '1' });
    expect(await post(other.id)).toMatchObject({ ok: true });
    slack.advance(1);
    expect([(await post())['ok'], (await post())['ok']]).toEqual([true, false]);
  });

  it('count the calls of a method in a minute, by its tier and for each workspace', async () => {
    const slack = await aFakeSlack({ rates: true });
    const partner = slack.installIn(slack.workspace('Partner'));
    const list = (token = slack.token) => call(slack, 'users.list', {}, token);
    for (let at = 0; at < 20; at++) await list();
    expect(await list()).toEqual({ ok: false, error: 'ratelimited', status: 429, retryAfter: '60' });
    expect(await list(partner.token)).toMatchObject({ ok: true });
    slack.advance(61);
    expect(await list()).toMatchObject({ ok: true });
  });

  it('are not there unless a test asks for them', async () => {
    const slack = await aFakeSlack();
    const general = slack.channel('general');
    const answers = await Promise.all(
      Array.from({ length: 120 }, () => call(slack, 'chat.postMessage', { channel: general.id, text: 'x' })),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });

  it('drop events above 30,000 an hour, and say so once', async () => {
    const { world } = new FakeSlack({ rates: true });
    const told: string[] = [];
    world.emitter.on('event', ({ event }: SlackEvent) => told.push(event.type));
    const isAllowed = limitEvents(world);
    const event = { teamId: 'T1', subscription: 'ping', event: { type: 'ping' } };
    const allowed = Array.from({ length: 30_002 }, () => isAllowed(event)).filter(Boolean).length;
    expect([allowed, told]).toEqual([30_000, ['app_rate_limited']]);
    world.clock.advance(3600);
    expect(isAllowed(event)).toBe(true);
  });
});

describe('a failure that a test asks for', () => {
  it('comes once, before anything else is looked at', async () => {
    const slack = await aFakeSlack();
    slack.failNext('auth.test', { retryAfter: 7 });
    slack.failNext('auth.test', { error: 'internal_error', status: 500 });
    expect([
      await call(slack, 'auth.test'),
      await call(slack, 'auth.test'),
      (await call(slack, 'auth.test'))['ok'],
    ]).toEqual([
      { ok: false, error: 'ratelimited', status: 429, retryAfter: '7' },
      { ok: false, error: 'internal_error', status: 500, retryAfter: null },
      true,
    ]);
  });
});
