import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aPdf } from '../support/a-pdf.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import type { RandomRequest, Target } from '../support/random-request.ts';
import { aRandomRequest } from '../support/random-request.ts';
import { requestLines, sendRaw } from '../support/raw-request.ts';
import { runFootnoteSet, startFootnoteWith } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const TEAM = 'T0FUZZFUZZ';
const API_TOKEN = 'p'.repeat(40);
/** Connections at a time. */
const AT_ONCE = 24;
/** Statuses of replies that say that something went wrong here, but for 503: too much at once. */
const BROKEN = /^5(?!03)/u;
/** A line of the log about what nobody was ready for. */
const UNHANDLED = /^\s+at |Error|Warning|nhandled/u;
/** Bolt's line about somebody who comes to install the app by an address that is not from here. */
const REFUSED_BY_BOLT = /OAuth:InstallProvider:\d+ (?:InvalidState|MissingCode)Error/u;

describe('whatever is sent to the web server', () => {
  it('is answered by the process that was started, in HTTP and without an error', { timeout: 14_400_000 }, async () => {
    const running = await aRunningBot();
    const random = seeded(14);
    const requests = Array.from({ length: fuzzRuns({ short: 1500, long: 20_000 }) }, () =>
      aRandomRequest(running.target, random),
    );
    const faults: unknown[] = [];
    let statuses: number[] = [];
    await inTurns(requests, async (request) => {
      if (faults.length > 20 || running.process.exitCode !== null) return;
      const { status, text } = await sendRaw(running.url, request.parts, {
        pauseMs: request.parts.length > 1 ? 2 : 0,
        ending: request.ending,
        patienceMs: 60_000,
      });
      if (status !== undefined) statuses = [...statuses, status];
      const isFault =
        isIllFormed(text) || BROKEN.test(String(status)) || (status === undefined && request.due !== undefined);
      if (isFault) faults.push([printed(request), text.slice(0, 300)]);
    });
    const after = await sendRaw(running.url, [requestLines('GET', '/')]);
    expect(faults).toEqual([]);
    expect([
      running.process.exitCode,
      after.status,
      running.log().filter((line) => UNHANDLED.test(line) && !REFUSED_BY_BOLT.test(line)),
    ]).toEqual([null, 200, []]);
    expect(new Set(statuses).size).toBeGreaterThan(8);
    console.log(`${requests.length} requests: ${JSON.stringify(counted(statuses))}`);
  });
});

/**
 * The real thing as a process of its own, with a report, an editor who is signed in, Slack over HTTP, and a workspace
 * with a library.
 */
async function aRunningBot(): Promise<{ process: ChildProcess; url: string; target: Target; log(): string[] }> {
  const slack = new FakeSlack();
  const folder = aTemporaryFolder();
  const settings = {
    EDITORS: 'Ada',
    LIBRARY: 'per-workspace',
    BASE_URL: 'http://127.0.0.1',
    TOKEN_KEY: 'k'.repeat(40),
    WEB_ACCESS: 'open',
    API_TOKENS: `probe:${API_TOKEN}`,
    SLACK_CLIENT_ID: slack.world.app.clientId,
    SLACK_CLIENT_SECRET: slack.world.app.clientSecret,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: await slack.start(),
  };
  onTestFinished(() => slack.stop());
  mkdirSync(join(folder, 'workspaces', TEAM), { recursive: true });
  writeFileSync(join(folder, 'chips.pdf'), aPdf(['Chips sold well in 2024.', 'Memory rose by 78.9%.', '']));
  await runFootnoteSet(settings, folder, 'ingest', join(folder, 'chips.pdf'));
  const bot = startFootnoteWith(settings, folder, 'start');
  onTestFinished(() => void bot.kill());
  let said = '';
  const listening = Promise.withResolvers<string>();
  for (const stream of [bot.stdout, bot.stderr]) {
    stream?.on('data', (data) => {
      said += String(data);
      const url = /Ask page\s+(http:\S+)/u.exec(said)?.[1];
      if (url !== undefined) listening.resolve(url);
    });
  }
  bot.on('exit', () => listening.reject(new Error(`It ended: ${said}`)));
  const url = await listening.promise;
  const linkTo = async () =>
    new URL((await runFootnoteSet(settings, folder, 'editor-link', 'Ada')).stdout.trim()).pathname;
  const signedIn = await fetch(url + (await linkTo()), { method: 'POST', redirect: 'manual' });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const start = await (await fetch(url)).text();
  const reportId = /href="\/reports\/([^"/]+)"/u.exec(start)?.[1] ?? '';
  const page = await (await fetch(`${url}/reports/${reportId}/pages/1`)).text();
  const link = /href="(\/s\/[^"#]+)/u.exec(page)?.[1] ?? '';
  const target = { cookie, signIn: await linkTo(), link, reportId, team: TEAM, apiToken: API_TOKEN };
  expect(Object.values(target).every((value) => value !== '')).toBe(true);
  return { process: bot, url, target, log: () => said.split('\n') };
}

async function inTurns<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** Something came back that no HTTP client understands. */
function isIllFormed(text: string): boolean {
  return text !== '' && !/^HTTP\/1\.1 [1-5]\d\d [^\r\n]*\r\n(?:[\w-]+: [^\r\n]*\r\n)*\r\n/u.test(text);
}

function printed({ parts, ending }: RandomRequest): string {
  return `${JSON.stringify(Buffer.concat(parts).toString('latin1').slice(0, 600))} ${ending}`;
}

function counted(statuses: number[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(statuses)]
      .toSorted((a, b) => a - b)
      .map((status) => [status, statuses.filter((other) => other === status).length]),
  );
}
