import { InstallProvider } from '@slack/oauth';
import { describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { aFakeSlack, aListeningBot, call, eventsOf } from './a-fake-slack.ts';

const REDIRECT = 'https://footnote.example/slack/oauth_redirect';

/** A person consents; gives the address that the browser is sent back to. */
async function consent(slack: FakeSlack, over: Record<string, string> = {}): Promise<{ status: number; back: URL }> {
  const query = new URLSearchParams({
    client_id: slack.world.app.clientId,
    scope: 'chat:write,commands',
    state: 's1',
    redirect_uri: REDIRECT,
    ...over,
  });
  const response = await fetch(`${slack.origin}/oauth/v2/authorize?${query}`, { redirect: 'manual' });
  return { status: response.status, back: new URL(response.headers.get('location') ?? 'https://none.example') };
}

function access(slack: FakeSlack, over: object = {}): Promise<unknown> {
  const { clientId: client_id, clientSecret: client_secret } = slack.world.app;
  return call(slack, 'oauth.v2.access', { client_id, client_secret, redirect_uri: REDIRECT, ...over });
}

describe('an installation', () => {
  it('gives a token for another workspace, which is good there alone', async () => {
    const slack = await aFakeSlack();
    const partner = slack.workspace('Partner');
    const { status, back } = await consent(slack, { team: partner.id });
    expect([status, back.origin + back.pathname, back.searchParams.get('state')]).toEqual([302, REDIRECT, 's1']);
    const granted = await access(slack, { code: back.searchParams.get('code') });
    expect(granted).toMatchObject({
      ok: true,
      token_type: 'bot',
      scope: 'chat:write,commands',
      team: { id: partner.id, name: 'Partner' },
    });
    const token = slack.installation(partner)?.token ?? '';
    expect(await call(slack, 'auth.test', {}, token)).toMatchObject({ team_id: partner.id, user_id: 'UBOTT2' });
    expect(await call(slack, 'chat.postMessage', { channel: slack.channel('general').id, text: 'x' }, token)).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  it.each([
    [{ client_id: '9.9' }, 'invalid_client_id'],
    [{ client_secret: 'guess' }, 'bad_client_secret'],
    [{ code: 'guess' }, 'invalid_code'],
    [{ redirect_uri: 'https://elsewhere.example' }, 'bad_redirect_uri'],
  ])('is refused with %j', async (over, error) => {
    const slack = await aFakeSlack();
    const { back } = await consent(slack);
    expect(await access(slack, { code: back.searchParams.get('code'), ...over })).toEqual({ ok: false, error });
  });

  it('takes a code once, and asks only for scopes of the manifest', async () => {
    const slack = await aFakeSlack();
    const code = (await consent(slack)).back.searchParams.get('code');
    await access(slack, { code });
    expect(await access(slack, { code })).toEqual({ ok: false, error: 'code_already_used' });
    expect((await consent(slack, { scope: 'admin' })).status).toBe(400);
  });

  it('works with the provider of Bolt', async () => {
    const slack = await aFakeSlack();
    const { clientId, clientSecret } = slack.world.app;
    const provider = new InstallProvider({
      clientId,
      clientSecret,
      stateSecret: 'state',
      authorizationUrl: `${slack.origin}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: `${slack.origin}/api/` },
    });
    const url = await provider.generateInstallUrl({ scopes: ['chat:write'], redirectUri: REDIRECT });
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  });

  it('ends when the app is taken out, and the bot hears of that', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    await slack.uninstallFrom(slack.team);
    expect(eventsOf(heard).map(({ type }) => type)).toEqual(['tokens_revoked', 'app_uninstalled']);
    expect(await call(slack, 'auth.test')).toEqual({ ok: false, error: 'invalid_auth' });
  });
});
