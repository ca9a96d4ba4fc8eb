import { createServer } from 'node:http';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import type { Installations } from '../../src/domain/ports.ts';
import { SCOPES } from '../../src/slack/install/scopes.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import type { SlackBot } from '../../src/slack/slack-app.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { installApp } from '../support/install-app.ts';
import { projectManifest } from '../support/fake-slack/world/manifest.ts';
import { botSteps } from '../support/slack-bot.ts';

const KEY = 'a key of at least thirty-two characters';

describe('an app that several workspaces install', () => {
  let slack: FakeSlack;
  let bot: SlackBot;
  let installations: Installations & { close(): void };
  let server: ReturnType<typeof createServer>;
  let origin: string;

  beforeEach(async () => {
    slack = new FakeSlack();
    installations = openSqliteInstallations(mkdtempSync(join(tmpdir(), 'footnote-test-')), KEY);
    server = createServer((request, response) => bot.requestListener?.(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const apiUrl = await slack.start();
    const { clientId, clientSecret, signingSecret } = slack.world.app;
    bot = createSlackApp(
      {
        mode: 'http',
        signingSecret,
        apiUrl,
        auth: {
          kind: 'installations',
          clientId,
          clientSecret,
          stateSecret: KEY,
          redirectUri: `${origin}/slack/oauth_redirect`,
          installations,
        },
      },
      botSteps({}).steps,
      randomUUID(),
    );
    await bot.start();
    slack.deliverBy({ kind: 'http', url: `${origin}/slack/events` });
  });

  afterEach(async () => {
    await bot.stop();
    await slack.stop();
    installations.close();
    server.close();
    server.closeAllConnections();
  });

  it('answers in a workspace once it is installed there, with the token of that workspace', async () => {
    const team = slack.workspace('Second');
    const status = await installApp(origin, team);
    await slack.person('zoe', { team }).tells(slack.bot, 'Who leads?');
    const reply = await slack.next();
    expect([status, reply.team, (await installations.find(team.id))?.botToken]).toEqual([
      200,
      team.id,
      slack.installation(team)?.token,
    ]);
  });

  it('forgets a workspace that removes the app', async () => {
    const team = slack.workspace('Second');
    await installApp(origin, team);
    expect(await installations.find(team.id)).toBeDefined();
    await slack.uninstallFrom(team);
    await vi.waitFor(async () => expect(await installations.find(team.id)).toBeUndefined());
  });

  it('asks for exactly the scopes of the manifest', () => {
    expect(projectManifest().oauth_config.scopes.bot.toSorted()).toEqual(SCOPES.toSorted());
  });
});

describe('tokens at rest', () => {
  it('cannot be read from the file, nor with another key, nor as another workspace', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
    const installations = openSqliteInstallations(folder, KEY);
    const installed = { team: 'T1', botToken: 'xoxb-very-secret', botUserId: 'U1' };
    await installations.keep(installed);
    const read = await installations.find('T1');
    installations.close();
    const other = openSqliteInstallations(folder, `${KEY}!`);
    await expect(other.find('T1')).rejects.toThrow('TOKEN_KEY is not the one it was kept with');
    other.close();
    expect([read, readFileSync(join(folder, 'installations.db')).includes('very-secret')]).toEqual([installed, false]);
  });
});
