import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Message, Team } from '../support/fake-slack/world/things.ts';
import { installApp } from '../support/install-app.ts';
import { startFootnoteWith } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const TOKEN_KEY = 'a key of at least thirty-two characters';
/** Longest wait for the program to start, in milliseconds: it takes the samples in. */
const START_MS = 60_000;

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

it('footnote start serves the workspaces that install it, and forgets the one that removes it', async () => {
  const slack = new FakeSlack();
  const apiUrl = await slack.start();
  const [folder, port] = [aTemporaryFolder(), await aFreePort()];
  const origin = `http://127.0.0.1:${port}`;
  const { clientId, clientSecret } = slack.world.app;
  const settings = {
    PORT: String(port),
    BASE_URL: origin,
    SLACK_API_URL: apiUrl,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    TOKEN_KEY,
  };
  const program = startFootnoteWith(settings, folder, 'start');
  onTestFinished(async () => {
    program.kill('SIGKILL');
    await slack.stop();
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (data) => (said += String(data)));
  await vi.waitFor(() => expect(said).toContain('waiting for events at /slack/events (HTTP)'), { timeout: START_MS });
  slack.deliverBy({ kind: 'http', url: `${origin}/slack/events` });

  const [north, south] = [slack.workspace('North'), slack.workspace('South')];
  const ask = async (team: Team): Promise<Message> => {
    await slack.person(`someone of ${team.name}`, { team }).tells(slack.bot, '寒武纪的发行价是多少？');
    return slack.next((message) => message.team === team.id);
  };
  expect([await installApp(origin, north), await installApp(origin, south)]).toEqual([200, 200]);
  expect([(await ask(north)).text, (await ask(south)).text]).toEqual([
    expect.stringContaining('64.39'),
    expect.stringContaining('64.39'),
  ]);

  const installations = openSqliteInstallations(folder, TOKEN_KEY);
  onTestFinished(() => installations.close());
  const before = [await installations.find(north.id), await installations.find(south.id)].map(
    (found) => found?.botToken,
  );
  expect(before).toEqual([slack.installation(north)?.token, slack.installation(south)?.token]);
  await slack.uninstallFrom(north);
  await vi.waitFor(async () => expect(await installations.find(north.id)).toBeUndefined());
  expect((await ask(south)).text).toContain('64.39');
  expect(await installations.find(south.id)).toBeDefined();
});
