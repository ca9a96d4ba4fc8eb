// How long Slack waits for an acknowledgement while twenty answers are composed: `npm run bench -- ack`. Starts the
// real program in the fake Slack.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FakeSlack } from '../tests/support/fake-slack/fake-slack.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Answers that are being composed all the time, and for how many rounds. */
const AT_ONCE = 20;
const ROUNDS = 20;

const slack = new FakeSlack();
const apiUrl = await slack.start();
const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
const env = {
  PATH: process.env['PATH'],
  INDEX_DIR: folder,
  PORT: '0',
  SLACK_BOT_TOKEN: slack.token,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: apiUrl,
};
const bot = spawn(process.execPath, [join(ROOT, 'bin/footnote.mjs'), 'start'], {
  env,
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
});
while (slack.connections === 0) await delay(100);

const questions = readFileSync(join(ROOT, 'samples/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => String(JSON.parse(line).question));
const people = Array.from({ length: AT_ONCE }, (_, at) => slack.person(`person${at}`));
const started = performance.now();
for (let round = 0; round < ROUNDS; round++) {
  await Promise.all(
    people.map((person, at) => person.tells(slack.bot, questions[(round + at) % questions.length] ?? '?')),
  );
}
const asked = performance.now() - started;
// While the answers are composed, people go on talking: each remark is an event, too.
const [bystander, channel] = [slack.person('bystander'), slack.channel('general')];
while (slack.replies.length < AT_ONCE * ROUNDS) {
  await bystander.says(channel, 'a remark');
  await delay(50);
}
const answered = performance.now() - started;

const times = slack.deliveries.flatMap(({ ackMs }) => (ackMs === undefined ? [] : [ackMs])).toSorted((a, b) => a - b);
const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
console.log(
  `${times.length} acknowledgements: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
);
console.log(
  `${AT_ONCE * ROUNDS} questions asked in ${(asked / 1000).toFixed(1)} s, answered after ` +
    `${(answered / 1000).toFixed(1)} s`,
);
bot.kill('SIGTERM');
await once(bot, 'exit');
await slack.stop();
rmSync(folder, { recursive: true, force: true });
